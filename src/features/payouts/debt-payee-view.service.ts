import { Injectable } from '@nestjs/common';
import { PAYEE_KINDS } from '../../domain/payouts/payee-outside';
import { payListWords } from '../../glossary/payout-words';
import { labelOf } from '../../glossary/terms';
import { voucherNamedIn } from '../../glossary/voucher-summaries';
import { DomainError } from '../../domain/shared/domain-error';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { DebtPayeePageProps } from './debt-payee.pages';
import { PayablePartsService, sumText } from './payable-parts.service';
import { paidToText } from './pay-list-people.service';

/** The page on which it is said whose a sum is. */
@Injectable()
export class DebtPayeeViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly parts: PayablePartsService,
  ) {}

  /** @throws DomainError `payees.debtUnknown` */
  async page(
    visit: PageVisit,
    { collectiveId, debtId }: { readonly collectiveId: string; readonly debtId: string },
    refused?: FormState,
  ): Promise<DebtPayeePageProps> {
    const sums = await this.parts.listSums(collectiveId);
    const sum = sums.find(({ grant }) => grant.voucher.entryId === debtId);
    if (sum === undefined) throw new DomainError('payees.debtUnknown');
    const { grant, payee } = sum;
    const paths = villagePaths(collectiveId);
    const empty = { payeeName: payee?.name ?? '', payeeKind: '', payeeAccount: '', payeeBank: '' };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'payLists' }),
      ...{ backHref: paths.newPayList, action: paths.debtPayee(debtId) },
      form: refused ?? filledForm({ ...empty, payeePaper: '' }),
      kinds: [
        { value: '', label: payListWords.payee.choose },
        ...PAYEE_KINDS.map((value) => ({ value, label: labelOf(`payeeKind.${value}`) })),
      ],
      ...{ what: sumText(grant), amount: grant.standing.amount },
      voucher: { href: paths.voucher(debtId), label: voucherNamedIn(0, grant.voucher) },
      now: payee === undefined ? undefined : payListWords.payee.now(payee.name, paidToText(payee.account)),
    };
  }
}
