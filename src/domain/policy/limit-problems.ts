import { compareRatios, ratio, readRatio, type Ratio, sumRatios } from '../money/ratio';
import type { Problem } from '../shared/problem';
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
    ...floorProblems(pack, pool, field),
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

/** A floor asks more than a cap on the same uses, or on more of them, lets through. */
function floorProblems(pack: PolicyPack, pool: PoolRules, field: string): Problem[] {
  return pool.limits.flatMap((floor, index) => {
    const least = fixed(pack, floor.atLeast);
    if (least === undefined) return [];
    const caps = pool.limits.filter((cap) => {
      const most = fixed(pack, cap.atMost);
      const covers = floor.on.every((id) => cap.on.includes(id));
      if (most?.base !== least.base || !covers || cap.over !== floor.over) return false;
      return compareRatios(least.number, most.number) > 0;
    });
    return caps.map((cap): Problem => ({
      code: 'policy.floorAboveCap',
      field: `${field}.limits.${index}`,
      value: floor.id,
      facts: { cap: cap.id },
    }));
  });
}

/**
 * Shares of one base may not come to more than the whole: what uses take, and floors on uses that no other
 * floor counts. Where every use takes a share, or stands under a cap, and the sum is less, somebody has to
 * take the rest.
 */
function wholeProblems(pack: PolicyPack, pool: PoolRules, field: string): Problem[] {
  const taken = pool.buckets.map(({ take }) =>
    take.kind === 'amount' ? fixed(pack, take.amount) : undefined,
  );
  const problems: Problem[] = DENOMINATORS.flatMap((base) => {
    const shares = taken.flatMap((share) => (share?.base === base ? [share.number] : []));
    const floors = separate(pool, 'atLeast').flatMap((limit) => {
      const least = fixed(pack, limit.atLeast);
      return least?.base === base ? [least.number] : [];
    });
    const isOver = [shares, floors].some((numbers) => compareRatios(sumRatios(numbers), WHOLE) > 0);
    return isOver ? [{ code: 'policy.sharesOverWhole', field, facts: { base } }] : [];
  });
  const caps = separate(pool, 'atMost');
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

/** Floors, or caps, on uses, each use counted once, in the order of the file. */
function separate(pool: PoolRules, side: 'atLeast' | 'atMost'): Limit[] {
  const counted = new Set<string>();
  return pool.limits.filter((limit) => {
    const isUse = limit.on.every((id) => pool.buckets.some((bucket) => bucket.id === id));
    if (limit[side] === undefined || !isUse || limit.on.some((id) => counted.has(id))) return false;
    for (const id of limit.on) counted.add(id);
    return true;
  });
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
