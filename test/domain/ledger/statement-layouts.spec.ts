import { ChartService } from '../../../src/features/ledger/chart.service';
import { incomeStatementSheet } from '../../../src/features/ledger/report-sheets';
import { StatementLayoutsService } from '../../../src/features/ledger/statement-layouts.service';

/** The rows that are numbered 一、二、三 head the others, whether they are sums or not. */
it.each(['2004', '2023'])('the income statement of %s indents all but its numbered rows', (version) => {
  const layout = new StatementLayoutsService('seeds').requireLayout(
    'income-statement',
    new ChartService('seeds').requireChart(version),
  );
  const figures = layout.left.map((row) => ({ row, amount: 1n }));
  const { rows } = incomeStatementSheet({ confirmed: false, thisYear: figures, lastYear: figures });
  const numbered = rows.filter(({ cells }) => /^[一二三四五六七]、/.test(String(cells[0])));
  expect(numbered.map(({ indent, kind }) => [indent, kind === 'line'])).toEqual(
    numbered.map(() => [0, false]),
  );
  const others = rows.filter((row) => !numbered.includes(row));
  const heading = others.filter(({ indent }) => indent === 0).map(({ cells }) => cells[0]);
  expect(heading).toEqual(version === '2004' ? ['总收入合计'] : []);
});
