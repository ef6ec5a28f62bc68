import { Injectable } from '@nestjs/common';
import type { Chart } from '../../domain/ledger/chart';
import type { CounterpartyNames } from '../../domain/ledger/counterparty';
import type { Posting } from '../../domain/ledger/journal-entry';
import { movesMoney } from '../../domain/ledger/voucher-hands';
import type { Fen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { labelOf } from '../../glossary/terms';
import { Database } from '../../platform/database/database';
import { ChartService } from './chart.service';
import { CounterpartiesService, counterpartyText } from './counterparties.service';
import type { Voucher } from './ledger-read.service';
import { readBooks } from './books-row.store';
import { VoucherDesk } from './voucher-desk.service';

/** A line of a voucher in words. */
export interface LineInWords {
  readonly accountCode: string;
  /** The chart's account, and the detail account below it where the line stands on one. */
  readonly accountName: string;
  readonly detailName: string | undefined;
  /** Pool, asset, stream, generation month, counterparty. */
  readonly dimensions: readonly string[];
  readonly debit: Fen;
  readonly credit: Fen;
}

/** What the lines of a collective's vouchers are named by. */
export interface LineNames {
  readonly chartOf: (version: string) => Chart;
  readonly assets: ReadonlyMap<string, string>;
  readonly counterparties: CounterpartyNames;
}

/** Says the lines of vouchers in words: accounts, and what each line is about. */
@Injectable()
export class VoucherLinesService {
  constructor(
    private readonly database: Database,
    private readonly charts: ChartService,
    private readonly counterparties: CounterpartiesService,
    private readonly desk: VoucherDesk,
  ) {}

  /** How many papers are kept with a voucher, the slip of the grid for example. */
  async countPapers(collectiveId: string, entryId: string): Promise<number> {
    return (await this.desk.countPapers(collectiveId, [entryId])).get(entryId) ?? 0;
  }

  /** @throws DomainError `collective.unknown` */
  async namesFor(collectiveId: string): Promise<LineNames> {
    const books = await readBooks(this.database.reader, collectiveId);
    if (books === undefined) throw new DomainError('collective.unknown', { collectiveId });
    // A county's details belong to charts of every version.
    const { regionPath } = books;
    return {
      chartOf: (version) => this.charts.requireChart(version, regionPath),
      assets: await this.desk.listNames(collectiveId),
      counterparties: await this.counterparties.listNames(collectiveId),
    };
  }
}

/** The lines of a voucher in words. */
export function linesInWords(voucher: Pick<Voucher, 'chart' | 'postings'>, names: LineNames): LineInWords[] {
  const chart = names.chartOf(voucher.chart);
  return voucher.postings.map((posting) => {
    const { side, amount, ledgerAccount } = posting;
    const account = chart.accounts.get(ledgerAccount);
    const above = account?.detailOf === undefined ? undefined : chart.accounts.get(account.detailOf);
    return {
      accountCode: ledgerAccount,
      accountName: (above ?? account)?.name ?? ledgerAccount,
      detailName: above === undefined ? undefined : account?.name,
      dimensions: dimensionsOf(posting, names),
      debit: side === 'debit' ? amount : 0n,
      credit: side === 'credit' ? amount : 0n,
    };
  });
}

/** Whether a cashier has anything to sign on it. */
export function hasMoney(voucher: Pick<Voucher, 'chart' | 'postings'>, names: LineNames): boolean {
  return movesMoney(voucher.postings, names.chartOf(voucher.chart));
}

function dimensionsOf(posting: Posting, names: LineNames): string[] {
  const { pool, assetId, stream, generationMonth, counterparty } = posting;
  return [
    labelOf(`pool.${pool}`),
    assetId === undefined ? undefined : (names.assets.get(assetId) ?? assetId),
    stream === undefined ? undefined : labelOf(`stream.${stream}`),
    generationMonth,
    counterparty === undefined ? undefined : counterpartyText(counterparty, names.counterparties),
  ].filter((word) => word !== undefined);
}
