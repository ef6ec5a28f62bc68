import { importedDayProblems } from '../../../src/domain/ledger/imported-days';
import type { MonthRow } from '../../../src/domain/ledger/month-states';
import { RECEIPT } from './entries.fixture';

const MONTHS: readonly MonthRow[] = [
  { month: '2025-01', state: 'sealed' },
  { month: '2025-02', state: 'held' },
  { month: '2025-03', state: 'open' },
];

const saidOf = (
  days: readonly string[],
  chartFrom = '',
  settledTo: Readonly<Record<string, string>> = {},
) => {
  const entries = days.map((day) => ({ ...RECEIPT, postedOn: day, statementOn: day }));
  const lines = days.map((_each, index) => 2 * index + 1);
  const problems = importedDayProblems(
    { entries, lines },
    { months: MONTHS, today: '2025-05-10', chartFrom, settledTo },
  );
  return problems.map(({ code, field, value }) => [code, field, String(value)].join(' '));
};

describe('the days of a file of older vouchers', () => {
  it.each<[why: string, day: string, code: string]>([
    ['the day before the books', '2024-12-31', 'period.beforeBooks'],
    ['the last day of a sealed month', '2025-01-31', 'period.sealed'],
    ['the first day of a held month', '2025-02-01', 'period.held'],
    ['its last day', '2025-02-28', 'period.held'],
    ['the first day of the open month', '2025-03-01', ''],
    ['a month that opens with it', '2025-04-30', ''],
    ['today', '2025-05-10', ''],
    ['tomorrow', '2025-05-11', 'period.inFuture'],
    ['no day, which is told as such', '2025-02-30', ''],
  ])('say of %s (%s) what it takes', (_why, day, code) => {
    expect(saidOf([day])).toEqual(code === '' ? [] : [`${code} line.1.postedOn ${day}`]);
  });

  it('are each told at its line, all of the file at once', () => {
    expect(saidOf(['2025-01-02', '2025-03-02', '2025-02-03'])).toEqual([
      'period.sealed line.1.postedOn 2025-01-02',
      'period.held line.5.postedOn 2025-02-03',
    ]);
  });

  it('are refused under another chart, and where the pool is settled', () => {
    expect(saidOf(['2025-03-31', '2025-04-01'], '2025-04-01')).toEqual([
      'period.otherChart line.1.postedOn 2025-03-31',
    ]);
    expect(saidOf(['2025-03-31', '2025-04-01'], '', { pv: '2025-03-31' })).toEqual([
      'period.settled line.1.postedOn 2025-03-31',
    ]);
  });
});
