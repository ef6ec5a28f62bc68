import { isFourDeliberations } from '../approvals/four-deliberations';
import type { Step } from '../approvals/route';
import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, plainYuan, sumFen } from '../money/fen';
import type { Reason } from '../money/odd-fen';
import { type Judgement, judge, judgementProblems } from '../policy/judge';
import type { LocalNumbers, PolicyPack, PoolId } from '../policy/pack';
import { given } from '../policy/reckon';
import type { Problem } from '../shared/problem';
import { shortReasonProblems } from '../shared/short-reason';
import type { PlanLine } from './distribution-plan';
import { judgeUses, namedShareOf } from './limit-checks';
import type { LimitShare } from './plan-takes';
import { factsByUse, plannedFacts } from './plan-facts';
import type { GroundCost, PlanGround } from './plan-ground';
import { isOfYearPlan } from './year-beside';

/**
 * What the pack judges of a plan: its sums, its lines with the groups they go to, the costs taken off
 * before it.
 */
export interface PlanFacts {
  readonly pool: PoolId;
  readonly distributable: Fen;
  readonly lines: readonly Pick<PlanLine, 'bucket' | 'amount' | 'claims'>[];
  readonly deductions: readonly GroundCost[];
  /** Reasons written for this plan, by {@link PlanCheck.key}. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Whether the township has looked at it and agreed; of what is only typed or tried, not. */
  readonly townshipAgreed?: boolean;
  /** The steps by which it is decided; of a plan that is only tried, and of those of before, not told. */
  readonly steps?: readonly Step[];
  /**
   * The day whose numbers hold, and what the books said of period and year. Plans of the first form kept
   * neither: their limits are not judged any more.
   */
  readonly grounded?: { readonly on: CalendarDay; readonly ground: PlanGround };
}

/** A judgement with what it is about and the reason written for it. */
export interface PlanCheck {
  /**
   * `<rule>` for the plan, `<rule>:<bucket>` for a line, `<rule>:<deduction id>` for a cost: the key of its
   * reason.
   */
  readonly key: string;
  /**
   * A `take` is about a use whose amount the document fixes, `pack` about the policy as a whole, `year` about
   * the plan of its year.
   */
  readonly about: {
    readonly kind: 'plan' | 'line' | 'deduction' | 'take' | 'pack' | 'year';
    readonly id: string;
  };
  readonly judgement: Judgement;
  readonly reason: string;
  /** Where the year stands, for a limit over a year; of which whole an exact share leaves an odd fen. */
  readonly standing?: Reason;
  /** The arithmetic of a limit over the period, or of a floor on the uses the document names. */
  readonly share?: LimitShare;
}

/**
 * Every judgement of the pack on a plan, in the pack's order: the plan, its lines, the costs before it, then
 * the amounts the document fixes, the gates of uses, and the limits over the period and over the year.
 */
export function planChecks(pack: PolicyPack, facts: PlanFacts, local: LocalNumbers = {}): PlanCheck[] {
  const about =
    (kind: PlanCheck['about']['kind'], id: string, reasonOf?: string) =>
    (judgement: Judgement): PlanCheck => {
      const key = kind === 'plan' || kind === 'take' ? judgement.ruleId : `${judgement.ruleId}:${id}`;
      return { key, about: { kind, id }, judgement, reason: reasonOf ?? facts.reasons[key] ?? '' };
    };
  const { pool, grounded, lines } = facts;
  const on = grounded === undefined ? {} : { on: grounded.on };
  return [
    ...judge(pack, { subject: 'plan', facts: planFacts(pack, facts, local), ...on }, local).map(
      (judgement) => ({ ...about('plan', '')(judgement), ...namedShareOf(judgement) }),
    ),
    ...lines.flatMap((line) =>
      judge(pack, { subject: 'plan_line', facts: lineFacts(facts, line), ...on }, local).map(
        about('line', line.bucket),
      ),
    ),
    ...facts.deductions.flatMap(({ id, kind, amount, reason }) => {
      const record = { pool, kind, amount: plainYuan(amount) };
      return judge(pack, { subject: 'deduction', facts: record, ...on }, local).map(
        about('deduction', id, reason),
      );
    }),
    ...useJudgements(pack, facts, local).map(({ about: { kind, id }, judgement, ...rest }) => ({
      ...about(kind, id)(judgement),
      ...rest,
    })),
  ];
}

function useJudgements(pack: PolicyPack, facts: PlanFacts, local: LocalNumbers) {
  const { pool, distributable, lines, grounded } = facts;
  if (grounded === undefined) return [];
  const planned = Object.fromEntries(lines.map(({ bucket, amount }) => [bucket, amount]));
  return judgeUses({ pack, pool, local, distributable, planned, ...grounded });
}

/** What keeps a plan from being submitted: a rule broken or undecided that blocks, or a missing reason. */
export function checkProblems(checks: readonly PlanCheck[]): Problem[] {
  return checks.flatMap((check): Problem[] => {
    const { about, judgement, key, reason } = check;
    const field = `reasons.${key}`;
    if (isOfYearPlan(key))
      return beyondYearProblems(judgementProblems([judgement], { field, reason }), check);
    if (about.kind !== 'take' || judgement.outcome !== 'failed')
      return judgementProblems([judgement], { field, reason });
    const code = 'excess' in judgement.facts ? 'plan.takeExceeded' : 'plan.takeMissed';
    return [{ code, field, facts: { ...judgement.facts, use: judgement.says } }];
  });
}

/** What is beyond the plan of the year wants a reason, in words: no clause of a document asks for it. */
function beyondYearProblems(found: readonly Problem[], { key, reason }: PlanCheck): Problem[] {
  const asked = found.map((each) => ({ ...each, code: 'plan.beyondYear' }));
  return asked.length > 0 ? asked : shortReasonProblems({ [`reasons.${key}`]: reason });
}

function planFacts(pack: PolicyPack, facts: PlanFacts, local: LocalNumbers): Record<string, string> {
  const { pool, distributable, grounded, steps } = facts;
  const known = {
    ...{ pool, distributable: plainYuan(distributable), ...plannedFacts(pack, facts) },
    ...(steps === undefined ? {} : { 'flow:siyi': isFourDeliberations(steps) ? 'passed' : 'open' }),
  };
  if (grounded === undefined) return known;
  const { received, costs } = grounded.ground.period;
  const due = given(local, 'agreed_due');
  return {
    ...known,
    ...factsByUse(pack, facts),
    received: plainYuan(received),
    deducted: plainYuan(sumFen(Object.values(costs))),
    ...(due === undefined ? {} : { agreed_due: due }),
  };
}

/** A line's record; its `reason` is whatever was written for one of its rules. */
function lineFacts(
  { pool, reasons, grounded, townshipAgreed = false }: PlanFacts,
  line: PlanFacts['lines'][number],
): Record<string, string> {
  const groups = new Set(line.claims.map((claim) => claim.targetGroup));
  const [group] = groups;
  const known = groups.size === 1 && group !== undefined && group !== 'unknown';
  const mixed = groups.size > 1 && groups.has('others');
  const recipients = known ? group : mixed ? 'others' : undefined;
  const written = Object.entries(reasons).find(
    ([key]) => key.endsWith(`:${line.bucket}`) && !isOfYearPlan(key),
  );
  const record = {
    pool,
    bucket: line.bucket,
    amount: plainYuan(line.amount),
    township_agreed: townshipAgreed ? 'yes' : 'no',
    ...(grounded === undefined ? {} : { reason: written?.[1] ?? '' }),
  };
  return recipients === undefined ? record : { ...record, recipients };
}
