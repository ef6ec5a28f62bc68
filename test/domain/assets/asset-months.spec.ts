import fc from 'fast-check';
import { byTheirDays, type SpannedResult } from '../../../src/domain/assets/asset-months';

const DAY = '2025-07-14';
const booked = (month: string, earned: bigint, spent = 0n) => ({ month, earned, spent });
const rent = (from: string, to: string, wish: Partial<SpannedResult> = {}): SpannedResult => {
  const month = from.slice(0, 7);
  return { month, from, to, earned: 120_000n, spent: 0n, postedOn: `${month}-05`, ...wish };
};
const told = (spanned: readonly SpannedResult[], day = DAY, all = allOf(spanned)): string => {
  const { months } = byTheirDays(all, spanned, day);
  return months.map(({ month, earned, spent }) => `${month} ${earned - spent}`).join(', ');
};
const allOf = (spanned: readonly SpannedResult[]) =>
  spanned.map(({ month, earned, spent }) => booked(month, earned, spent));

describe('what an asset brought by the days it is for', () => {
  it.each([
    ['rent of one month stays in it', [rent('2025-03-01', '2025-03-31')], '2025-03 120000'],
    [
      'rent of a quarter goes by the days of its months',
      [rent('2025-01-01', '2025-03-31')],
      '2025-01 41333, 2025-02 37333, 2025-03 41334',
    ],
    [
      'one day beside a month takes its day',
      [rent('2025-03-31', '2025-04-30')],
      '2025-03 3870, 2025-04 116130',
    ],
    ['what begins tomorrow is not earned yet', [rent('2025-07-15', '2025-12-31')], ''],
    ['what begins today is, up to its month', [rent('2025-07-14', '2025-08-31')], '2025-07 44081'],
    [
      'rent booked when it was over is of the months before',
      [rent('2025-05-01', '2025-06-30', { month: '2025-06', postedOn: '2025-06-30' })],
      '2025-05 60983, 2025-06 59017',
    ],
    [
      'a premium of a year costs month by month, too',
      [rent('2025-06-01', '2026-05-31', { earned: 0n, spent: 36_500n })],
      '2025-06 -3000, 2025-07 -3100',
    ],
  ])('%s', (_how, spanned, months) => {
    expect(told(spanned)).toBe(months);
  });

  it('leaves what names no days in its month, and tells where the others were booked', () => {
    const spanned = [rent('2025-01-01', '2025-02-28', { earned: 5_900n })];
    const { months, earnedOn } = byTheirDays(
      [booked('2025-01', 6_900n), booked('2025-02', -100n), booked('2025-08', 1n)],
      spanned,
      DAY,
    );
    expect(months).toEqual([
      { month: '2025-01', earned: 4_100n, spent: 0n, bookedFrom: undefined, bookedTo: undefined },
      { month: '2025-02', earned: 2_700n, spent: 0n, bookedFrom: '2025-01', bookedTo: '2025-01' },
    ]);
    expect(earnedOn).toEqual([
      { from: '2025-01-01', to: '2025-01-31' },
      { from: '2025-01-01', to: '2025-02-28' },
    ]);
  });

  it('is nothing where a month only took off what it had brought', () => {
    expect(byTheirDays([booked('2025-05', -100n)], [], DAY).earnedOn).toEqual([]);
  });

  it('adds up to what was booked, whatever the days', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2024-12-31'), noInvalidDate: true });
    const text = (date: Date): string => date.toISOString().slice(0, 10);
    const one = fc
      .tuple(day, day, fc.bigInt({ min: -10_000_000n, max: 10_000_000n }))
      .map(([a, b, earned]) => {
        const [from = '', to = ''] = [text(a), text(b)].sort();
        return rent(from, to, { earned, spent: earned / 3n });
      });
    const seed = 20_251_129;
    fc.assert(
      fc.property(fc.array(one, { maxLength: 5 }), (spanned) => {
        const { months } = byTheirDays(allOf(spanned), spanned, DAY);
        const sum = (
          of: (each: { earned: bigint; spent: bigint }) => bigint,
          rows: readonly SpannedResult[],
        ) => [
          rows.reduce((all, each) => all + of(each), 0n),
          months.reduce((all, each) => all + of(each), 0n),
        ];
        const [earned, earnedByMonth] = sum((each) => each.earned, spanned);
        const [spent, spentByMonth] = sum((each) => each.spent, spanned);
        expect([earnedByMonth, spentByMonth]).toEqual([earned, spent]);
      }),
      { seed, numRuns: 200 },
    );
  });
});
