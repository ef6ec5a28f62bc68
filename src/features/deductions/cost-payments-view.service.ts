import { Injectable } from '@nestjs/common';
import { plainYuan, sumFen } from '../../domain/money/fen';
import { costPaymentOption } from '../../glossary/cost-words';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import { LedgerReadService } from '../ledger/ledger-read.service';
import type { CostPaymentsPageProps } from './cost-payments.pages';
import { CostPaymentsService } from './cost-payments.service';

/** The page of costs that are owed, its form filled with the one that is paid. */
@Injectable()
export class CostPaymentsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly payments: CostPaymentsService,
    private readonly books: LedgerReadService,
    private readonly clock: Clock,
  ) {}

  async pageOf(
    visit: PageVisit,
    asked: {
      readonly collectiveId: string;
      readonly cost?: string | undefined;
      /** As the bank shows it. */
      readonly paid?: { readonly on?: string | undefined; readonly amount?: string | undefined };
      readonly form?: FormState;
    },
  ): Promise<CostPaymentsPageProps> {
    const { collectiveId, cost, form, paid = {} } = asked;
    const names = await this.books.listCounterparties(collectiveId);
    const owed = (await this.payments.listOwed(collectiveId)).filter(({ open }) => open > 0n);
    const paths = villagePaths(collectiveId);
    const rows = owed.map((each) => ({
      ...{ id: each.deductionId, postedOn: each.postedOn, amount: each.amount, open: each.open },
      name: widePunctuation(each.name),
      creditor: each.creditor === undefined ? '' : names.nameOf(each.creditor),
      voucherHref: paths.voucher(each.entryId),
      payHref: `${paths.owedCosts}?cost=${each.deductionId}`,
    }));
    const only = owed.length === 1 ? owed[0] : undefined;
    const chosen = owed.find(({ deductionId }) => deductionId === cost) ?? only;
    const filled = {
      cost: chosen?.deductionId,
      paidOn: paid.on ?? this.clock.today(),
      amount: paid.amount ?? (chosen && plainYuan(chosen.open)),
    };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      rows,
      open: sumFen(owed.map((each) => each.open)),
      options: rows.map((row) => ({ value: row.id, label: costPaymentOption(row) })),
      form: form ?? filledForm(filled),
      action: keepsBooksOf(visit.actor, collectiveId) ? paths.owedCosts : undefined,
      cancelHref: paths.home,
    };
  }
}
