import { type Fen, requireYuan, sumFen } from '../money/fen';
import { type Bucket, bucketsOf, type LocalNumbers, type PolicyPack, poolRulesOf } from '../policy/pack';
import { given } from '../policy/reckon';
import { invariant } from '../shared/invariant';
import type { Problem } from '../shared/problem';
import { boundOf, type PlanBound, statedBounds } from './plan-bounds';
import { type PlanCheck, type PlanFacts, planChecks } from './plan-checks';
import { usesByPack, type VillageDecision } from './split-by-pack';
import { splitSurplus } from './split-surplus';
import type { SplitUse } from './split-use';
import { missingOf } from './stated-amount';
import { periodWholes, type UseFacts } from './use-facts';

/**
 * A use beside what was decided for it. `by`: the document fixes its amount, gives it the rest or the dues of
 * agreements, leaves it to the village (which keeps what it decided), or does not know it.
 */
export interface DryRunUse {
  readonly id: string;
  /** As the pack calls it; undefined for a use it does not know. */
  readonly name: string | undefined;
  readonly by: 'document' | 'rest' | 'agreement' | 'village' | 'unknown';
  /** Undefined where the plan gave it nothing. */
  readonly decided: Fen | undefined;
  /** Undefined while nobody has given a number that it comes from. */
  readonly wouldBe: Fen | undefined;
  /** The numbers that nobody has given, where the amount is not known for want of them. */
  readonly missing: readonly string[];
  /** The least, the most or the very amount that the pack holds this use alone to. */
  readonly bound: PlanBound | undefined;
  /** Key of the clause that names it. */
  readonly cite: string | undefined;
}

/** What the pack says of the plan as it was decided, with the amounts a limit or a fixed use is held to. */
export interface RunCheck extends PlanCheck {
  /** What is compared, alike in two packs that compare the same. */
  readonly matter: string;
  readonly bounds: readonly PlanBound[];
}

/** What a decided plan would be under another pack; both columns add up to what there was to distribute. */
export interface DryRun {
  readonly distributable: Fen;
  readonly uses: readonly DryRunUse[];
  readonly decidedLeft: Fen;
  /** Below zero: more would be asked than there was, by so much. Undefined while an amount is not known. */
  readonly left: Fen | undefined;
  /** Why it cannot be split as the pack says: more asked than there was, a number nobody gave … */
  readonly problems: readonly Problem[];
  /** What the pack says of the plan as it was decided. */
  readonly checks: readonly RunCheck[];
}

/** A decided plan with the books of its period, and of its year without it. */
export type RunFacts = PlanFacts & { readonly grounded: NonNullable<PlanFacts['grounded']> };

/**
 * Runs a pack over a plan that was decided under another one. What the pack fixes is taken from the same
 * statement and costs; what it leaves to the village stays as the village decided; a use it does not know
 * gets nothing. Where nobody gave a number that an amount comes from, neither it nor what is left is told.
 * Amounts in fen.
 * @param facts what was decided, with the books of its period and of its year without it
 */
export function dryRun(pack: PolicyPack, facts: RunFacts, local: LocalNumbers): DryRun {
  const { pool, distributable, lines, grounded } = facts;
  const held = { pack, pool, local, distributable, ...grounded };
  const decidedFor = (id: string): Fen | undefined => lines.find(({ bucket }) => bucket === id)?.amount;
  const buckets = bucketsOf(pack, pool);
  const dues = duesOf(buckets, { decidedFor, local });
  const ground = { pool, on: grounded.on, local, gateFacts: {}, wholes: periodWholes(held) };
  const uses = usesByPack(pack, { takes: keptTakes(buckets, decidedFor), claims: claimsFor(dues) }, ground);
  const split = splitSurplus(distributable, uses);
  const known = buckets.map((bucket): DryRunUse => {
    const { id, name, take, cite } = bucket;
    const missing = missingFor(id, uses, dues);
    const part = split.parts.find(({ use }) => use.id === id)?.amount ?? 0n;
    return {
      ...{ id, name, by: take.kind === 'amount' ? 'document' : take.kind, decided: decidedFor(id), missing },
      ...{ wouldBe: missing.length > 0 ? undefined : part, bound: boundOf(held, bucket), cite },
    };
  });
  const unknown = lines
    .filter(({ bucket }) => !buckets.some(({ id }) => id === bucket))
    .map(({ bucket, amount }) => unknownUse(bucket, amount));
  const all = [...known, ...unknown];
  const decided = sumFen(lines.map(({ amount }) => amount));
  const amounts = all.flatMap(({ wouldBe }) => (wouldBe === undefined ? [] : [wouldBe]));
  const left = amounts.length === all.length ? split.left : undefined;
  invariant(
    left === undefined || sumFen(amounts) + left === distributable,
    'what would be and what would be left add up to what there was',
  );
  return {
    ...{ distributable, uses: all, decidedLeft: distributable - decided, left },
    problems: split.problems,
    checks: planChecks(pack, facts, local).map((check) => ({ ...check, ...comparedBy(held, check) })),
  };
}

