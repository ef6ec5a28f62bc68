import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import type { Chart } from '../../domain/ledger/chart';
import { CHART_CHANGE } from '../../domain/ledger/chart-mapping';
import type { Overpaid } from '../../domain/ledger/pool-lines';
import { requireReversalReason } from '../../domain/ledger/reversal';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { readDay } from '../../domain/shared/typed-fields';
import type { PaidTakenBack } from '../../domain/uses/paid-taken-back';
import { voucherNamedIn, voucherSummaries } from '../../glossary/voucher-summaries';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import type { BooksHeld } from '../../platform/database/locks';
import { LedgerReadService, type Voucher } from '../ledger/ledger-read.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import type { PaidReversal } from '../uses/paid-reversals.service';
import { ReversibleFactsService } from './reversible-facts.service';
import { YearReversalsService } from './year-reversals.service';

/** A reversal as typed. */
export interface ReversalForm {
  readonly entryId: string;
  readonly reason: string;
  readonly postedOn: string;
  /** What becomes of what people were paid already, where that is asked. */
  readonly paidWhy?: string | undefined;
  /** Set where a part of a joint station's slip goes back with the keeper's own. */
  readonly byKeeper?: true;
}

/** Books of which a voucher is taken back while others' stand still, and what is asked of it meanwhile. */
export interface ReversedBooks extends BooksHeld {
  /** @throws DomainError what others' books, or lists that pay people, refuse with */
  requireReturnable(tx: EntityManager): Promise<void>;
  /** Asked once it is taken back. @throws FormProblems where what waits or is on lists is owed less by it */
  requireStands(tx: EntityManager, taken: TakenBack): Promise<void>;
}

/** A voucher whose reversal is booked from a place of the chain on. */
export interface TakenBack {
  readonly voucher: Voucher;
  readonly chart: Chart;
  readonly from: number;
}

/**
 * Takes back vouchers. The fact behind one goes with it: a slip, a receipt, a cost or a grant reversed no
 * longer stands.
 */
@Injectable()
export class ReversingService {
  constructor(
    private readonly database: Database,
    private readonly books: LedgerReadService,
    private readonly ledger: LedgerService,
    private readonly facts: ReversibleFactsService,
    private readonly years: YearReversalsService,
  ) {}

  /**
   * Reverses one voucher whole. An entry of an earlier year takes a second voucher with it: the reversal
   * mirrors its lines, and the second moves what was income or expense to 322, where the closed year's
   * surplus went. What moved an entry there when it was booked goes back with it. An entry of before a change
   * of the chart is mirrored on the accounts to which that carried it, what was income or expense on 322 at
   * once: one voucher says both.
   * @throws DomainError `reversal.*`, `income.alreadyReceived`, `assetLife.*`, `period.*`, `yearEnd.*`,
   *   `ledger.entryUnknown`; FormProblems `form.missing`, `calendar.notADay`, `reversal.ofPaid*`,
   *   `policy.reasonTooShort`, `payouts.plan*`, `payouts.inFlight`
   */
  reverseVoucher(of: string | ReversedBooks, form: ReversalForm, command: Command): Promise<BookedEntry> {
    const others = typeof of === 'string' ? undefined : of;
    const collectiveId = typeof of === 'string' ? of : of.collectiveId;
    const problems: Problem[] = [];
    readDay({ field: 'postedOn', value: form.postedOn }, problems);
    refuseProblems(problems);
    const reason = requireReversalReason(form.reason);
    return this.database.inTransaction(
      of,
      async (tx) => {
        const voucher = await this.books.requireEntry(collectiveId, form.entryId, tx);
        // Of several at once the first one wins, and the others are told so before anything else.
        if (voucher.reversedById !== undefined) throw new DomainError('reversal.alreadyReversed');
        await others?.requireReturnable(tx);
        if (form.postedOn < voucher.postedOn) {
          throw new DomainError('reversal.beforeEntry', { postedOn: voucher.postedOn });
        }
        if (voucher.source.kind === 'opening') throw new DomainError('reversal.ofOpening');
        const reversal = { voucher, postedOn: form.postedOn };
        if (form.byKeeper !== true) await this.facts.requireByHand(tx, collectiveId, voucher);
        if (voucher.source.kind === CHART_CHANGE) throw new DomainError('reversal.ofChartChange');
        await this.years.requireReversible(tx, collectiveId, reversal);
        const asked = { ...reversal, paidWhy: form.paidWhy ?? '' };
        const paidBack = await this.facts.requireReversible(tx, collectiveId, asked);
        const booked = await this.ledger.reverse(tx, collectiveId, {
          entryId: voucher.entryId,
          reason,
          postedOn: form.postedOn,
          preparedBy: command.by,
          summary: voucherSummaries.reversal(voucherNamedIn(yearOf(form.postedOn), voucher)),
        });
        const reversed = { ...reversal, reason, reversalId: booked.entryId, by: command.by };
        await this.facts.takeBack(tx, collectiveId, { ...reversed, paidBack });
        await this.years.moveToSurplus(tx, collectiveId, reversed);
        const chart = await this.ledger.requireChartOf(tx, collectiveId, voucher.chart);
        await others?.requireStands(tx, { voucher, chart, from: booked.chainPosition });
        return booked;
      },
      onceOf(command, 'months.reverse', form),
    );
  }

  /** What its reversal would leave of what was paid to people; undefined where nothing was. */
  async paidLeftBy(
    collectiveId: string,
    voucher: Voucher,
    postedOn: CalendarDay,
  ): Promise<PaidTakenBack | undefined> {
    return voucher.source.kind === 'grant'
      ? this.facts.paidLeftBy(collectiveId, { voucher, postedOn })
      : undefined;
  }

  /** What was paid on accounts of grants and is owed to nobody any more. */
  listOverpaid(db: EntityManager, collectiveId: string): Promise<readonly Overpaid[]> {
    return this.facts.listOverpaid(db, collectiveId);
  }

  /** Why a reversal took back what was paid to people; undefined of one that was not asked. */
  findPaidWhy(collectiveId: string, reversalId: string): Promise<PaidReversal | undefined> {
    return this.facts.findPaidWhy(collectiveId, reversalId);
  }
}
