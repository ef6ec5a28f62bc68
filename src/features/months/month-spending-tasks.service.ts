import { Injectable } from '@nestjs/common';
import {
  addDays,
  type CalendarDay,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
} from '../../domain/calendar/calendar-day';
import { halfYearOf } from '../../domain/calendar/half-year';
import { costKey, type OpenCost } from '../../domain/deductions/cost-dues';
import { toldState } from '../../domain/approvals/refused-steps';
import type { PlanState } from '../../domain/distribution/plan-states';
import { type Fen, sumFen } from '../../domain/money/fen';
import { contractWords } from '../../glossary/contract-words';
import { planName } from '../../glossary/periods';
import { remarks } from '../../glossary/remarks';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { type ContractCharge, ChargesService } from '../deductions/charges.service';
import { CostsToSettleService } from '../deductions/costs-to-settle.service';
import { type DistributionPlan, PlanReadService } from '../distribution/plan-read.service';
import { SurplusService } from '../surplus/surplus.service';
import type { TaskDraft } from './month-task.view';

/**
 * What a month wants of spending: costs by contract, the plan of the half-year before it, claims to grant.
 */
@Injectable()
export class MonthSpendingTasksService {
  constructor(
    private readonly charges: ChargesService,
    private readonly unsettled: CostsToSettleService,
    private readonly plans: PlanReadService,
    private readonly surplus: SurplusService,
    private readonly clock: Clock,
  ) {}

  /** What contracts want by a day, and what they have charged too much by it and today. */
  private async openOf(collectiveId: string, upTo: CalendarDay): Promise<OpenCost[]> {
    const open = await this.charges.listOpen(collectiveId, { upTo });
    const wanted = open.filter(({ state }) => state === 'wanted');
    if (wanted.length === open.length) return wanted;
    return [...wanted, ...(await this.charges.listOver(collectiveId, upTo, this.clock.today()))];
  }

  /** The tasks in the order of the money: costs, the plan, its grants. */
  async listTasks(collectiveId: string, month: Month, openedOn: CalendarDay): Promise<TaskDraft[]> {
    const day = this.dayWithin(month);
    const tasks: TaskDraft[] = [];
    const charges = await this.charges.listCharges(collectiveId, day);
    const asked = { collectiveId, month };
    const open = await this.openOf(collectiveId, lastDayOf(month));
    tasks.push(...charges.flatMap((charge) => contractTask(asked, charge, open)));
    const shown = new Set(tasks.map(({ id }) => id));
    tasks.push(...open.map((cost) => lateTask(asked, cost)).filter(({ id }) => !shown.has(id)));
    tasks.push(...(await this.unsettledTasks(collectiveId, month)));
    const plans = await this.plans.listPlans(collectiveId);
    const period = halfYearOf(addDays(halfYearOf(firstDayOf(month)).from, -1));
    if (period.to > openedOn) tasks.push(...(await this.planTasks(collectiveId, period, { plans, month })));
    return [...tasks, ...plans.flatMap((plan) => grantTask(collectiveId, plan))];
  }

  /** What the keeper of a joint station paid, and what is owed, from the month on in which it came about. */
  private async unsettledTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const paths = villagePaths(collectiveId);
    const unsettled = await this.unsettled.listToSettle(collectiveId);
    return unsettled
      .filter(({ since }) => monthOf(since) <= month)
      .map(({ by, id, name, amount }): TaskDraft => {
        const task = { kind: 'deduction', state: 'todo', amount } as const;
        const kept = { id: `keptCost:${id}`, href: paths.takenCost(id) };
        if (by === 'keeper' && amount < 0n)
          return { ...task, ...kept, subject: remarks.costBack(name), amount: -amount };
        if (by === 'keeper') return { ...task, ...kept, subject: name };
        const href = withQuery(paths.owedCosts, { cost: id });
        return { ...task, id: `owedCost:${id}`, subject: remarks.owedCost(name), href };
      });
  }

  /** The half-year before this month: one plan a pool that has anything to give, until it is decided. */
  private async planTasks(
    collectiveId: string,
    period: { readonly from: CalendarDay; readonly to: CalendarDay },
    seen: { readonly plans: readonly DistributionPlan[]; readonly month: Month },
  ): Promise<TaskDraft[]> {
    const tasks: TaskDraft[] = [];
    for (const pool of ['pv', 'other'] as const) {
      const plan = seen.plans.find((each) => each.pool === pool && each.periodTo === period.to);
      const settledBefore = plan?.state === 'approved' && !decidedIn(plan, seen.month);
      const { distributable } = await this.surplus.statement(collectiveId, { pool, ...period });
      if (settledBefore || (plan === undefined && distributable <= 0n)) continue;
      const paths = villagePaths(collectiveId);
      const draft = withQuery(paths.newPlan, { pool, ...period });
      tasks.push({
        id: `plan:${pool}`,
        kind: 'plan',
        subject: planName(period, labelOf(`pool.${pool}`)),
        state: plan === undefined ? 'todo' : PLAN_GLYPHS[plan.state],
        ...(plan === undefined ? {} : { note: labelOf(`planState.${toldState(plan)}`) }),
        href: plan === undefined ? draft : paths.plan(plan.id),
      });
    }
    return tasks;
  }

  private dayWithin(month: Month): CalendarDay {
    const today = this.clock.today();
    return lastDayOf(month) < today ? lastDayOf(month) : today;
  }
}

