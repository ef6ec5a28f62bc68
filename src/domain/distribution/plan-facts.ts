import { type Fen, plainYuan, requireYuan, sumFen } from '../money/fen';
import {
  bucketsOf,
  type Denominator,
  deductionKindsOf,
  type LocalNumbers,
  type PolicyPack,
  type PoolId,
  targetGroupsOf,
} from '../policy/pack';
import { given } from '../policy/reckon';
import type { PlainFacts } from '../policy/subjects';
import type { PlanLine } from './distribution-plan';
import type { GroundSums } from './plan-ground';

type Line = Pick<PlanLine, 'bucket' | 'amount' | 'claims'>;

/** A plan's sums as its rules know them, in yuan: what is planned in all, for named uses, for each use. */
export function plannedFacts(
  pack: PolicyPack,
  { pool, lines }: { readonly pool: PoolId; readonly lines: readonly Line[] },
): Record<string, string> {
  const buckets = bucketsOf(pack, pool);
  const named = new Set(buckets.filter(({ mark }) => mark !== undefined).map(({ id }) => id));
  const total = (counts: (line: Line) => boolean): string =>
    plainYuan(sumFen(lines.filter(counts).map((line) => line.amount)));
  const claims = lines.flatMap((line) => line.claims);
  const target = targetGroupsOf(pack);
  const toTarget = claims.filter(({ targetGroup }) => target.some(({ id }) => id === targetGroup));
  const unknown = claims.some((claim) => claim.targetGroup === 'unknown');
  return {
    planned: total(() => true),
    planned_named: total((line) => named.has(line.bucket)),
    // What is known to go to the target group decides only when nothing is unknown, or something is known
    // already.
    ...(unknown && toTarget.length === 0
      ? {}
      : { planned_target: plainYuan(sumFen(toTarget.map((claim) => claim.amount))) }),
  };
}

/** What is planned for each use of the pack, and for the uses that pay agreements, in yuan. */
export function factsByUse(
  pack: PolicyPack,
  { pool, lines }: { readonly pool: PoolId; readonly lines: readonly Line[] },
): Record<string, string> {
  const buckets = bucketsOf(pack, pool);
  const agreed = buckets.filter(({ take }) => take.kind === 'agreement').map(({ id }) => id);
  const total = (ids: readonly string[]): string =>
    plainYuan(sumFen(lines.filter(({ bucket }) => ids.includes(bucket)).map(({ amount }) => amount)));
  return {
    ...Object.fromEntries(buckets.map(({ id }) => [`planned:${id}`, total([id])])),
    ...(agreed.length === 0 ? {} : { agreed_planned: total(agreed) }),
  };
}

/**
 * Every amount that a share may be a share of, in fen, as far as it is known: what came in, less all costs,
 * less those the pack names; the village's sums where it gave them. What was carried over is in none of
 * them: by these it was judged when it came. A share of a loss is a share of nothing.
 */
export function wholesOf(
  sums: GroundSums,
  by: { readonly pack: PolicyPack; readonly pool: PoolId; readonly local: LocalNumbers },
): Partial<Record<Denominator, Fen>> {
  const named = deductionKindsOf(by.pack, by.pool).map(({ id }) => id);
  const costs = (counts: (kind: string) => boolean): Fen =>
    sumFen(Object.entries(sums.costs).flatMap(([kind, amount]) => (counts(kind) ? [amount] : [])));
  const left = (amount: Fen): Fen => (amount > 0n ? amount : 0n);
  return {
    everything_received: left(sums.received),
    after_deductions: left(sums.received - costs(() => true)),
    after_named_deductions: left(sums.received - costs((kind) => named.includes(kind))),
    ...known('collective_income', by.local),
    ...known('new_income', by.local),
  };
}

/** The wholes in yuan, as rules know them. */
export function wholeFacts(wholes: Readonly<Partial<Record<Denominator, Fen>>>): PlainFacts {
  return Object.fromEntries(Object.entries(wholes).map(([of, amount]) => [of, plainYuan(amount)]));
}

/** A sum that the books do not hold, as the village typed it, in fen; undefined where it did not. */
export function typedSum(local: LocalNumbers, id: 'collective_income' | 'new_income'): Fen | undefined {
  const text = given(local, id);
  return text === undefined ? undefined : requireYuan(text);
}

function known(id: 'collective_income' | 'new_income', local: LocalNumbers): Partial<Record<string, Fen>> {
  const sum = typedSum(local, id);
  return sum === undefined ? {} : { [id]: sum };
}
