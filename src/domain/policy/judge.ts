import type { CalendarDay } from '../calendar/calendar-day';
import type { Facts } from '../shared/domain-error';
import { invariant } from '../shared/invariant';
import type { Problem } from '../shared/problem';
import type { Goal } from './duties';
import { type Finding, findAll } from './find';
import type { Judged } from './reckon';
import { judgedConditions } from './limit';
import { plainYuan, requireYuan, sumFen } from '../money/fen';
import { type Limit, type LocalNumbers, type PolicyPack, type PoolId, poolRulesOf, type Rule } from './pack';
import type { Force } from './pack-words';
import type { PlainFacts, Subject } from './subjects';

/**
 * What one rule says of one record. `undecided`: a fact or a number is missing (named in `missing`), which
 * never counts as passed. `facts` are what was compared, for the sentence: amounts in fen, and where an
 * amount misses its bound `shortfall` or `excess`, the fewest fen that would cure it.
 */
export interface Judgement {
  readonly ruleId: string;
  readonly outcome: 'passed' | 'failed' | 'undecided';
  readonly force: Force;
  /** Key of the cited clause. */
  readonly clause: string;
  readonly says: string;
  readonly missing: readonly string[];
  /** What the document leaves open of it, in the pack's words; absent where nothing of it is. */
  readonly missingSays?: readonly string[];
  readonly facts: Facts;
}

/**
 * A record of a step, as plain facts. `on`: the day that picks dated values; without one the first day of the
 * pack.
 */
export interface PolicyRecord {
  readonly subject: Subject;
  readonly facts: PlainFacts;
  readonly on?: CalendarDay;
}

/**
 * Judges one record by every rule of the pack that is for its kind. A rule whose `when` does not hold says
 * nothing.
 * Amounts and shares are compared exactly, shares by cross-multiplying, never after rounding.
 * @param record facts as plain text by the names of its subject; amounts in yuan (`1260.00`)
 * @param local numbers the county or the village filled in where the pack leaves them open
 * @returns one judgement per rule that applies, or may apply, in the order of the pack
 * @throws DomainError `money.notAnAmount` for an amount, `money.notARatio` for a count or local number, that
 *   is not a plain decimal. Source: product decision "Policy packs"; a missing number makes a rule undecided,
 *   never passed.
 */
export function judge(pack: PolicyPack, record: PolicyRecord, local: LocalNumbers = {}): Judgement[] {
  const judged = judgedOf(pack, record, local);
  return pack.rules
    .filter((rule) => rule.subject === record.subject)
    .flatMap((rule) => judgeRule(rule, judged))
    .map((each) => told(each, pack));
}

/** With the numbers that are missing told as the pack says them. */
function told(found: Judgement, { needs, measures }: PolicyPack): Judgement {
  const missingSays = [...needs, ...measures]
    .filter(({ id }) => found.missing.includes(id))
    .map(({ says }) => says);
  return missingSays.length === 0 ? found : { ...found, missingSays };
}

/** Sums by use or cost in yuan, and every base as far as it is known: of a period, or of a year. */
export interface PlannedSums {
  readonly planned: PlainFacts;
  readonly bases: PlainFacts;
}

/**
 * Judges what a pool's uses (or costs) come to together by the limits of the pack: a limit over a year by the
 * sums of the year, everything else by those of the period.
 * Nothing planned is within any cap, also one whose number nobody has given yet.
 * @param sums `year.isOver`: while the year goes on, a floor that is not reached is shown and stops nothing
 * @returns one judgement per limit, in the order of the pack
 */
export function judgeLimits(
  pack: PolicyPack,
  sums: {
    readonly pool: PoolId;
    readonly period: PlannedSums;
    readonly year: PlannedSums & { readonly isOver: boolean };
    readonly on?: CalendarDay;
    /** Those of the pool where none are named. */
    readonly limits?: readonly Limit[];
  },
  local: LocalNumbers = {},
): Judgement[] {
  return (sums.limits ?? poolRulesOf(pack, sums.pool)?.limits ?? []).map((limit) => {
    const { planned, bases } = limit.over === 'year' ? sums.year : sums.period;
    const amounts = limit.on.map((id) => requireYuan(planned[id] ?? '0'));
    const facts = { ...bases, planned: plainYuan(sumFen(amounts)) };
    const on = sums.on === undefined ? {} : { on: sums.on };
    const judged = judgedOf(pack, { subject: 'limit', facts, ...on }, local);
    if (limit.atLeast === undefined && sumFen(amounts) === 0n)
      return judgement(limit, { holds: true, missing: [], facts: { planned: 0n } });
    const finding = findAll(judgedConditions(limit), judged);
    const capped = findAll(judgedConditions({ ...limit, atLeast: undefined }), judged);
    const isOpen = limit.over === 'year' && !sums.year.isOver && capped.holds !== false;
    const force = isOpen && finding.holds === false ? 'target' : limit.force;
    return told(judgement({ ...limit, force }, finding), pack);
  });
}

