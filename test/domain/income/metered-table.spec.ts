import { readMeterTable, type ReadMeterTable } from '../../../src/domain/income/metered-table';
import { meterTableWords } from '../../../src/glossary/meter-table-words';

const STATION = { today: '2025-07-20', acquiredOn: '2020-01-01', capacityKw: '100' };

/** A table as a portal exports it: lines of cells between semicolons, from the first row on. */
const read = (lines: readonly string[], unit = ''): ReadMeterTable => {
  const rows = lines.map((line, place) => ({ number: place + 1, cells: line.split(';') }));
  return readMeterTable(rows, meterTableWords, { station: STATION, unit });
};
const spans = ({ rows }: ReadMeterTable): string[] => rows.map(({ span, kwh }) => `${span} ${kwh}`);
const codes = ({ problems }: ReadMeterTable): string[] =>
  problems.map(({ code, field }) => `${field} ${code}`);

const HEAD = '日期;日发电量(kWh)';

describe('what a portal exports', () => {
  it.each<[rule: string, lines: string[], kept: string[]]>([
    ['is read by day', [HEAD, '2025-06-01;401.5'], ['2025-06-01 401.5']],
    ['is read by month', ['月份;发电量（度）', '2025-06;9,001'], ['2025-06 9001']],
    ['is written with signs', [HEAD, '2025年6月1日;1'], ['2025-06-01 1']],
    ['is written in one', [HEAD, '20250601;1'], ['2025-06-01 1']],
    ['is written with a clock at midnight', [HEAD, '2025/6/1 00:00:00;1'], ['2025-06-01 1']],
    ['stands below a title', ['Station report', 'made 2025-07-01', HEAD, '2025-06-01;1'], ['2025-06-01 1']],
    ['is in MWh where the heading says so', ['日期;发电量(MWh)', '2025-06-01;0.4015'], ['2025-06-01 401.5']],
    ['is in ten MWh where it says that', ['年月;发电量（万度）', '2025-06;0.9'], ['2025-06 9000']],
    [
      'has columns nobody asks for',
      ['序号;日期;电站;发电量(kWh);CO2', '1;2025-06-01;A;5;9'],
      ['2025-06-01 5'],
    ],
  ])('%s', (_rule, lines, kept) => {
    const found = read(lines);
    expect([spans(found), codes(found)]).toEqual([kept, []]);
  });

  it.each<[rule: string, lines: string[], codes: string[]]>([
    ['has its two columns', ['日期;收益', '2025-06-01;1'], ['file meterTable.noHeading']],
    ['has a row', [HEAD], ['file meterTable.empty']],
    ['says its unit', ['日期;发电量', '2025-06-01;1'], ['unit meterTable.unitUnsaid']],
    ['says no unit that nobody knows', ['日期;发电量(J)', '2025-06-01;1'], ['unit meterTable.unitUnsaid']],
    ['names a day', [HEAD, 'x;1'], ['row.2.span meterTable.noSpan']],
    ['names no hour', [HEAD, '2025-06-01 13:00;1'], ['row.2.span meterTable.noSpan']],
    ['names a day that is', [HEAD, '2025-06-31;1'], ['row.2.span meterTable.noSpan']],
    ['has a number', [HEAD, '2025-06-01;1o'], ['row.2.kwh meterTable.noKwh']],
    ['has a number not below zero', [HEAD, '2025-06-01;-1'], ['row.2.kwh meterTable.noKwh']],
    ['says nothing twice', [HEAD, '2025-06-01;1', '2025-06-01;1'], ['row.3.span meterKwh.twice']],
    ['says nothing of tomorrow', [HEAD, '2025-07-21;1'], ['row.2.span meterKwh.ahead']],
    ['says nothing of before', [HEAD, '2019-12-31;1'], ['row.2.span meterKwh.before']],
    ['is no more than the station can give', [HEAD, '2025-06-01;2400.1'], ['row.2.span meterKwh.tooMuch']],
    [
      'is of one station',
      ['日期;电站;电量(kWh)', '2025-06-01;A;1', '2025-06-02;B;1'],
      ['file meterTable.plants'],
    ],
    ['adds up', [HEAD, '2025-06-01;10', '合计;12'], ['row.3.kwh meterTable.totalDiffers']],
    [
      'has no total held against rows that cannot be read',
      [HEAD, '2025-06-01;10', '2025-06-02;x', '合计;99'],
      ['row.3.kwh meterTable.noKwh'],
    ],
    [
      'tells a day and an energy of one row',
      [HEAD, '2025-06-99;x', '2025-06-01;10'],
      ['row.2.span meterTable.noSpan', 'row.2.kwh meterTable.noKwh'],
    ],
    [
      'tells a day ahead beside an energy nobody can read',
      [HEAD, '2025-07-22;x', '2025-06-01;10'],
      ['row.2.kwh meterTable.noKwh', 'row.2.span meterKwh.ahead'],
    ],
    ['has a total', [HEAD, '2025-06-01;10', '合计;'], ['row.3.kwh meterTable.noKwh']],
  ])('%s', (_rule, lines, wrong) => {
    expect(codes(read(lines))).toEqual(wrong);
  });

  it('is in the unit a person says where the table says none, and in its own where it does', () => {
    expect(spans(read(['日期;发电量', '2025-06-01;0.5'], 'MWh'))).toEqual(['2025-06-01 500']);
    expect(spans(read([HEAD, '2025-06-01;0.5'], 'MWh'))).toEqual(['2025-06-01 0.5']);
  });

  it('takes no row that adds up or in which nothing was measured, and names the days it leaves out', () => {
    const found = read([
      ...[HEAD, '2025-06-01;10', '2025-06-02;--', '小计;10', '2025-06-05;20', '小计;20'],
      '合计;31',
    ]);
    expect(spans(found)).toEqual(['2025-06-01 10', '2025-06-05 20']);
    expect([found.totals, found.empty]).toEqual([[4, 6, 7], [3]]);
    expect(found.missing).toEqual(['2025-06-02', '2025-06-03', '2025-06-04']);
    expect(codes(found)).toEqual([]);
  });

  it('is refused whole where it is longer than three years of days', () => {
    const lines = Array.from({ length: 1_101 }, () => '2025-06-01;1');
    expect(codes(read([HEAD, ...lines]))).toEqual(['file meterTable.tooMany']);
  });
});
