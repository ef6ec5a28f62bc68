import { Injectable } from '@nestjs/common';
import { type CalendarDay, lastDayOf, type Month, monthOf } from '../../domain/calendar/calendar-day';
import { requireBookable } from '../../domain/income/rent-states';
import { plainYuan } from '../../domain/money/fen';
import { leaseWords } from '../../glossary/lease-words';
import { Clock } from '../../platform/clock/clock';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { spanText } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import type { RentDuePageProps } from './rent-due.pages';
import type { RentPaymentPageProps } from './rent-payment.pages';
import type { RentAdvancePageProps } from './rent-advance.pages';
import { IncomeGroundService } from './income-ground.service';
import { natureAsks } from './income-nature.pages';
import { RentAdvancesService } from './rent-advances.service';
import { proposedPayment } from './rent-payment-rows';
import { RentReadService } from './rent-read.service';
import { type LeasePlace, placeOf } from './rent-view.service';

/** The pages on which a due of a contract is booked, and a tenant's payment. */
@Injectable()
export class RentEntryViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly rents: RentReadService,
    private readonly advances: RentAdvancesService,
    private readonly ground: IncomeGroundService,
    private readonly clock: Clock,
  ) {}

  /** A due with everything its contract says. @throws DomainError `lease.unknown`, `rent.noSuchDue` */
  async duePage(
    visit: PageVisit,
    at: LeasePlace & { readonly from: CalendarDay; readonly month?: Month | undefined },
    refused?: FormState,
  ): Promise<RentDuePageProps> {
    const { collectiveId, id, from } = at;
    const { lease, dues, advance } = await this.rents.requireStanding(collectiveId, { leaseId: id });
    const due = requireBookable(dues, from);
    const postedOn = this.bookingDay(due.bookableFrom, at.month);
    const month = monthOf(postedOn);
    const paths = villagePaths(collectiveId);
    const asks = natureAsks(await this.ground.picksOn(collectiveId, postedOn));
    const isOpen = due.waived === undefined && due.bookableFrom <= this.clock.today();
    const withdrawn = (await this.rents.listWaivers(collectiveId)).flatMap((each) =>
      each.leaseId === id && each.coversFrom === from && each.withdrawn !== undefined
        ? [leaseWords.waiverWithdrawn(each.reason, each.withdrawn)]
        : [],
    );
    const waiver = `${paths.leaseDue(id, from)}/waiver`;
    // What was said of tax where a due of the contract was booked last.
    const taxBasis = (await this.rents.listOwedDues(collectiveId, dues)).at(-1)?.taxBasis;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, month, section: 'month' }),
      work: await this.desk.workOf(visit.actor, { collectiveId, month }),
      number: lease.number,
      leaseHref: paths.lease(id),
      asset: placeOf(lease),
      tenant: lease.tenant,
      days: spanText(due.from, due.to),
      dueOn: due.dueOn,
      reckoning: leaseWords.reckoning(lease.terms, due),
      amount: due.amount,
      advance,
      // The asset says how it earns, the contract what all of it is.
      nature: asks && { ...asks, modes: [], asksPaper: false },
      form: refused ?? filledForm({ postedOn, fromAdvance: advance > 0n ? 'on' : undefined, taxBasis }),
      action: paths.leaseDue(id, from),
      waived: due.waived,
      withdrawn,
      waiverAction: isOpen ? waiver : undefined,
      withdrawAction: due.waived === undefined ? undefined : `${waiver}/withdrawal`,
      cancelHref: paths.month(month),
    };
  }

  /**
   * A tenant's payment, filled with the first that is not wholly paid, or up to the one asked for.
   * @param typed the form as it came back, or as it was kept: the money is shown as it would be spread
   */
  async paymentPage(
    visit: PageVisit,
    at: LeasePlace & { readonly upTo?: CalendarDay | undefined },
    typed?: FormState,
  ): Promise<RentPaymentPageProps> {
    const { collectiveId, id } = at;
    const { lease, dues } = await this.rents.requireStanding(collectiveId, { leaseId: id });
    const outstanding = await this.rents.outstandingByEntry(collectiveId);
    const today = this.clock.today();
    const { paymentUpTo: upTo = at.upTo, receivedOn, amount } = typed?.values ?? {};
    const proposed = proposedPayment({ dues, outstanding }, { upTo, receivedOn, amount }, today);
    const paths = villagePaths(collectiveId);
    const usual = {
      ...{ paymentFrom: proposed.from, paymentUpTo: proposed.upTo, receivedOn: today },
      amount: proposed.total > 0n ? plainYuan(proposed.total) : undefined,
    };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      ...{ number: lease.number, leaseHref: paths.lease(id), tenant: lease.tenant },
      form: typed ?? filledForm(usual),
      action: paths.leasePayment(id, at.upTo),
      ...{ payments: proposed.payments, isUneven: proposed.isUneven, spread: proposed.rows },
    };
  }

  /** What was kept ahead and no due takes any more, to be given back. @throws DomainError `lease.unknown` */
  async advancePage(visit: PageVisit, at: LeasePlace, refused?: FormState): Promise<RentAdvancePageProps> {
    const { collectiveId, id } = at;
    const { standing, free, owed } = await this.advances.requireFree(collectiveId, id);
    const { lease } = standing;
    const paths = villagePaths(collectiveId);
    const usual = { returnBy: 'bank', returnedOn: this.clock.today(), amount: plainYuan(free) };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      ...{ number: lease.number, tenant: lease.tenant, asset: placeOf(lease), free },
      leaseHref: paths.lease(id),
      form: refused ?? filledForm(usual),
      action: paths.leaseAdvance(id),
      ways: [
        { value: 'bank', label: leaseWords.paidBack() },
        ...owed
          .filter(({ pool }) => pool === lease.asset.pool)
          .map((due) => ({ value: due.id, label: leaseWords.against(due) })),
      ],
    };
  }

  /** Today, or the last day of an earlier month that is still worked on; never before it may be booked. */
  private bookingDay(bookableFrom: CalendarDay, month: Month | undefined): CalendarDay {
    const today = this.clock.today();
    const day = month === undefined || lastDayOf(month) > today ? today : lastDayOf(month);
    return day > bookableFrom ? day : bookableFrom;
  }
}
