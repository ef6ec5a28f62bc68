import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { WaitingPlan } from '../../domain/distribution/waiting-plan';
import type { PaidPlace } from '../../domain/payouts/listed-parts';
import { beyondApproved, waitProblems } from '../../domain/payouts/plan-waits';
import type { Problem } from '../../domain/shared/problem';
import { type OpenDebt, openDebts } from '../../domain/uses/open-debts';
import { paymentEvents } from '../../domain/uses/payment-events';
import { Database } from '../../platform/database/database';
import { PlanApprovalService } from '../distribution/plan-approval.service';
import { TracingService } from '../ledger/tracing.service';
import type { KeptPayList } from './pay-lists.store';

/** What is paid beside the lists, on which day, and what stands on the lists. */
export interface PaidBeside {
  readonly paid: readonly PaidPlace[];
  readonly day: CalendarDay;
  /** Parts that stand on lists under way: whatever pays beside them does not pay these. */
  readonly listed: readonly { readonly debtId: string; readonly amount: bigint }[];
}

/** Money goes out from approved: what a plan granted is not paid while the plan wants a step or its sheet. */
@Injectable()
export class WaitingPaymentsService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanApprovalService,
    private readonly tracing: TracingService,
  ) {}

  /** The plans for which a list waits on a day. */
  async listWaiting(
    db: EntityManager,
    collectiveId: string,
    { kept, day }: { readonly kept: Pick<KeptPayList, 'lines'>; readonly day: CalendarDay },
  ): Promise<WaitingPlan[]> {
    const debtIds = kept.lines.map(({ debtId }) => debtId);
    const waits = await this.plans.waitsOf(db, collectiveId, { debtIds, day });
    return [...new Map([...waits.values()].map((plan) => [plan.planId, plan])).values()];
  }

  /** Why what names no debt may not pay so much: it would pay what waits. Codes `payouts.plan*`. */
  async besideProblems(db: EntityManager, collectiveId: string, beside: PaidBeside): Promise<Problem[]> {
    const { paid, day, listed } = beside;
    const waits = await this.plans.waitsOf(db, collectiveId, { day });
    if (waits.size === 0) return [];
    const waiting: WaitingPlan[] = [];
    for (const { account, pool, paid: amount } of paid) {
      const lines = await this.database.readWithin(db, () => this.tracing.listLines(collectiveId, pool));
      // Through a change of the chart its accounts are one.
      const own = [...paymentEvents(lines)].filter(([key]) => key === '' || key === account);
      const open = withoutListed(
        own.flatMap(([, events]) => openDebts(events)),
        listed,
      );
      waiting.push(...beyondApproved(amount, { open, waits }));
    }
    const each = new Map(waiting.map((plan) => [plan.planId, plan]));
    return waitProblems([...each.values()], 'lines');
  }
}

/** What is owed of each debt beside the lists. */
function withoutListed(open: readonly OpenDebt[], listed: PaidBeside['listed']): OpenDebt[] {
  return open.flatMap(({ entryId, amount }) => {
    const onLists = listed.filter(({ debtId }) => debtId === entryId);
    const left = onLists.reduce((rest, part) => rest - part.amount, amount);
    return left > 0n ? [{ entryId, amount: left }] : [];
  });
}
