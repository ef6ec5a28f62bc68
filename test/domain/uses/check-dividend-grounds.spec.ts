import { Findings } from '../../../src/domain/ledger/check-pass';
import { requireYuan } from '../../../src/domain/money/fen';
import { checkDividendGrounds, type JudgedRound } from '../../../src/domain/uses/check-dividend-grounds';
import { seeded } from '../policy/seeded';

const GUANGXI = seeded.requirePack('450000/2022-07-19').pack;
const FUYANG = seeded.requirePack('341200/2023-09-21').pack;
const DONGCHUAN = seeded.requirePack('530113/2022-09-19').pack;
const PASSED = ['GX-L1', 'GX-3-6b'].map((rule) => ({ rule, outcome: 'passed' }));

function round(distributable: string, households: number, wish: Partial<JudgedRound> = {}): JudgedRound {
  const figures = { distributable: requireYuan(distributable), households };
  return {
    ...{ number: 1, pool: 'pv', amount: 100n, why: '', decidedOn: '2022-12-31', judged: PASSED },
    ...{ kept: figures, found: figures, by: { pack: GUANGXI, numbers: {} } },
    register: { issued: undefined, held: 300 },
    ...wish,
  };
}
const told = (...rounds: readonly JudgedRound[]): string[] => {
  const findings = new Findings('dividends');
  checkDividendGrounds(rounds, findings);
  return findings.breaks.map(({ code }) => code);
};

describe('whether the gate was open when members were given a share', () => {
  it.each<[says: string, distributable: string, households: number, found: string[]]>([
    ['100,000 a year', '100000.00', 500, []],
    ['a fen less', '99999.99', 500, ['check.dividendJudgedOtherwise']],
    ['99,999.99 among 499', '99999.99', 499, []],
    ['200 to a household', '600.00', 3, ['check.dividendJudgedOtherwise']],
    ['a fen more', '600.01', 3, []],
  ])('is reckoned from what was kept: %s', (_says, distributable, households, found) => {
    expect(told(round(distributable, households))).toEqual(found);
  });

  const open = round('600.01', 3);
  it.each<[says: string, wish: Partial<JudgedRound>, found: string[]]>([
    ['as it was', {}, []],
    ['a fen less in the books', { found: { ...open.kept, distributable: 60_000n } }, ['Ground']],
    ['one household more on the list', { found: { ...open.kept, households: 4 } }, ['Ground']],
    ['kept as passed that is not', { judged: [{ rule: 'GX-L1', outcome: 'passed' }] }, ['Judged']],
    [
      'kept as failed, and given',
      { judged: [PASSED[0] ?? { rule: '', outcome: '' }, { rule: 'GX-3-6b', outcome: 'failed' }] },
      ['Judged'],
    ],
    ['of a document that asks for a reason, without one', { by: { pack: FUYANG, numbers: {} } }, ['Judged']],
  ])('%s', (_says, wish, found) => {
    const codes = found.map((each) =>
      each === 'Ground' ? 'check.dividendGroundDiffers' : 'check.dividendJudgedOtherwise',
    );
    expect(told({ ...open, ...wish })).toEqual(codes);
  });

  it('asks whether all shares are somebody’s from the first round on that was asked', () => {
    const judged = [{ rule: 'DC-22', outcome: 'passed' }];
    const through = { by: { pack: DONGCHUAN, numbers: {} }, decidedOn: '2023-06-15' };
    const asked = (issued: number | undefined, held: number) =>
      round('600.00', 3, { ...through, judged, register: { issued, held } });
    const before = { ...asked(undefined, 300), judged: [] };
    expect(told(asked(300_000, 300_000))).toEqual([]);
    for (const wrong of [asked(300_000, 299_999), asked(299_999, 300_000), asked(undefined, 300_000)])
      expect(told(wrong)).toEqual(['check.dividendJudgedOtherwise']);
    expect(told(before, before)).toEqual([]);
    expect(told(before, asked(300, 300))).toEqual([]);
    expect(told(before, asked(300, 300), before)).toEqual(['check.dividendJudgedOtherwise']);
  });

  it('is not asked of rounds from before grounds were kept, and is of every one after', () => {
    const before = { ...round('1.00', 3), by: undefined };
    expect(told(before, before)).toEqual([]);
    expect(told(before, open)).toEqual([]);
    expect(told(before, open, before)).toEqual(['check.dividendGroundGone']);
  });
});
