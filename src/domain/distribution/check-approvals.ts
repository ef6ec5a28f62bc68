import { noticeProblems } from '../approvals/notice-days';
import { isDecided, isTakenByPublishing } from '../approvals/plan-steps';
import { publicityPeriod } from '../approvals/publicity';
import { type MeetingCounts, meetingProblems } from '../approvals/quorum';
import { isOfficeReview, type Step } from '../approvals/route';
import { missingPapers, type StepPaper } from '../approvals/step-papers';
import { signersProblems, type StepSignature } from '../approvals/signatures';
import { type TakenAs, tookPart } from '../approvals/step-takers';
import { decisionProblems } from '../approvals/who-may-decide';
import type { CalendarDay } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import type { PlanState } from './plan-states';

/** A step of a plan as it is kept. */
export interface KeptDecision {
  readonly stepNumber: number;
  readonly stepId: string;
  readonly routeId: string;
  readonly digest: string;
  readonly outcome: string;
  readonly decidedOn: CalendarDay;
  readonly decidedBy: string;
  readonly counts: MeetingCounts | null;
  readonly untilOn: CalendarDay | null;
  readonly papersOutOn: CalendarDay | null;
  /** What its route asks for with it; null of a step from before that was asked. */
  readonly papers: readonly StepPaper[] | null;
  readonly takenAs: TakenAs | null;
}

/** A plan as it is kept, with the steps of its route and those that were taken of it, in their order. */
export interface KeptApproval {
  readonly state: PlanState;
  readonly digest: string | undefined;
  readonly routeId: string;
  readonly draftedBy: string;
  readonly draftedOn: CalendarDay;
  /** Whether it takes every step of its route; of plans of before only meetings and reviews were noted. */
  readonly everyStep: boolean;
  readonly steps: readonly Step[];
  readonly decisions: readonly KeptDecision[];
  /** The signatures that stand on its steps. */
  readonly signatures: readonly StepSignature[];
  /** What names it to a person who reads the finding. */
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Holds every plan against its decisions: they are the first steps of its route, one after another, each on
 * its bytes; a meeting had its quorum and its majority, its papers were out in time; who reviewed it had no
 * hand in it; the papers that its route asks for are kept with it; and it stands as these steps leave it,
 * so that nothing counts as decided that nobody decided.
 * Codes `check.decisionStep`, `check.decisionBytes`, `check.decisionVote`, `check.decisionOwn`,
 * `check.decisionDays`, `check.decisionPapers`, `check.decisionSigners`,
 * `check.planState`.
 */
export function checkApprovals(plans: readonly KeptApproval[], findings: Findings): void {
  for (const plan of plans) {
    findings.looked += 1;
    plan.decisions.forEach((decision, index) => {
      const step = plan.steps[index];
      const facts = { ...plan.facts, step: step?.name ?? decision.stepId, day: decision.decidedOn };
      const codes = step === undefined ? ['check.decisionStep'] : brokenRules(plan, step, index);
      for (const code of codes) findings.add(code, {}, facts);
    });
    if (!isWhereItsStepsLeaveIt(plan)) findings.add('check.planState', {}, plan.facts);
  }
}

function brokenRules(plan: KeptApproval, step: Step, index: number): string[] {
  const decision = plan.decisions[index];
  if (decision === undefined) return [];
  const { routeId, stepId, stepNumber, digest } = decision;
  const isTheStep = stepId === step.id && stepNumber === index + 1 && routeId === plan.routeId;
  return [
    ...(isTheStep ? [] : ['check.decisionStep']),
    ...(digest === plan.digest ? [] : ['check.decisionBytes']),
    ...(isVotedSo(step, decision) ? [] : ['check.decisionVote']),
    ...(isAnothers(plan, step, index) ? [] : ['check.decisionOwn']),
    ...(areDaysSound(plan, step, index) ? [] : ['check.decisionDays']),
    ...(isShown(plan, step, index) ? [] : ['check.decisionPapers']),
    ...(isSigned(plan, step, decision) ? [] : ['check.decisionSigners']),
  ];
}

/** A meeting was counted and reached what its law asks; nothing else has a vote. */
function isVotedSo(step: Step, { counts, outcome }: KeptDecision): boolean {
  if (outcome !== 'passed' && !isOfficeReview(step)) return false;
  if (step.kind !== 'meeting') return counts === null;
  return counts !== null && meetingProblems(step, counts).length === 0;
}

/** Whether who reviewed it neither drafted it nor, where every step is noted, took an earlier one. */
function isAnothers({ draftedBy, decisions, everyStep }: KeptApproval, step: Step, index: number): boolean {
  const decidedBy = decisions[index]?.decidedBy ?? '';
  if (!isOfficeReview(step)) return true;
  const before = everyStep ? tookPart(decisions.slice(0, index)) : [];
  return decisionProblems({ draftedBy, tookPart: before, decidedBy, isOfItsAccounts: false }).length === 0;
}

/** No step before the one before it or the draft; what hung has its route's days; papers were out in time. */
function areDaysSound({ draftedOn: from, decisions }: KeptApproval, step: Step, index: number): boolean {
  const decision = decisions[index];
  if (decision === undefined) return true;
  const { decidedOn, untilOn, papersOutOn } = decision;
  if (decidedOn < (decisions[index - 1]?.decidedOn ?? from)) return false;
  const until = step.kind === 'publicity' ? publicityPeriod(step, decidedOn).to : null;
  if (untilOn !== until) return false;
  if (step.kind !== 'meeting' || step.noticeDays === undefined) return true;
  return (
    papersOutOn !== null && noticeProblems(step, { outOn: papersOutOn, heldOn: decidedOn, from }).length === 0
  );
}

/** A step of a village's has its papers; that a published sheet hung is shown by its display. */
function isShown({ steps, decisions }: KeptApproval, step: Step, index: number): boolean {
  const papers = decisions[index]?.papers ?? null;
  if (papers === null || isOfficeReview(step) || isTakenByPublishing(steps, index)) return true;
  return missingPapers(step, papers).length === 0;
}

/** As many signed it as its route asks for; of steps from before anybody signed nobody is asked. */
function isSigned(
  { signatures }: KeptApproval,
  step: Step,
  { digest, outcome, takenAs }: KeptDecision,
): boolean {
  if (outcome !== 'passed' || takenAs === null) return true;
  return signersProblems(step, digest, signatures).length === 0;
}

/** Whether a plan's state is the one that its steps lead to. */
function isWhereItsStepsLeaveIt({ state, steps, decisions }: KeptApproval): boolean {
  const returned = decisions.findIndex(({ outcome }) => outcome === 'returned');
  if (returned >= 0) return state === 'returned' && returned === decisions.length - 1;
  switch (state) {
    case 'drafted':
      return decisions.length === 0;
    case 'approved':
      return isDecided(steps, decisions.length);
    case 'submitted':
    case 'voided':
      return !isDecided(steps, decisions.length);
    case 'returned':
      return false;
  }
}
