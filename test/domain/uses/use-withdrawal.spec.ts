import { Findings } from '../../../src/domain/ledger/check-pass';
import { DomainError } from '../../../src/domain/shared/domain-error';
import { checkSheets, type KeptWorks } from '../../../src/domain/uses/check-sheets';
import {
  checkWithdrawals,
  PROJECT_CODES,
  requireGoing,
  requireWithdrawable,
  standingUses,
  WORK_CODES,
} from '../../../src/domain/uses/use-withdrawal';

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
    expect(codeOf(() => requireWithdrawable({ ...STANDS, ...end }, sheets, WORK_CODES))).toBe(code);
    const ofProject = codeOf(() => requireWithdrawable({ ...STANDS, ...end }, sheets, PROJECT_CODES));
    expect(ofProject).toBe(code.replace('works.sheets', 'industry.stages').replace('works.', 'industry.'));
  });

  it('leaves a work that takes nothing more and does not count', () => {
    expect(codeOf(() => requireGoing(STANDS, WORK_CODES))).toBe('');
    expect(codeOf(() => requireGoing({ ...STANDS, finished }, WORK_CODES))).toBe('works.finished');
    expect(codeOf(() => requireGoing({ withdrawn, finished }, WORK_CODES))).toBe('works.withdrawn');
    expect(codeOf(() => requireGoing({ withdrawn, finished }, PROJECT_CODES))).toBe('industry.withdrawn');
    expect(codeOf(() => requireGoing({ ...STANDS, finished }, PROJECT_CODES))).toBe('industry.finished');
    const works = [
      { name: 'a', withdrawn },
      { name: 'b', withdrawn: undefined },
    ];
    expect(standingUses(works).map(({ name }) => name)).toEqual(['b']);
  });
});

describe('the check of withdrawn works', () => {
  const work = { name: 'ditch', withdrawn: undefined, finished: undefined, standing: 1 };
  const none = { ...work, standing: 0 };

  it.each<[what: string, works: Parameters<typeof checkWithdrawals>[0], found: string[]]>([
    ['one that stands', [work], []],
    ['one of which nothing stands', [{ ...none, withdrawn }], []],
    ['its name used again', [{ ...none, withdrawn }, work], []],
    ['a part that stands', [{ ...work, withdrawn }], ['WithdrawnDiffers']],
    ['an end that stands', [{ ...none, withdrawn, finished }], ['WithdrawnDiffers']],
    ['two of one name', [work, none], ['NamedTwice']],
  ])('%s', (_what, works, found) => {
    const findings = new Findings('works');
    checkWithdrawals(works, WORK_CODES, findings);
    checkWithdrawals(works, PROJECT_CODES, findings);
    const told = ['work', 'project'].flatMap((what) => found.map((each) => `check.${what}${each}`));
    expect(findings.breaks.map(({ code }) => code)).toEqual(told);
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
