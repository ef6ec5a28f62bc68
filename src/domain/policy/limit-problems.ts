import { compareRatios, ratio, readRatio, type Ratio, sumRatios } from '../money/ratio';
import type { Problem } from '../shared/problem';
import { fixedUses } from './limit';
import { DENOMINATORS, type Limit, type PolicyPack, type PoolRules } from './pack';

import { atomsOf, type Quantity } from './quantity';

/**
 * What is wrong between the amounts a pack sets for the uses and costs of a pool: a floor above a cap,
 * shares that come to more than the whole, or to less with nobody to take the rest; names of uses, rules and
 * lists that are not there.
 */
export function limitProblems(pack: PolicyPack, pool: PoolRules): Problem[] {
  const field = `pools.${pool.id}`;
  return [
    ...pool.limits.flatMap((limit, index) => targetProblems(pool, limit, `${field}.limits.${index}.on`)),
    ...yearProblems(pool, field),
    ...floorProblems(pack, pool),
    ...wholeProblems(pack, pool, field),
    ...gateProblems(pack, pool, field),
  ];
}

function targetProblems(pool: PoolRules, limit: Limit, field: string): Problem[] {
  const sides = [pool.buckets, pool.deductions].map((items) => items.map(({ id }) => id));
  if (limit.on.length === 0) return [{ code: 'policy.missingKey', field, facts: { key: 'on' } }];
  if (sides.some((ids) => limit.on.every((id) => ids.includes(id)))) return [];
  const unknown = limit.on.filter((id) => !sides.some((ids) => ids.includes(id)));
  return (unknown.length > 0 ? unknown : limit.on).map((value) => ({
    code: 'policy.unknownWord',
    field,
    value,
  }));
}

/** What one plan distributes is no whole of a year: what the next plan carries over would be in it twice. */
function yearProblems(pool: PoolRules, field: string): Problem[] {
  return pool.limits.flatMap(({ id, over, atLeast, atMost }, index): Problem[] => {
    const atoms = [atLeast, atMost].flatMap((quantity) => (quantity === undefined ? [] : atomsOf(quantity)));
    const isOfPlan = atoms.some((atom) => atom.kind === 'fact' && atom.id === 'distributable');
    if (over !== 'year' || !isOfPlan) return [];
    return [{ code: 'policy.baseNotOfYear', field: `${field}.limits.${index}`, value: id }];
  });
}

/** A bound whose numbers the pack itself gives: how much, of what base (none for an amount in yuan). */
interface Fixed {
  readonly number: Ratio;
  readonly base: string;
}

/** Undefined where the bound depends on a number left open, or on one that changes within the pack's time. */
function fixed(pack: PolicyPack, quantity: Quantity | undefined): Fixed | undefined {
  if (quantity === undefined) return undefined;
  if (quantity.kind === 'number') return { number: readRatio(quantity.value), base: '' };
  if (quantity.kind === 'value') {
    const values = pack.values.filter(({ id }) => id === quantity.id);
    const [value] = values;
    return value === undefined || values.length > 1
      ? undefined
      : { number: readRatio(value.value === '' ? '0' : value.value), base: '' };
  }
  if (quantity.kind !== 'product' || quantity.of.length !== 2) return undefined;
  const [share, base] = quantity.of;
  const inner = fixed(pack, share);
  return inner === undefined || base?.kind !== 'fact' ? undefined : { ...inner, base: base.id };
}

/** The limits of a pool, and what it fixes for its uses, in the order of the file. */
function allLimits(pool: PoolRules): { readonly limit: Limit; readonly field: string }[] {
  const field = `pools.${pool.id}`;
  const places = pool.buckets.flatMap(({ take }, index) => (take.kind === 'amount' ? [index] : []));
  return [
    ...pool.limits.map((limit, index) => ({ limit, field: `${field}.limits.${index}` })),
    ...fixedUses(pool).map((limit, index) => ({
      limit,
      field: `${field}.buckets.${places[index] ?? 0}.take`,
    })),
  ];
}

/**
 * A floor, or several on uses of their own, ask more than a cap on those uses, or on more of them, lets
 * through. A share that holds for every period holds for the year.
 */
