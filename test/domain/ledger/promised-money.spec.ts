import {
  aboveFree,
  freeAt,
  leastFree,
  poolsSpent,
  promisedAt,
  promisedProblems,
  type PromisedPool,
  type PromiseMovement,
} from '../../../src/domain/ledger/promised-money';
import type { PoolFlow, Posting } from '../../../src/domain/ledger/journal-entry';

const moved = (
  statementOn: string,
  flow: PoolFlow,
  amount: bigint,
  planLineId?: string,
): PromiseMovement => ({ statementOn, flow, amount, planLineId });

const line = (planId: string, planLineId: string, amount: bigint, promisedOn = '2025-07-20') => ({
  ...{ planId, planLineId, pool: 'pv' as const, amount, promisedOn },
  ...{ from: '2025-01-01', to: planId === 'a' ? '2025-06-30' : '2025-12-31' },
});

/** 1,000.00 came in June; 700.00 of it was promised by plan a on 20 July: 500.00 and 200.00. */
const POOL: PromisedPool = {
  pool: 'pv',
  promises: [line('a', 'a1', 50_000n), line('a', 'a2', 20_000n)],
  movements: [moved('2025-06-10', 'received', 100_000n)],
};

const after = (...movements: PromiseMovement[]): PromisedPool => ({
  ...POOL,
  movements: [...POOL.movements, ...movements],
});

const cost = (amount: bigint): Posting[] => [
  { ledgerAccount: '511', side: 'debit', amount, pool: 'pv', poolFlow: 'deducted' },
  { ledgerAccount: '102', side: 'credit', amount, pool: 'pv' },
];

/** A cost of a day, booked. */
const paid = (postedOn: string, amount: bigint, of = POOL) =>
  promisedProblems({ postedOn, postings: cost(amount) }, [
    { ...of, movements: [...of.movements, moved(postedOn, 'deducted', amount)] },
  ]);

describe('free money', () => {
  it.each<{ what: string; of: PromisedPool; day: string; free: bigint; promised: bigint }>([
    {
      what: 'is all there is before a plan is approved',
      of: POOL,
      day: '2025-07-19',
      free: 100_000n,
      promised: 0n,
    },
    { what: 'is what no line promises', of: POOL, day: '2025-07-20', free: 30_000n, promised: 70_000n },
    {
      what: 'is not lessened by what is granted of a line',
      of: after(moved('2025-07-25', 'granted', 20_000n, 'a1')),
      ...{ day: '2025-07-25', free: 30_000n, promised: 50_000n },
    },
    {
      what: 'is lessened by what is granted of no line',
      of: after(moved('2025-07-25', 'granted', 20_000n)),
      ...{ day: '2025-07-25', free: 10_000n, promised: 70_000n },
    },
    {
      what: 'is not more where a grant was taken back: its line is promised again',
      of: after(
        moved('2025-07-25', 'granted', 20_000n, 'a1'),
        moved('2025-07-25', 'granted', -20_000n, 'a1'),
      ),
      ...{ day: '2025-07-31', free: 30_000n, promised: 70_000n },
    },
    {
      what: 'is below zero where the promise is no longer covered',
      of: after(moved('2025-08-01', 'deducted', 30_001n)),
      ...{ day: '2025-08-01', free: -1n, promised: 70_000n },
    },
    {
      what: 'is less by every plan that is approved',
      of: { ...POOL, promises: [...POOL.promises, line('b', 'b1', 10_000n, '2025-08-01')] },
      ...{ day: '2025-08-01', free: 20_000n, promised: 80_000n },
    },
  ])('$what', ({ of, day, free, promised }) => {
    expect(freeAt(of, day)).toBe(free);
    expect(promisedAt(of, day)).toBe(promised);
  });

  it('is the least of a day and all later ones', () => {
    const of = after(moved('2025-08-05', 'received', 50_000n), moved('2025-08-01', 'deducted', 10_000n));
    expect(leastFree(of, '2025-07-01')).toEqual({ day: '2025-08-01', free: 20_000n });
    expect(leastFree(of, '2025-08-05')).toEqual({ day: '2025-08-05', free: 70_000n });
  });
});

