import { Injectable } from '@nestjs/common';
import type { Month } from '../../domain/calendar/calendar-day';
import { isDueIn } from '../../domain/ledger/recurring-voucher';
import { isOfMonth } from '../../domain/ledger/voucher-hands';
import { labelOf } from '../../glossary/terms';
import { remarks } from '../../glossary/voucher-remarks';
import { villagePaths } from '../../platform/http/office-paths';
import { type RecurringVoucher, RecurringVouchersService } from '../ledger/recurring-vouchers.service';
import { typedTotal } from '../ledger/voucher-choices.service';
import { type VoucherDraft, VoucherDraftsService } from '../ledger/voucher-drafts.service';
import type { TaskDraft } from './month-task.view';

/** What a month wants of the vouchers that people write themselves: those that come again, drafts. */
@Injectable()
export class MonthVoucherTasksService {
  constructor(
    private readonly recurring: RecurringVouchersService,
    private readonly drafts: VoucherDraftsService,
  ) {}

  /** The recurring vouchers of the month by name, done ones too; then its drafts, the last saved first. */
  async listTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const at = { collectiveId, month };
    const recurring = await this.recurring.listRecurring(collectiveId);
    const drafts = await this.drafts.listDrafts(collectiveId);
    return [
      ...recurring.flatMap((each) => recurringTask(at, each)),
      ...drafts.filter((draft) => isOfMonth(draft, month)).map((draft) => draftTask(collectiveId, draft)),
    ];
  }
}

/** The tasks to which what blocks the close is matched. */
export const voucherTaskIds = {
  recurring: (id: string): string => `recurring:${id}`,
  draft: (id: string): string => `draft:${id}`,
};

function recurringTask(
  { collectiveId, month }: { readonly collectiveId: string; readonly month: Month },
  { id, name, form, booked, waived, ...kept }: RecurringVoucher,
): TaskDraft[] {
  const paths = villagePaths(collectiveId);
  const task = { id: voucherTaskIds.recurring(id), kind: 'recurring' as const, subject: name };
  const amount = typedTotal(form.lines);
  const entryId = booked.get(month);
  if (entryId !== undefined) return [{ ...task, state: 'done', amount, href: paths.voucher(entryId) }];
  if (!isDueIn({ ...kept, toMonth: kept.toMonth ?? undefined }, month)) return [];
  const href = paths.recurringMonth(id, month);
  const reason = waived.get(month);
  if (reason === undefined) return [{ ...task, state: 'todo', amount, href }];
  return [{ ...task, state: 'done', note: remarks.waived(reason), href }];
}

function draftTask(collectiveId: string, { id, form, state }: VoucherDraft): TaskDraft {
  return {
    id: voucherTaskIds.draft(id),
    kind: 'draft',
    subject: form.summary.trim() === '' ? remarks.noSummary : form.summary,
    state: 'doing',
    amount: typedTotal(form.lines),
    note: labelOf(`draftState.${state}`),
    href: villagePaths(collectiveId).voucherDraft(id),
  };
}
