import { Injectable } from '@nestjs/common';
import { addDays, type CalendarDay } from '../../domain/calendar/calendar-day';
import {
  type SubsidyBalance,
  type SubsidyDifference,
  subsidyDifferences,
  type SubsidyMovement,
  type SubsidyYear,
  subsidyYear,
} from '../../domain/income/subsidy-year';
import { notesOf, type SubsidyNote, type ToldNote } from '../../domain/income/subsidy-notes';
import { DomainError } from '../../domain/shared/domain-error';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { BalancesService } from '../ledger/balances.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { ReportsService } from '../ledger/reports.service';
import { ReceiptLineEntity } from './receipt-line.entity';
import { ReceiptEntity } from './receipt.entity';
import { ReceivableEntity } from './receivable.entity';
import { SubsidyCutEntity } from './subsidy-cut.entity';
import { readHeldCuts } from './subsidy-notes.store';

/** A year's subsidy, the days it covers, and where the account says something else. */
export interface BookedSubsidyYear extends SubsidyYear {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly differences: readonly SubsidyDifference[];
  /** Where it does not begin with what the account said the evening before; none in the first year. */
  readonly carriedDifferences: readonly SubsidyDifference[];
  /** What was noted of subsidy that did not come, by station and month. */
  readonly notes: readonly ToldNote[];
}

/** What became of the state's subsidy, year by year. */
@Injectable()
export class SubsidyYearService {
  constructor(
    private readonly database: Database,
    private readonly books: LedgerReadService,
    private readonly balances: BalancesService,
    private readonly reports: ReportsService,
    private readonly clock: Clock,
  ) {}

  /** The years the books can tell of: from the one in which they began to this one. */
  async yearsOf(collectiveId: string): Promise<{ first: string; last: string }> {
    const { openedOn } = await this.books.requireChain(collectiveId);
    return { first: openedOn.slice(0, 4), last: this.clock.today().slice(0, 4) };
  }

  /**
   * The year, up to today where it is not over, held against the receivable account.
   * @throws DomainError `subsidy.outsideBooks` where the books say nothing of it
   */
  async yearOf(collectiveId: string, year: string): Promise<BookedSubsidyYear> {
    const { first, last } = await this.yearsOf(collectiveId);
    if (year < first || year > last) throw new DomainError('subsidy.outsideBooks', { first, last });
    const [from, end, today] = [`${year}-01-01`, `${year}-12-31`, this.clock.today()];
    const to = today >= from && today < end ? today : end;
    const found = subsidyYear(await this.listMovements(collectiveId), { from, to });
    const differences = subsidyDifferences(found.rows, await this.listBalances(collectiveId, to));
    const before = addDays(from, -1);
    const carriedDifferences =
      year === first
        ? []
        : subsidyDifferences(found.rows, await this.listBalances(collectiveId, before), 'opening');
    const notes = notesOf(await this.listNotes(collectiveId), found.rows, { from, to });
    return { ...found, from, to, differences, carriedDifferences, notes };
  }

  /** What was said of subsidy that did not come, and stands. */
  private async listNotes(collectiveId: string): Promise<SubsidyNote[]> {
    const { reader } = this.database;
    const owed = await reader.findBy(ReceivableEntity, { collectiveId, stream: 'subsidy' });
    const byId = new Map(owed.map((each) => [each.id, each]));
    const reversed = await this.books.listReversedIds(collectiveId);
    const cuts = await readHeldCuts(reader, collectiveId);
    return cuts.flatMap(({ receivableId, entryId, kind, cutOn: on, amount, paper, reason }) => {
      const part = byId.get(receivableId);
      if (part === undefined || (entryId !== null && reversed.has(entryId))) return [];
      return [{ assetId: part.assetId, month: part.aboutPeriod, kind, on, amount, paper, reason }];
    });
  }

  /** Every movement of subsidy that is or was owed; a reversal is one of its own day. */
  private async listMovements(collectiveId: string): Promise<SubsidyMovement[]> {
    const { reader } = this.database;
    const owed = await reader.findBy(ReceivableEntity, { collectiveId, stream: 'subsidy' });
    const receipts = await reader.findBy(ReceiptEntity, { collectiveId });
    const lines = await reader.findBy(ReceiptLineEntity, { collectiveId });
    const cuts = await reader.findBy(SubsidyCutEntity, { collectiveId, kind: 'writtenOff' });
    const takenBack = await this.books.listReversalDays(collectiveId);
    const days = await this.books.listPostedDays(
      collectiveId,
      owed.map(({ entryId }) => entryId),
    );
    const withReversal = (each: SubsidyMovement, entryId: string): SubsidyMovement[] => {
      const on = takenBack.get(entryId);
      // An opening that was replaced never was: the one in its place says what was owed.
      if (on !== undefined && each.kind === 'takenOver') return [];
      return on === undefined
        ? [each]
        : [
            { ...each, pairedOn: on },
            {
              ...each,
              ...{ on, amount: -each.amount },
              pairedOn: each.on,
            },
          ];
    };
    const byId = new Map(owed.map((each) => [each.id, each]));
    const receiptById = new Map(receipts.map((each) => [each.id, each]));
    return [
      ...owed.flatMap(({ assetId, aboutPeriod: month, amount, entryId, sourceKind }) => {
        const kind = sourceKind === 'opening' ? ('takenOver' as const) : ('settled' as const);
        return withReversal({ assetId, month, kind, on: days.get(entryId) ?? '', amount }, entryId);
      }),
      ...lines.flatMap(({ receivableId, receiptId, amount }) => {
        const [part, receipt] = [byId.get(receivableId), receiptById.get(receiptId)];
        if (part === undefined || receipt === undefined) return [];
        const { assetId, aboutPeriod: month } = part;
        const movement = { assetId, month, kind: 'received' as const, on: receipt.receivedOn, amount };
        return withReversal(movement, receipt.entryId);
      }),
      ...cuts.flatMap(({ receivableId, cutOn: on, amount, entryId }) => {
        const part = byId.get(receivableId);
        if (part === undefined || entryId === null) return [];
        const { assetId, aboutPeriod: month } = part;
        return withReversal({ assetId, month, kind: 'reduced' as const, on, amount }, entryId);
      }),
    ];
  }

  private async listBalances(collectiveId: string, on: CalendarDay): Promise<SubsidyBalance[]> {
    const { roles } = await this.reports.requireChartOf(collectiveId, on);
    const upTo = await this.balances.positionKnown(collectiveId);
    const sums = await this.balances.balancesBy(
      collectiveId,
      { on, dimensions: ['stream', 'assetId', 'generationMonth'] },
      { by: 'postedOn', upTo, account: roles.receivable },
    );
    return sums.flatMap(({ stream, assetId, generationMonth: month, debit, credit }) =>
      stream === 'subsidy' && assetId !== undefined && month !== undefined
        ? [{ assetId, month, amount: debit - credit }]
        : [],
    );
  }
}
