import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { WaitingPlan } from '../../domain/distribution/waiting-plan';
import { mainCodeOf } from '../../domain/ledger/chart';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { OwedTo } from '../../domain/ledger/pool-lines';
import { type Fen, sumFen } from '../../domain/money/fen';
import { isUnderNeither, type PaidPlace } from '../../domain/payouts/listed-parts';
import {
  accountsOfDebts,
  beyondApproved,
  beyondOwed,
  nowPaid,
  type WaitingDebt,
  waitProblems,
} from '../../domain/payouts/plan-waits';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { type OpenDebt, openDebts } from '../../domain/uses/open-debts';
import { type PaymentEvent, paymentEvents } from '../../domain/uses/payment-events';
import { settlesOn } from '../../domain/ledger/settled-together';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { PlanApprovalService } from '../distribution/plan-approval.service';
import type { Voucher } from '../ledger/ledger-read.service';
import { TracingService } from '../ledger/tracing.service';

/** What is paid beside the lists, on which day, and what stands on the lists. */
export interface PaidBeside {
  readonly paid: readonly PaidPlace[];
  readonly day: CalendarDay;
  /** Parts that stand on lists under way: whatever pays beside them does not pay these. */
  readonly listed: readonly { readonly debtId: string; readonly amount: Fen }[];
  /** What the accounts owe, to whom. */
  readonly owed: readonly OwedTo[];
}

/** Money goes out from approved: what a plan granted is not paid while the plan wants a step or its sheet. */
@Injectable()
export class WaitingPaymentsService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanApprovalService,
    private readonly tracing: TracingService,
    private readonly clock: Clock,
  ) {}

  /** The plans for which a list waits on a day, or would if it paid these debts. */
  async listWaiting(
    db: EntityManager,
    collectiveId: string,
    { lines, day }: { readonly lines: readonly { readonly debtId: string }[]; readonly day: CalendarDay },
  ): Promise<WaitingPlan[]> {
    const debtIds = lines.map(({ debtId }) => debtId);
    const waits = await this.plans.waitsOf(db, collectiveId, { debtIds, day });
    return [...new Map([...waits.values()].map((plan) => [plan.planId, plan])).values()];
  }

  /**
   * Why what names no debt may not pay so much: it would pay what waits on its own day, or today, whichever
   * day is typed. Codes `payouts.plan*`.
   */
  async besideProblems(db: EntityManager, collectiveId: string, beside: PaidBeside): Promise<Problem[]> {
    const { paid, day, listed, owed } = beside;
    const waits = await this.waitsOn(db, collectiveId, day);
    if (waits.size === 0) return [];
    const waiting: WaitingPlan[] = [];
    for (const { account, pool, paid: amount } of paid) {
      const events = await this.eventsOf(db, collectiveId, { pool, account });
      const open = withoutListed(openDebts(events), listed);
      waiting.push(...beyondApproved(amount, { open, waits }));
      const own = waitingDebts(open, events, waits);
      const others = owedUnnamed(owed, { account, pool }) - listedOn(listed, events, account);
      const reached = beyondOwed({ account, amount }, { owed: others, waiting: own });
      waiting.push(...reached.flatMap(({ entryId }) => waits.get(entryId) ?? []));
    }
    return problemsOf(waiting, 'lines');
  }

  /**
   * Refuses to take back a debt where what was paid of it would then have paid one that waits.
   * @throws FormProblems `payouts.plan*`
   */
  async requireStays(db: EntityManager, collectiveId: string, voucher: Voucher): Promise<void> {
    const pools = [...new Set(voucher.postings.map(({ pool }) => pool))];
    const waits = await this.waitsOn(db, collectiveId, this.clock.today());
    const waiting: WaitingPlan[] = [];
    for (const pool of waits.size === 0 ? [] : pools) {
      const lines = await this.database.readWithin(db, () => this.tracing.listLines(collectiveId, pool));
      for (const [, events] of paymentEvents(lines)) {
        const without = events.filter(({ entryId }) => entryId !== voucher.entryId);
        if (without.length === events.length) continue;
        const reached = nowPaid(openDebts(events), openDebts(without));
        const others = reached.filter(({ entryId }) => entryId !== voucher.entryId);
        waiting.push(...others.flatMap(({ entryId }) => waits.get(entryId) ?? []));
      }
    }
    refuseProblems(problemsOf(waiting, 'reason'));
  }

  /** What waits on a day or today: whoever objected meanwhile holds what is entered for a day before. */
  private async waitsOn(
    db: EntityManager,
    collectiveId: string,
    day: CalendarDay,
  ): Promise<ReadonlyMap<string, WaitingPlan>> {
    const today = this.clock.today();
    const now = await this.plans.waitsOf(db, collectiveId, { day: today });
    if (day === today) return now;
    return new Map([...now, ...(await this.plans.waitsOf(db, collectiveId, { day }))]);
  }

  private async eventsOf(
    db: EntityManager,
    collectiveId: string,
    { pool, account }: { readonly pool: Pool; readonly account: string },
  ): Promise<readonly PaymentEvent[]> {
    const lines = await this.database.readWithin(db, () => this.tracing.listLines(collectiveId, pool));
    return [...paymentEvents(lines)].flatMap(([name, events]) => (settlesOn(name, account) ? events : []));
  }
}

function problemsOf(waiting: readonly WaitingPlan[], field: string): Problem[] {
  return waitProblems([...new Map(waiting.map((plan) => [plan.planId, plan])).values()], field);
}

function waitingDebts(
  open: readonly OpenDebt[],
  events: readonly PaymentEvent[],
  waits: ReadonlyMap<string, WaitingPlan>,
): WaitingDebt[] {
  const accounts = accountsOfDebts(events);
  return open.flatMap((debt) => {
    const account = accounts.get(debt.entryId);
    return account === undefined || !waits.has(debt.entryId) ? [] : [{ ...debt, account }];
  });
}

function owedUnnamed(owed: readonly OwedTo[], { account, pool }: { account: string; pool: Pool }): Fen {
  const own = owed.filter(
    (each) => isUnderNeither(each) && each.pool === pool && mainCodeOf(each.ledgerAccount) === account,
  );
  return -sumFen(own.map(({ amount }) => amount));
}

function listedOn(listed: PaidBeside['listed'], events: readonly PaymentEvent[], account: string): Fen {
  const accounts = accountsOfDebts(events);
  return sumFen(listed.filter(({ debtId }) => accounts.get(debtId) === account).map(({ amount }) => amount));
}

/** What is owed of each debt beside the lists. */
function withoutListed(open: readonly OpenDebt[], listed: PaidBeside['listed']): OpenDebt[] {
  return open.flatMap(({ entryId, amount }) => {
    const onLists = listed.filter(({ debtId }) => debtId === entryId);
    const left = onLists.reduce((rest, part) => rest - part.amount, amount);
    return left > 0n ? [{ entryId, amount: left }] : [];
  });
}
