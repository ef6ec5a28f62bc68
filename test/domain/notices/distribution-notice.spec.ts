import {
  assertNoticeHolds,
  noticeProblems,
  noticeShares,
} from '../../../src/domain/notices/check-distribution-notice';
import type { DistributionNotice } from '../../../src/domain/notices/distribution-notice';
import { longSheet, rentSheet, sheetWith, smallestSheet } from '../../notices/sheet-variants.fixture';
import { YANGSHUWAN } from '../../notices/yangshuwan.fixture';

const { sums, publicity, decision, uses, income, deductions } = YANGSHUWAN;
const [firstUse] = uses.rows;
const GIVEN_ABOVE = 'notice.grantedAboveUse';

/** The uses of the model sheet, so much of the first of them granted before. */
const usesGiven = (granted: string) => ({
  ...uses,
  rows: uses.rows.map((row) => (row === firstUse ? { ...row, granted } : row)),
});

describe('a distribution notice adds up', () => {
  test.each([
    ['the model sheet', YANGSHUWAN],
    ['one row in each table', smallestSheet()],
    ['twelve rows in each table', longSheet(12)],
    ['rent of other assets, nothing deducted', rentSheet()],
  ])('%s', (_, notice) => {
    expect(noticeProblems(notice)).toEqual([]);
  });

  const cases: [rule: string, changes: Partial<DistributionNotice>, codes: string[]][] = [
    [
      'the equation is true to the fen',
      { sums: { ...sums, carriedOver: '341267' } },
      ['notice.equationBroken'],
    ],
    ['receipts add up to what was received', { income: { ...income, rows: [] } }, ['notice.receiptsDiffer']],
    [
      'receipts less the tax owed of them',
      { income: { ...income, taxOwed: '100' } },
      ['notice.receiptsDiffer'],
    ],
    [
      'tax owed leaves as much less to distribute',
      {
        income: { ...income, taxOwed: '100' },
        sums: {
          ...sums,
          received: String(BigInt(sums.received) - 100n),
          distributable: String(BigInt(sums.distributable) - 100n),
          leftOver: String(BigInt(sums.leftOver) - 100n),
        },
      },
      [],
    ],
    ['tax is told in whole fen', { income: { ...income, taxOwed: '1.00' } }, ['notice.amountUnreadable']],
    ['deductions add up', { deductions: deductions.slice(1) }, ['notice.deductionsDiffer']],
    ['uses add up', { uses: { ...uses, rows: uses.rows.slice(1) } }, ['notice.usesDiffer']],
    [
      'planned and left over make the distributable sum',
      { sums: { ...sums, leftOver: '250802' } },
      ['notice.leftOverDiffers'],
    ],
    [
      'an amount is whole fen in digits',
      { sums: { ...sums, received: '85,466.14' } },
      ['notice.amountUnreadable'],
    ],
    [
      'the days of publicity are those between first and last',
      { publicity: { ...publicity, days: 6 } },
      ['notice.publicityDaysWrong'],
    ],
    [
      'where the first day does not count there is one day less',
      { publicity: { ...publicity, firstDayCounts: false, days: 6 } },
      [],
    ],
    [
      'nobody votes who is not there',
      { decision: { ...decision, inFavour: 38 } },
      ['notice.votesImpossible'],
    ],
    [
      'a stream has a column',
      { income: { ...income, streams: ['energy'] } },
      ['notice.streamWithoutColumn', 'notice.streamWithoutColumn', 'notice.streamWithoutColumn'],
    ],
    [
      'a mark has its clause',
      { clauses: { ...YANGSHUWAN.clauses, quotes: [] } },
      Array<string>(4).fill('notice.clauseMissing'),
    ],
    ['all of a use may be given before', { uses: usesGiven('4821227') }, []],
    ['no more of a use is given before than it gives', { uses: usesGiven('4821228') }, [GIVEN_ABOVE]],
    ['nothing below zero is given before', { uses: usesGiven('-1') }, [GIVEN_ABOVE]],
    ['what was given before is whole fen', { uses: usesGiven('1.5') }, ['notice.amountUnreadable']],
  ];
  test.each(cases)('%s', (_, changes, codes) => {
    expect(noticeProblems({ ...YANGSHUWAN, ...changes }).map(({ code }) => code)).toEqual(codes);
  });

  test('more than there is cannot be planned', () => {
    const rows = [{ ...firstUse, bucket: 'posts', name: '', description: '', amount: '99999999' }];
    const notice = sheetWith({ income: income.rows, deductions, uses: rows });
    expect(noticeProblems(notice).map(({ code }) => code)).toEqual(['notice.overspent']);
  });

  test('a sheet that does not add up is never printed', () => {
    expect(() => assertNoticeHolds({ ...YANGSHUWAN, deductions: [] })).toThrow('notice.deductionsDiffer');
  });
});

describe('shares of the distributable sum', () => {
  test('are those of the model sheet and make exactly 100.00 %', () => {
    expect(noticeShares(YANGSHUWAN)).toEqual({ rows: [5936n, 1379n, 899n, 1477n], leftOver: 309n });
  });

  test.each([1, 2, 3, 7, 12, 31])('make exactly 100.00 %% with %i rows', (count) => {
    const shares = noticeShares(longSheet(count));
    expect((shares?.rows ?? []).reduce((sum, share) => sum + share, shares?.leftOver ?? 0n)).toBe(10_000n);
  });

  test('are not printed where there is nothing to share', () => {
    const nothing = sheetWith({ income: [], deductions, uses: [] });
    expect(noticeShares(nothing)).toBeUndefined();
  });
});
