import type { CalendarDay } from '../calendar/calendar-day';
import { mainCodeOf } from '../ledger/chart';
import { debtOfStrand } from '../ledger/settled-debts';
import { traceMoney } from '../ledger/trace-money';
import type { TracedLine } from '../ledger/traced-line';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type OpenDebt, openDebts } from '../uses/open-debts';
import { type PaymentEvent, paymentEvents } from '../uses/payment-events';
import { nowPaid } from './plan-waits';

/** Lines of one pool as they stood before a voucher, and with it. */
export interface BooksAround {
  readonly before: readonly TracedLine[];
  readonly after: readonly TracedLine[];
}

/** The vouchers from a place of the chain on that touch what grants owe, one after the other. */
export function bookedSince(
  lines: readonly TracedLine[],
  from: number,
): { readonly day: CalendarDay; readonly around: BooksAround }[] {
  const since = lines.filter(({ position, isPayable }) => position >= from && isPayable === true);
  const days = new Map(since.map(({ position, postedOn }) => [position, postedOn]));
  return [...days]
    .sort(([one], [other]) => one - other)
    .map(([place, day]) => ({ day, around: aroundOf(lines, place) }));
}

/** The books as they stood before the voucher at a place of the chain, and with it. */
export function aroundOf(lines: readonly TracedLine[], place: number): BooksAround {
  const after = lines.filter(({ position }) => position <= place);
  return { before: after.filter(({ position }) => position < place), after };
}

/** A part of a debt on a list under way, and what people call the list. */
export interface ListedDebt {
  readonly debtId: string;
  readonly amount: Fen;
  readonly list: string;
}

/**
 * The debts of which less is owed after a voucher than before, whatever it names and whichever side it
 * stands on: so the books read it from then on. Not the debt that it takes back.
 */
export function paidAfter({ before, after }: BooksAround): OpenDebt[] {
  const stood = new Set(before);
  const takenBack = new Set(after.flatMap((line) => (stood.has(line) ? [] : (line.reversesId ?? []))));
  return nowPaid(everyOpen(before), everyOpen(after)).filter(({ entryId }) => !takenBack.has(entryId));
}

/** The vouchers that paid a grant which a voucher takes back, as the books traced it before. */
export function paymentsOfTakenBack({ before, after }: BooksAround): TracedLine[] {
  const stood = new Set(before);
  const takenBack = new Set(after.flatMap((line) => (stood.has(line) ? [] : (line.reversesId ?? []))));
  const paid = traceMoney(before).flatMap((strand) => {
    const debt = debtOfStrand(strand, (entryId) => takenBack.has(entryId));
    return debt?.settledBy === undefined || debt.owed.planLineId === undefined ? [] : [debt.settledBy];
  });
  return [...new Map(paid.map((line) => [line.entryId, line])).values()];
}

/**
 * Refuses what leaves less owed beside one another than stands on lists under way, account by account: what
 * the bank pays then would be paid a second time. Code `payouts.inFlight` with the lists and what may be paid
 * beside them.
 * @param field where on the form
 */
export function outOfListsProblems(
  { before, after }: BooksAround,
  { listed, field }: { readonly listed: readonly ListedDebt[]; readonly field: string },
): Problem[] {
  const stood = [...paymentEvents(before).values()];
  return [...paymentEvents(after).values()].flatMap((events) => {
    const accounts = accountsOf(events);
    const debts = new Set(events.map(({ entryId }) => entryId));
    const own = listed.filter(({ debtId }) => debts.has(debtId));
    const there = stood.filter((each) => [...accountsOf(each)].some((account) => accounts.has(account)));
    const held = sumFen(own.map(({ amount }) => amount));
    const [was, is] = [sumFen(there.map(openOf)), openOf(events)];
    if (is >= held || is >= was) return [];
    const left = was > held ? was - held : 0n;
    const lists = [...new Set(own.map(({ list }) => list))].join('、');
    return [
      { code: 'payouts.inFlight', field, facts: { account: [...accounts].join('、'), held, left, lists } },
    ];
  });
}

/** What is open on every account of what grants owe. */
function everyOpen(lines: readonly TracedLine[]): OpenDebt[] {
  return [...paymentEvents(lines).values()].flatMap((events) => openDebts(events));
}

function openOf(events: readonly PaymentEvent[]): Fen {
  return sumFen(openDebts(events).map(({ amount }) => amount));
}

function accountsOf(events: readonly PaymentEvent[]): ReadonlySet<string> {
  return new Set(events.map(({ line }) => mainCodeOf(line.ledgerAccount)));
}
