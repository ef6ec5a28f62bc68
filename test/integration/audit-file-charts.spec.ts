import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Chart } from '../../src/domain/ledger/chart';
import { ChartService } from '../../src/features/ledger/chart.service';
import { chartJson } from '../../src/features/oversight/audit-tables';

const charts = new ChartService('seeds');
const CHECKER = pathToFileURL(resolve('templates/audit-file/check-rows.mjs')).href;
const ASKS = `import { checkChart } from '${CHECKER}';
  import { readFileSync } from 'node:fs';
  const chart = JSON.parse(readFileSync(0, 'utf8'));
  checkChart(chart.version, chart);`;

/** What the checker of the audit file says of a chart; nothing where it takes it. */
function saidOf(chart: Chart): string {
  const given = { encoding: 'utf8', input: chartJson(chart) } as const;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', ASKS], given);
  return /Break \[Error\]: (.*)/.exec(stderr)?.[1] ?? stderr;
}

describe('the checker of the audit file knows the national accounts', () => {
  it.each(['2004', '2023'])('of the chart of %s, whatever a county hangs below them', (version) => {
    expect(saidOf(charts.requireChart(version))).toBe('');
    expect(saidOf(charts.requireChart(version, ['341200']))).toBe('');
  });

  it('and says so where one of them is another', () => {
    const chart = charts.requireChart('2023');
    const bank = { code: '102', name: '存款', nature: 'asset', contra: false } as const;
    const other = { ...chart, accounts: new Map([...chart.accounts, ['102', bank] as const]) };
    expect(saidOf(other)).toMatch(/^chart-2023\.json: its national accounts are others/);
  });
});