/** A use that a pack does not know: what was decided for it stays with what is left. */
export function unknownUse(id: string, decided: Fen | undefined): DryRunUse {
  const nothing = { name: undefined, missing: [], bound: undefined, cite: undefined };
  return { id, by: 'unknown', decided, wouldBe: 0n, ...nothing };
}

/** What a pack leaves to the village is what the village decided. */
function keptTakes(
  buckets: readonly Bucket[],
  decidedFor: (id: string) => Fen | undefined,
): VillageDecision['takes'] {
  return Object.fromEntries(
    buckets.flatMap(({ id, take }) =>
      take.kind === 'village' ? [[id, { kind: 'fixed' as const, amount: decidedFor(id) ?? 0n }]] : [],
    ),
  );
}

/**
 * What agreements ask, by the use that pays them: the sum the village gave, else what it decided for the use;
 * undefined where it said neither. One sum does not tell two such uses apart.
 */
function duesOf(
  buckets: readonly Bucket[],
  { decidedFor, local }: { decidedFor: (id: string) => Fen | undefined; local: LocalNumbers },
): ReadonlyMap<string, Fen | undefined> {
  const paying = buckets.filter(({ take }) => take.kind === 'agreement');
  const typed = paying.length === 1 ? given(local, 'agreed_due') : undefined;
  return new Map(
    paying.map(({ id }) => [id, typed === undefined ? decidedFor(id) : requireYuan(typed)] as const),
  );
}

function claimsFor(dues: ReadonlyMap<string, Fen | undefined>): VillageDecision['claims'] {
  return Object.fromEntries(
    [...dues].map(([id, amount = 0n]) => [id, [{ key: 'agreements', amount, group: '' }]] as const),
  );
}

/** The numbers a use's amount waits for: its own, or those of the uses served before or with it. */
function missingFor(
  id: string,
  uses: readonly SplitUse[],
  dues: ReadonlyMap<string, Fen | undefined>,
): string[] {
  const own = ({ id: each, take, cap }: SplitUse): readonly string[] => {
    if (take.kind === 'rest') return cap === undefined ? [] : missingOf(cap);
    if (take.kind === 'dues') return dues.get(each) === undefined ? ['agreed_due'] : [];
    return missingOf(take);
  };
  const use = uses.find((each) => each.id === id);
  if (use === undefined) return [];
  const { kind } = use.take;
  const waitsFor = uses.filter(
    ({ order }) => (kind === 'rest' && order <= use.order) || (kind === 'dues' && order < use.order),
  );
  return [...new Set([use, ...waitsFor].flatMap(own))];
}

/**
 * What a check compares, and with which amounts. Two packs compare the same where the limits on the same uses
 * bind from the same side, or where a rule asks the same in the same words of the pack.
 */
function comparedBy(held: Omit<UseFacts, 'planned'>, check: PlanCheck): Pick<RunCheck, 'matter' | 'bounds'> {
  const { about, judgement } = check;
  const { asked } = judgement.facts;
  if (about.kind === 'take') {
    const amount = typeof asked === 'bigint' ? asked : undefined;
    const bounds = amount === undefined ? [] : [{ side: 'exact' as const, amount, clause: judgement.clause }];
    return { matter: `exact:${about.id}`, bounds };
  }
  const limit = poolRulesOf(held.pack, held.pool)?.limits.find(({ id }) => id === judgement.ruleId);
  if (limit === undefined) {
    const rule = held.pack.rules.find(({ id }) => id === judgement.ruleId);
    const asks = rule && [rule.subject, rule.when, rule.need, rule.except];
    return { matter: `${about.id}:${JSON.stringify(asks ?? check.key)}`, bounds: [] };
  }
  const { atLeast, atMost, on } = limit;
  const sides = atLeast === atMost ? 'exact' : [atLeast && 'floor', atMost && 'cap'].join('');
  return { matter: `${sides}:${[...on].sort().join('+')}`, bounds: statedBounds(held, limit) };
}
