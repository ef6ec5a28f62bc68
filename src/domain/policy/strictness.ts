import type { CalendarDay } from '../calendar/calendar-day';
import { compareRatios, readRatio } from '../money/ratio';
import type { Condition } from './condition';
import { limitConditions } from './limit';
import { valueOn } from './numbers';
import type { PolicyPack } from './pack';
import type { Unit } from './pack-words';
import { atomsOf, type Quantity } from './quantity';

/** Which way a number of the document becomes stricter: a floor upwards, a cap downwards. */
export type Direction = 'higher' | 'lower';

/**
 * What a number of a county does to a pack: `fills` a number the document leaves to it, would `overrule` one
 * the document leaves to the village, is `stricter` than the one it gives, or is not (`looser`, equal ones
 * among them); `unclear` where the rules that use the number do not all point one way; `unknown` where the
 * pack has no such number on that day.
 */
export type Standing = 'fills' | 'overrules' | 'stricter' | 'looser' | 'unclear' | 'unknown';

/**
 * What a local number does to a pack on a day: it fills what is open or is stricter, never looser.
 * @param number the value as a plain decimal, or a day
 * @throws DomainError `money.notARatio` where it is neither
 */
export function standingOf(
  pack: PolicyPack,
  number: { readonly id: string; readonly value: string },
  on: CalendarDay,
): Standing {
  const need = pack.needs.find(({ id }) => id === number.id);
  if (need !== undefined) return need.decidedBy === 'village' ? 'overrules' : 'fills';
  const given = valueOn(pack, number.id, on);
  if (given === undefined) return 'unknown';
  const direction = stricterDirection(pack, number.id);
  if (direction === undefined) return 'unclear';
  return isStricter(number.value, given.value, { direction, unit: given.unit }) ? 'stricter' : 'looser';
}

/** Whether a value is stricter than another of the same number; an equal one is not. */
export function isStricter(
  value: string,
  other: string,
  { direction, unit }: { readonly direction: Direction; readonly unit: Unit },
): boolean {
  const [more, less] = direction === 'higher' ? [value, other] : [other, value];
  return unit === 'day' ? more > less : compareRatios(readRatio(more), readRatio(less)) > 0;
}

/**
 * Which way a number the document gives or leaves open becomes stricter, told by everything the pack uses it
 * for: what rules, limits and goals ask. Undefined where they disagree, where it only decides whom a rule is
 * for, where an amount has to be exactly it, or where nothing uses it.
 */
export function stricterDirection(pack: PolicyPack, numberId: string): Direction | undefined {
  const asked = [
    ...pack.rules.flatMap(({ need, except }) => [...need, ...except.flatMap((each) => each.need)]),
    ...pack.pools.flatMap(({ limits }) => limits.flatMap(limitConditions)),
    ...pack.goals.flatMap(({ need }) => need),
  ];
  const deciding = [
    ...pack.rules.flatMap(({ when, except }) => [...when, ...except.flatMap((each) => each.when)]),
    ...[...pack.tags, ...pack.flows].flatMap(({ when }) => when),
  ];
  const taken = pack.pools
    .flatMap(({ buckets }) => buckets)
    .flatMap(({ take }) => (take.kind === 'amount' ? atomsOf(take.amount) : []));
  const isUnclear =
    directionsIn(deciding, numberId).length > 0 ||
    taken.some((atom) => (atom.kind === 'value' || atom.kind === 'need') && atom.id === numberId);
  const [first, ...others] = directionsIn(asked, numberId);
  return isUnclear || others.some((each) => each !== first) ? undefined : first;
}

/** For every place a number stands in: which way the line gets harder to meet; undefined where neither. */
function directionsIn(conditions: readonly Condition[], numberId: string): (Direction | undefined)[] {
  return conditions.flatMap((line): (Direction | undefined)[] => {
    switch (line.kind) {
      case 'words':
      case 'text':
        return [];
      case 'days': {
        const isBound = line.bound.kind === 'value' && line.bound.id === numberId;
        const isFirst = line.operator === 'not_before' || line.operator === 'after';
        return isBound ? [isFirst ? 'higher' : 'lower'] : [];
      }
      case 'amounts': {
        const signs = [
          ...signsIn(line.left, numberId).map((sign) => -sign),
          ...signsIn(line.right, numberId),
        ];
        if (line.operator === 'exactly') return signs.map(() => undefined);
        const isFloor = line.operator === 'at_least' || line.operator === 'more_than';
        return signs.map((sign) => (sign > 0 === isFloor ? 'higher' : 'lower'));
      }
      case 'none':
        return directionsIn(line.of, numberId).map(turned);
      case 'all':
      case 'any':
        return directionsIn(line.of, numberId);
    }
  });
}

function turned(direction: Direction | undefined): Direction | undefined {
  return direction === undefined ? undefined : direction === 'higher' ? 'lower' : 'higher';
}

/** 1 where a quantity grows with the number, −1 where it shrinks, once for each place it stands in. */
function signsIn(quantity: Quantity, numberId: string): number[] {
  const within = (parts: readonly Quantity[]): number[] => parts.flatMap((part) => signsIn(part, numberId));
  switch (quantity.kind) {
    case 'number':
    case 'fact':
      return [];
    case 'value':
    case 'need':
      return quantity.id === numberId ? [1] : [];
    case 'product':
      return within(quantity.of);
    case 'sum':
      return [...within(quantity.of), ...within(quantity.less).map((sign) => -sign)];
    case 'part':
      return [...within([quantity.part]), ...within([quantity.whole]).map((sign) => -sign)];
  }
}
