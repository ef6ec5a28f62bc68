import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import {
  type AccountOffer,
  type Chart,
  chartProblems,
  detailProblems,
  type DetailAccount,
  type LedgerAccount,
  type PostingUse,
  withDetails,
} from '../../domain/ledger/chart';
import type { ChartMapping } from '../../domain/ledger/chart-mapping';
import { type Fen, readYuan } from '../../domain/money/fen';
import { invariant } from '../../domain/shared/invariant';
import { refuseProblems } from '../../domain/shared/problem';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import { readChartMapping } from './chart-mapping-files';

interface ChartFile {
  readonly version: string;
  readonly accounts: readonly AccountLine[];
  readonly roles: Chart['roles'];
  readonly choices: Chart['choices'];
  readonly offers: Readonly<Record<PostingUse, OfferLine>>;
  /** Yuan. */
  readonly fee_difference_below: string;
}

interface OfferLine {
  readonly accounts: readonly string[];
  readonly not_offered?: readonly { readonly account: string; readonly why: string }[];
}

interface AccountLine {
  readonly code: string;
  readonly name: string;
  readonly nature: LedgerAccount['nature'];
  readonly contra?: boolean;
  readonly two_sided?: boolean;
  readonly advances?: boolean;
  readonly pool_money?: NonNullable<LedgerAccount['poolMoney']>;
  readonly year_end?: NonNullable<LedgerAccount['yearEnd']>;
}

/** Detail accounts as a county's file names them. */
interface DetailFile {
  readonly accounts: readonly DetailAccount[];
  /** Yuan; where the county has a bound of its own. */
  readonly fee_difference_below?: string;
}

/** A chart file as it ships with the program; `npm run check:seeds` holds it against its schema. */
const readChartFile: (text: string) => ChartFile = parse;
const readDetailFile: (text: string) => DetailFile = parse;

/**
 * The charts of accounts from their seed files, with the detail accounts of the nearest region that has
 * any. A chart is never changed, only followed by a new version.
 */
@Injectable()
export class ChartService {
  private readonly charts = new Map<string, Chart>();

  constructor(@Inject(SEEDS_FOLDER) private readonly seedsFolder: string) {}

  /**
   * The chart of this version, for example `2023`.
   * @param regionPath the collective's region codes, nearest first
   */
  requireChart(version: string, regionPath: readonly string[] = []): Chart {
    const key = [version, ...regionPath].join(' ');
    const known = this.charts.get(key);
    if (known !== undefined) return known;
    const chart = this.detailed(this.readChart(version), regionPath);
    this.charts.set(key, chart);
    return chart;
  }

  /** The chart of this version, or undefined where no file holds one of that name. */
  findChart(version: string, regionPath: readonly string[] = []): Chart | undefined {
    const isKnown = /^\w+$/.test(version) && existsSync(this.fileOf(version));
    return isKnown ? this.requireChart(version, regionPath) : undefined;
  }

  /** How balances go from one chart to another; undefined where no file says it. */
  findMapping(charts: { readonly old: Chart; readonly now: Chart }): ChartMapping | undefined {
    return readChartMapping(this.seedsFolder, charts);
  }

  /** The versions that files hold, the oldest first. */
  listVersions(): string[] {
    const files = readdirSync(join(this.seedsFolder, 'chart-of-accounts'));
    return files.flatMap((file) => /^(\d{4})\.yaml$/.exec(file)?.[1] ?? []).sort();
  }

  private fileOf(version: string): string {
    return join(this.seedsFolder, 'chart-of-accounts', `${version}.yaml`);
  }

  private readChart(version: string): Chart {
    const file = readChartFile(readFileSync(this.fileOf(version), 'utf8'));
    const accounts = file.accounts.map(accountOf);
    const chart = {
      version: file.version,
      accounts: new Map(accounts.map((account) => [account.code, account])),
      roles: file.roles,
      choices: file.choices,
      offers: offersOf(file.offers),
      feeDifferenceBelow: inFen(file.fee_difference_below),
    };
    refuseProblems(chartProblems(chart));
    return chart;
  }

  private detailed(chart: Chart, regionPath: readonly string[]): Chart {
    for (const region of regionPath) {
      const folder = join(this.seedsFolder, 'chart-of-accounts', 'details', chart.version);
      const path = join(folder, `${region}.yaml`);
      if (!existsSync(path)) continue;
      const { accounts, fee_difference_below: below } = readDetailFile(readFileSync(path, 'utf8'));
      refuseProblems(detailProblems(chart, accounts));
      return withDetails(chart, accounts, below === undefined ? undefined : inFen(below));
    }
    return chart;
  }
}

/** A bound that a file writes in yuan. */
function inFen(typed: string): Fen {
  const amount = readYuan(typed);
  invariant(amount !== undefined, 'a file of accounts writes its bound in yuan');
  return amount;
}

function offersOf(read: ChartFile['offers']): Chart['offers'] {
  const offerOf = ({ accounts, not_offered: not = [] }: OfferLine): AccountOffer => ({
    accounts,
    notOffered: not.map(({ account: ledgerAccount, why }) => ({ ledgerAccount, why })),
  });
  return {
    postWages: offerOf(read.postWages),
    worksLabour: offerOf(read.worksLabour),
    rewards: offerOf(read.rewards),
    industry: offerOf(read.industry),
    otherUses: offerOf(read.otherUses),
    subsidyIncome: offerOf(read.subsidyIncome),
  };
}

function accountOf(read: AccountLine): LedgerAccount {
  const { pool_money: poolMoney, year_end: yearEnd, two_sided: twoSided, contra, ...line } = read;
  return {
    ...line,
    contra: contra ?? false,
    ...(poolMoney === undefined ? {} : { poolMoney }),
    ...(yearEnd === undefined ? {} : { yearEnd }),
    ...(twoSided === undefined ? {} : { twoSided }),
  };
}
