import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Chart } from '../../domain/ledger/chart';
import type { ChartMapping, MappedAccount } from '../../domain/ledger/chart-mapping';

interface MappingFile {
  readonly from: string;
  readonly to: string;
  readonly accounts: readonly MappedAccount[];
}

/** A mapping as it ships with the program; `npm run check:seeds` holds it against its schema. */
const readMappingFile: (text: string) => MappingFile = parse;

/** How balances go from one chart to another; undefined where no file says it. */
export function readChartMapping(
  seedsFolder: string,
  charts: { readonly old: Pick<Chart, 'version'>; readonly now: Pick<Chart, 'version'> },
): ChartMapping | undefined {
  const [from, to] = [charts.old.version, charts.now.version];
  const path = join(seedsFolder, 'chart-of-accounts', `${from}-to-${to}.yaml`);
  if (!existsSync(path)) return undefined;
  const file = readMappingFile(readFileSync(path, 'utf8'));
  const accounts = new Map(file.accounts.map((account) => [account.from, account]));
  return { from: file.from, to: file.to, accounts };
}
