import type { Facts } from '../shared/domain-error';
import type { Problem } from '../shared/problem';
import { type Finding, findAll, type Judged } from './find';
import type { Force, LocalNumbers, PolicyPack, Rule } from './pack';
import type { PlainFacts, Subject } from './subjects';

/**
 * What one rule says of one record. `undecided`: a fact or a number is missing (named in `missing`), which
 * never counts as passed. `facts` are what was compared, for the sentence: amounts in fen, and where an
 * amount misses its bound `shortfall`, the fewest fen that would cure it.
 */
export interface Judgement {
  readonly ruleId: string;
  readonly outcome: 'passed' | 'failed' | 'undecided';
  readonly force: Force;
  /** Key of the cited clause. */
  readonly clause: string;
  readonly says: string;
  readonly missing: readonly string[];
  readonly facts: Facts;
}

/** A record of a step, as plain facts. */
export interface PolicyRecord {
  readonly subject: Subject;
  readonly facts: PlainFacts;
}

/**
 * Judges one record by every rule of the pack that is for its kind. A rule whose `when` does not hold says
 * nothing.
 * Amounts and shares are compared exactly, shares by cross-multiplying, never after rounding.
 * @param record facts as plain text by the names of its subject; amounts in yuan (`1260.00`)
 * @param local numbers the county or the village filled in where the pack leaves them open
 * @returns one judgement per rule that applies, or may apply, in the order of the pack
 * @throws DomainError `money.notAnAmount` for an amount, `money.notARatio` for a local number, that is not
 *   a plain decimal Source: product decision "Policy packs"; a missing number makes a rule undecided, never
 *   passed.
 */
export function judge(pack: PolicyPack, record: PolicyRecord, local: LocalNumbers = {}): Judgement[] {
  const rules = pack.rules.filter((rule) => rule.subject === record.subject);
  return rules.flatMap((rule) => judgeRule(rule, { pack, facts: record.facts, local }));
}

function judgeRule(rule: Rule, judged: Judged): Judgement[] {
  const applies = findAll(rule.when, judged);
  if (applies.holds === false) return [];
  if (applies.holds === undefined) return [judgement(rule, applies)];
  return [judgement(rule, findAll(rule.need, judged))];
}

function judgement(rule: Rule, { holds, missing, facts }: Finding): Judgement {
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
  return judgements.flatMap(({ ruleId, outcome, force, clause, says, missing, facts }): Problem[] => {
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
