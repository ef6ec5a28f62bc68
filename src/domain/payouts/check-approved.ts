import type { CalendarDay } from '../calendar/calendar-day';
import type { WaitingPlan } from '../distribution/waiting-plan';
import { mainCodeOf } from '../ledger/chart';
import { signedAmount } from '../ledger/journal-entry';
import { toldByAsset } from '../ledger/owed-under-assets';
import type { TracedLine } from '../ledger/traced-line';
import { sumFen } from '../money/fen';
import { groupedBy } from '../shared/grouped';
import { paymentEvents } from '../uses/payment-events';
import { beyondOwed, type WaitingDebt, waitingDebts } from './plan-waits';
import { aroundOf, type BooksAround, paidAfter } from './stands-after';

/** A voucher that takes off what a pool owes, whatever it names. */
export interface PayingVoucher {
  readonly entryId: string;
  readonly position: number;
  readonly postedOn: CalendarDay;
  readonly reversesId: string | undefined;
}

/**
 * The vouchers of a pool by which what grants owe may have been paid, in the order of the chain: not those
 * of lists, which were asked when they were sent, nor a change of the chart.
 * @param listed the vouchers of lists
 */
export function payingVouchers(
  lines: readonly TracedLine[],
  listed: ReadonlySet<string>,
): readonly PayingVoucher[] {
  const own = lines.filter(({ isPayable, carriedBy }) => isPayable === true && carriedBy === undefined);
  return [...groupedBy(own, ({ entryId }) => entryId)]
    .flatMap(([entryId, ofEntry]): PayingVoucher[] => {
      const [first] = ofEntry;
      if (first === undefined || listed.has(entryId)) return [];
      if (!ofEntry.some((line) => signedAmount(line) > 0n)) return [];
      const { position, postedOn, reversesId } = first;
      return [{ entryId, position, postedOn, reversesId }];
    })
    .sort((left, right) => left.position - right.position);
}

/**
 * The waiting plans that a voucher paid, as the books stood when it was booked: those of which less was owed
 * with it than before, and those whose account owed nothing else that it could have paid.
 * @param lines of its pool, those that were booked later too
 */
export function paidWhileWaiting(
  { position, reversesId }: PayingVoucher,
  {
    lines,
    waits,
  }: { readonly lines: readonly TracedLine[]; readonly waits: ReadonlyMap<string, WaitingPlan> },
): WaitingPlan[] {
  const around = aroundOf(lines, position);
  const reached = [...paidAfter(around), ...(reversesId === undefined ? onlyOwed(around, waits) : [])];
  return reached.flatMap(({ entryId }) => waits.get(entryId) ?? []);
}

/** Through a change of the chart its accounts are one; yet a payment pays nothing but what its own owes. */
function onlyOwed(
  { before, after }: BooksAround,
  waits: ReadonlyMap<string, WaitingPlan>,
): readonly WaitingDebt[] {
  const known = new Set(before.map(({ entryId }) => entryId));
  const stood = toldByAsset(before).filter(isUnderNeither);
  const own = toldByAsset(after).filter((line) => !known.has(line.entryId) && isUnderNeither(line));
  return [...groupedBy(own, accountOf)].flatMap(([account, here]) => {
    const amount = sumFen(here.map(signedAmount));
    if (amount <= 0n) return [];
    const owed = -sumFen(stood.filter((line) => accountOf(line) === account).map(signedAmount));
    const waiting = [...paymentEvents(before).values()].flatMap((events) => waitingDebts(events, waits));
    return beyondOwed({ account, amount }, { owed, waiting });
  });
}

/** A line of what is owed to nobody by name and under no asset. */
function isUnderNeither({ isPayable, counterparty, names, assetId }: TracedLine): boolean {
  return isPayable === true && counterparty === undefined && names === undefined && assetId === undefined;
}

function accountOf({ ledgerAccount }: TracedLine): string {
  return mainCodeOf(ledgerAccount);
}
