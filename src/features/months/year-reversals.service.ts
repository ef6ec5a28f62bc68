import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import { mainCodeOf } from '../../domain/ledger/chart';
import { movedToSurplus } from '../../domain/ledger/prior-year-move';
import type { ReversalReason } from '../../domain/ledger/reversal';
import { mirrored } from '../../domain/ledger/reversal-shortage';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import { requireReversible } from '../../domain/months/year-end';
import { DomainError } from '../../domain/shared/domain-error';
import { voucherNamedIn, voucherNumberText, voucherSummaries } from '../../glossary/voucher-summaries';
import { yearEndSummaries } from '../../glossary/voucher-summaries-yearend';
import type { Voucher } from '../ledger/ledger-read.service';
import { LedgerService } from '../ledger/ledger.service';
import { PoolBalancesService } from '../ledger/pool-balances.service';
import { ReentriesService } from '../ledger/reentries.service';
import { YearBooksService } from './year-books.service';
import { YearShownService } from './year-shown.service';

/** A voucher just reversed. */
interface ReversedVoucher {
  readonly voucher: Voucher;
  readonly postedOn: CalendarDay;
  readonly reversalId: string;
  readonly reason: ReversalReason;
  readonly by: string;
}

/**
 * Whether a voucher may be taken back, for what was closed or corrected of its year since, and what its
 * reversal owes the years.
 */
@Injectable()
export class YearReversalsService {
  constructor(
    private readonly years: YearBooksService,
    private readonly shown: YearShownService,
    private readonly ledger: LedgerService,
    private readonly balances: PoolBalancesService,
    private readonly reentries: ReentriesService,
  ) {}

  /**
   * @throws DomainError `reversal.ofMove`, `reversal.ofLateMove`, `yearEnd.laterBooked`,
   *   `yearEnd.reversedInOtherYear`, `reversal.corrected`, `reversal.takenOff`, `reversal.lossCovered`
   */
  async requireReversible(
    tx: EntityManager,
    collectiveId: string,
    { voucher, postedOn }: { readonly voucher: Voucher; readonly postedOn: string },
  ): Promise<void> {
    if (voucher.source.kind === PRIOR_YEAR.reversal) throw new DomainError('reversal.ofMove');
    if (voucher.source.kind === PRIOR_YEAR.move) throw new DomainError('reversal.ofLateMove');
    const year = yearOf(voucher.postedOn);
    const standing = await this.years.listStanding(tx, { collectiveId, year });
    const own = standing.find(({ row }) => row.entryId === voucher.entryId);
    const steps = standing.map(({ row }) => row.step);
    if (own !== undefined) requireReversible(own.row.step, steps, { year, postedOn });
    const chart = await this.ledger.requireChartOf(tx, collectiveId);
    const move = await this.reentries.findMove(collectiveId, voucher, tx);
    const aboutPeriod = move?.aboutPeriod ?? monthOf(voucher.postedOn);
    const isClosed = yearOf(postedOn) !== yearOf(aboutPeriod);
    await this.shown.requireNotTakenOff(tx, collectiveId, { voucher, chart, aboutPeriod, isClosed });
    // What goes to 322 with it, or with the closing of its own year, and what it wrote there itself about an
    // earlier one. A voucher counts in the year of its day, whatever it is about; a correction in its own.
    const taken = await this.ledger.takenBackLines(tx, collectiveId, voucher);
    const onSurplus = taken.filter(
      ({ ledgerAccount: code }) => mainCodeOf(code) === chart.roles.surplusDistribution,
    );
    const lines = { postedOn: voucher.postedOn, postings: taken };
    const toSurplus = movedToSurplus(lines, `${String(year + 1)}-01-01`, chart);
    const isCorrection = voucher.source.kind === PRIOR_YEAR.correction;
    const about = {
      postings: [...toSurplus, ...mirrored(onSurplus)],
      chart,
      year: yearOf(isCorrection ? voucher.aboutPeriod : aboutPeriod),
    };
    await this.balances.requireNotCovered(tx, collectiveId, about);
  }

  /**
   * What the reversal of an earlier year's entry would do to this year's surplus goes to 322 instead; where
   * the entry's own income and expense were moved there already, that move is taken back with it.
   */
  async moveToSurplus(tx: EntityManager, collectiveId: string, reversed: ReversedVoucher): Promise<void> {
    const { voucher, postedOn, reversalId, reason, by: preparedBy } = reversed;
    const move = await this.reentries.findMove(collectiveId, voucher, tx);
    if (move !== undefined) {
      const summary = voucherSummaries.reversal(voucherNamedIn(yearOf(postedOn), move));
      const reversal = { entryId: move.entryId, reason, postedOn, preparedBy, summary };
      await this.ledger.reverse(tx, collectiveId, reversal);
      return;
    }
    const chart = await this.ledger.requireChartOf(tx, collectiveId);
    // What takes back an entry of an older chart stands on 322 itself.
    const postings = voucher.chart === chart.version ? movedToSurplus(voucher, postedOn, chart) : [];
    if (postings.length === 0) return;
    const number = voucherNumberText(voucher.voucherNumber);
    await this.ledger.post(tx, collectiveId, {
      event: 'months.movedToSurplus',
      postedOn,
      aboutPeriod: voucher.aboutPeriod,
      statementOn: postedOn,
      summary: yearEndSummaries.movedToSurplus(number, yearOf(voucher.postedOn)),
      source: { kind: PRIOR_YEAR.reversal, id: reversalId },
      postings,
      preparedBy,
    });
  }
}
