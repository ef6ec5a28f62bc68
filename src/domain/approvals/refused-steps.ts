import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { type MeetingCounts, meetingProblems } from './quorum';
import { isOfficeReview, type MeetingStep, type Step } from './route';

/**
 * How a step ended: it passed, an office returned what it looked at, or the village's own body said no to it.
 */
export type StepOutcome = 'passed' | 'returned' | 'refused';

/** How a step of the village's ended, as typed; blank is that it passed. */
export interface OutcomeForm {
  readonly outcome?: string | undefined;
  /** Why a body said no. */
  readonly reason?: string | undefined;
}

/** How a step of the village's ended. */
export interface ReadOutcome {
  readonly outcome: 'passed' | 'refused';
  readonly reason: string;
}

/**
 * Whether the village's own body may say no at a step: it votes on it, talks it over, or looks it through.
 * What an office reviews it returns; what hangs or is filed nobody refuses.
 */
export function mayRefuse(step: Step): boolean {
  if (step.kind === 'review') return !isOfficeReview(step);
  return step.kind === 'meeting' || step.kind === 'deliberation';
}

/** Whether it is typed that a body said no. */
export function isRefusal({ outcome = '' }: OutcomeForm): boolean {
  return outcome === 'refused';
}

/**
 * Reads how a step of the village's ended. Of a vote its counts say why it failed; any other body says why,
 * and whoever wrote why did not mean that it passed.
 * @returns problems `form.notAllowed`, `approvals.refusalReasonMissing`, `approvals.reasonOfPassed`,
 *   `form.privateNumber`
 */
export function readOutcome(
  step: Step,
  form: OutcomeForm,
): { readonly read: ReadOutcome; readonly problems: Problem[] } {
  const { outcome: typed = '' } = form;
  const reason = (form.reason ?? '').trim();
  const problems = privateNumberProblems({ reason });
  const outcome = isRefusal(form) ? 'refused' : 'passed';
  const isKnown = outcome === 'refused' ? mayRefuse(step) : typed === '' || typed === 'passed';
  if (!isKnown) problems.push({ code: 'form.notAllowed', field: 'outcome', value: typed });
  if (outcome === 'passed' && reason !== '')
    problems.push({ code: 'approvals.reasonOfPassed', field: 'outcome' });
  if (outcome === 'refused' && reason === '' && step.kind !== 'meeting')
    problems.push({ code: 'approvals.refusalReasonMissing', field: 'reason' });
  return { read: { outcome, reason }, problems };
}

/**
 * Why a vote cannot be noted as one that failed: it decides, or its counts are none. Where too few came for
 * it to decide at all, nobody has to have voted.
 * Source: Law on Rural Collective Economic Organizations art. 28; Organic Law of Villagers' Committees
 * art. 26: what reaches neither their quorum nor their majority is no decision.
 * @returns problems `approvals.votePassed`, `approvals.countsDoNotAddUp`, `approvals.tooFewDue`
 */
export function failedVoteProblems(
  step: Pick<MeetingStep, 'majority' | 'fewestDue'>,
  counts: MeetingCounts,
): Problem[] {
  const found = meetingProblems(step, isUnheld(counts) ? ifAllAgreed(counts) : counts);
  if (found.length === 0) {
    // Enough came, and nobody's vote is counted: that is no vote.
    if (isUnheld(counts)) return meetingProblems(step, counts);
    return [{ code: 'approvals.votePassed', field: 'outcome', facts: { inFavour: counts.inFavour } }];
  }
  return found.filter(({ code }) => !FAILS.includes(code));
}

/** What makes a vote fail, of all that may be wrong with its counts. */
const FAILS: readonly string[] = ['approvals.noQuorum', 'approvals.noMajority'];

/** Whether people came, and no vote was taken. */
export function isUnheld({ present, inFavour, against, abstained }: MeetingCounts): boolean {
  return present > 0 && inFavour === 0 && against === 0 && abstained === 0;
}

function ifAllAgreed(counts: MeetingCounts): MeetingCounts {
  return { ...counts, inFavour: counts.present };
}

/** A plan's state as it is told: of what came back, whether a body of the village said no to it. */
export function toldState<State extends string>(plan: {
  readonly state: State;
  readonly decisions: readonly { readonly outcome: StepOutcome }[];
}): State | 'refused' {
  return plan.state === 'returned' && plan.decisions.at(-1)?.outcome === 'refused' ? 'refused' : plan.state;
}
