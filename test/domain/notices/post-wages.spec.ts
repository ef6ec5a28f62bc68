import { type AcceptedDays, postWagesNotice, type WageMonth } from '../../../src/domain/notices/post-wages';
import { wageOf } from '../../../src/domain/uses/attendance';

/** Somebody's days on his post in a month of thirty days at 660.00. */
const days = (memberId: string, halfDays: number, more: Partial<AcceptedDays> = {}): AcceptedDays => {
  const line = { monthDays: 30, every: 'month' as const, standard: 66_000n, ...more };
  const reckoned = { appointmentId: `on-${memberId}`, memberId, postId: 'roads', halfDays, ...line };
  return { amount: wageOf({ ...line, halfDays }), ...reckoned };
};

const month = (name: string, lines: readonly AcceptedDays[], open = 0n): WageMonth => ({
  ...{ month: name, name, acceptedOn: `${name}-30`, lines, open },
  amount: lines.reduce((sum, { amount }) => sum + amount, 0n),
});

const EMPTY = { months: [], earlier: [], lines: [] };

describe('the wages of posts in some days', () => {
  it('are nothing where no month was accepted, and what waited before goes on waiting', () => {
    const { sums, persons } = postWagesNotice({ ...EMPTY, earlier: [{ amount: 900n, open: 300n }] });
    expect(sums).toEqual({ before: '300', granted: '0', paid: '0', waiting: '300' });
    expect(persons?.['people']).toEqual({ rows: [], totals: { days: '0', amount: '0' } });
  });

  it.each([
    ['a whole month is its standard', days('a', 60), { norm: 30, days: 60, amount: '66000' }],
    // 660.00 × 20 ÷ 30 = 440.00
    ['twenty days', days('a', 40), { norm: 30, days: 40, short: 20, amount: '44000' }],
    // 660.00 × 24.5 ÷ 30 = 539.00
    ['half a day', days('a', 49), { norm: 30, days: 49, short: 11, amount: '53900' }],
    ['no day at all', days('a', 0), { norm: 30, days: 0, short: 60, amount: '0' }],
    // 80.00 a day × 2.5: no month is the measure of it
    ['by the day', days('a', 5, { every: 'day', standard: 8_000n }), { days: 5, amount: '20000' }],
  ])('tells the days and what they come to: %s', (_, line, expected) => {
    const { persons } = postWagesNotice({ ...EMPTY, months: [month('2025-06', [line])] });
    const { standard, every } = line;
    expect(persons?.['people']?.rows).toEqual([
      { person: 'a', group: 'a', post: 'roads', standard: String(standard), every, ...expected },
    ]);
  });

  it('adds months up, a row for each post and standard', () => {
    const months = [
      month('2025-04', [days('a', 60), days('b', 60)]),
      month('2025-05', [days('a', 62, { monthDays: 31 }), days('b', 60, { monthDays: 31 })]),
      month('2025-06', [days('a', 60, { standard: 72_000n }), days('b', 60)]),
    ];
    const { persons } = postWagesNotice({ ...EMPTY, months });
    const told = persons?.['people']?.rows.map(({ person, norm, days: own, short, amount }) => {
      return [person, norm, own, short, amount];
    });
    // 660.00 × 30 ÷ 31 = 638.709… so 638.71; 660.00 + 638.71 + 660.00
    expect(told).toEqual([
      ['a', 61, 122, undefined, '132000'],
      ['b', 91, 180, 2, '195871'],
      ['a', 30, 60, undefined, '72000'],
    ]);
    expect(persons?.['people']?.totals).toEqual({ days: '362', amount: '399871' });
  });

  it('says of each month what is paid, and what waits in all with what waited before', () => {
    const months = [month('2025-05', [days('a', 60)], 0n), month('2025-06', [days('a', 60)], 66_000n)];
    const { sums, tables } = postWagesNotice({ ...EMPTY, months, earlier: [{ amount: 5n, open: 5n }] });
    expect(sums).toEqual({ before: '5', granted: '132000', paid: '66000', waiting: '66005' });
    expect(tables['months']?.rows).toEqual([
      { month: '2025-05', accepted: '2025-05-30', people: 1, amount: '66000', paid: '66000', waiting: '0' },
      { month: '2025-06', accepted: '2025-06-30', people: 1, amount: '66000', paid: '0', waiting: '66000' },
    ]);
  });

  it('says of the plan what was used before, now, and what is left', () => {
    const line = { plan: 'h1', use: 'posts', planned: 100_000n, earlier: 30_000n, taken: 66_000n };
    const { tables } = postWagesNotice({ ...EMPTY, lines: [line] });
    expect(tables['lines']?.rows).toEqual([
      { plan: 'h1', use: 'posts', planned: '100000', earlier: '30000', taken: '66000', left: '4000' },
    ]);
  });
});
