import { Injectable } from '@nestjs/common';
import type { Month } from '../../domain/calendar/calendar-day';
import type { BankMonth } from '../../domain/ledger/bank-months';
import { remarks } from '../../glossary/remarks';
import { villagePaths } from '../../platform/http/office-paths';
import { BankReadService } from '../ledger/bank-read.service';
import type { TaskDraft } from './month-task.view';

/** What a month wants of the bank: its statement, and a voucher or a reason for each of its lines. */
@Injectable()
export class MonthBankTasksService {
  constructor(private readonly bank: BankReadService) {}

  /** @param before the month's other tasks: money that the bank has already may wait for one of them */
  async listTasks(collectiveId: string, month: Month, before: readonly TaskDraft[]): Promise<TaskDraft[]> {
    const months = await this.bank.listMonths(collectiveId, month);
    return months.map((each) => bankTask(collectiveId, each, before));
  }
}

function bankTask(
  collectiveId: string,
  { accountId, label, state, difference, through, uncovered }: BankMonth,
  before: readonly TaskDraft[],
): TaskDraft {
  const home = `${villagePaths(collectiveId).bank}/${accountId}`;
  const task = { id: bankTaskId(accountId), kind: 'bank' as const, subject: label };
  if (state === 'agreed') {
    return { ...task, state: 'done', note: remarks.statementsReach(through), href: `${home}/reconciliation` };
  }
  if (state === 'missing') {
    return { ...task, state: 'todo', note: remarks.statementsMissing(uncovered), href: `${home}/import` };
  }
  if (state === 'begunApart') {
    const href = `${home}/reconciliation`;
    return { ...task, state: 'attention', amount: difference, note: remarks.bankBegunApart(), href };
  }
  const waitsForIds = before
    .filter(({ state: own, moves }) => own !== 'done' && moves?.amount === difference)
    .map(({ id }) => id);
  return {
    ...task,
    state: 'attention',
    amount: difference,
    note: remarks.bankLinesOpen(uncovered),
    href: `${home}/matching`,
    waitsForIds: waitsForIds.slice(0, 1),
  };
}

/** The task of a bank account, to which its lines that block the close are matched. */
export function bankTaskId(accountId: string): string {
  return `bank:${accountId}`;
}