const PLAN_GLYPHS = {
  drafted: 'doing',
  submitted: 'doing',
  returned: 'attention',
  approved: 'done',
  voided: 'todo',
} as const satisfies Record<PlanState, TaskDraft['state']>;

interface Asked {
  readonly collectiveId: string;
  readonly month: Month;
}

/** The task of a contract's period, to which what blocks the close is matched. */
export function costTaskId(key: string): string {
  return `cost:${key}`;
}

function contractTask(
  { collectiveId, month }: Asked,
  { contract, period, amount, basis, waived, behind }: ContractCharge,
  open: readonly OpenCost[],
): TaskDraft[] {
  if (waived !== undefined) return [];
  const charged = basis.chargedInPeriod;
  const id = costTaskId(costKey(contract.id, period.from));
  const task = { id, kind: 'deduction' as const, subject: contract.name };
  const href = villagePaths(collectiveId).entry('deductions', { contract: contract.id, month });
  const due = amount ?? 0n;
  if (due > 0n && behind !== undefined) {
    const page = villagePaths(collectiveId).costContract(contract.id);
    return [
      { ...task, state: 'attention', amount: due, note: contractWords.shareBehind(behind), href: page },
    ];
  }
  if (due > 0n) {
    const wanting = charged > 0n;
    const moves = { pool: contract.pool, amount: -due };
    return [{ ...task, state: wanting ? 'attention' : 'todo', amount: due, moves, href, ...noteOf(wanting) }];
  }
  const over = open.find((each) => each.state === 'over' && isOf(each, contract.id, period.from));
  if (over !== undefined)
    return [overTask(collectiveId, { ...task, contractId: contract.id, amount: over.amount })];
  return charged > 0n ? [{ ...task, state: 'done', amount: charged }] : [];
}

function isOf({ contractId, from }: OpenCost, contract: string, first: CalendarDay): boolean {
  return contractId === contract && from === first;
}

/** What was charged too much is put right where the contract tells why. */
function overTask(
  collectiveId: string,
  {
    contractId,
    amount,
    ...task
  }: Pick<TaskDraft, 'id' | 'kind' | 'subject'> & { readonly contractId: string; readonly amount: Fen },
): TaskDraft {
  const href = villagePaths(collectiveId).costContract(contractId);
  return { ...task, state: 'attention', note: contractWords.overBy(amount), href };
}

/** A charge of a period that is over, or of a contract that has ended; or what was charged too much. */
function lateTask(
  { collectiveId, month }: Asked,
  { contractId, pool, name, from, days, amount, state }: OpenCost,
): TaskDraft {
  const task = { id: costTaskId(costKey(contractId, from)), kind: 'deduction' as const, subject: name };
  if (state === 'over') return overTask(collectiveId, { ...task, contractId, amount });
  return {
    ...task,
    ...{ state: 'attention', amount },
    note: remarks.dueDays(days.from, days.to),
    moves: { pool, amount: -amount },
    href: villagePaths(collectiveId).entry('deductions', { contract: contractId, covers: from, month }),
  };
}

function noteOf(wanting: boolean): { note?: string } {
  return wanting ? { note: remarks.chargeDue() } : {};
}

function decidedIn(plan: DistributionPlan, month: Month): boolean {
  return plan.decisions.some((decision) => monthOf(decision.decidedOn) === month);
}

function grantTask(collectiveId: string, plan: DistributionPlan): TaskDraft[] {
  const open = plan.lines
    .flatMap((line) => line.claims)
    .filter((claim) => claim.grantedOn === undefined && claim.released < claim.amount);
  if (plan.state !== 'approved' || open.length === 0) return [];
  const href = villagePaths(collectiveId).plan(plan.id);
  const amount = sumFen(open.map((claim) => claim.amount - claim.released));
  return [{ id: `grant:${plan.id}`, kind: 'grant', state: 'todo', amount, href }];
}
