import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import { type Chart, chartProblems, type LedgerAccount } from '../../domain/ledger/chart';
import { refuseProblems } from '../../domain/shared/problem';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';

interface ChartFile {
  readonly version: string;
  readonly accounts: readonly (Omit<LedgerAccount, 'contra'> & { readonly contra?: boolean })[];
  readonly choices: Chart['choices'];
}

/** A chart file as it ships with the program; `npm run check:seeds` holds it against its schema. */
const readChartFile: (text: string) => ChartFile = parse;

/** The chart of accounts from its seed file. A chart is never changed, only followed by a new version. */
@Injectable()
export class ChartService {
  private readonly charts = new Map<string, Chart>();

  constructor(@Inject(SEEDS_FOLDER) private readonly seedsFolder: string) {}

  /** The chart of this version, for example `2023`. */
  requireChart(version: string): Chart {
    const known = this.charts.get(version);
    if (known !== undefined) return known;
    const path = join(this.seedsFolder, 'chart-of-accounts', `${version}.yaml`);
    const file = readChartFile(readFileSync(path, 'utf8'));
    const accounts = file.accounts.map((account) => ({ ...account, contra: account.contra ?? false }));
    const chart = {
      version: file.version,
      accounts: new Map(accounts.map((account) => [account.code, account])),
      choices: file.choices,
    };
    refuseProblems(chartProblems(chart));
    this.charts.set(version, chart);
    return chart;
  }
}
