import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import { PAPERS_AT_LEAST } from '../../domain/ledger/attachments';
import type { Chart } from '../../domain/ledger/chart';
import { balanceProblems, type OpeningFacts, type OpeningLine } from '../../domain/months/opening';
import {
  assetProblems,
  type AssetReconciliation,
  lossProblems,
  reconcileAssets,
} from '../../domain/months/opening-checks';
import {
  linesOfShortOpening,
  openingPostings,
  originsOf,
  type ShortOpening,
} from '../../domain/months/postings';
import { openingRowProblems, readOpening } from '../../domain/months/read-opening';
import { DomainError } from '../../domain/shared/domain-error';
import { invariant } from '../../domain/shared/invariant';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { POOL_WORDS, STREAM_WORDS, TOTAL_WORDS } from '../../glossary/columns-opening';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import type { GivenTable } from '../../platform/http/uploads';
import { newId } from '../../platform/ids/new-id';
import { ImportPreviewsService, type Wanted } from '../../platform/spreadsheets/import-previews.service';
import { recordsOf, type TableRecords } from '../../platform/spreadsheets/table-columns';
import { AssetsService } from '../assets/assets.service';
import { IncomeService, type OwedAtOpening } from '../income/income.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { OPENING_WANTED, type OpeningColumn } from './opening-table';

/** A table of opening balances as it was read, with everything that is wrong with it. */
export interface OpeningRead {
  readonly fileName: string;
  readonly records: TableRecords<OpeningColumn>;
  readonly lines: readonly OpeningLine[];
  readonly assets: readonly AssetReconciliation[];
  readonly problems: readonly Problem[];
  readonly chart: Chart;
  readonly openedOn: CalendarDay;
}

/** What the books begin with in the short form; receivables take the pool of their asset. */
export interface ShortOpeningForm extends Omit<ShortOpening, 'receivables'> {
  readonly on: CalendarDay;
  readonly receivables: readonly Omit<ShortOpening['receivables'][number], 'pool'>[];
}

/** What is booked as an opening, and whose place it takes. */
interface BookedOpening {
  readonly on: CalendarDay;
  readonly lines: readonly OpeningLine[];
  readonly by: string;
  readonly corrects?: string;
}

/** One voucher holds them all, and one statement of the database its lines. */
const MOST_LINES = 2_000;

