import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, plainYuan } from '../money/fen';
import { compareRatios, ratio } from '../money/ratio';
import type { FigureSource } from '../policy/explanation';
import { judge } from '../policy/judge';
import { isExact } from '../policy/limit';
import * as packs from '../policy/pack';
import type { Quantity } from '../policy/quantity';
import { given, type Judged, reckon } from '../policy/reckon';
import type { PlainFacts } from '../policy/subjects';
import type { ShareClaim } from './short-claims';
import type { SplitUse, Take } from './split-use';
import { exactFen, type Stated } from './stated-amount';

/** What somebody is to get of a use, and the group of the pack's word lists he belongs to. */
export type GroupedClaim = Omit<ShareClaim, 'first'> & { readonly group: string };

/** What a village decided where its pack leaves it to the village, by use; what is not there is undecided. */
export interface VillageDecision {
  readonly takes: Readonly<Record<string, Stated | { readonly kind: 'rest' } | undefined>>;
  /** Dues of agreements, for the uses that pay them; and who else is to be paid from a use. */
  readonly claims: Readonly<Record<string, readonly GroupedClaim[] | undefined>>;
}

/** What a split under a pack stands on. */
export interface SplitGround {
  readonly pool: packs.PoolId;
  readonly on: CalendarDay;
  readonly local: packs.LocalNumbers;
  /** Every amount that a share may be a share of, in fen, as far as it is known. */
  readonly wholes: Readonly<Partial<Record<packs.Denominator, Fen>>>;
  /** Facts for the gates beside what is distributable: states of procedures, `flow:siyi`. */
  readonly gateFacts: PlainFacts;
}

/**
 * The uses of a pack as they enter a split: what the document fixes as it fixes it, what it leaves to the
 * village as the village decided, each with its order, its gate judged, the group its claims serve first, and
 * the floors and caps that bind it alone in this period. Limits on several uses together, over a year, or of
 * an exact share (met by the whole fen on either side of it) are judged by `judgeLimits`.
 */
export function usesByPack(
  pack: packs.PolicyPack,
  decision: VillageDecision,
  ground: SplitGround,
): SplitUse[] {
  const rules = packs.poolRulesOf(pack, ground.pool);
  const first = pack.lists.find((list) => list.id === rules?.servedFirst?.list)?.of ?? [];
  const claimsOf = (id: string): ShareClaim[] =>
    (decision.claims[id] ?? []).map(({ group, ...claim }) => ({
      ...claim,
      first: first.some((word) => word.id === group),
    }));
  const wholes = Object.entries(ground.wholes).map(([of, amount]): [string, string] => [
    of,
    plainYuan(amount),
  ]);
  const { local, on } = ground;
  const judged: Judged = { pack, subject: 'limit', facts: Object.fromEntries(wholes), local, on };
  return packs.bucketsOf(pack, ground.pool).map((bucket) => {
    const alone = (rules?.limits ?? []).filter((limit) => bindsAlone(limit, bucket));
    const floor = tightest(alone, 'atLeast', judged);
    const cap = tightest(alone, 'atMost', judged);
    return {
      id: bucket.id,
      name: bucket.name,
      order: bucket.order,
      take: takeOf(bucket, { decided: decision.takes[bucket.id], dues: claimsOf(bucket.id) }, judged),
      floor: floor?.bound,
      cap: cap?.bound,
      gate: gateOf(pack, bucket, ground),
      claims: claimsOf(bucket.id),
      cites: {
        ...(bucket.cite === '' ? {} : { use: bucket.cite }),
        ...{ ...cited('floor', floor), ...cited('cap', cap), ...gateCite(pack, bucket) },
      },
    };
  });
}

function bindsAlone(limit: packs.Limit, bucket: packs.Bucket): boolean {
  const isAlone = limit.on.join() === bucket.id && limit.over === 'period';
  return isAlone && limit.force === 'block' && !isExact(limit);
}

