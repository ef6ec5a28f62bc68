import { Findings } from '../../../src/domain/ledger/check-pass';
import { DomainError } from '../../../src/domain/shared/domain-error';
import { checkSheets, type KeptWorks } from '../../../src/domain/uses/check-sheets';
import {
  checkWithdrawals,
  requireGoing,
  requireWithdrawable,
  standingWorks,
} from '../../../src/domain/uses/work-withdrawal';

const withdrawn = { on: '2025-07-20', why: 'typed twice' };
const finished = { on: '2025-07-19', reason: '' };
const STANDS = { withdrawn: undefined, finished: undefined, reopened: undefined };
type State = 'entered' | 'owed' | 'takenBack' | 'withdrawn';

const codeOf = (act: () => void): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return '';
};

describe('the withdrawal of a work', () => {
  it.each<[what: string, states: State[], end: object, code: string]>([
    ['without a sheet', [], {}, ''],
    ['whose sheets are withdrawn', ['withdrawn', 'withdrawn'], {}, ''],
    [
      'that was opened again',
      ['withdrawn'],
      { reopened: { on: '2025-07-20', finishedOn: '2025-07-19' } },
      '',
    ],
    ['of which a sheet waits', ['withdrawn', 'entered'], {}, 'works.sheetsStanding'],
    ['of which a sheet waits again', ['takenBack'], {}, 'works.sheetsStanding'],
    ['of which a sheet is owed and one waits', ['entered', 'owed'], {}, 'works.sheetsOwed'],
    ['that is finished', ['withdrawn'], { finished }, 'works.finishedStays'],
    ['that is withdrawn', ['owed'], { withdrawn, finished }, 'works.withdrawn'],
  ])('%s', (_what, states, end, code) => {
    const sheets = states.map((state) => ({ state }));
    expect(codeOf(() => requireWithdrawable({ ...STANDS, ...end, sheets }))).toBe(code);
  });

  it('leaves a work that takes nothing more and does not count', () => {
    expect(codeOf(() => requireGoing(STANDS))).toBe('');
    expect(codeOf(() => requireGoing({ ...STANDS, finished }))).toBe('works.finished');
    expect(codeOf(() => requireGoing({ withdrawn, finished }))).toBe('works.withdrawn');
    const works = [
      { name: 'a', withdrawn },
      { name: 'b', withdrawn: undefined },
    ];
    expect(standingWorks(works).map(({ name }) => name)).toEqual(['b']);
  });
});

describe('the check of withdrawn works', () => {
  const gone = { withdrawn: 'why' };
  const waits = { withdrawn: undefined };
  const work = { name: 'ditch', withdrawn: undefined, finished: undefined, sheets: [waits] };

  it.each<[what: string, works: Parameters<typeof checkWithdrawals>[0], found: string[]]>([
    ['one that stands', [work], []],
    ['one whose sheets are withdrawn', [{ ...work, withdrawn, sheets: [gone] }], []],
    ['its name used again', [{ ...work, withdrawn, sheets: [] }, work], []],
    ['a sheet that stands', [{ ...work, withdrawn, sheets: [gone, waits] }], ['check.workWithdrawnDiffers']],
    ['an end that stands', [{ ...work, withdrawn, finished, sheets: [] }], ['check.workWithdrawnDiffers']],
    ['two of one name', [work, { ...work, sheets: [] }], ['check.workNamedTwice']],
  ])('%s', (_what, works, found) => {
    const findings = new Findings('works');
    checkWithdrawals(works, findings);
    expect(findings.breaks.map(({ code }) => code)).toEqual(found);
  });

  it('asks no sheet of a claim that was granted whole after its work was withdrawn', () => {
    const of = { name: 'ditch', claimId: 'c', acts: [], finished: undefined, sheets: [] };
    const kept: Omit<KeptWorks, 'works'> = {
      ...{ acceptances: [], reversed: new Set<string>() },
      grants: [{ id: 'g', claimId: 'c', entryId: 'e', amount: 1n }],
    };
    const found = (works: KeptWorks['works']): string[] => {
      const findings = new Findings('works');
      checkSheets({ ...kept, works }, findings);
      return findings.breaks.map(({ code }) => code);
    };
    expect(found([{ ...of, withdrawn }])).toEqual([]);
    expect(found([{ ...of, withdrawn: undefined }])).toEqual(['check.grantWithoutSheet']);
  });
});
