import type { CalendarDay } from '../calendar/calendar-day';
import type { WaitingPlan } from '../distribution/waiting-plan';
import { mainCodeOf } from '../ledger/chart';
import { signedAmount } from '../ledger/journal-entry';
import type { TracedLine } from '../ledger/trace-money';
import { type Fen, sumFen } from '../money/fen';
import { groupedBy } from '../shared/grouped';
import { type OpenDebt, openDebts } from '../uses/open-debts';
import { type PaymentEvent, paymentEvents } from '../uses/payment-events';
import { accountsOfDebts, beyondApproved, beyondOwed, nowPaid } from './plan-waits';

/** A voucher that takes off what a pool owes under no name, or takes back what did. */
export interface PayingVoucher {
  readonly entryId: string;
  readonly position: number;
  readonly postedOn: CalendarDay;
  readonly reversesId: string | undefined;
  /** Its own lines on accounts of what is owed under no name. */
  readonly lines: readonly TracedLine[];
}

/**
 * The vouchers of a pool by which what names nobody may have been paid, in the order of the chain: not those
 * of lists, which were asked when they were sent, nor a change of the chart.
 * @param listed the vouchers of lists
 */
export function payingVouchers(
  lines: readonly TracedLine[],
  listed: ReadonlySet<string>,
): readonly PayingVoucher[] {
  const own = lines.filter((line) => isUnnamed(line) && line.carriedBy === undefined);
  return [...groupedBy(own, ({ entryId }) => entryId)]
    .flatMap(([entryId, ofEntry]): PayingVoucher[] => {
      const [first] = ofEntry;
      if (first === undefined || listed.has(entryId)) return [];
      const { position, postedOn, reversesId } = first;
      return [{ entryId, position, postedOn, reversesId, lines: ofEntry }];
    })
    .filter(({ reversesId, lines: ofEntry }) => reversesId !== undefined || paidOn(ofEntry).length > 0)
    .sort((left, right) => left.position - right.position);
}

/**
 * The waiting plans that a voucher paid, as the books stood when it was booked: whatever names no debt pays
 * the oldest first, and nothing beyond what its account owes besides; one that takes a debt back lets what
 * was paid of it pay the next.
 * @param lines of its pool, those that were booked later too
 */
export function paidWhileWaiting(
  { entryId, position, reversesId, lines: own }: PayingVoucher,
  {
    lines,
    waits,
  }: { readonly lines: readonly TracedLine[]; readonly waits: ReadonlyMap<string, WaitingPlan> },
): WaitingPlan[] {
  const before = lines.filter((line) => line.position < position);
  if (reversesId !== undefined) {
    const after = before.concat(lines.filter((line) => line.entryId === entryId));
    const reached = nowPaid(everyOpen(before), everyOpen(after));
    return reached.flatMap((debt) => (debt.entryId === reversesId ? [] : (waits.get(debt.entryId) ?? [])));
  }
  return paidOn(own).flatMap(({ account, amount }) => {
    const events = eventsOf(before, account);
    const open = openDebts(events);
    const accounts = accountsOfDebts(events);
    const waiting = open.flatMap((debt) => {
      const at = accounts.get(debt.entryId);
      return at === undefined || !waits.has(debt.entryId) ? [] : [{ ...debt, account: at }];
    });
    const there = before.filter((line) => isUnnamed(line) && mainCodeOf(line.ledgerAccount) === account);
    const owed = -sumFen(there.map(signedAmount));
    const reached = beyondOwed({ account, amount }, { owed, waiting });
    return [
      ...beyondApproved(amount, { open, waits }),
      ...reached.flatMap((debt) => waits.get(debt.entryId) ?? []),
    ];
  });
}

/** How much lines take off each account of what is owed, more than they add to it. */
function paidOn(lines: readonly TracedLine[]): { readonly account: string; readonly amount: Fen }[] {
  return [...groupedBy(lines, ({ ledgerAccount }) => mainCodeOf(ledgerAccount))].flatMap(([account, own]) => {
    const amount = sumFen(own.map(signedAmount));
    return amount > 0n ? [{ account, amount }] : [];
  });
}

function everyOpen(lines: readonly TracedLine[]): OpenDebt[] {
  return [...paymentEvents(lines).values()].flatMap((events) => openDebts(events));
}

/** Through a change of the chart its accounts are one. */
function eventsOf(lines: readonly TracedLine[], account: string): readonly PaymentEvent[] {
  return [...paymentEvents(lines)].flatMap(([key, events]) => (key === '' || key === account ? events : []));
}

function isUnnamed({ isPayable, counterparty, names }: TracedLine): boolean {
  return isPayable === true && counterparty === undefined && names === undefined;
}