function takeOf(
  bucket: packs.Bucket,
  { decided, dues }: { readonly decided: Take | undefined; readonly dues: readonly ShareClaim[] },
  judged: Judged,
): Take {
  switch (bucket.take.kind) {
    case 'village':
      return decided ?? { kind: 'missing', missing: [bucket.id] };
    case 'agreement':
      return { kind: 'dues', dues };
    case 'rest':
      return { kind: 'rest' };
    case 'amount':
      return statedBy(bucket.take.amount, judged, bucket.cite);
  }
}

/**
 * A quantity of a pack as an amount: a share of a whole stays one, so that the whole can be printed; anything
 * else is reckoned.
 */
function statedBy(quantity: Quantity, judged: Judged, cite: string): Stated {
  const [share, whole] = quantity.kind === 'product' && quantity.of.length === 2 ? quantity.of : [];
  if (share === undefined || whole?.kind !== 'fact') return reckoned(quantity, judged, cite);
  const { number, missing } = reckon(share, judged);
  if (number === undefined) return { kind: 'missing', missing };
  const text = given(judged.facts, whole.id);
  const { number: amount } = text === undefined ? {} : reckon(whole, judged);
  return {
    kind: 'share',
    share: number,
    source: sourceOf(share, judged.pack, cite),
    whole: {
      of: whole.id,
      amount: amount === undefined ? undefined : (amount.numerator * 100n) / amount.denominator,
      source: { kind: 'books', id: whole.id },
    },
  };
}

function reckoned(quantity: Quantity, judged: Judged, cite: string): Stated {
  const { number, missing } = reckon(quantity, judged);
  if (number === undefined) return { kind: 'missing', missing };
  const fen = number.numerator * 100n;
  const source = sourceOf(quantity, judged.pack, cite);
  if (fen % number.denominator === 0n) return { kind: 'fixed', amount: fen / number.denominator, source };
  return { kind: 'share', share: number, source, whole: { of: 'one_yuan', amount: 100n } };
}

/** Who says a number: the clause that gives it, or the county or village that entered it. */
function sourceOf(quantity: Quantity, pack: packs.PolicyPack, cite: string): FigureSource {
  const need = quantity.kind === 'need' ? pack.needs.find(({ id }) => id === quantity.id) : undefined;
  return need === undefined ? { kind: 'document', id: cite } : { kind: need.decidedBy, id: need.id };
}

interface CitedBound {
  readonly bound: Stated;
  readonly cite: string;
}

/** The bound that binds: the highest floor, the lowest cap; one that wants a number before any other. */
function tightest(
  limits: readonly packs.Limit[],
  side: 'atLeast' | 'atMost',
  judged: Judged,
): CitedBound | undefined {
  const bounds = limits.flatMap((limit): CitedBound[] => {
    const quantity = limit[side];
    return quantity === undefined
      ? []
      : [{ bound: statedBy(quantity, judged, limit.cite), cite: limit.cite }];
  });
  const open = bounds.find(({ bound }) => exactFen(bound) === undefined);
  const sign = side === 'atLeast' ? -1 : 1;
  const inOrder = [...bounds].sort(
    (a, b) => sign * compareRatios(exactFen(a.bound) ?? ratio(0n, 1n), exactFen(b.bound) ?? ratio(0n, 1n)),
  );
  return open ?? inOrder[0];
}

function gateOf(pack: packs.PolicyPack, { id, gate }: packs.Bucket, ground: SplitGround): SplitUse['gate'] {
  if (gate === undefined) return undefined;
  const { pool, on, local, wholes, gateFacts } = ground;
  const net = wholes.distributable ?? wholes.after_deductions;
  const distributable = net === undefined ? {} : { distributable: plainYuan(net) };
  const record = {
    subject: 'gate',
    facts: { pool, bucket: id, ...distributable, ...gateFacts },
    on,
  } as const;
  return judge(pack, record, local).find(({ ruleId }) => ruleId === gate);
}

function gateCite(pack: packs.PolicyPack, { gate }: packs.Bucket): { gate?: string } {
  const rule = pack.rules.find(({ id }) => id === gate);
  return rule === undefined ? {} : { gate: rule.cite };
}

function cited(key: 'floor' | 'cap', bound: CitedBound | undefined): { floor?: string; cap?: string } {
  return bound === undefined ? {} : { [key]: bound.cite };
}
