import { type BookedAfter, movedFigures, puttingRight } from '../../../src/domain/distribution/moved-figures';
import type { Pool } from '../../../src/domain/ledger/journal-entry';
import type { SurplusStatement } from '../../../src/domain/surplus/surplus-statement';

const SPRING = { pool: 'pv', from: '2025-01-01', to: '2025-06-30' } as const;
/** 1,000.00 carried over, 400.00 received, 100.00 deducted; 700.00 of it planned. */
const PRINTED = {
  ...{ carriedOver: 100_000n, received: 40_000n, deducted: 10_000n },
  ...{ distributable: 130_000n, leftOver: 60_000n },
};

const booked = (amount: bigint, on = '2025-06-20', pool: Pool = 'pv'): BookedAfter => ({
  statementOn: on,
  postings: [{ ledgerAccount: '102', side: 'debit', amount, pool, poolFlow: 'received' }],
});
const cost = (amount: bigint, on = '2025-06-25'): BookedAfter => ({
  statementOn: on,
  postings: [{ ledgerAccount: '511', side: 'debit', amount, pool: 'pv', poolFlow: 'deducted' }],
});
const grant = (amount: bigint): BookedAfter => ({
  statementOn: '2025-06-30',
  postings: [{ ledgerAccount: '514', side: 'debit', amount, pool: 'pv', poolFlow: 'granted' }],
});
const now = (carriedOver: bigint, received: bigint, deducted: bigint): SurplusStatement => ({
  ...SPRING,
  ...{ carriedOver, received, deducted, distributable: carriedOver + received - deducted },
});

describe('figures of a decided sheet that the books tell otherwise', () => {
  it.each<{
    rule: string;
    now: SurplusStatement;
    booked: BookedAfter[];
    figures: [string, bigint, bigint][];
    change: bigint;
    later?: bigint;
    unexplained?: bigint;
  }>([
    {
      rule: 'are what was received, what may be distributed and what is left, where a receipt is less',
      now: now(100_000n, 39_000n, 10_000n),
      booked: [booked(-40_000n), booked(39_000n)],
      figures: [
        ['received', 40_000n, 39_000n],
        ['distributable', 130_000n, 129_000n],
        ['leftOver', 60_000n, 59_000n],
      ],
      change: -1_000n,
    },
    {
      rule: 'are what was deducted and the rest, where a cost was too much',
      now: now(100_000n, 40_000n, 9_500n),
      booked: [cost(-10_000n), cost(9_500n)],
      figures: [
        ['deducted', 10_000n, 9_500n],
        ['distributable', 130_000n, 130_500n],
        ['leftOver', 60_000n, 60_500n],
      ],
      change: 500n,
    },
    {
      rule: 'are those before the sum where receipt and cost are less by the same',
      now: now(100_000n, 30_000n, 0n),
      booked: [booked(-10_000n), cost(-10_000n)],
      figures: [
        ['received', 40_000n, 30_000n],
        ['deducted', 10_000n, 0n],
      ],
      change: 0n,
    },
    {
      rule: 'are none where the same sum is entered anew, but the vouchers are told',
      now: now(100_000n, 40_000n, 10_000n),
      booked: [booked(-40_000n), booked(40_000n)],
      figures: [],
      change: 0n,
    },
    {
      rule: 'may leave less than was planned: what is left lies below zero',
      now: now(30_000n, 40_000n, 10_000n),
      booked: [booked(-70_000n, '2024-12-31')],
      figures: [
        ['carriedOver', 100_000n, 30_000n],
        ['distributable', 130_000n, 60_000n],
        ['leftOver', 60_000n, -10_000n],
      ],
      change: -70_000n,
    },
    {
      rule: 'stand where what was put right counts in a later period, which is told',
      now: now(100_000n, 40_000n, 10_000n),
      booked: [cost(-9_500n, '2026-01-01'), cost(9_600n, '2026-01-01')],
      figures: [],
      change: 0n,
      later: -100n,
    },
    {
      rule: 'say what no voucher explains, as where it is not kept which came after the approval',
      now: now(100_000n, 40_001n, 10_000n),
      booked: [],
      figures: [
        ['received', 40_000n, 40_001n],
        ['distributable', 130_000n, 130_001n],
        ['leftOver', 60_000n, 60_001n],
      ],
      change: 1n,
      unexplained: 1n,
    },
  ])('$rule', ({ now: statement, booked: given, figures, change, later = 0n, unexplained = 0n }) => {
    const moved = movedFigures({ ...SPRING, printed: PRINTED }, statement, given);
    expect(moved?.figures.map((each) => [each.figure, each.printed, each.now])).toEqual(figures);
    expect(moved).toMatchObject({ change, laterChange: later, unexplained });
    expect([...(moved?.within ?? []), ...(moved?.later ?? [])].map(({ of }) => of)).toEqual(given);
  });

  it('stand where nothing moved, and where only grants or another pool did', () => {
    const stands = now(100_000n, 40_000n, 10_000n);
    const other = [grant(-500n), booked(-300n, '2025-06-20', 'other')];
    expect(movedFigures({ ...SPRING, printed: PRINTED }, stands, [])).toBeUndefined();
    expect(movedFigures({ ...SPRING, printed: PRINTED }, stands, other)).toBeUndefined();
  });
});

describe('what puts right what a plan was built on', () => {
  const PERIOD = { from: '2025-01-01', to: '2025-06-30', behind: 10 };
  const entry = (entryId: string, position: number, statementOn: string) => ({
    entryId,
    position,
    statementOn,
  });
  const fact = entry('fact', 4, '2025-06-20');

  it.each<{ rule: string; corrections: ReturnType<typeof correction>[]; found: string[] }>([
    {
      rule: 'takes back a fact of its days, and takes its place',
      corrections: [
        correction(entry('taken back', 11, '2025-06-20'), fact),
        correction(entry('anew', 12, '2025-06-20'), fact),
      ],
      found: ['taken back', 'anew'],
    },
    {
      rule: 'is found step by step, where what was entered anew is wrong again and counts later',
      corrections: [
        correction(entry('taken back', 11, '2025-07-01'), fact),
        correction(entry('anew', 12, '2025-07-01'), fact),
        correction(entry('taken back, too', 13, '2025-07-01'), entry('anew', 12, '2025-07-01')),
        correction(entry('anew again', 14, '2025-07-01'), entry('anew', 12, '2025-07-01')),
      ],
      found: ['taken back', 'anew', 'taken back, too', 'anew again'],
    },
    {
      rule: 'was not booked before the approval: the plan was decided on it',
      corrections: [correction(entry('taken back', 9, '2025-06-20'), fact)],
      found: [],
    },
    {
      rule: 'is about no fact of later days, and of none that came after the approval',
      corrections: [
        correction(entry('of autumn', 12, '2025-07-03'), entry('autumn', 6, '2025-07-03')),
        correction(entry('of later', 13, '2025-07-03'), entry('later', 11, '2025-07-03')),
      ],
      found: [],
    },
    {
      rule: 'counts on its days, though what it puts right lay before them',
      corrections: [correction(entry('taken back', 11, '2024-12-31'), entry('old', 2, '2024-12-31'))],
      found: ['taken back'],
    },
  ])('$rule', ({ corrections, found }) => {
    expect(puttingRight(PERIOD, corrections).map(({ entryId }) => entryId)).toEqual(found);
  });

  function correction(one: ReturnType<typeof entry>, of: ReturnType<typeof entry>) {
    return { ...one, of };
  }
});
