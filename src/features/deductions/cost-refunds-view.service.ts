import { Injectable } from '@nestjs/common';
import { monthOf } from '../../domain/calendar/calendar-day';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import type { CostRefundsPageProps } from './cost-refunds.pages';
import { CostRefundsService } from './cost-refunds.service';

/** The page of one cost, and of what came back of it. */
@Injectable()
export class CostRefundsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly refunds: CostRefundsService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `deductions.costUnknown` */
  async pageOf(
    visit: PageVisit,
    asked: { readonly collectiveId: string; readonly id: string },
    refused?: FormState,
  ): Promise<CostRefundsPageProps> {
    const { collectiveId, id } = asked;
    const cost = await this.refunds.requireCost(collectiveId, id);
    const today = this.clock.today();
    const { paid, refunded } = await this.refunds.paidOf(cost, today);
    const rows = await this.refunds.listOf(collectiveId, id);
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      ...{ paid, refunded, amount: cost.amount, postedOn: cost.postedOn },
      name: widePunctuation(cost.name),
      costHref: paths.voucher(cost.entryId),
      rows: rows.map(({ refundedOn, amount, reason, paper, entryId }) => ({
        ...{ refundedOn, amount, paper: widePunctuation(paper), reason: widePunctuation(reason) },
        voucherHref: paths.voucher(entryId),
      })),
      form: refused ?? filledForm({ refundedOn: today }),
      action: keepsBooksOf(visit.actor, collectiveId) ? paths.costRefunds(id) : undefined,
      byKeeper: await this.refunds.isKeepers(cost),
      isEarlier: await this.refunds.isEarlier(cost, today),
      cancelHref: paths.entry('deductions', { month: monthOf(today) }),
    };
  }
}
