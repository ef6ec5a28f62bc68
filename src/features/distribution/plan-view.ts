import type { PlanCheck } from '../../domain/distribution/plan-checks';
import type { Fen } from '../../domain/money/fen';
import type { DistributionPlan, PlannedClaim, PlannedLine } from './plan-read.service';

/** One line of a plan: the use by the policy pack, its claims, what of it is granted. Fen. */
export interface PlanLineView {
  readonly id: string;
  readonly bucket: string;
  readonly name: string;
  readonly amount: Fen;
  readonly granted: Fen;
  readonly claims: readonly PlannedClaim[];
}

/** A plan as programs read it; amounts in fen. */
export interface PlanView extends Omit<
  DistributionPlan,
  'figures' | 'lines' | 'pack' | 'ground' | 'draftedAt' | 'steps' | 'routeText'
> {
  readonly figures: Readonly<Record<keyof DistributionPlan['figures'], Fen>>;
  readonly lines: readonly PlanLineView[];
}

/** What the policy pack says of a plan; `key` names the written reason a `warn` rule asks for. */
export interface PlanCheckView {
  readonly key: string;
  readonly rule: string;
  readonly outcome: string;
  readonly force: string;
  readonly clause: string;
  readonly says: string;
  readonly missing: readonly string[];
  readonly reason: string;
}

/** A plan with its checks. */
export interface CheckedPlanView extends PlanView {
  readonly checks: readonly PlanCheckView[];
}

/** A plan for programs: figures as amounts, the pack's use by its id and name. */
export function planView(plan: DistributionPlan): PlanView {
  const { carriedOver, received, deducted, distributable, planned, leftOver } = plan.figures;
  const figures = {
    carriedOver: BigInt(carriedOver),
    received: BigInt(received),
    deducted: BigInt(deducted),
    distributable: BigInt(distributable),
    planned: BigInt(planned),
    leftOver: BigInt(leftOver),
  };
  return {
    id: plan.id,
    collectiveId: plan.collectiveId,
    pool: plan.pool,
    periodFrom: plan.periodFrom,
    periodTo: plan.periodTo,
    revision: plan.revision,
    state: plan.state,
    packId: plan.packId,
    packDigest: plan.packDigest,
    routeId: plan.routeId,
    draftedBy: plan.draftedBy,
    draftedOn: plan.draftedOn,
    figures,
    reasons: plan.reasons,
    leftOverNote: plan.leftOverNote,
    digest: plan.digest,
    form: plan.form,
    numbers: plan.numbers,
    lines: plan.lines.map(lineView),
    decisions: plan.decisions,
  };
}

/** A plan for programs, with what the pack says of it. */
export function checkedPlanView(plan: DistributionPlan, checks: readonly PlanCheck[]): CheckedPlanView {
  return { ...planView(plan), checks: checks.map(checkView) };
}

function lineView({ id, bucket, amount, granted, claims }: PlannedLine): PlanLineView {
  return { id, bucket: bucket.id, name: bucket.name, amount, granted, claims };
}

export function checkView({ key, judgement, reason }: PlanCheck): PlanCheckView {
  const { ruleId, outcome, force, clause, says, missing } = judgement;
  return { key, rule: ruleId, outcome, force, clause, says, missing, reason };
}
