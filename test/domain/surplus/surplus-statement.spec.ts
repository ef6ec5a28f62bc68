import fc from 'fast-check';
import { grantableOn, type PoolMovement, undistributedOn } from '../../../src/domain/ledger/pool-movements';
import {
  carriedOver,
  type SettledDistribution,
  surplusStatement,
} from '../../../src/domain/surplus/surplus-statement';

const moved = (flow: PoolMovement['flow'], statementOn: string, amount: bigint): PoolMovement => ({
  flow,
  statementOn,
  amount,
});
const H1 = { pool: 'pv', from: '2025-01-01', to: '2025-06-30' } as const;
const H2 = { pool: 'pv', from: '2025-07-01', to: '2025-12-31' } as const;

/** The village of the pictures: 3,412.66 + 85,466.14 − 7,658.52 = 81,220.28, of it 78,712.27 planned. */
const FIRST_HALF: PoolMovement[] = [
  moved('opening', '2025-01-01', 341_266n),
  moved('received', '2025-01-18', 8_000_000n),
  moved('received', '2025-06-30', 546_614n),
  moved('deducted', '2025-06-30', 765_852n),
];
const SETTLED: SettledDistribution[] = [{ periodTo: '2025-06-30', planned: 7_871_227n }];

describe('the statement of a pool', () => {
  it('is carried over + received − deducted, and counts the opening as carried over', () => {
    expect(surplusStatement(H1, FIRST_HALF, [])).toEqual({
      ...H1,
      carriedOver: 341_266n,
      received: 8_546_614n,
      deducted: 765_852n,
      distributable: 8_122_028n,
    });
  });

  it.each<{ rule: string; more: PoolMovement[]; settled: SettledDistribution[]; next: object }>([
    {
      rule: 'carries over everything while nothing is settled',
      more: [],
      settled: [],
      next: { carriedOver: 8_122_028n, received: 0n, deducted: 0n, distributable: 8_122_028n },
    },
    {
      rule: 'carries over what the settled period left',
      more: [],
      settled: SETTLED,
      next: { carriedOver: 250_801n, distributable: 250_801n },
    },
    {
      rule: 'does not count a grant again: the settled line has taken it',
      more: [moved('granted', '2025-06-12', 4_020_500n), moved('granted', '2025-07-12', 800_727n)],
      settled: SETTLED,
      next: { carriedOver: 250_801n, distributable: 250_801n },
    },
    {
      rule: 'corrects the carry-over by a reversal that counts in the settled period',
      more: [moved('received', '2025-06-30', -100n)],
      settled: SETTLED,
      next: { carriedOver: 250_701n, received: 0n, distributable: 250_701n },
    },
    {
      rule: 'counts its first and its last day',
      more: [moved('received', '2025-07-01', 5n), moved('deducted', '2025-12-31', 2n)],
      settled: SETTLED,
      next: { carriedOver: 250_801n, received: 5n, deducted: 2n, distributable: 250_804n },
    },
    {
      rule: 'leaves out what comes after it',
      more: [moved('received', '2026-01-01', 5n)],
      settled: SETTLED,
      next: { received: 0n, distributable: 250_801n },
    },
    {
      rule: 'is not touched by a period settled after it',
      more: [],
      settled: [...SETTLED, { periodTo: '2025-12-31', planned: 250_801n }],
      next: { carriedOver: 250_801n },
    },
    {
      rule: 'carries over what was released up to its last day, less what was taken back by then',
      more: [],
      settled: [
        {
          ...{ periodTo: '2025-06-30', planned: 7_871_227n },
          releases: [
            { day: '2025-07-10', amount: 1_000n },
            { day: '2025-12-31', amount: 300n },
            { day: '2025-12-31', amount: -1_000n },
            { day: '2026-01-01', amount: 5_000n },
          ],
        },
      ],
      next: { carriedOver: 251_101n, received: 0n, distributable: 251_101n },
    },
    {
      rule: 'leaves out what is released of a period that is not behind it',
      more: [],
      settled: [
        ...SETTLED,
        { periodTo: '2025-12-31', planned: 100n, releases: [{ day: '2025-12-31', amount: 100n }] },
      ],
      next: { carriedOver: 250_801n, distributable: 250_801n },
    },
  ])('of the next period $rule', ({ more, settled, next }) => {
    expect(surplusStatement(H2, [...FIRST_HALF, ...more], settled)).toMatchObject(next);
  });

  it.each<{ from: string; carriedOver: bigint }>([
    { from: '2025-06-30', carriedOver: 8_341_266n },
    { from: '2025-07-01', carriedOver: 250_801n },
  ])('takes off what a settled period keeps from the day after its last: $from', ({ from, carriedOver }) => {
    expect(surplusStatement({ ...H2, from }, FIRST_HALF, SETTLED).carriedOver).toBe(carriedOver);
  });

  it('may be below zero, and is then carried over as such', () => {
    const overspent = [moved('deducted', '2025-03-03', 7n)];
    expect(surplusStatement(H1, overspent, []).distributable).toBe(-7n);
    expect(surplusStatement(H2, overspent, []).carriedOver).toBe(-7n);
  });

  it.each<{ rule: string; from: string; to: string; parts: object }>([
    {
      rule: 'is the opening alone in the first period',
      ...H1,
      parts: { opening: 341_266n, received: 0n, deducted: 0n, settled: [], total: 341_266n },
    },
    {
      rule: 'is the opening, what came, what it cost, and what was settled',
      ...H2,
      parts: {
        opening: 341_266n,
        received: 8_546_614n,
        deducted: 765_852n,
        settled: SETTLED,
        total: 250_801n,
      },
    },
    {
      rule: 'splits a half-year at any day, and what is settled later is not taken off',
      from: '2025-02-01',
      to: '2025-06-30',
      parts: { opening: 341_266n, received: 8_000_000n, deducted: 0n, settled: [], total: 8_341_266n },
    },
    {
      rule: 'has no opening before the books began',
      from: '2024-07-01',
      to: '2024-12-31',
      parts: { opening: 0n, received: 0n, deducted: 0n, settled: [], total: 0n },
    },
  ])('of what is carried over $rule', ({ from, to, parts }) => {
    expect(carriedOver({ pool: 'pv', from, to }, FIRST_HALF, SETTLED)).toEqual({ released: 0n, ...parts });
    expect(surplusStatement({ pool: 'pv', from, to }, FIRST_HALF, SETTLED)).toMatchObject({
      carriedOver: (parts as { total: bigint }).total,
    });
  });

  it('runs from an earlier day to a later one', () => {
    expect(() => surplusStatement({ ...H1, to: '2024-12-31' }, [], [])).toThrow('from an earlier day');
    expect(surplusStatement({ ...H1, to: H1.from }, FIRST_HALF, []).distributable).toBe(341_266n);
  });

  const anyDay = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, day]) => `2025-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  const anyMovements = fc.array(
    fc.record({
      flow: fc.constantFrom('received' as const, 'deducted' as const, 'granted' as const),
      statementOn: anyDay,
      amount: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
    }),
    { maxLength: 40 },
  );

  it('carries every fen from period to period, however many are settled', () => {
    const anyPlanned = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(
        anyMovements,
        fc.array(anyPlanned, { minLength: 12, maxLength: 12 }),
        (movements, planned) => {
          const opening = [moved('opening', '2025-01-01', 1_000n), ...movements];
          const settled: SettledDistribution[] = [];
          let carried = 1_000n;
          for (const [place, keeps] of planned.entries()) {
            const month = `2025-${String(place + 1).padStart(2, '0')}`;
            const period = { pool: 'pv', from: `${month}-01`, to: `${month}-31` } as const;
            const statement = surplusStatement(period, opening, settled);
            expect(statement.carriedOver).toBe(carried);
            carried = statement.distributable;
            if (place % 3 === 0) {
              settled.push({ periodTo: period.to, planned: keeps });
              carried -= keeps;
            }
          }
        },
      ),
    );
  });

  it('meets the undistributed money: distributable less what was granted, on its last day', () => {
    fc.assert(
      fc.property(anyMovements, anyDay, (movements, day) => {
        const statement = surplusStatement({ pool: 'pv', from: '2025-01-01', to: day }, movements, []);
        const granted = movements.filter((each) => each.flow === 'granted' && each.statementOn <= day);
        const sum = granted.reduce((total, each) => total + each.amount, 0n);
        expect(undistributedOn(movements, day)).toBe(statement.distributable - sum);
      }),
    );
  });

  it('grants no more than any later day still has, and no less than the least of them', () => {
    fc.assert(
      fc.property(anyMovements, anyDay, (movements, day) => {
        const days = [day, ...movements.map((each) => each.statementOn).filter((each) => each > day)];
        const stands = days.map((each) => undistributedOn(movements, each));
        const least = grantableOn(movements, day);
        expect(stands).toContain(least);
        expect(stands.every((each) => each >= least)).toBe(true);
      }),
    );
  });
});

describe('what stands undistributed', () => {
  it.each<{ day: string; amount: bigint }>([
    { day: '2024-12-31', amount: 0n },
    { day: '2025-01-01', amount: 341_266n },
    { day: '2025-06-29', amount: 4_320_766n },
    { day: '2025-06-30', amount: 4_101_528n },
    { day: '2025-07-03', amount: 3_300_801n },
  ])('on $day is opening + received − deducted − granted: $amount fen', ({ day, amount }) => {
    // Wages granted until June 40,205.00 and 8,007.27 on 3 July: 41,015.28 stand on 30 June.
    const granted = [moved('granted', '2025-06-12', 4_020_500n), moved('granted', '2025-07-03', 800_727n)];
    expect(undistributedOn([...FIRST_HALF, ...granted], day)).toBe(amount);
  });
});
