import { type Fen, sumFen } from '../money/fen';
import { bucketsOf, type LocalNumbers, type PolicyPack } from '../policy/pack';
import { invariant } from '../shared/invariant';
import type { Problem } from '../shared/problem';
import { type PlanCheck, type PlanFacts, planChecks } from './plan-checks';
import { usesByPack } from './split-by-pack';
import { splitSurplus } from './split-surplus';
import { periodWholes } from './use-facts';

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
  readonly wouldBe: Fen;
  /** Key of the clause that names it. */
  readonly cite: string | undefined;
}

/** What a decided plan would be under another pack; both columns add up to what there was to distribute. */
export interface DryRun {
  readonly distributable: Fen;
  readonly uses: readonly DryRunUse[];
  readonly decidedLeft: Fen;
  /** Below zero: more would be asked than there was, by so much. */
  readonly left: Fen;
  /** Why it cannot be split as the pack says: more asked than there was, a number nobody gave … */
  readonly problems: readonly Problem[];
  /** What the pack says of the plan as it was decided. */
  readonly checks: readonly PlanCheck[];
}

/**
 * Runs a pack over a plan that was decided under another one. What the pack fixes is taken from the same
 * statement and costs; what it leaves to the village stays as the village decided; a use it does not know
 * gets nothing. Amounts in fen.
 * @param facts what was decided, with the books of its period and of its year without it
 */
export function dryRun(
  pack: PolicyPack,
  facts: PlanFacts & { readonly grounded: NonNullable<PlanFacts['grounded']> },
  local: LocalNumbers,
): DryRun {
  const { pool, distributable, lines, grounded } = facts;
  const decidedFor = (id: string): Fen | undefined => lines.find(({ bucket }) => bucket === id)?.amount;
  const buckets = bucketsOf(pack, pool);
  const kept = buckets.flatMap(({ id, take }) =>
    take.kind === 'village' ? [[id, { kind: 'fixed' as const, amount: decidedFor(id) ?? 0n }] as const] : [],
  );
  const ground = {
    ...{ pool, on: grounded.on, local, gateFacts: {} },
    wholes: periodWholes({ pack, pool, local, distributable, ...grounded }),
  };
  const uses = usesByPack(pack, { takes: Object.fromEntries(kept), claims: {} }, ground);
  const split = splitSurplus(distributable, uses);
  const known = buckets.map(({ id, name, take, cite }): DryRunUse => {
    const wouldBe = split.parts.find((part) => part.use.id === id)?.amount ?? 0n;
    const by = take.kind === 'amount' ? 'document' : take.kind;
    return { id, name, by, decided: decidedFor(id), wouldBe, cite };
  });
  const unknown = lines
    .filter(({ bucket }) => !buckets.some(({ id }) => id === bucket))
    .map(({ bucket, amount }): DryRunUse => {
      return { id: bucket, name: undefined, by: 'unknown', decided: amount, wouldBe: 0n, cite: undefined };
    });
  const decided = sumFen(lines.map(({ amount }) => amount));
  const all = [...known, ...unknown];
  invariant(
    sumFen(all.map(({ wouldBe }) => wouldBe)) + split.left === distributable,
    'what would be and what would be left add up to what there was',
  );
  return {
    ...{ distributable, uses: all, decidedLeft: distributable - decided, left: split.left },
    problems: split.problems,
    checks: planChecks(pack, facts, local),
  };
}
