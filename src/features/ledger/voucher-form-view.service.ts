import { Injectable } from '@nestjs/common';
import { Clock, localTime } from '../../platform/clock/clock';
import { DomainError } from '../../domain/shared/domain-error';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { labelOf } from '../../glossary/terms';
import { CADENCES } from '../../domain/ledger/recurring-voucher';
import type { RecurringFormPageProps } from './recurring-vouchers.pages';
import { GivenVouchersService } from './given-vouchers.service';
import type { PaymentAsked } from './paying-vouchers.service';
import { gridValues, rowsFor, VoucherChoicesService } from './voucher-choices.service';
import type { VoucherFormPageProps } from './voucher-form.pages';
import { VoucherDraftsService } from './voucher-drafts.service';

/** Which form is drawn: of a draft or a new one, as it came back, with more rows. */
export interface FormAsked {
  readonly collectiveId: string;
  readonly draftId?: string | undefined;
  readonly refused?: FormState | undefined;
  readonly more?: boolean;
  /** Whose debts are paid, with the bank's day and amounts. */
  readonly pays?: PaymentAsked;
}

/** The forms of vouchers that people write themselves. */
@Injectable()
export class VoucherFormViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly drafts: VoucherDraftsService,
    private readonly choices: VoucherChoicesService,
    private readonly given: GivenVouchersService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `voucher.draftMissing`, `voucher.draftOfOther` */
  async voucherForm(visit: PageVisit, asked: FormAsked): Promise<VoucherFormPageProps> {
    const { collectiveId, draftId, refused, more = false } = asked;
    const draft = draftId === undefined ? undefined : await this.drafts.requireDraft(collectiveId, draftId);
    if (draft !== undefined && draft.preparedBy !== visit.actor.userId) {
      throw new DomainError('voucher.draftOfOther');
    }
    const { corrects } = visit.tokens;
    const typed = draft?.form ?? (await this.given.formFor(collectiveId, { corrects, pays: asked.pays }));
    const { lines = [], ...head } = typed ?? { postedOn: this.clock.today() };
    const given = Object.entries(head).filter(([, value]) => value !== '');
    const filled = filledForm({ ...Object.fromEntries(given), ...gridValues(lines) });
    // A draft that was kept with its faults opens with them, each at its cell.
    const problems = draft === undefined ? [] : await this.drafts.problemsOf(draft);
    const form = refused ?? { ...filled, problems };
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'vouchers' }),
      form,
      choices: await this.choices.choicesFor(collectiveId, form.values),
      rows: rowsFor(form.values, more),
      action: paths.newVoucher,
      cancelHref: draftId === undefined ? paths.vouchers : paths.voucherDraft(draftId),
      draftId,
      savedAt: draft === undefined ? undefined : localTime(draft.savedAt),
      counterpartiesHref: paths.counterparties,
    };
  }

  /** The form of a recurring voucher, beginning with this month. */
  async recurringForm(visit: PageVisit, asked: FormAsked): Promise<RecurringFormPageProps> {
    const { collectiveId, refused, more = false } = asked;
    const form = refused ?? filledForm({ every: 'month', fromMonth: this.clock.today().slice(0, 7) });
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'vouchers' }),
      form,
      choices: await this.choices.choicesFor(collectiveId),
      rows: rowsFor(form.values, more),
      action: `${paths.recurringVouchers}/new`,
      cancelHref: paths.recurringVouchers,
      cadences: Object.keys(CADENCES).map((value) => ({ value, label: labelOf(`cadence.${value}`) })),
    };
  }
}
