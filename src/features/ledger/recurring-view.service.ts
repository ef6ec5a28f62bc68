import { Injectable } from '@nestjs/common';
import { monthOf } from '../../domain/calendar/calendar-day';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { CounterpartiesPageProps } from './counterparties.pages';
import { CounterpartiesService } from './counterparties.service';
import { COUNTERPARTY_KINDS } from './counterparty.entity';
import type { RecurringMonthPageProps } from './recurring-month.pages';
import type { RecurringListPageProps, RecurringRow } from './recurring-vouchers.pages';
import {
  type RecurringMonth,
  type RecurringVoucher,
  RecurringVouchersService,
} from './recurring-vouchers.service';
import { typedTotal, VoucherChoicesService } from './voucher-choices.service';

/** What is kept for the writing of vouchers: those that come again, and whom they name. */
@Injectable()
export class RecurringViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly recurring: RecurringVouchersService,
    private readonly counterparties: CounterpartiesService,
    private readonly choices: VoucherChoicesService,
    private readonly clock: Clock,
  ) {}

  async recurringPage(
    visit: PageVisit,
    collectiveId: string,
    refused?: FormState,
  ): Promise<RecurringListPageProps> {
    const paths = villagePaths(collectiveId);
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    const thisMonth = monthOf(this.clock.today());
    const all = await this.recurring.listRecurring(collectiveId);
    const due = await this.recurring.listDue(collectiveId, thisMonth);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'vouchers' }),
      due: due.map(({ id, name, month }) => ({
        name,
        month,
        amount: typedTotal(all.find((each) => each.id === id)?.form.lines ?? []),
        href: paths.recurringMonth(id, month),
      })),
      all: all.map((each) => this.rowOf(collectiveId, each, keeps)),
      form: refused ?? filledForm({}),
      thisMonth,
      newHref: keeps ? `${paths.recurringVouchers}/new` : undefined,
    };
  }

  /**
   * One of them in one of its months, as it would be booked.
   * @throws DomainError `voucher.recurringMissing`, `voucher.recurringNotDue`
   */
  async monthPage(
    visit: PageVisit,
    at: RecurringMonth & { readonly collectiveId: string },
    refused?: FormState,
  ): Promise<RecurringMonthPageProps> {
    const { collectiveId, month } = at;
    const paths = villagePaths(collectiveId);
    const { recurring, form } = await this.recurring.requireDue(collectiveId, at);
    const entryId = recurring.booked.get(month);
    const waived = recurring.waived.get(month);
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    const here = paths.recurringMonth(at.id, month);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, month, section: 'month' }),
      work: await this.desk.workOf(visit.actor, { collectiveId, month }),
      name: recurring.name,
      every: recurring.every,
      month,
      postedOn: form.postedOn,
      summary: form.summary,
      lines: await this.choices.linesOf(collectiveId, form.lines),
      form: refused ?? filledForm({}),
      bookAction: keeps && entryId === undefined ? `${here}/book` : undefined,
      waiveAction: keeps && entryId === undefined && waived === undefined ? `${here}/waive` : undefined,
      bookedHref: entryId === undefined ? undefined : paths.voucher(entryId),
      waived,
      cancelHref: paths.month(month),
    };
  }

  /** @param asked the counterparty that is mended, and the form as it came back */
  async counterpartiesPage(
    visit: PageVisit,
    collectiveId: string,
    asked: { readonly editing?: string | undefined; readonly refused?: FormState },
  ): Promise<CounterpartiesPageProps> {
    const path = villagePaths(collectiveId).counterparties;
    const rows = await this.counterparties.listCounterparties(collectiveId);
    const edited = rows.find(({ id }) => id === asked.editing);
    const values = edited === undefined ? {} : { name: edited.name, kind: edited.kind };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'vouchers' }),
      rows: rows.map(({ id, kind, name }) => ({
        name,
        kind: labelOf(`counterpartyKind.${kind}`),
        editHref: `${path}?edit=${id}`,
      })),
      kinds: COUNTERPARTY_KINDS.map((value) => ({ value, label: labelOf(`counterpartyKind.${value}`) })),
      form: asked.refused ?? filledForm(values),
      action: keepsBooksOf(visit.actor, collectiveId) ? path : undefined,
      editing: edited?.id,
    };
  }

  private rowOf(collectiveId: string, each: RecurringVoucher, keeps: boolean): RecurringRow {
    const paths = villagePaths(collectiveId);
    const last = [...each.booked].sort(([one], [other]) => other.localeCompare(one))[0];
    return {
      name: each.name,
      summary: each.form.summary,
      every: each.every,
      fromMonth: each.fromMonth,
      toMonth: each.toMonth ?? undefined,
      amount: typedTotal(each.form.lines),
      lastBooked: last === undefined ? undefined : { month: last[0], href: paths.voucher(last[1]) },
      endAction: keeps && each.toMonth === null ? `${paths.recurringVouchers}/${each.id}/end` : undefined,
    };
  }
}
