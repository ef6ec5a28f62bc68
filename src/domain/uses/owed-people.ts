import { type Fen, sumFen } from '../money/fen';
import { groupedBy } from '../shared/grouped';
import { invariant } from '../shared/invariant';
import { withoutParts } from './persons-parts';
import type { DebtState, DebtStanding } from './debt-standing';

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
  /** What the books say for certain of the voucher's debt. */
  readonly standing: Pick<DebtStanding, 'state' | 'covered'>;
  readonly lines: readonly Line[];
}

/**
 * Whether somebody's part of a list is paid. A payment names no person and no list: `partly` where it may
 * have been for him and the books do not say; `covered` where he had some of it before, by a list that was
 * taken back, and the rest is owed.
 */
export type LinePaid = 'open' | 'paid' | 'partly' | 'covered';

/** Somebody with everything that was owed on lists. */
export interface PersonOwed<Line extends OwedLine = OwedLine> {
  readonly memberId: string;
  /** Of which nothing is paid for certain. Fen. */
  readonly owed: Fen;
  /** Which is paid for certain. Fen. */
  readonly paid: Fen;
  /** Of which nobody knows. Fen. */
  readonly unsure: Fen;
  readonly items: readonly OwedItem<Line>[];
}

/** What one person has on a list, and how it stands. */
export interface OwedItem<Line extends OwedLine = OwedLine> {
  readonly list: OwedList<Line>;
  readonly line: Line;
  readonly state: LinePaid;
  /** What of it is owed for certain. Fen. */
  readonly owed: Fen;
}

/** What all lists come to. */
export interface OwedTotals {
  readonly owed: Fen;
  readonly paid: Fen;
  /** What is open where nobody knows whose it is. */
  readonly openOfPartly: Fen;
  /** What was paid and is owed to nobody any more. */
  readonly over: Fen;
}

/**
 * Who is owed how much, person by person, in the order in which people first come. Source: product decision
 * "Uses" (who is owed what and why).
 */
export function owedByPerson<Line extends OwedLine>(
  lists: readonly OwedList<Line>[],
): { readonly people: readonly PersonOwed<Line>[]; readonly owed: Fen; readonly paid: Fen } {
  const parts = lists.flatMap(partsOf);
  const people = [...groupedBy(parts, ({ item }) => item.line.memberId)].map(([memberId, own]) => {
    const sum = (of: (part: Part<Line>) => Fen): Fen => sumFen(own.map(of));
    return {
      ...{ memberId, owed: sum(({ item }) => item.owed), paid: sum(({ paid }) => paid) },
      ...{ unsure: sum(({ unsure }) => unsure), items: own.map(({ item }) => item) },
    };
  });
  const owed = sumFen(people.map((person) => person.owed));
  return { people, owed, paid: sumFen(people.map((person) => person.paid)) };
}

interface Part<Line extends OwedLine> {
  readonly item: OwedItem<Line>;
  readonly paid: Fen;
  readonly unsure: Fen;
}

/** What each person has on a list and how it stands; what he had before is taken off his first lines. */
function partsOf<Line extends OwedLine>(list: OwedList<Line>): Part<Line>[] {
  const { state, covered } = list.standing;
  const sum = sumFen(list.lines.map(({ amount }) => amount));
  invariant(sum === list.amount, 'a list is the sum of its people');
  const lines = list.lines.filter(({ amount }) => amount > 0n);
  const { open: openOf } = withoutParts(lines, covered);
  return lines.map((line, place) => {
    const open = openOf[place] ?? 0n;
    const owed = state === 'open' ? open : 0n;
    const unsure = state === 'unsure' ? open : 0n;
    const item = { list, line, state: lineState(line.amount, { open, state }), owed };
    return { item, paid: line.amount - owed - unsure, unsure };
  });
}

function lineState(
  amount: Fen,
  { open, state }: { readonly open: Fen; readonly state: DebtState },
): LinePaid {
  if (open === 0n || state === 'paid') return 'paid';
  if (state === 'unsure') return 'partly';
  return open < amount ? 'covered' : 'open';
}
