import { type DuePart, owedParts } from '../assets/due-parts';
import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { isWanted, type RentDueStanding, stillToPay } from './rent-states';

/** Rent that a contract makes due and nobody has booked. */
export interface UnbookedRent {
  readonly covers: { readonly from: CalendarDay; readonly to: CalendarDay };
  readonly dueOn: CalendarDay;
  readonly amount: Fen;
}

/**
 * What a contract makes due and nobody has booked: it is late by the contract, whether it stands in the books
 * or not. What was paid ahead of it is not owed. Of a payment whose rent was raised since, what was agreed at
 * first is late since its own day, and each raise since its own: what came, or was booked, stands for what
 * was due first.
 */
export function unbookedOf(dues: readonly RentDueStanding[]): UnbookedRent[] {
  const payments = [...new Set(dues.map(({ payment }) => payment.from))];
  return payments.flatMap((first) => unbookedOfPayment(dues.filter(({ payment }) => payment.from === first)));
}

/** Since when something of a due is owed; where nothing is any more, the day on which it is due. */
export function owedSince(
  due: Pick<RentDueStanding, 'from' | 'dueOn'>,
  dues: readonly RentDueStanding[],
): CalendarDay {
  return unbookedOf(dues).find(({ covers }) => covers.from === due.from)?.dueOn ?? due.dueOn;
}

function unbookedOfPayment(dues: readonly RentDueStanding[]): UnbookedRent[] {
  const open = dues.filter((due) => isWanted(due) && stillToPay(due) > 0n);
  const placed = (due: RentDueStanding, { dueOn, amount }: DuePart): UnbookedRent => {
    return { covers: { from: due.from, to: due.to }, dueOn, amount };
  };
  if (dues.every(({ raised }) => raised === undefined))
    return open.map((due) => placed(due, { dueOn: due.dueOn, amount: stillToPay(due) }));
  const raised = byDay(dues.flatMap((due) => owedParts(due, due.amount ?? 0n)));
  let left = owedParts({ dueOn: dues[0]?.dueOn ?? '', raised }, sumFen(open.map(stillToPay)));
  return open.flatMap((due) => {
    const own = takenFrom(left, stillToPay(due));
    left = owedParts({ dueOn: due.dueOn, raised: left }, sumFen(left.map(amountOf)) - stillToPay(due));
    return own.map((part) => placed(due, part));
  });
}

/** What is due on each day, in their order. */
function byDay(parts: readonly DuePart[]): DuePart[] {
  const days = [...new Set(parts.map(({ dueOn }) => dueOn))].sort();
  return days.map((dueOn) => ({
    dueOn,
    amount: sumFen(parts.filter((part) => part.dueOn === dueOn).map(amountOf)),
  }));
}

/** The first parts that an amount is made of. */
function takenFrom(parts: readonly DuePart[], amount: Fen): DuePart[] {
  let open = amount;
  return parts.flatMap((part) => {
    const own = open < part.amount ? open : part.amount;
    open -= own;
    return own === 0n ? [] : [{ ...part, amount: own }];
  });
}

function amountOf({ amount }: DuePart): Fen {
  return amount;
}
