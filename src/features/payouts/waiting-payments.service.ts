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
  waitingDebts,
  waitProblems,
} from '../../domain/payouts/plan-waits';
import {
  type BooksAround,
  bookedSince,
  type ListedDebt,
  outOfListsProblems,
  paidAfter,
  paymentsOfTakenBack,
} from '../../domain/payouts/stands-after';
import type { Problem } from '../../domain/shared/problem';
import { type OpenDebt, openDebts } from '../../domain/uses/open-debts';
import { type PaymentEvent, paymentEvents } from '../../domain/uses/payment-events';
import { settlesOn } from '../../domain/ledger/settled-together';
import { voucherNamedIn } from '../../glossary/voucher-summaries';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { type PaidOn, PlanApprovalService } from '../distribution/plan-approval.service';
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

/** What a command booked: from where in the chain on, in which pools, asked where on a form. */
export interface BookedFrom {
  readonly from: number;
  readonly pools: readonly Pool[];
  readonly field: string;
}

const NOTHING: ReadonlyMap<string, WaitingPlan> = new Map();

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
    const waits = await this.waitsOn(db, collectiveId, { day });
    if (waits.size === 0) return [];
    const waiting: WaitingPlan[] = [];
    for (const { account, pool, paid: amount } of paid) {
      const events = await this.eventsOf(db, collectiveId, { pool, account });
      const open = withoutListed(openDebts(events), listed);
      waiting.push(...beyondApproved(amount, { open, waits }));
      const own = waitingDebts(events, waits, open);
      const others = owedUnnamed(owed, { account, pool }) - listedOn(listed, events, account);
      const reached = beyondOwed({ account, amount }, { owed: others, waiting: own });
      waiting.push(...reached.flatMap(({ entryId }) => waits.get(entryId) ?? []));
    }
    return problemsOf(waiting, 'lines');
  }

  /** Why what names its debts may not pay them on its day, or today. Codes `payouts.plan*`. */
  async namedProblems(db: EntityManager, collectiveId: string, named: Required<PaidOn>): Promise<Problem[]> {
    return problemsOf([...(await this.waitsOn(db, collectiveId, named)).values()], 'lines');
  }

  /**
   * What a command left short, voucher by voucher and whatever they name: what waits for its plan and is owed
   * less by it, what stands on lists and is owed no more. Codes `payouts.plan*`, `payouts.inFlight`.
   */
  async standProblems(
    tx: EntityManager,
    collectiveId: string,
    { from, pools, field, listed }: BookedFrom & { readonly listed: readonly ListedDebt[] },
  ): Promise<Problem[]> {
    const problems: Problem[] = [];
    for (const pool of pools) {
      const lines = await this.database.readWithin(tx, () => this.tracing.listLines(collectiveId, pool));
      for (const { day, around } of bookedSince(lines, from)) {
        const debtIds = paidAfter(around).map(({ entryId }) => entryId);
        const waits = debtIds.length === 0 ? NOTHING : await this.waitsOn(tx, collectiveId, { day, debtIds });
        problems.push(...problemsOf([...waits.values()], field));
        if (waits.size > 0) problems.push(...paidAnewProblems(around, field));
        problems.push(...outOfListsProblems(around, { listed, field }));
      }
    }
    return problems;
  }

  /** What waits on a day or today: whoever objected meanwhile holds what is entered for a day before. */
  private async waitsOn(
    db: EntityManager,
    collectiveId: string,
    asked: PaidOn,
  ): Promise<ReadonlyMap<string, WaitingPlan>> {
    const days = [...new Set([this.clock.today(), asked.day])];
    const found = days.map((day) => this.plans.waitsOf(db, collectiveId, { ...asked, day }));
    return new Map((await Promise.all(found)).flatMap((waits) => [...waits]));
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

/** What to do first where what paid a debt that is taken back would pay one that waits. */
function paidAnewProblems(around: BooksAround, field: string): Problem[] {
  const payments = paymentsOfTakenBack(around).map((line) => voucherNamedIn(0, line));
  if (payments.length === 0) return [];
  return [{ code: 'payouts.paymentFirst', field, facts: { payments: payments.join('、') } }];
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
