import fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysInclusive,
  firstDayOf,
  isCalendarDay,
  isMonth,
  lastDayOf,
  monthOf,
  monthsBetween,
  yearOf,
} from '../../../src/domain/calendar/calendar-day';

const anyDay = fc.integer({ min: 0, max: 80_000 }).map((count) => addDays('1950-01-01', count));

describe('a calendar day', () => {
  it.each(['2025-07-11', '2024-02-29', '2000-02-29', '1949-01-01', '2199-12-31', '2025-12-31'])(
    'exists: %s',
    (day) => {
      expect(isCalendarDay(day)).toBe(true);
    },
  );

  it.each([
    ['29 February outside a leap year', '2025-02-29'],
    ['29 February of 2100', '2100-02-29'],
    ['31 April', '2025-04-31'],
    ['month 13', '2025-13-01'],
    ['month 0', '2025-00-10'],
    ['day 0', '2025-07-00'],
    ['day 32', '2025-07-32'],
    ['a year before the first', '1948-12-31'],
    ['a year after the last', '2200-01-01'],
    ['one digit', '2025-7-11'],
    ['slashes', '2025/07/11'],
    ['a time behind it', '2025-07-11T00:00:00Z'],
    ['a line break behind it', '2025-07-11\n'],
    ['a space before it', ' 2025-07-11'],
    ['full-width digits', '\uff12\uff10\uff12\uff15-07-11'],
    ['nothing', ''],
  ])('does not exist: %s', (_, text) => {
    expect(isCalendarDay(text)).toBe(false);
  });

  it('lies in its month and year, between the first and the last day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const month = monthOf(day);
        expect(isCalendarDay(day) && isMonth(month)).toBe(true);
        expect(firstDayOf(month) <= day && day <= lastDayOf(month)).toBe(true);
        expect(yearOf(day)).toBe(yearOf(month));
        expect(monthOf(addDays(lastDayOf(month), 1))).toBe(addMonths(month, 1));
      }),
    );
  });

  it.each([
    ['2025-09-09', '2025-09-18', 10],
    ['2025-07-11', '2025-07-11', 1],
    ['2025-07-11', '2025-07-10', 0],
    ['2024-02-28', '2024-03-01', 3],
    ['2024-12-31', '2025-01-01', 2],
  ])('counts the first and the last: %s to %s are %i days', (first, last, days) => {
    expect(daysInclusive(first, last)).toBe(days);
  });

  it('comes back when as many days are taken as were added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -9_000, max: 9_000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(daysInclusive(day, addDays(day, count))).toBe(count + 1);
      }),
    );
  });
});

describe('a month', () => {
  it.each(['2025-07', '2025-12'])('exists: %s', (month) => {
    expect(isMonth(month)).toBe(true);
  });

  it.each(['2025-13', '2025-00', '2025-7', '2025', '2025-07-01', ''])('does not exist: %j', (text) => {
    expect(isMonth(text)).toBe(false);
  });

  it.each([
    ['2025-01', '2025-01-31'],
    ['2025-02', '2025-02-28'],
    ['2024-02', '2024-02-29'],
    ['2025-04', '2025-04-30'],
  ])('%s ends on %s', (month, day) => {
    expect(lastDayOf(month)).toBe(day);
  });

  it.each([
    ['2025-07', 1, '2025-08'],
    ['2025-12', 1, '2026-01'],
    ['2025-01', -1, '2024-12'],
    ['2025-03', -15, '2023-12'],
    ['2025-07', 0, '2025-07'],
    ['2025-07', 24, '2027-07'],
  ])('%s and %i months is %s', (month, count, other) => {
    expect(addMonths(month, count)).toBe(other);
  });

  it('is followed by the next one up to the last, both included', () => {
    expect(monthsBetween('2024-11', '2025-02')).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
    expect(monthsBetween('2025-07', '2025-07')).toEqual(['2025-07']);
    expect(monthsBetween('2025-07', '2025-06')).toEqual([]);
  });
});
