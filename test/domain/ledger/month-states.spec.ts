import {
  monthAfterHolding,
  type MonthRow,
  type MonthState,
  monthsToOpen,
  requireReopenable,
  requireSealable,
} from '../../../src/domain/ledger/month-states';

const STATES: readonly MonthState[] = ['held', 'sealed'];
const months = (...rows: readonly string[]): MonthRow[] =>
  rows.map((row) => ({
    month: row.slice(0, 7),
    state: STATES.find((state) => row.endsWith(` ${state}`)) ?? 'open',
  }));
const CLOSING = months('2025-01 sealed', '2025-02 sealed', '2025-03 held', '2025-04 held', '2025-05');
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
    { day: '2025-02-28', rule: 'in a sealed month', books: CLOSING, code: 'period.sealed' },
  ])('is refused $rule', ({ day, today, books, code }) => {
    expect(() => monthsToOpen(books ?? BOOKS, day, today ?? '2025-06-15')).toThrow(code);
  });
});

describe('holding a month', () => {
  it('takes the first open one and wants the next one open', () => {
    expect(monthAfterHolding(BOOKS, '2025-02')).toBe('2025-03');
    expect(monthAfterHolding(months('2025-12'), '2025-12')).toBe('2026-01');
  });

  it.each<{ month: string; rule: string; books?: MonthRow[]; code: string }>([
    { month: '2025-01', rule: 'a held month', code: 'period.heldAlready' },
    { month: '2025-02', rule: 'a sealed month', books: CLOSING, code: 'period.sealedAlready' },
    { month: '2025-03', rule: 'a month before its turn', code: 'period.notNext' },
    { month: '2025-04', rule: 'a month the books do not have', code: 'period.notNext' },
  ])('refuses $rule', ({ month, books, code }) => {
    expect(() => monthAfterHolding(books ?? BOOKS, month)).toThrow(code);
  });
});

describe('opening a held month again', () => {
  it.each<{ rule: string; books: MonthRow[]; month: string }>([
    { rule: 'the last held one', books: CLOSING, month: '2025-04' },
    { rule: 'the only held one', books: BOOKS, month: '2025-01' },
    {
      rule: 'a held one right after a sealed one',
      books: months('2025-01 sealed', '2025-02 held'),
      month: '2025-02',
    },
  ])('takes $rule', ({ books, month }) => {
    expect(() => {
      requireReopenable(books, month);
    }).not.toThrow();
  });

  it.each<{ rule: string; month: string; code: string }>([
    { rule: 'a sealed month, whatever was held later', month: '2025-02', code: 'period.sealedAlready' },
    { rule: 'an open month', month: '2025-05', code: 'period.notHeld' },
    { rule: 'a month the books do not have', month: '2025-06', code: 'period.notHeld' },
    { rule: 'a month before the books', month: '2024-12', code: 'period.notHeld' },
    { rule: 'a held month before the last held one', month: '2025-03', code: 'period.laterHeld' },
  ])('refuses $rule', ({ month, code }) => {
    expect(() => {
      requireReopenable(CLOSING, month);
    }).toThrow(code);
  });
});

describe('sealing a month', () => {
  it.each<{ rule: string; books: MonthRow[]; month: string }>([
    { rule: 'the first held one after the sealed ones', books: CLOSING, month: '2025-03' },
    { rule: 'the first month of the books', books: BOOKS, month: '2025-01' },
  ])('takes $rule', ({ books, month }) => {
    expect(() => {
      requireSealable(books, month);
    }).not.toThrow();
  });

  it.each<{ rule: string; month: string; code: string }>([
    { rule: 'a sealed month', month: '2025-02', code: 'period.sealedAlready' },
    { rule: 'an open month', month: '2025-05', code: 'period.notHeld' },
    { rule: 'a month the books do not have', month: '2025-06', code: 'period.notHeld' },
    { rule: 'a held month while one before it is not sealed', month: '2025-04', code: 'period.sealNotNext' },
  ])('refuses $rule', ({ month, code }) => {
    expect(() => {
      requireSealable(CLOSING, month);
    }).toThrow(code);
  });
});