describe('a cost out of promised money', () => {
  const REFUSED = { code: 'money.promised', field: '' };
  const PLAN = { pool: 'pv', promised: 70_000n, from: '2025-01-01', to: '2025-06-30' };

  it('is paid up to the last free fen', () => {
    expect(paid('2025-07-25', 30_000n)).toEqual([]);
  });

  it('is refused a fen above it, and says by how much, whose it is and what is free', () => {
    const facts = { ...PLAN, day: '2025-07-25', amount: 30_001n, left: 30_000n, excess: 1n };
    expect(paid('2025-07-25', 30_001n)).toEqual([{ ...REFUSED, facts }]);
  });

  it('is refused, too, where it bears a day before the plan was approved', () => {
    const facts = { ...PLAN, day: '2025-07-20', amount: 30_001n, left: 30_000n, excess: 1n };
    expect(paid('2025-07-01', 30_001n)).toEqual([{ ...REFUSED, facts }]);
  });

  it('has nothing left where promises are short already', () => {
    const short = after(moved('2025-07-24', 'deducted', 40_000n));
    const [problem] = paid('2025-07-25', 500n, short);
    expect(problem?.facts).toMatchObject({ amount: 500n, left: 0n, excess: 10_500n });
  });

  it('names the plan that has most to grant', () => {
    const of = { ...POOL, promises: [...POOL.promises, line('b', 'b1', 20_000n)] };
    const granted = { ...of, movements: [...of.movements, moved('2025-07-21', 'granted', 60_000n, 'a1')] };
    const [problem] = paid('2025-07-25', 30_000n, granted);
    expect(problem?.facts).toMatchObject({ to: '2025-12-31', promised: 30_000n });
  });
});

describe('what an entry spends', () => {
  it.each<{ what: string; postings: Posting[]; pools: string[] }>([
    { what: 'a cost', postings: cost(1n), pools: ['pv'] },
    {
      what: 'no grant: it keeps a promise',
      postings: [
        { ledgerAccount: '514', side: 'debit', amount: 1n, pool: 'pv', poolFlow: 'granted' },
        { ledgerAccount: '213', side: 'credit', amount: 1n, pool: 'pv' },
      ],
      pools: [],
    },
    {
      what: 'nothing where as much came in with it',
      postings: [
        ...cost(1n),
        { ledgerAccount: '113', side: 'debit', amount: 1n, pool: 'pv', poolFlow: 'received' },
      ],
      pools: [],
    },
  ])('is $what', ({ postings, pools }) => {
    expect(poolsSpent(postings)).toEqual(pools);
  });
});

describe('a plan that is to be promised out of the 300.00 that are free', () => {
  const asked = (planned: bigint, of = POOL, day = '2025-07-20') => aboveFree({ planned, day }, of);
  const reserves = [{ reserveId: 'r', purpose: 'repairs', day: '2025-07-25', amount: 1n }];

  it.each([
    ['takes all of it, and not a fen more', POOL, 30_000n],
    ['leaves a cost that came since', after(moved('2025-07-19', 'deducted', 5_000n)), 25_000n],
    ['leaves a cost that is booked for a later day', after(moved('2025-08-02', 'deducted', 5_000n)), 25_000n],
    ['leaves what is set aside later', { ...POOL, reserves }, 29_999n],
    [
      'waits for what comes only later',
      after(moved('2025-07-20', 'deducted', 1n), moved('2025-08-02', 'received', 1n)),
      29_999n,
    ],
  ])('%s', (_, of, most) => {
    expect(asked(most, of)).toBeUndefined();
    expect(asked(most + 1n, of)).toMatchObject({
      ...{ code: 'plan.aboveFree', facts: { pool: 'pv', planned: most + 1n, left: most, excess: 1n } },
    });
  });

  it('is told that nothing is left where less than nothing is', () => {
    const facts = { day: '2025-07-20', left: 0n, excess: 6n };
    expect(asked(1n, after(moved('2025-07-20', 'deducted', 30_005n)))).toMatchObject({ facts });
  });
});
