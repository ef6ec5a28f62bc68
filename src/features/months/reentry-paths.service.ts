import { Injectable } from '@nestjs/common';
import { isCalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import { DomainError } from '../../domain/shared/domain-error';
import { type PathQuery, villagePaths } from '../../platform/http/office-paths';
import { againPath, type TypedAgain } from '../../platform/http/typed-again';
import { ConstructionReadService } from '../assets/construction-read.service';
import { CostAgainService } from '../deductions/cost-again.service';
import { IncomeAgainService } from '../income/income-again.service';
import { LedgerReadService, type Voucher } from '../ledger/ledger-read.service';
import { ReentriesService } from '../ledger/reentries.service';

/** Where the fact of a reversed voucher is entered anew: each on the page of its own act. */
@Injectable()
export class ReentryPathsService {
  constructor(
    private readonly books: LedgerReadService,
    private readonly income: IncomeAgainService,
    private readonly costs: CostAgainService,
    private readonly reentries: ReentriesService,
    private readonly construction: ConstructionReadService,
  ) {}

  /**
   * The address of the form, filled with what stood on the reversed voucher.
   * @throws DomainError `ledger.entryUnknown`, `reentry.ofReversal`, `reentry.notReversed`, `reentry.done`,
   *   `reentry.notByHand`
   */
  async pathOf(collectiveId: string, entryId: string): Promise<string> {
    const voucher = await this.reentries.requireReenterable(collectiveId, entryId);
    const again =
      (await this.costs.formOf(collectiveId, voucher)) ??
      (await this.income.formOf(collectiveId, voucher)) ??
      (await this.placeOf(collectiveId, voucher));
    if (again === undefined) throw new DomainError('reentry.notByHand');
    return againPath({ ...again, values: await this.inOpenMonths(collectiveId, again.values) }, entryId);
  }

  /** The pages of the other steps: they fill themselves. */
  private async placeOf(collectiveId: string, voucher: Voucher): Promise<TypedAgain | undefined> {
    const paths = villagePaths(collectiveId);
    const { source, aboutPeriod, postings, entryId } = voucher;
    const asset = postings.find(({ assetId }) => assetId !== undefined)?.assetId ?? '';
    const places: Readonly<Record<string, string | undefined>> = {
      manual: paths.newVoucher,
      imported: paths.newVoucher,
      recurring: paths.newVoucher,
      depreciation: paths.depreciation(aboutPeriod),
      assetLife: asset === '' ? undefined : paths.assetLife(asset),
      construction: paths.construction(await this.construction.findProjectOf(collectiveId, entryId)),
      memberShares: paths.memberShares,
      [PRIOR_YEAR.correction]: `${paths.yearEnd}/correction`,
    };
    const path = places[source.kind];
    return path === undefined ? undefined : { path, values: {} };
  }

  /** A day that stood on it is kept only where it may still be booked on. */
  private async inOpenMonths(collectiveId: string, values: PathQuery): Promise<PathQuery> {
    const months = await this.books.listMonths(collectiveId);
    const closed = new Set(months.filter(({ state }) => state !== 'open').map(({ month }) => month));
    const kept = Object.entries(values).filter(([name, value = '']) => {
      return !BOOKING_DAYS.has(name) || !isCalendarDay(value) || !closed.has(monthOf(value));
    });
    return Object.fromEntries(kept);
  }
}

/** The fields that say on which day a voucher is booked. */
const BOOKING_DAYS: ReadonlySet<string> = new Set(['postedOn', 'receivedOn', 'paidOn', 'refundedOn']);
