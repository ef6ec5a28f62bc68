import { Injectable } from '@nestjs/common';
import type { Month } from '../../domain/calendar/calendar-day';
import { sumFen } from '../../domain/money/fen';
import { villagePaths } from '../../platform/http/office-paths';
import { type AssetPlan, DepreciationReadService } from '../assets/depreciation-read.service';
import type { TaskDraft } from './month-task.view';

/** The task to which depreciation that blocks the close is matched. */
export const DEPRECIATION_TASK = 'depreciation';

/** What a month wants of the assets: their depreciation, where any of them has terms. */
@Injectable()
export class MonthAssetTasksService {
  constructor(private readonly depreciation: DepreciationReadService) {}

  async listTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const plans = await this.depreciation.listPlans(collectiveId);
    const due = plans.flatMap((plan) => amountsOf(plan, month, false));
    const booked = plans.flatMap((plan) => amountsOf(plan, month, true));
    const task = {
      id: DEPRECIATION_TASK,
      kind: 'depreciation' as const,
      href: villagePaths(collectiveId).depreciation(month),
    };
    if (due.length > 0) return [{ ...task, state: 'todo', amount: sumFen(due) }];
    return booked.length > 0 ? [{ ...task, state: 'done', amount: sumFen(booked) }] : [];
  }
}

function amountsOf({ rows, booked }: AssetPlan, month: Month, isBooked: boolean): bigint[] {
  const own = rows.filter((row) => row.month === month && row.amount > 0n);
  return own.filter(() => booked.has(month) === isBooked).map(({ amount }) => amount);
}
