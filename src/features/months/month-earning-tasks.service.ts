import { Injectable } from '@nestjs/common';
import { addMonths, lastDayOf, type Month } from '../../domain/calendar/calendar-day';
import { taxKey, type TaxPeriodState } from '../../domain/income/tax-states';
import { remarks } from '../../glossary/remarks';
import { reconcileWords } from '../../glossary/reconcile-words';
import { taxWords } from '../../glossary/tax-words';
import { villagePaths } from '../../platform/http/office-paths';
import { type DepositStillHere, LeaseDepositsService } from '../income/lease-deposits.service';
import { TaxReadService } from '../income/tax-read.service';
import { type SlipToRedo, YieldAlertsService } from '../income/yield-alerts.service';
import { MonthIncomeTasksService, slipTaskId } from './month-income-tasks.service';
import { MonthOwnersTasksService } from './month-owners-tasks.service';
import type { TaskDraft } from './month-task.view';

/**
 * What a month wants of income, and the tax of its periods; a slip says how its energy stands to what is
 * expected of the station.
 */
@Injectable()
export class MonthEarningTasksService {
  constructor(
    private readonly income: MonthIncomeTasksService,
    private readonly yields: YieldAlertsService,
    private readonly taxes: TaxReadService,
    private readonly deposits: LeaseDepositsService,
    private readonly owners: MonthOwnersTasksService,
  ) {}

  async listTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const judged = await this.yields.listJudged(collectiveId, addMonths(month, -1));
    const notes = new Map(
      judged.map(({ assetId, level, ...yielded }) => [
        slipTaskId(assetId),
        reconcileWords.level(level, yielded),
      ]),
    );
    const tasks = await this.income.listTasks(collectiveId, month);
    const due = await this.deposits.listDueBack(collectiveId, lastDayOf(month));
    const wanted = await this.taxes.listWanted(collectiveId, lastDayOf(month));
    return [
      ...tasks.map((task) => (notes.has(task.id) ? { ...task, note: notes.get(task.id) } : task)),
      ...(await this.yields.listToRedo(collectiveId, addMonths(month, -1))).map((slip) =>
        redoTask(collectiveId, slip),
      ),
      ...wanted.map((state) => taxTask(collectiveId, state)),
      ...(await this.owners.listTasks(collectiveId, month)),
      ...due.map((each) => depositTask(collectiveId, each)),
    ];
  }
}

/** A slip whose reading was found wrong since: its meter's page says how it is put right. */
function redoTask(collectiveId: string, { assetId, station, month }: SlipToRedo): TaskDraft {
  const href = `${villagePaths(collectiveId).asset(assetId)}/meter`;
  const subject = remarks.slipOf(station, month);
  const note = remarks.slipToRedo();
  return { id: `redo:${assetId}:${month}`, kind: 'settlement', subject, state: 'attention', note, href };
}

/** A deposit goes back to the tenant once the contract is over. */
function depositTask(collectiveId: string, { lease, held }: DepositStillHere): TaskDraft {
  const href = villagePaths(collectiveId).leaseDeposit(lease.id);
  const subject = remarks.depositOf(lease.asset.name);
  return { id: `deposit:${lease.id}`, kind: 'deduction', subject, state: 'todo', amount: held, href };
}

function taxTask(collectiveId: string, state: TaxPeriodState): TaskDraft {
  const href = `${villagePaths(collectiveId).taxes}/${state.from}`;
  const subject = taxWords.task(state);
  return { id: taxKey(state.from), kind: 'deduction', subject, state: 'todo', amount: state.open, href };
}
