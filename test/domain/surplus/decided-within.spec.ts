import { type DecidedPlan, decidedWithin } from '../../../src/domain/surplus/decided-within';
import { surplusStatement } from '../../../src/domain/surplus/surplus-statement';

const plan = (
  planId: string,
  periodFrom: string,
  periodTo: string,
  planned: bigint,
  granted = 0n,
): DecidedPlan => ({
  ...{ planId, periodFrom, periodTo, planned, granted },
});
const SPRING = plan('spring', '2025-01-01', '2025-06-30', 70_000n, 20_000n);
const AUTUMN = plan('autumn', '2025-07-01', '2025-12-31', 30_000n);
const year = { from: '2025-01-01', to: '2025-12-31', distributable: 130_000n };

interface Case {
  readonly rule: string;
  readonly days?: Partial<typeof year>;
  readonly settled: readonly DecidedPlan[];
  readonly plans: readonly string[];
  /** Planned, granted, waiting, undecided. */
  readonly sums: readonly bigint[];
  readonly beyond?: string;
}

const CASES: readonly Case[] = [
  {
    rule: 'is what the plans settled within it keep, granted or not',
    ...{ settled: [AUTUMN, SPRING], plans: ['spring', 'autumn'] },
    sums: [100_000n, 20_000n, 80_000n, 30_000n],
  },
  {
    rule: 'of a settled period by itself leaves what it left over',
    ...{ days: { to: '2025-06-30' }, settled: [SPRING, AUTUMN], plans: ['spring'] },
    sums: [70_000n, 20_000n, 50_000n, 60_000n],
  },
  {
    rule: 'leaves plans out that ended before: they are off the carry-over already',
    ...{ days: { from: '2025-07-01' }, settled: [SPRING, AUTUMN], plans: ['autumn'] },
    sums: [30_000n, 0n, 30_000n, 100_000n],
  },
  {
    rule: 'takes a plan that ends on the first day',
    ...{ days: { from: '2025-06-30', to: '2025-07-01' }, settled: [SPRING], plans: ['spring'] },
    sums: [70_000n, 20_000n, 50_000n, 60_000n],
  },
  {
    rule: 'that breaks off within a settled period says which plan decides on the rest',
    ...{ days: { to: '2025-09-30' }, settled: [SPRING, AUTUMN], plans: ['spring'], beyond: 'autumn' },
    sums: [70_000n, 20_000n, 50_000n, 60_000n],
  },
  {
    rule: 'that lies within one has no plan of its own',
    ...{ days: { from: '2025-02-01', to: '2025-03-31' }, settled: [SPRING], plans: [], beyond: 'spring' },
    sums: [0n, 0n, 0n, 130_000n],
  },
  {
    rule: 'leaves undecided what was released within it, and waits for no more of it',
    settled: [{ ...SPRING, releases: [{ day: '2025-12-31', amount: 5_000n }] }],
    ...{ plans: ['spring'], sums: [70_000n, 20_000n, 45_000n, 65_000n] },
  },
  {
    rule: 'stays decided where that was released later: the later span has it',
    days: { to: '2025-06-30' },
    settled: [{ ...SPRING, releases: [{ day: '2025-07-01', amount: 5_000n }] }],
    ...{ plans: ['spring'], sums: [70_000n, 20_000n, 45_000n, 60_000n] },
  },
  {
    rule: 'lies below zero where more was decided than is there any more',
    ...{ days: { distributable: 60_000n }, settled: [SPRING], plans: ['spring'] },
    sums: [70_000n, 20_000n, 50_000n, -10_000n],
  },
];

describe('what of a span is decided already', () => {
  it.each(CASES)('$rule', ({ days, settled, plans, sums, beyond }) => {
    const told = decidedWithin({ ...year, ...days }, settled);
    expect(told?.plans.map(({ planId }) => planId)).toEqual(plans);
    expect([told?.planned, told?.granted, told?.waiting, told?.undecided]).toEqual(sums);
    expect(told?.beyond?.planId).toBe(beyond);
  });

  it('is not told where nothing was settled in it', () => {
    expect(
      decidedWithin({ ...year, from: '2026-01-01', to: '2026-06-30' }, [SPRING, AUTUMN]),
    ).toBeUndefined();
    expect(decidedWithin(year, [])).toBeUndefined();
  });

  it('leaves for any span that ends with the last settled day what the next statement carries over', () => {
    const movements = [
      { flow: 'opening' as const, statementOn: '2025-01-01', amount: 100_000n },
      { flow: 'received' as const, statementOn: '2025-05-02', amount: 40_000n },
      { flow: 'deducted' as const, statementOn: '2025-08-02', amount: 7_000n },
      { flow: 'granted' as const, statementOn: '2025-08-03', amount: 20_000n },
    ];
    const releases = [{ day: '2025-09-01', amount: 4_000n }];
    const settled = [{ ...SPRING, releases }, AUTUMN];
    const next = { pool: 'pv' as const, from: '2026-01-01', to: '2026-06-30' };
    const { carriedOver } = surplusStatement(next, movements, settled);
    for (const from of ['2025-01-01', '2025-03-15', '2025-07-01', '2025-10-01']) {
      const statement = surplusStatement({ pool: 'pv', from, to: '2025-12-31' }, movements, settled);
      expect(decidedWithin(statement, settled)?.undecided).toBe(carriedOver);
    }
  });
});
