import { leastCreditFrom } from '../../../src/domain/uses/member-shares';

/** What moved by day; a debit above zero. */
const moved = (...moves: [day: string, amount: bigint][]) => moves.map(([day, amount]) => ({ day, amount }));

describe('what may be taken on a day', () => {
  it.each<{ rule: string; moves: ReturnType<typeof moved>; least: bigint }>([
    { rule: 'is nothing where nothing stands', moves: [], least: 0n },
    { rule: 'is what came by that day', moves: moved(['2025-07-01', -5n], ['2025-07-10', -2n]), least: 7n },
    { rule: 'is not what comes later', moves: moved(['2025-07-11', -5n]), least: 0n },
    {
      rule: 'leaves enough for what was taken later',
      moves: moved(['2025-07-01', -5n], ['2025-08-01', 3n], ['2025-09-01', -9n]),
      least: 2n,
    },
    { rule: 'counts a day whole', moves: moved(['2025-07-10', 3n], ['2025-07-10', -5n]), least: 2n },
    { rule: 'is below zero where it never sufficed', moves: moved(['2025-07-12', 1n]), least: -1n },
  ])('$rule', ({ moves, least }) => {
    expect(leastCreditFrom(moves, '2025-07-10')).toBe(least);
  });
});
