import { leastCreditFrom, yearClosed, yearShared } from '../../../src/domain/uses/member-shares';

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

describe('the year whose surplus is shared', () => {
  const closed = moved(['2025-12-31', -5n], ['2026-12-31', -7n]);

  it.each<{ rule: string; closings: ReturnType<typeof moved>; day: string; year: number }>([
    {
      rule: 'is that of the day where none was closed',
      closings: [],
      day: '2026-02-10',
      year: 2026,
    },
    { rule: 'is no year that is closed later', closings: closed, day: '2025-12-30', year: 2025 },
    { rule: 'is the last one closed, not the running one', closings: closed, day: '2026-12-30', year: 2025 },
    { rule: 'is a year closed on that very day', closings: closed, day: '2025-12-31', year: 2025 },
    { rule: 'is the later of two', closings: closed, day: '2027-01-04', year: 2026 },
    {
      rule: 'is none that brought a loss',
      closings: moved(['2025-12-31', -5n], ['2026-12-31', 2n]),
      day: '2027-01-04',
      year: 2025,
    },
    {
      rule: 'is none whose closing was taken back',
      closings: moved(['2025-12-31', 0n]),
      day: '2026-01-04',
      year: 2026,
    },
  ])('$rule', ({ closings, day, year }) => {
    expect(yearShared(yearClosed(closings, day), day)).toBe(year);
  });
});
