import { plainYuan, type Fen, sumFen } from '../money/fen';
import { type Judgement, judge, judgementProblems } from '../policy/judge';
import { bucketsOf, type LocalNumbers, type PolicyPack, type PoolId } from '../policy/pack';
import type { Problem } from '../shared/problem';
import type { PlanLine } from './distribution-plan';

/**
 * What the pack judges of a plan: its sums, its lines with the groups they go to, the costs taken off
 * before it.
 */
export interface PlanFacts {
  readonly pool: PoolId;
  readonly distributable: Fen;
  readonly lines: readonly Pick<PlanLine, 'bucket' | 'amount' | 'claims'>[];
  readonly deductions: readonly {
    readonly id: string;
    readonly kind: string;
    readonly amount: Fen;
    readonly reason: string;
  }[];
  /** Reasons written for this plan, by {@link PlanCheck.key}. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** A judgement with what it is about and the reason written for it. */
export interface PlanCheck {
  /**
   * `<rule>` for the plan, `<rule>:<bucket>` for a line, `<rule>:<deduction id>` for a cost: the key of its
   * reason.
   */
  readonly key: string;
  readonly about: { readonly kind: 'plan' | 'line' | 'deduction'; readonly id: string };
  readonly judgement: Judgement;
  readonly reason: string;
}

/** Every judgement of the pack on a plan, in the pack's order: the plan, its lines, the costs before it. */
export function planChecks(pack: PolicyPack, facts: PlanFacts, local: LocalNumbers = {}): PlanCheck[] {
  const about =
    (kind: PlanCheck['about']['kind'], id: string, reasonOf?: string) =>
    (judgement: Judgement): PlanCheck => {
      const key = kind === 'plan' ? judgement.ruleId : `${judgement.ruleId}:${id}`;
      return { key, about: { kind, id }, judgement, reason: reasonOf ?? facts.reasons[key] ?? '' };
    };
  return [
    ...judge(pack, { subject: 'plan', facts: planFacts(pack, facts) }, local).map(about('plan', '')),
    ...facts.lines.flatMap((line) =>
      judge(pack, { subject: 'plan_line', facts: lineFacts(facts.pool, line) }, local).map(
        about('line', line.bucket),
      ),
    ),
    ...facts.deductions.flatMap(({ id, kind, amount, reason }) => {
      const record = { pool: facts.pool, kind, amount: plainYuan(amount) };
      return judge(pack, { subject: 'deduction', facts: record }, local).map(about('deduction', id, reason));
    }),
  ];
}

/** What keeps a plan from being submitted: a rule broken or undecided that blocks, or a missing reason. */
export function checkProblems(checks: readonly PlanCheck[]): Problem[] {
  return checks.flatMap((check) =>
    judgementProblems([check.judgement], { field: `reasons.${check.key}`, reason: check.reason }),
  );
}

function planFacts(pack: PolicyPack, facts: PlanFacts): Record<string, string> {
  const named = new Set(
    bucketsOf(pack, facts.pool)
      .filter((bucket) => bucket.mark !== undefined)
      .map((bucket) => bucket.id),
  );
  const total = (counts: (line: PlanFacts['lines'][number]) => boolean): string =>
    plainYuan(sumFen(facts.lines.filter(counts).map((line) => line.amount)));
  const claims = facts.lines.flatMap((line) => line.claims);
  const target = pack.lists.find(({ id }) => id === 'target')?.of ?? [];
  const toTarget = claims.filter(({ targetGroup }) => target.some(({ id }) => id === targetGroup));
  const unknown = claims.some((claim) => claim.targetGroup === 'unknown');
  return {
    pool: facts.pool,
    distributable: plainYuan(facts.distributable),
    planned: total(() => true),
    planned_named: total((line) => named.has(line.bucket)),
    // What is known to go to the target group decides only when nothing is unknown, or something is known
    // already.
    ...(unknown && toTarget.length === 0
      ? {}
      : { planned_target: plainYuan(sumFen(toTarget.map((claim) => claim.amount))) }),
  };
}

function lineFacts(pool: PoolId, line: PlanFacts['lines'][number]): Record<string, string> {
  const groups = new Set(line.claims.map((claim) => claim.targetGroup));
  const [group] = groups;
  const known = groups.size === 1 && group !== undefined && group !== 'unknown';
  const mixed = groups.size > 1 && groups.has('others');
  const recipients = known ? group : mixed ? 'others' : undefined;
  const record = { pool, bucket: line.bucket, amount: plainYuan(line.amount) };
  return recipients === undefined ? record : { ...record, recipients };
}
