import { type Fen, sumFen } from '../money/fen';
import { type Debt, type Held, isOwn, type Paid, takeOut } from './payment-groups';
import { type PersonsPart, type WithoutParts, withoutParts } from './persons-parts';
import { least, splitAt } from './split-payments';

/**
 * A debt less what its people hold already, and what of that is left; of one that was granted as one sum less
 * what was paid of it by name, whoever got it.
 */
export function coveredBy(debt: Debt, held: readonly Held[]): { readonly debt: Debt; readonly rest: Held[] } {
  const { left, taken, rest } =
    debt.isWhole === true ? wholeWithout(debt, held) : withoutParts(debt.people, held);
  for (const { from, ...part } of taken) from.covered.push(part);
  const amount = debt.amount - sumFen(taken.map((part) => part.amount));
  return { debt: { ...debt, amount, people: left, covered: [...debt.covered, ...taken] }, rest };
}

function wholeWithout(debt: Debt, held: readonly Held[]): Omit<WithoutParts<Held>, 'open'> {
  let open = debt.amount;
  const taken: Held[] = [];
  const rest = held.flatMap((part): Held[] => {
    const amount = isOwn(part, debt) ? least(part.amount, open) : 0n;
    if (amount === 0n) return [part];
    open -= amount;
    taken.push({ ...part, amount });
    return amount === part.amount ? [] : [{ ...part, amount: part.amount - amount }];
  });
  return { left: [], taken, rest };
}

/** A debt of which up to a sum came back of what some had of it: so much is theirs again. */
export function uncovered(
  debt: Debt,
  isBack: (part: Held) => boolean,
  sum: Fen,
): { readonly debt: Debt; readonly back: Fen } {
  let back = 0n;
  let people = debt.people;
  const covered = debt.covered.flatMap((part): Held[] => {
    const taken = isBack(part) ? least(part.amount, sum - back) : 0n;
    if (taken === 0n) return [part];
    back += taken;
    const { memberId, from } = part;
    takeOut(from.covered, part);
    sendBack(from, taken);
    if (debt.isWhole !== true) people = withPart(people, { memberId, amount: taken });
    if (taken === part.amount) return [];
    const rest = { memberId, amount: part.amount - taken };
    from.covered.push(rest);
    return [{ ...rest, from }];
  });
  return { debt: { ...debt, amount: debt.amount + back, people, covered }, back };
}

function withPart(people: readonly PersonsPart[], { memberId, amount }: PersonsPart): PersonsPart[] {
  const before = people.find((each) => each.memberId === memberId)?.amount ?? 0n;
  return [...people.filter((each) => each.memberId !== memberId), { memberId, amount: before + amount }];
}

/** A debt that nobody has anything of but by payments that name him. */
export function wholeOf(debt: Debt, people: readonly PersonsPart[]): Debt {
  const covered = debt.covered.filter((part) => isOwn(part, debt));
  const had = debt.covered.filter((part) => !covered.includes(part));
  const amount = debt.amount + sumFen(had.map((part) => part.amount));
  return { ...debt, amount, people: withoutParts(people, covered).left, covered };
}

/** So much of what was paid by name is with nobody any more. */
export function sendBack(from: Paid, amount: Fen): void {
  from.amount -= amount;
  from.payments = splitAt(from.payments, from.amount).first;
}
