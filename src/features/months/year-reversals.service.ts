import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { yearOf } from '../../domain/calendar/calendar-day';
import { mainCodeOf } from '../../domain/ledger/chart';
import { mirrored } from '../../domain/ledger/reversal-shortage';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import { movedToSurplus } from '../../domain/months/prior-year-postings';
import { requireReversible } from '../../domain/months/year-end';
import type { Voucher } from '../ledger/ledger-read.service';
import { LedgerService } from '../ledger/ledger.service';
import { PoolBalancesService } from '../ledger/pool-balances.service';
import { YearBooksService } from './year-books.service';
import { YearShownService } from './year-shown.service';

/** Whether a voucher may be taken back, for what was closed or corrected of its year since. */
@Injectable()
export class YearReversalsService {
  constructor(
    private readonly years: YearBooksService,
    private readonly shown: YearShownService,
    private readonly ledger: LedgerService,
    private readonly balances: PoolBalancesService,
  ) {}

  /**
   * @throws DomainError `yearEnd.laterBooked`, `yearEnd.reversedInOtherYear`, `reversal.corrected`,
   *   `reversal.takenOff`, `reversal.lossCovered`
   */
  async requireReversible(
    tx: EntityManager,
    collectiveId: string,
    { voucher, postedOn }: { readonly voucher: Voucher; readonly postedOn: string },
  ): Promise<void> {
    const year = yearOf(voucher.postedOn);
    const standing = await this.years.listStanding(tx, { collectiveId, year });
    const own = standing.find(({ row }) => row.entryId === voucher.entryId);
    const steps = standing.map(({ row }) => row.step);
    if (own !== undefined) requireReversible(own.row.step, steps, { year, postedOn });
    const chart = await this.ledger.requireChartOf(tx, collectiveId);
    const isClosed = yearOf(postedOn) !== year;
    await this.shown.requireNotTakenOff(tx, collectiveId, { voucher, chart, isClosed });
    // What goes to 322 with it, or with the closing of its own year, and what it wrote there itself about an
    // earlier one. A voucher counts in the year of its day, whatever it is about; a correction in its own.
    const onSurplus = voucher.postings.filter(
      ({ ledgerAccount: code }) => mainCodeOf(code) === chart.roles.surplusDistribution,
    );
    const toSurplus = movedToSurplus(voucher, `${String(year + 1)}-01-01`, chart);
    const isCorrection = voucher.source.kind === PRIOR_YEAR.correction;
    const about = {
      postings: [...toSurplus, ...mirrored(onSurplus)],
      chart,
      year: isCorrection ? yearOf(voucher.aboutPeriod) : year,
    };
    await this.balances.requireNotCovered(tx, collectiveId, about);
  }
}
