import type { CalendarDay } from '../calendar/calendar-day';
import { requireYuan } from '../money/fen';
import { compareRatios, type Ratio, ratio, readRatio, sumRatios } from '../money/ratio';
import type { Facts } from '../shared/domain-error';
import { valueOn } from './numbers';
import type { LocalNumbers, PolicyPack } from './pack';
import { atomsOf, type Quantity } from './quantity';
import { factKind, type PlainFacts, type Subject } from './subjects';

/** What conditions are held against. `on`: the day that picks dated values. */
export interface Judged {
  readonly pack: PolicyPack;
  readonly subject: Subject;
  readonly facts: PlainFacts;
  readonly local: LocalNumbers;
  readonly on: CalendarDay;
}

/** A quantity reckoned exactly: yuan, a count or a share; undefined while what `missing` names is absent. */
export interface Reckoned {
  readonly number: Ratio | undefined;
  readonly missing: readonly string[];
  /** What was looked at, for the sentence: amounts in fen, everything else as it was given. */
  readonly facts: Facts;
}

/**
 * Reckons one side of a comparison. A part of nothing is not a number: with a whole of zero or less the whole
 * is missing.
 * @throws DomainError `money.notAnAmount`, `money.notARatio` for a fact or local number that is no decimal
 */
export function reckon(quantity: Quantity, judged: Judged): Reckoned {
  switch (quantity.kind) {
    case 'number':
      return { number: readRatio(quantity.value), missing: [], facts: {} };
    case 'fact':
      return reckonFact(quantity.id, judged);
    case 'value':
    case 'need':
      return reckonNumber(quantity.kind, quantity.id, judged);
    case 'product':
      return combine(quantity.of, judged, multiply);
    case 'sum':
      return combine([...quantity.of, ...quantity.less], judged, (numbers) =>
        sumRatios(numbers.map((number, index) => (index < quantity.of.length ? number : minus(number)))),
      );
    case 'part':
      return reckonPart(quantity.part, quantity.whole, judged);
  }
}

function reckonFact(id: string, { subject, facts }: Judged): Reckoned {
  const text = given(facts, id);
  if (text === undefined) return { number: undefined, missing: [id], facts: {} };
  if (factKind(subject, id) === 'count')
    return { number: readRatio(text), missing: [], facts: { [id]: text } };
  const fen = requireYuan(text);
  return { number: ratio(fen, 100n), missing: [], facts: { [id]: fen } };
}

function reckonNumber(kind: 'value' | 'need', id: string, judged: Judged): Reckoned {
  const text = kind === 'value' ? valueText(id, judged) : given(judged.local, id);
  if (text === undefined) return { number: undefined, missing: [id], facts: {} };
  return { number: readRatio(text), missing: [], facts: { [id]: text } };
}

/** A number of the document as it stands on the day; a local one that is stricter stands in its place. */
export function valueText(id: string, { pack, local, on }: Judged): string | undefined {
  return given(local, id) ?? valueOn(pack, id, on)?.value;
}

function reckonPart(part: Quantity, whole: Quantity, judged: Judged): Reckoned {
  const found = combine([part, whole], judged, ([one, all]) => {
    if (one === undefined || all === undefined || all.numerator <= 0n) return undefined;
    return ratio(one.numerator * all.denominator, one.denominator * all.numerator);
  });
  const isOfNothing = found.number === undefined && found.missing.length === 0;
  if (!isOfNothing) return found;
  return { ...found, missing: atomsOf(whole).flatMap((atom) => (atom.kind === 'fact' ? [atom.id] : [])) };
}

function combine(
  quantities: readonly Quantity[],
  judged: Judged,
  join: (numbers: readonly Ratio[]) => Ratio | undefined,
): Reckoned {
  const reckoned = quantities.map((quantity) => reckon(quantity, judged));
  const numbers = reckoned.flatMap(({ number }) => number ?? []);
  const missing = reckoned.flatMap((each) => each.missing);
  const facts: Facts = Object.fromEntries(reckoned.flatMap((each) => Object.entries(each.facts)));
  return { number: missing.length > 0 ? undefined : join(numbers), missing, facts };
}

/** The exact product of fractions. */
export function multiply(numbers: readonly Ratio[]): Ratio {
  return numbers.reduce(
    (product, next) => ratio(product.numerator * next.numerator, product.denominator * next.denominator),
    ratio(1n, 1n),
  );
}

function minus({ numerator, denominator }: Ratio): Ratio {
  return ratio(-numerator, denominator);
}

/** A fact or number that is there and not empty. */
export function given(record: Readonly<Record<string, string | undefined>>, key: string): string | undefined {
  const value = Object.hasOwn(record, key) ? record[key]?.trim() : undefined;
  return value === '' ? undefined : value;
}

/**
 * The fewest whole units to add to, or take from, `amount` for it to stand to `bound` as asked.
 * @param amount whole units
 */
export function missedBy(operator: string, amount: bigint, bound: Ratio): bigint {
  const down = floorDivide(bound);
  const up = -floorDivide(minus(bound));
  if (operator === 'at_least') return up - amount;
  if (operator === 'at_most') return amount - down;
  if (operator === 'more_than') return down + 1n - amount;
  if (operator === 'less_than') return amount - (up - 1n);
  return compareRatios(ratio(amount, 1n), bound) < 0 ? up - amount : amount - down;
}

function floorDivide({ numerator, denominator }: Ratio): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}
