import { halfYearOf } from '../../../src/domain/calendar/half-year';
import { firstUnsettled, halfYearsSince } from '../../../src/domain/surplus/half-years';

const H1 = { from: '2025-01-01', to: '2025-06-30' };
const H2 = { from: '2025-07-01', to: '2025-12-31' };

describe('a half-year', () => {
  it.each<{ day: string; half: object }>([
    { day: '2025-01-01', half: H1 },
    { day: '2025-06-30', half: H1 },
    { day: '2025-07-01', half: H2 },
    { day: '2025-12-31', half: H2 },
  ])('holds $day', ({ day, half }) => {
    expect(halfYearOf(day)).toEqual(half);
  });

  it.each<{ opened: string; today: string; periods: object[] }>([
    { opened: '2025-01-01', today: '2025-06-30', periods: [H1] },
    { opened: '2025-01-01', today: '2025-07-01', periods: [H1, H2] },
    { opened: '2025-03-15', today: '2025-03-15', periods: [H1] },
    { opened: '2025-07-01', today: '2026-01-01', periods: [H2, { from: '2026-01-01', to: '2026-06-30' }] },
    { opened: '2025-07-01', today: '2025-06-30', periods: [] },
  ])('is listed from $opened until $today', ({ opened, today, periods }) => {
    expect(halfYearsSince(opened, today)).toEqual(periods);
  });

  it.each<{ today: string; settledTo: string | undefined; next: object | undefined }>([
    { today: '2025-06-29', settledTo: undefined, next: undefined },
    { today: '2025-06-30', settledTo: undefined, next: H1 },
    { today: '2025-12-30', settledTo: '2025-06-30', next: undefined },
    { today: '2025-12-31', settledTo: '2025-06-30', next: H2 },
    { today: '2025-12-31', settledTo: '2025-05-31', next: H1 },
  ])('is distributed once it is over and not settled: on $today', ({ today, settledTo, next }) => {
    const settled = settledTo === undefined ? [] : [{ periodTo: settledTo }, { periodTo: '2025-01-31' }];
    expect(firstUnsettled([H1, H2], settled, today)).toEqual(next);
  });
});
