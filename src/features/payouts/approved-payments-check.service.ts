import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WaitingPlan } from '../../domain/distribution/waiting-plan';
import { type BreakPlace, type Findings, placeOf } from '../../domain/ledger/check-pass';
import { POOLS } from '../../domain/ledger/manual-lines';
import { paidWhileWaiting, payingVouchers } from '../../domain/payouts/check-approved';
import { localDay } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { type KnownPlan, PlanApprovalService } from '../distribution/plan-approval.service';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { TracingService } from '../ledger/tracing.service';
import { PAY_LIST } from './pay-list-books.service';
import { type KeptPayList, readPayLists } from './pay-lists.store';

/**
 * The pass over what was paid: of no plan before it was approved, as was known when money went out. A list is
 * held to the day on which it was sent, what it paid is not before that; any other voucher to its own day and
 * to the one on which it was booked. Plans of before every step was noted are not asked.
 */
@Injectable()
export class ApprovedPaymentsCheckService extends StepCheck {
  override readonly pass = 'approvedPayments';

  constructor(
    private readonly database: Database,
    private readonly plans: PlanApprovalService,
    private readonly tracing: TracingService,
    private readonly ledger: LedgerCheckService,
  ) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // What a voucher paid is told by all that was booked before it.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const plans = await this.plans.listKnown(db, collectiveId);
    if (plans.length === 0) return;
    const entries = await this.entriesOf(db, collectiveId);
    for (const kept of await readPayLists(db, collectiveId)) checkList(kept, { plans, entries, findings });
    for (const pool of POOLS) {
      const own = plans.filter((plan) => plan.pool === pool);
      if (own.length === 0) continue;
      const lines = await this.database.readWithin(db, () => this.tracing.listLines(collectiveId, pool));
      const listed = new Set([...entries].flatMap(([id, { isListed }]) => (isListed ? [id] : [])));
      for (const paying of payingVouchers(lines, listed)) {
        findings.looked += 1;
        const entry = entries.get(paying.entryId);
        if (entry === undefined) continue;
        const booked = localDay(entry.bookedAt);
        const days = paying.reversesId === undefined ? [booked, paying.postedOn] : [booked];
        const waits = waitsOf(own, { days, at: entry.bookedAt });
        if (waits.size === 0) continue;
        for (const plan of distinct(paidWhileWaiting(paying, { lines, waits })))
          findings.add('check.paidBeforeApproval', entry.place, factsOf(plan));
      }
    }
  }

  /** Of every voucher when it was booked, on which day, and whether a list paid by it. */
  private async entriesOf(db: EntityManager, collectiveId: string): Promise<ReadonlyMap<string, KeptEntry>> {
    const booked = await this.ledger.listBookedAt(db, collectiveId);
    return new Map(
      booked.map((entry) => {
        const { entryId, bookedAt, postedOn, sourceKind } = entry;
        return [entryId, { bookedAt, postedOn, isListed: sourceKind === PAY_LIST, place: placeOf(entry) }];
      }),
    );
  }
}

interface KeptEntry {
  readonly bookedAt: string;
  readonly postedOn: string;
  readonly isListed: boolean;
  readonly place: BreakPlace;
}

/** A list was sent when each plan that it pays was approved, and paid nothing before it was sent. */
function checkList(
  { list: { year, number }, lines, acts }: KeptPayList,
  {
    plans,
    entries,
    findings,
  }: {
    readonly plans: readonly KnownPlan[];
    readonly entries: ReadonlyMap<string, KeptEntry>;
    readonly findings: Findings;
  },
): void {
  const debts = new Set(lines.map(({ debtId }) => debtId));
  const own = plans.filter(({ debtIds }) => debtIds.some((id) => debts.has(id)));
  const sent = acts.find(({ act }) => act === 'send');
  if (sent !== undefined) {
    const waits = waitsOf(own, { days: [sent.doneOn, localDay(sent.enteredAt)], at: sent.enteredAt });
    for (const plan of distinct([...waits.values()]))
      findings.add('check.sentBeforeApproval', {}, { year, number, ...factsOf(plan) });
  }
  for (const { act, entryId } of own.length === 0 ? [] : acts) {
    const entry = entryId === null ? undefined : entries.get(entryId);
    if (act !== 'confirm' || entry === undefined) continue;
    if (sent === undefined || entry.postedOn < sent.doneOn || entry.bookedAt < sent.enteredAt)
      findings.add('check.paidBeforeSent', entry.place, { year, number });
  }
}

/** What waited on one of these days, as was known at an instant, by the debts. */
function waitsOf(
  plans: readonly KnownPlan[],
  { days, at }: { readonly days: readonly string[]; readonly at: string },
): ReadonlyMap<string, WaitingPlan> {
  return new Map(
    plans.flatMap(({ debtIds, waitingAt }) => {
      const [plan] = days.flatMap((day) => waitingAt({ day, at }) ?? []);
      return plan === undefined ? [] : debtIds.map((id) => [id, plan] as const);
    }),
  );
}

function distinct(plans: readonly WaitingPlan[]): WaitingPlan[] {
  return [...new Map(plans.map((plan) => [plan.planId, plan])).values()];
}

function factsOf({ pool, from, to }: WaitingPlan): Record<string, string> {
  return { pool, from, to };
}
