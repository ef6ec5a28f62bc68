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

/** By which pack a plan is checked, and what its uses and costs are called. */
interface CheckedBy {
  readonly pack: PolicyPack;
  /** The name of a use or cost a check is about, by its id. */
  readonly nameOf: (id: string) => string | undefined;
  /** The pack is only tried: nothing is submitted, no reason is asked for. */
  readonly isTrial: boolean;
  /** It is a list that is judged, not a plan: nothing of it is submitted or hung up. */
  readonly isList?: boolean;
  /** That it is a work or a project: a reason is written where its end is entered. */
  readonly isEnded?: boolean;
}

/**
 * A plan's checks in words: what is wrong and by how much, what is missing and who decides it, the reason
 * written.
 */
export function checkViews(
  pack: PolicyPack,
  checks: readonly PlanCheck[],
  nameOf: CheckedBy['nameOf'],
): CheckView[] {
  return checks.map((check) => checkView(check, { pack, nameOf, isTrial: false }));
}

/** What the pack of a plan says of a list that it pays, in words. */
export function listCheckViews(pack: PolicyPack, checks: readonly PlanCheck[]): CheckView[] {
  const by = { pack, nameOf: () => undefined, isTrial: false, isList: true };
  return checks.map((check) => checkView(check, by));
}

/** What the pack of a plan says of a work or a project that it pays, in words. */
export function endCheckViews(pack: PolicyPack, checks: readonly PlanCheck[]): CheckView[] {
  const by = { pack, nameOf: () => undefined, isTrial: false, isList: true, isEnded: true };
  return checks.map((check) => checkView(check, by));
}

/** What a pack that is only tried says of a plan, in words. */
export function trialView(pack: PolicyPack, check: PlanCheck, nameOf: CheckedBy['nameOf']): CheckView {
  return checkView(check, { pack, nameOf, isTrial: true });
}

function checkView(check: PlanCheck, by: CheckedBy): CheckView {
  const outcome = outcomeOf(check);
  const title = titleOf(check, outcome, by.nameOf(check.about.id));
  const isShort = outcome === 'reason' && check.share !== undefined;
  return {
    outcome,
    title: (isShort ? missedBy(check.judgement, { says: title, short: shortOf(check) }) : undefined) ?? title,
    detail: detailOf(check, outcome, by),
    clause: check.judgement.clause === '' ? undefined : citedClause(by.pack, check.judgement.clause),
  };
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

function titleOf(check: PlanCheck, outcome: CheckOutcome, about: string | undefined): string {
  const { judgement } = check;
  const { kind } = check.about;
  if (kind === 'take') return takeTitle(judgement, outcome);
  const says = checkName(check, about);
  if (outcome === 'undecided') return checkWords.undecided(says);
  if (outcome === 'shown')
    return missedBy(judgement, { says, short: checkWords.shortYet }) ?? checkWords.notYet(says);
  if (outcome !== 'blocked') return says;
  return missedBy(judgement, { says, short: shortOf(check) }) ?? says;
}

/** What a check asks, of which use or cost, however it came out. */
export function checkName({ judgement }: PlanCheck, about: string | undefined): string {
  const rule = widePunctuation(judgement.says);
  return about === undefined ? rule : checkWords.aboutLine(rule, widePunctuation(about));
}

/** A part of all that is planned grows with what is added to it: it is met by what other uses give up. */
function shortOf({ share }: PlanCheck): typeof checkWords.short {
  return share?.of === 'planned' ? checkWords.shortWithin : checkWords.short;
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

function detailOf(check: PlanCheck, outcome: CheckOutcome, by: CheckedBy): string | undefined {
  if (outcome === 'undecided') return waitingFor(check, by);
  if (check.standing !== undefined) return problemSentence({ ...check.standing, field: '' });
  if (outcome === 'passed') return undefined;
  const share = check.share === undefined ? undefined : shareWords(check.share);
  if (outcome !== 'reason') return share;
  const written = reasonText(check.reason, by);
  return share === undefined ? written : `${share}；${written}`;
}

/** The reason that was written, or that one is asked for. */
function reasonText(typed: string, { isTrial, isList = false, isEnded = false }: CheckedBy): string {
  const reason = widePunctuation(typed.trim());
  if (isEnded && reason === '') return checkWords.reasonOfEnd();
  if (isList) return reason === '' ? checkWords.reasonOfList() : checkWords.reasonOnList(reason);
  if (reason !== '') return checkWords.reasonWritten(reason);
  return isTrial ? checkWords.reasonWanted() : checkWords.reasonAsked();
}

/** What is missing to decide a check, who gives it, and whether the plan waits for it. */
function waitingFor({ judgement: { missing, force } }: PlanCheck, by: CheckedBy): string {
  const { pack, isTrial, isList = false } = by;
  if (isTrial || (isList && force !== 'block')) return missingText(pack, missing);
  const need = needIn(pack, missing);
  const waits = force === 'block';
  if (need === undefined) return waits ? checkWords.factMissing(missing) : checkWords.factLater(missing);
  const says = widePunctuation(need.says);
  return waits ? checkWords.need(says, need.decidedBy) : checkWords.needLater(says, need.decidedBy);
}

/** What is missing, and who gives it where the document leaves it to somebody. */
export function missingText(pack: PolicyPack, missing: readonly string[]): string {
  const need = needIn(pack, missing);
  if (need === undefined) return checkWords.factOpen(missing);
  return checkWords.needOpen(widePunctuation(need.says), need.decidedBy);
}

function needIn(pack: PolicyPack, missing: readonly string[]): PolicyPack['needs'][number] | undefined {
  return pack.needs.find(({ id }) => missing.includes(id));
}