/** The balances the books begin with: read, held against the registers, booked as the first voucher. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetsService,
    private readonly income: IncomeService,
    private readonly ledger: LedgerService,
    private readonly previews: ImportPreviewsService,
  ) {}

  /** Keeps an uploaded table until it is confirmed. @returns its id @throws FormProblems `file.*` */
  async upload(collectiveId: string, given: GivenTable, command: Command): Promise<string> {
    const alsoWrong: Wanted<OpeningColumn>['alsoWrong'] = async ({ records }, { torn }) =>
      openingRowProblems(
        records.filter(({ row }) => !torn.has(row)),
        await this.factsOf(collectiveId, this.database.reader),
      );
    const wanted = { kind: 'opening', columns: OPENING_WANTED, alsoWrong };
    return this.previews.keep(collectiveId, { ...given, wanted }, command);
  }

  /** Whether the books have a voucher, so that no opening can come any more. */
  async isBegun(collectiveId: string, db: EntityManager = this.database.reader): Promise<boolean> {
    return (await this.ledger.requireBooksOf(db, collectiveId)).length > 0;
  }

  /** Reads a kept table, with all that is wrong with it. @throws DomainError `file.previewGone` */
  async read(
    collectiveId: string,
    previewId: string,
    db: EntityManager = this.database.reader,
  ): Promise<OpeningRead> {
    const kept = await this.previews.requireKept(collectiveId, { kind: 'opening', id: previewId }, db);
    const records = recordsOf(kept.table, OPENING_WANTED);
    const facts = await this.factsOf(collectiveId, db);
    const { lines, problems } = readOpening(records.records, facts);
    const assets = reconcileAssets(lines, facts);
    const agreement = [...assetProblems(assets), ...lossProblems(lines, facts), ...sizeProblems(lines)];
    const found = problems.length > 0 ? problems : agreement;
    const { chart, openedOn } = facts;
    return { fileName: kept.fileName, records, lines, assets, problems: found, chart, openedOn };
  }

  /** What the village's books say beside a table of balances. */
  private async factsOf(collectiveId: string, db: EntityManager): Promise<OpeningFacts> {
    const { chart, openedOn } = await this.ledger.requireBooksOf(db, collectiveId);
    const assets = (await this.assets.listAssets(collectiveId, db)).map(({ asset }) => asset);
    const words = { pools: POOL_WORDS, streams: STREAM_WORDS, totals: TOTAL_WORDS };
    return { chart, openedOn, assets, words };
  }

  /**
   * Books a kept table as the opening voucher.
   * @throws FormProblems with everything wrong with it; DomainError `opening.booksBegun`, `file.previewGone`
   */
  confirm(collectiveId: string, previewId: string, command: Command): Promise<BookedEntry> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await this.requireUnbegun(tx, collectiveId);
        const { lines, problems, openedOn } = await this.read(collectiveId, previewId, tx);
        refuseProblems(problems);
        return this.book(tx, collectiveId, { on: openedOn, lines, by: command.by });
      },
      onceOf(command, 'opening.confirm', previewId),
    );
  }

  /**
   * Books an opening given in its short form.
   * @throws DomainError `opening.booksBegun`; FormProblems `opening.poolNotBalanced`
   */
  recordShort(collectiveId: string, form: ShortOpeningForm, command: Command): Promise<BookedEntry> {
    const work = async (tx: EntityManager): Promise<BookedEntry> => {
      await this.requireUnbegun(tx, collectiveId);
      const receivables = [];
      for (const owed of form.receivables) {
        const { asset } = await this.assets.requireAsset(collectiveId, owed.assetId, tx);
        receivables.push({ ...owed, pool: asset.pool });
      }
      const chart = await this.ledger.requireChartOf(tx, collectiveId);
      const lines = linesOfShortOpening({ ...form, receivables }, chart);
      return this.book(tx, collectiveId, { on: form.on, lines, by: command.by });
    };
    return this.database.inTransaction(collectiveId, work, onceOf(command, 'opening.short', form.on));
  }

  /** The opening is the first voucher: a second one would count the same money twice. */
  private async requireUnbegun(db: EntityManager, collectiveId: string): Promise<void> {
    if (await this.isBegun(collectiveId, db)) throw new DomainError('opening.booksBegun');
  }

  /** Books a kept table in the place of an opening that was just taken back. @throws as {@link confirm} */
  async bookInstead(
    tx: EntityManager,
    collectiveId: string,
    given: { readonly previewId: string; readonly by: string; readonly corrects: string },
  ): Promise<BookedEntry> {
    const { lines, problems, openedOn } = await this.read(collectiveId, given.previewId, tx);
    refuseProblems(problems);
    return this.book(tx, collectiveId, { on: openedOn, lines, by: given.by, corrects: given.corrects });
  }

  private async book(tx: EntityManager, collectiveId: string, opening: BookedOpening): Promise<BookedEntry> {
    const { on, lines, corrects } = opening;
    refuseProblems(balanceProblems(lines));
    const chart = await this.ledger.requireChartOf(tx, collectiveId);
    const id = newId();
    const voucher = await this.ledger.post(tx, collectiveId, {
      event: 'books.opened',
      postedOn: on,
      aboutPeriod: monthOf(on),
      statementOn: on,
      summary: voucherSummaries.opening(),
      source: { kind: 'opening', id },
      attachments: PAPERS_AT_LEAST,
      postings: openingPostings(lines, chart),
      preparedBy: opening.by,
      corrects,
    });
    await this.ledger.keepOrigins(tx, { collectiveId, entryId: voucher.entryId }, originsOf(lines));
    const owed = lines.filter((line) => line.stream !== undefined).map(owedOf);
    await this.income.takeOver(tx, collectiveId, { id, entryId: voucher.entryId, owed });
    return voucher;
  }
}

function owedOf({ amount, pool, assetId, stream, month, counterparty, dueOn }: OpeningLine): OwedAtOpening {
  invariant(
    assetId !== undefined && stream !== undefined && month !== undefined,
    'income that is owed names its asset, its stream and its month',
  );
  return {
    amount,
    pool,
    assetId,
    stream,
    month,
    ...(counterparty === undefined ? {} : { counterparty }),
    ...(dueOn === undefined ? {} : { dueOn }),
  };
}

function sizeProblems(lines: readonly OpeningLine[]): Problem[] {
  if (lines.length <= MOST_LINES) return [];
  return [{ code: 'opening.tooManyLines', field: '', facts: { max: MOST_LINES, count: lines.length } }];
}
