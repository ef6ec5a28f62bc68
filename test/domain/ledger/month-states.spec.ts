import { monthAfterHolding, type MonthRow, monthsToOpen } from '../../../src/domain/ledger/month-states';

const months = (...rows: readonly string[]): MonthRow[] =>
  rows.map((row) => ({ month: row.slice(0, 7), state: row.endsWith(' held') ? 'held' : 'open' }));
const BOOKS = months('2025-01 held', '2025-02', '2025-03');

describe('an entry of a day', () => {
  it.each<{ day: string; rule: string; opens: string[] }>([
    { day: '2025-02-01', rule: 'opens nothing in an open month', opens: [] },
    { day: '2025-03-31', rule: 'opens nothing on the last day of the last month', opens: [] },
    { day: '2025-04-01', rule: 'opens the month after', opens: ['2025-04'] },
    { day: '2025-06-15', rule: 'opens every month up to its own', opens: ['2025-04', '2025-05', '2025-06'] },
  ])('of $day $rule', ({ day, opens }) => {
    expect(monthsToOpen(BOOKS, day, '2025-06-15')).toEqual(opens);
  });

  it('crosses the year', () => {
    expect(monthsToOpen(months('2024-11'), '2025-01-01', '2025-01-01')).toEqual(['2024-12', '2025-01']);
  });

  it.each<{ day: string; rule: string; today?: string; books?: MonthRow[]; code: string }>([
    { day: '2024-12-31', rule: 'before the books', code: 'period.beforeBooks' },
    { day: '2025-02-01', rule: 'in books without a month', books: [], code: 'period.beforeBooks' },
    {
      day: '2024-12-31',
      rule: 'before the books, even ahead of today',
      today: '2024-01-01',
      code: 'period.beforeBooks',
    },
    { day: '2025-06-16', rule: 'a day ahead', code: 'period.inFuture' },
    { day: '2025-01-31', rule: 'ahead of today and held', today: '2025-01-30', code: 'period.inFuture' },
    { day: '2025-01-31', rule: 'in a held month', code: 'period.held' },
  ])('is refused $rule', ({ day, today, books, code }) => {
    expect(() => monthsToOpen(books ?? BOOKS, day, today ?? '2025-06-15')).toThrow(code);
  });
});

describe('holding a month', () => {
  it('takes the first open one and wants the next one open', () => {
    expect(monthAfterHolding(BOOKS, '2025-02')).toBe('2025-03');
    expect(monthAfterHolding(months('2025-12'), '2025-12')).toBe('2026-01');
  });

  it.each<{ month: string; rule: string; code: string }>([
    { month: '2025-01', rule: 'a held month', code: 'period.held' },
    { month: '2025-03', rule: 'a month before its turn', code: 'period.notNext' },
    { month: '2025-04', rule: 'a month the books do not have', code: 'period.notNext' },
  ])('refuses $rule', ({ month, code }) => {
    expect(() => monthAfterHolding(BOOKS, month)).toThrow(code);
  });
});
