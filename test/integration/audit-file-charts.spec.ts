import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Chart } from '../../src/domain/ledger/chart';
import type { Crossing } from '../../src/domain/ledger/crossing';
import { ChartService } from '../../src/features/ledger/chart.service';
import { carriedJson, chartJson } from '../../src/features/oversight/audit-tables';

const charts = new ChartService('seeds');
const checkerOf = (name: string): string => pathToFileURL(resolve(`templates/audit-file/${name}`)).href;
const CHECKER = checkerOf('check-rows.mjs');
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

const ASKS_CARRIED = `import { checkCarried } from '${checkerOf('check-carried.mjs')}';
  import { readFileSync } from 'node:fs';
  const { change, charts, brought, row } = JSON.parse(readFileSync(0, 'utf8'));
  const roles = new Map(charts.map(({ version, roles }) => [version, roles]));
  const byCode = ({ accounts }) => new Map(accounts.map((account) => [account.code, account]));
  const accounts = new Map(charts.map((chart) => [chart.version, byCode(chart)]));
  const went = new Map(brought.map(([code, now]) => [code, new Set(now)]));
  const seen = { changes: [{ ...change, brought: went }], charts: accounts, roles, entries: new Map() };
  checkCarried(seen, [{ table: 'chart_changes', says: row }]);`;

const REGION = ['341200'];
const [OLD, NOW] = [charts.requireChart('2004', REGION), charts.requireChart('2023', REGION)];

/** What the checker says of the accounts of a change as an archive tells them, or with some altered. */
function saidOfChange(
  { carried, choices }: Pick<Crossing, 'carried' | 'choices'>,
  altered: Readonly<Record<string, readonly string[]>> = {},
): string {
  const mapping = charts.findMapping({ old: OLD, now: NOW });
  if (mapping === undefined) throw new Error('no mapping');
  const crossing: Crossing = {
    ...{ validFrom: '2024-01-01', old: OLD, now: NOW, mapping, carried, choices },
  };
  const [change] = JSON.parse(carriedJson([crossing])) as { readonly accounts: object }[];
  const input = JSON.stringify({
    change: { ...change, accounts: { ...change?.accounts, ...altered } },
    charts: [OLD, NOW].map((chart) => JSON.parse(chartJson(chart)) as object),
    brought: [...carried],
    row: {
      ...{ valid_from: '2024-01-01', from_chart: '2004', to_chart: '2023' },
      choices: JSON.stringify(choices),
    },
  });
  const given = { encoding: 'utf8', input } as const;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', ASKS_CARRIED], given);
  return /Break \[Error\]: (.*)/.exec(stderr)?.[1] ?? stderr;
}

describe('the checker of the audit file reckons where each old account went', () => {
  const surplus = new Map([['322', ['32202']]]);
  it.each([
    ['nothing was brought and nothing chosen', { carried: new Map(), choices: {} }],
    ['a choice was made', { carried: new Map(), choices: { '131': '132' } }],
    ['the surplus went to a detail', { carried: surplus, choices: {} }],
    ['one account went to two', { carried: new Map([['112', ['112', '113']]]), choices: {} }],
  ] as const)('as the program does, where %s', (_what, given) => {
    expect(saidOfChange(given)).toBe('');
  });

  it('and says which one is another', () => {
    const given = { carried: new Map(), choices: { '131': '132' } };
    expect(saidOfChange(given, { '131': ['131'] })).toMatch(/account 131 goes to 132, not to 131$/);
    expect(saidOfChange(given, { '501': ['501'] })).toMatch(/account 501 goes to 322\d*, not to 501$/);
  });
});
