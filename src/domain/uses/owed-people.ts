import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';

/** The lists by which people are owed one by one: a month's posts, a labour sheet, a list of rewards. */
export type OwedListKind = 'posts' | 'works' | 'aid';

/** What one person has on a list. */
export interface OwedLine {
  readonly memberId: string;
  readonly amount: Fen;
}

/** A list that somebody else accepted: since then its sum is owed, by one voucher. */
export interface OwedList<Line extends OwedLine = OwedLine> {
  readonly kind: OwedListKind;
  readonly entryId: string;
  readonly amount: Fen;
  /** What of the voucher's debt the books show as paid, oldest first. */
  readonly paid: Fen;
  readonly lines: readonly Line[];
}

/**
 * Whether somebody's part of a list is paid. A payment names no person: a list paid wholly has paid everybody
 * on it, one that is not has paid nobody, and of one in between the books do not say whom.
 */
export type LinePaid = 'open' | 'paid' | 'partly';

/** Somebody with everything that was owed on lists. */
export interface PersonOwed<Line extends OwedLine = OwedLine> {
  readonly memberId: string;
  /** On lists of which nothing is paid. Fen. */
  readonly owed: Fen;
  /** On lists that are paid wholly. Fen. */
  readonly paid: Fen;
  /** On lists that are paid in part, nobody knows to whom. Fen. */
  readonly unsure: Fen;
  readonly items: readonly { readonly list: OwedList<Line>; readonly line: Line; readonly state: LinePaid }[];
}

/** What all lists come to. */
export interface OwedTotals {
  readonly owed: Fen;
  readonly paid: Fen;
  /** What is open on lists paid in part: it belongs to some of those on them. */
  readonly openOfPartly: Fen;
}

/** How a list stands. */
export function listPaid({ amount, paid }: Pick<OwedList, 'amount' | 'paid'>): LinePaid {
  if (paid <= 0n) return 'open';
  return paid < amount ? 'partly' : 'paid';
}

/**
 * Who is owed how much, person by person, in the order in which people first come. What is told of people and
 * what the lists owe is the same to the fen. Source: product decision "Uses" (who is owed what and why).
 */
export function owedByPerson<Line extends OwedLine>(
  lists: readonly OwedList<Line>[],
): { readonly people: readonly PersonOwed<Line>[]; readonly totals: OwedTotals } {
  const items = lists.flatMap((list) =>
    list.lines.filter(({ amount }) => amount > 0n).map((line) => ({ list, line, state: listPaid(list) })),
  );
  const people = [...new Set(items.map(({ line }) => line.memberId))].map((memberId) => {
    const own = items.filter(({ line }) => line.memberId === memberId);
    const of = (state: LinePaid): Fen =>
      sumFen(own.filter((each) => each.state === state).map(({ line }) => line.amount));
    return { memberId, owed: of('open'), paid: of('paid'), unsure: of('partly'), items: own };
  });
  const partly = lists.filter((list) => listPaid(list) === 'partly');
  const totals = {
    owed: sumFen(people.map(({ owed }) => owed)),
    paid: sumFen(people.map(({ paid }) => paid)),
    openOfPartly: sumFen(partly.map(({ amount, paid }) => amount - paid)),
  };
  const open = sumFen(lists.map(({ amount, paid }) => amount - paid));
  invariant(totals.owed + totals.openOfPartly === open, 'what people are owed is what the lists owe');
  return { people, totals };
}