/** Which tags of the pack a record bears; one that cannot be told is among the `undecided`. */
export function tagsOf(
  pack: PolicyPack,
  record: PolicyRecord,
  local: LocalNumbers = {},
): { readonly tags: readonly string[]; readonly undecided: readonly string[] } {
  const judged = judgedOf(pack, record, local);
  const found = pack.tags
    .filter((tag) => tag.subject === record.subject)
    .map((tag) => ({ id: tag.id, holds: findAll(tag.when, judged).holds }));
  const withHolds = (holds: boolean | undefined): string[] =>
    found.filter((tag) => tag.holds === holds).map((tag) => tag.id);
  return { tags: withHolds(true), undecided: withHolds(undefined) };
}

/**
 * What a goal says of its figure: met or missed, undecided where a figure is missing; `shown` where the
 * document names no number to meet. A goal never stops anything.
 */
export function judgeGoal(
  pack: PolicyPack,
  goal: Goal,
  record: Omit<PolicyRecord, 'subject'>,
): 'met' | 'missed' | 'undecided' | 'shown' {
  if (goal.need.length === 0) return 'shown';
  const { holds } = findAll(goal.need, judgedOf(pack, { ...record, subject: 'indicator' }, {}));
  return holds === undefined ? 'undecided' : holds ? 'met' : 'missed';
}

function judgedOf(pack: PolicyPack, { subject, facts, on }: PolicyRecord, local: LocalNumbers): Judged {
  return { pack, subject, facts, local, on: on ?? pack.valid.from };
}

function judgeRule(rule: Rule, judged: Judged): Judgement[] {
  const applies = findAll(rule.when, judged);
  if (applies.holds === false) return [];
  if (applies.holds === undefined) return [judgement(rule, applies)];
  return [judgement(rule, findAsked(rule, judged))];
}

/**
 * The need that stands for this record: that of the exception that holds, else the rule's own. While it
 * cannot be told whether an exception holds, nothing is.
 */
function findAsked(rule: Rule, judged: Judged): Finding {
  const exceptions = rule.except.map(({ when, need }) => ({ need, applies: findAll(when, judged) }));
  const holding = exceptions.filter(({ applies }) => applies.holds === true);
  invariant(holding.length <= 1, 'no two exceptions of a rule that was read hold at once');
  const [exception] = holding;
  const open = exceptions.filter(({ applies }) => applies.holds === undefined);
  if (exception === undefined && open.length > 0) {
    const missing = [...new Set(open.flatMap(({ applies }) => applies.missing))];
    return { holds: undefined, missing, facts: {} };
  }
  return findAll(exception?.need ?? rule.need, judged);
}

function judgement(
  rule: Pick<Rule, 'id' | 'force' | 'cite' | 'says'>,
  { holds, missing, facts }: Finding,
): Judgement {
  const outcome = holds === undefined ? 'undecided' : holds ? 'passed' : 'failed';
  return { ruleId: rule.id, outcome, force: rule.force, clause: rule.cite, says: rule.says, missing, facts };
}

/**
 * What keeps a record from going on: a `block` rule that failed or is undecided, a `warn` rule that failed
 * while no reason is written. A `warn` rule that is undecided and any `target` are shown and stop nothing.
 * @param about the field the problems belong to, and the reason written for this record
 * @returns problems `policy.ruleBroken`, `policy.ruleUndecided`, `policy.reasonMissing`
 */
export function judgementProblems(
  judgements: readonly Judgement[],
  about: { readonly field: string; readonly reason?: string | undefined },
): Problem[] {
  const hasReason = (about.reason ?? '').trim() !== '';
  return judgements.flatMap((each): Problem[] => {
    const { ruleId, outcome, force, clause, says, facts } = each;
    const missing = each.missingSays ?? each.missing;
    const problem = { field: about.field, facts: { ...facts, rule: ruleId, clause, says } };
    if (outcome === 'failed' && force === 'block') return [{ ...problem, code: 'policy.ruleBroken' }];
    if (outcome === 'undecided' && force === 'block') {
      return [{ ...problem, code: 'policy.ruleUndecided', facts: { ...problem.facts, missing } }];
    }
    if (outcome === 'failed' && force === 'warn' && !hasReason)
      return [{ ...problem, code: 'policy.reasonMissing' }];
    return [];
  });
}