function floorProblems(pack: PolicyPack, pool: PoolRules): Problem[] {
  const limits = allLimits(pool);
  return limits.flatMap(({ limit: cap }): Problem[] => {
    const most = fixed(pack, cap.atMost);
    if (most === undefined) return [];
    const under = limits.flatMap(({ limit, field }) => {
      const least = fixed(pack, limit.atLeast);
      const covers = limit !== cap && limit.on.every((id) => cap.on.includes(id));
      const compares = least?.base === most.base && (limit.over === cap.over || most.base !== '');
      return covers && compares ? [{ limit, field, number: least.number }] : [];
    });
    const isAbove = (numbers: readonly Ratio[]): boolean =>
      compareRatios(sumRatios(numbers), most.number) > 0;
    const alone = under.filter(({ number }) => isAbove([number]));
    const apart = alone.length > 0 ? [] : under.filter(isApart());
    const together = isAbove(apart.map(({ number }) => number)) ? apart.slice(-1) : [];
    return [...alone, ...together].map(({ limit, field }) => ({
      code: 'policy.floorAboveCap',
      field,
      value: together.length > 0 ? apart.map((each) => each.limit.id).join('+') : limit.id,
      facts: { cap: cap.id },
    }));
  });
}

/** Lets through limits whose uses none before them counted. */
function isApart(): (each: { readonly limit: Limit }) => boolean {
  const counted = new Set<string>();
  return ({ limit: { on } }) => {
    if (on.some((id) => counted.has(id))) return false;
    for (const id of on) counted.add(id);
    return true;
  };
}

/**
 * Shares of one base may not come to more than the whole: what uses take, and floors on other uses, each use
 * counted once. Where every use takes a share, or stands under a cap, and the sum is less, somebody has to
 * take the rest.
 */
function wholeProblems(pack: PolicyPack, pool: PoolRules, field: string): Problem[] {
  const taken = pool.buckets.map(({ take }) =>
    take.kind === 'amount' ? fixed(pack, take.amount) : undefined,
  );
  const least = separate([...fixedUses(pool), ...pool.limits], pool, 'atLeast');
  const problems: Problem[] = DENOMINATORS.flatMap((base) => {
    const shares = least.flatMap(({ atLeast }) => {
      const share = fixed(pack, atLeast);
      return share?.base === base ? [share.number] : [];
    });
    const isOver = compareRatios(sumRatios(shares), WHOLE) > 0;
    return isOver ? [{ code: 'policy.sharesOverWhole', field, facts: { base } }] : [];
  });
  const caps = separate(pool.limits, pool, 'atMost');
  const capped = new Set(caps.flatMap(({ on }) => on)).size === pool.buckets.length ? caps : [];
  const isUnder = [taken, capped.map(({ atMost }) => fixed(pack, atMost))].some(areUnderWhole);
  if (isUnder && pool.left === undefined) problems.push({ code: 'policy.sharesUnderWhole', field });
  return problems;
}

const WHOLE = ratio(1n, 1n);

/** Whether all of them are shares of one base that leave a part of it. */
function areUnderWhole(shares: readonly (Fixed | undefined)[]): boolean {
  const [first] = shares;
  if (first === undefined || first.base === '') return false;
  if (shares.some((share) => share?.base !== first.base)) return false;
  return compareRatios(sumRatios(shares.flatMap((share) => share?.number ?? [])), WHOLE) < 0;
}

/** Floors, or caps, on uses, each use counted once, in the order given. */
function separate(limits: readonly Limit[], pool: PoolRules, side: 'atLeast' | 'atMost'): Limit[] {
  const isUse = (id: string): boolean => pool.buckets.some((bucket) => bucket.id === id);
  const sided = limits.filter((limit) => limit[side] !== undefined && limit.on.every(isUse));
  return sided
    .map((limit) => ({ limit }))
    .filter(isApart())
    .map(({ limit }) => limit);
}

function gateProblems(pack: PolicyPack, pool: PoolRules, field: string): Problem[] {
  const gates = pack.rules.filter((rule) => rule.subject === 'gate').map((rule) => rule.id);
  const closed = pool.buckets.flatMap(({ gate }, index): Problem[] =>
    gate === undefined || gate === '' || gates.includes(gate)
      ? []
      : [{ code: 'policy.unknownReference', field: `${field}.buckets.${index}.gate`, value: gate }],
  );
  const first = pool.servedFirst?.list;
  const isKnown = first === undefined || first === '' || pack.lists.some((list) => list.id === first);
  if (!isKnown)
    closed.push({ code: 'policy.unknownReference', field: `${field}.served_first.list`, value: first });
  const rests = pool.buckets.filter(({ take }) => take.kind === 'rest');
  if (rests.length > 1) closed.push({ code: 'policy.twoRests', field: `${field}.buckets` });
  return closed;
}
