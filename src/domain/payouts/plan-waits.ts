import type { PlanWant } from '../approvals/plan-approved';
import { addDays, type CalendarDay } from '../calendar/calendar-day';
import type { WaitingPlan } from '../distribution/waiting-plan';
import { mainCodeOf } from '../ledger/chart';
import { type Fen, sumFen } from '../money/fen';
import type { Facts } from '../shared/domain-error';
import type { Problem } from '../shared/problem';
import { type OpenDebt, openDebts } from '../uses/open-debts';
import type { PaymentEvent } from '../uses/payment-events';

const CODE_OF = {
  publish: 'payouts.planUnpublished',
  photo: 'payouts.planNotProven',
  hangs: 'payouts.planHangs',
  tornDown: 'payouts.planTornDown',
  objections: 'payouts.planObjected',
  step: 'payouts.planStepNext',
} as const;

/**
 * Refuses to pay what plans granted that are not approved yet: each plan once, by what it wants first, and
 * how many objections have no answer. Codes `payouts.plan*`.
 * @param field where on the form
 */
export function waitProblems(waiting: readonly WaitingPlan[], field: string): Problem[] {
  return waiting.flatMap(({ pool, from, to, wants }) => {
    const told = toldOf(wants);
    return told === undefined ? [] : [{ ...told, field, facts: { pool, from, to, ...told.facts } }];
  });
}

/** What a plan wants first, with how many objections are open, or which step follows a sheet that hangs. */
function toldOf(wants: readonly PlanWant[]): { readonly code: string; readonly facts: Facts } | undefined {
  const [first] = wants;
  if (first === undefined) return undefined;
  const step = wants.find((each) => each.what === 'step');
  if (first.what === 'hangs' && step !== undefined)
    return { code: 'payouts.planHangsThen', facts: { ...factsOf(first), ...factsOf(step) } };
  const objected = wants.find((each) => each.what === 'objections');
  if (objected === undefined) return { code: CODE_OF[first.what], facts: factsOf(first) };
  const code = `${CODE_OF[first.what]}${first === objected ? '' : 'Objected'}`;
  return { code, facts: { ...factsOf(first), ...factsOf(objected) } };
}

function factsOf(want: PlanWant): Facts {
  switch (want.what) {
    case 'hangs':
      return { until: want.until, payFrom: addDays(want.until, 1) };
    case 'tornDown':
      return { hung: want.hung };
    case 'step':
      return { step: want.step };
    case 'objections':
      return { count: want.count };
    case 'publish':
    case 'photo':
      return {};
  }
}

/** The day from which plans may be paid if nothing comes between; undefined where it takes somebody. */
export function payableFrom(waiting: readonly WaitingPlan[]): CalendarDay | undefined {
  const days = waiting.map(({ wants }) => {
    const [only, ...more] = wants;
    return more.length === 0 && only?.what === 'hangs' ? addDays(only.until, 1) : undefined;
  });
  if (days.length === 0 || days.includes(undefined)) return undefined;
  return days.toSorted().at(-1);
}

/**
 * The plans that so much would pay on an account where it names no debt: the books settle the oldest first,
 * so it goes as far as the first debt that waits.
 * @param open what is owed beside the lists, the oldest first
 */
export function beyondApproved(
  amount: Fen,
  { open, waits }: { readonly open: readonly OpenDebt[]; readonly waits: ReadonlyMap<string, WaitingPlan> },
): WaitingPlan[] {
  const first = open.findIndex(({ entryId }) => waits.has(entryId));
  if (first < 0 || amount <= sumFen(open.slice(0, first).map((each) => each.amount))) return [];
  return open.slice(first).flatMap(({ entryId }) => waits.get(entryId) ?? []);
}

/** The account on which each debt arose. */
export function accountsOfDebts(events: readonly PaymentEvent[]): ReadonlyMap<string, string> {
  const debts = events.filter(({ kind }) => kind === 'owed' || kind === 'returned');
  return new Map(debts.map(({ entryId, line }) => [entryId, mainCodeOf(line.ledgerAccount)]));
}

/** A debt that waits for its plan, as far as it is open, on its account. */
export interface WaitingDebt extends OpenDebt {
  readonly account: string;
}

/** What waits of what is open on accounts. @param open the debts, the lists' parts apart where they count */
export function waitingDebts(
  events: readonly PaymentEvent[],
  waits: ReadonlyMap<string, WaitingPlan>,
  open: readonly OpenDebt[] = openDebts(events),
): WaitingDebt[] {
  const accounts = accountsOfDebts(events);
  return open.flatMap((debt) => {
    const account = accounts.get(debt.entryId);
    return account === undefined || !waits.has(debt.entryId) ? [] : [{ ...debt, account }];
  });
}

/**
 * The plans that so much would pay on an account because nothing else is owed there: through a change of the
 * chart the books settle the debts of several accounts in one order.
 * @param owed what the account owes under no name, the lists' parts apart
 */
export function beyondOwed(
  { account, amount }: { readonly account: string; readonly amount: Fen },
  { owed, waiting }: { readonly owed: Fen; readonly waiting: readonly WaitingDebt[] },
): WaitingDebt[] {
  const own = waiting.filter((debt) => debt.account === account);
  return amount <= owed - sumFen(own.map((debt) => debt.amount)) ? [] : own;
}

/** The debts of which less is open than before: what was paid falls on them. */
export function nowPaid(before: readonly OpenDebt[], after: readonly OpenDebt[]): OpenDebt[] {
  const left = new Map(after.map(({ entryId, amount }) => [entryId, amount]));
  return before.filter(({ entryId, amount }) => (left.get(entryId) ?? 0n) < amount);
}
