import type { LimitShare } from '../../domain/distribution/plan-takes';
import type { PlanCheck } from '../../domain/distribution/plan-checks';
import type { PolicyPack } from '../../domain/policy/pack';
import type { Judgement } from '../../domain/policy/judge';
import type { Force } from '../../domain/policy/pack-words';
import { checkWords } from '../../glossary/remarks';
import { labelOf } from '../../glossary/terms';
import { problemSentence } from '../../glossary/sentences';
import type { CheckOutcome, CheckView } from '../../platform/views/check-result';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { citedClause } from '../../platform/views/cited-clause';

/** How a check came out, as pages sort it; a target that is missed is shown, stops nothing and is no pass. */
export function outcomeOf({ judgement: { outcome, force } }: PlanCheck): CheckOutcome {
  return outcome === 'failed' ? MISSED[force] : outcome;
}

const MISSED: Readonly<Record<Force, CheckOutcome>> = { block: 'blocked', warn: 'reason', target: 'shown' };

/**
 * A plan's checks in words: what is wrong and by how much, what is missing and who decides it, the reason
 * written.
 * @param nameOf the name of a use or cost a check is about, by its id
 */
export function checkViews(
  pack: PolicyPack,
  checks: readonly PlanCheck[],
  nameOf: (id: string) => string | undefined,
): CheckView[] {
  return checks.map((check) => {
    const outcome = outcomeOf(check);
    const title = titleOf(check, outcome, nameOf(check.about.id));
    const isShort = outcome === 'reason' && check.share !== undefined;
    return {
      outcome,
      title:
        (isShort ? missedBy(check.judgement, { says: title, short: checkWords.short }) : undefined) ?? title,
      detail: detailOf(pack, check, outcome),
      clause: check.about.kind === 'pack' ? undefined : citedClause(pack, check.judgement.clause),
    };
  });
}

/** The reasons that a plan's rules ask for, each by the key of its check. Costs bring their own. */
export function reasonsAsked(
  checks: readonly PlanCheck[],
  nameOf: (id: string) => string | undefined,
): { readonly key: string; readonly label: string }[] {
  return checks
    .filter((check) => check.about.kind !== 'deduction' && outcomeOf(check) === 'reason')
    .map((check) => ({ key: check.key, label: titleOf(check, 'reason', nameOf(check.about.id)) }));
}

function titleOf(
  { judgement, about: { kind } }: PlanCheck,
  outcome: CheckOutcome,
  about: string | undefined,
): string {
  if (kind === 'take') return takeTitle(judgement, outcome);
  const rule = widePunctuation(judgement.says);
  const says = about === undefined ? rule : checkWords.aboutLine(rule, widePunctuation(about));
  if (outcome === 'undecided') return checkWords.undecided(says);
  if (outcome === 'shown')
    return missedBy(judgement, { says, short: checkWords.shortYet }) ?? checkWords.notYet(says);
  if (outcome !== 'blocked') return says;
  return missedBy(judgement, { says, short: checkWords.short }) ?? says;
}

/** What was missed and by how much money, below its bound or above it. */
function missedBy(
  { facts: { shortfall, excess } }: Judgement,
  words: { readonly says: string; readonly short: typeof checkWords.short },
): string | undefined {
  if (typeof excess === 'bigint') return checkWords.over(words.says, excess);
  return typeof shortfall === 'bigint' ? words.short(words.says, shortfall) : undefined;
}

/** The arithmetic of a limit: what it came to, of what, and so which part of it. */
function shareWords({ planned, whole, of, percent }: LimitShare): string {
  return checkWords.share({ planned, whole, of: labelOf(`whole.${of}`), percent });
}

/** A use whose amount the document fixes: what it is to be, and by how much the plan misses it. */
function takeTitle(judgement: Judgement, outcome: CheckOutcome): string {
  const { says, facts } = judgement;
  const use = widePunctuation(says);
  const { asked } = facts;
  if (outcome === 'undecided' || typeof asked !== 'bigint') return checkWords.undecided(use);
  const title = checkWords.take(use, asked);
  return missedBy(judgement, { says: title, short: checkWords.short }) ?? title;
}

function detailOf(pack: PolicyPack, check: PlanCheck, outcome: CheckOutcome): string | undefined {
  if (outcome === 'undecided') return missingOf(pack, check);
  if (check.standing !== undefined) return problemSentence({ ...check.standing, field: '' });
  if (outcome === 'passed') return undefined;
  const share = check.share === undefined ? undefined : shareWords(check.share);
  if (outcome !== 'reason') return share;
  const reason = widePunctuation(check.reason.trim());
  const written = reason === '' ? checkWords.reasonAsked() : checkWords.reasonWritten(reason);
  return share === undefined ? written : `${share}；${written}`;
}

/** What is missing to decide a check, who gives it, and whether the plan waits for it. */
function missingOf(pack: PolicyPack, { judgement: { missing, force } }: PlanCheck): string {
  const need = pack.needs.find((each) => missing.includes(each.id));
  const waits = force === 'block';
  if (need === undefined) return waits ? checkWords.factMissing(missing) : checkWords.factLater(missing);
  const says = widePunctuation(need.says);
  return waits ? checkWords.need(says, need.decidedBy) : checkWords.needLater(says, need.decidedBy);
}
