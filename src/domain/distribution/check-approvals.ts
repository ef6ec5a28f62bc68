import { noticeProblems } from '../approvals/notice-days';
import { isDecided, isTakenByPublishing } from '../approvals/plan-steps';
import { publicityPeriod } from '../approvals/publicity';
import { type MeetingCounts, meetingProblems } from '../approvals/quorum';
import { failedVoteProblems, mayRefuse } from '../approvals/refused-steps';
import { isOfficeReview, type Step } from '../approvals/route';
import { missingPapers, type StepPaper } from '../approvals/step-papers';
import { signersProblems, type StepSignature } from '../approvals/signatures';
import { speaksForSupervisors, type TakenAs, tookPart } from '../approvals/step-takers';
import { decisionProblems } from '../approvals/who-may-decide';
import type { CalendarDay } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import { isLiving, type YearPlanState } from './year-plan-states';

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
  /** What shows it; of a filing its number. */
  readonly paper: string | null;
  /** What its route asks for with it; null of a step from before that was asked. */
  readonly papers: readonly StepPaper[] | null;
  readonly takenAs: TakenAs | null;
}

/** A plan as it is kept, with the steps of its route and those that were taken of it, in their order. */
export interface KeptApproval {
  readonly of: 'period' | 'year';
  /** Whether its first publicity is its sheet; years of before noted it by a paper. */
  readonly hasSheet: boolean;
  readonly state: YearPlanState;
  readonly digest: string | undefined;
  readonly routeId: string;
  readonly draftedBy: string;
  readonly draftedOn: CalendarDay;
  /** Whether it takes every step of its route; of plans of before only meetings and reviews were noted. */
  readonly everyStep: boolean;
  readonly steps: readonly Step[];
  readonly decisions: readonly KeptDecision[];
  /** The hashes of the files that are kept with it. */
  readonly files: ReadonlySet<string>;
  /** The signatures that stand on its steps. */
  readonly signatures: readonly StepSignature[];
  /** What names it to a person who reads the finding. */
  readonly facts: Readonly<Record<string, string>>;
}

const RULES = ['step', 'bytes', 'vote', 'own', 'days', 'papers', 'files', 'signers'] as const;
type Rule = (typeof RULES)[number] | 'state';

const CODES: Readonly<Record<KeptApproval['of'], Readonly<Record<Rule, string>>>> = {
  period: {
    step: 'check.decisionStep',
    bytes: 'check.decisionBytes',
    vote: 'check.decisionVote',
    own: 'check.decisionOwn',
    days: 'check.decisionDays',
    papers: 'check.decisionPapers',
    files: 'check.decisionFiles',
    signers: 'check.decisionSigners',
    state: 'check.planState',
  },
  year: {
    step: 'check.yearDecisionStep',
    bytes: 'check.yearDecisionBytes',
    vote: 'check.yearDecisionVote',
    own: 'check.yearDecisionOwn',
    days: 'check.yearDecisionDays',
    papers: 'check.yearDecisionPapers',
    files: 'check.yearDecisionFiles',
    signers: 'check.yearDecisionSigners',
    state: 'check.yearPlanState',
  },
};

/**
 * Holds every plan, of a period or of a year, against its decisions: they are the first steps of its route,
 * one after another, each on its bytes; a meeting had its quorum and its majority, or one that failed had
 * not; its papers were out in time; who reviewed it had no hand in it; the papers that its route asks for are
 * kept with it, their files too while the plan lives; as many signed it as its route asks for; and it stands
 * as these steps leave it, so that nothing counts as decided that nobody decided.
 */
export function checkApprovals(plans: readonly KeptApproval[], findings: Findings): void {
  for (const plan of plans) {
    findings.looked += 1;
    const codes = CODES[plan.of];
    plan.decisions.forEach((decision, index) => {
      const step = plan.steps[index];
      const facts = { ...plan.facts, step: step?.name ?? decision.stepId, day: decision.decidedOn };
      const broken: Rule[] = step === undefined ? ['step'] : brokenRules(plan, step, index);
      for (const rule of broken) findings.add(codes[rule], {}, facts);
    });
    if (!isWhereItsStepsLeaveIt(plan)) findings.add(codes.state, {}, plan.facts);
  }
}

function brokenRules(plan: KeptApproval, step: Step, index: number): Rule[] {
  const decision = plan.decisions[index];
  if (decision === undefined) return [];
  const { routeId, stepId, stepNumber, digest } = decision;
  const holds: Readonly<Record<(typeof RULES)[number], boolean>> = {
    step: stepId === step.id && stepNumber === index + 1 && routeId === plan.routeId,
    bytes: digest === plan.digest,
    vote: isVotedSo(step, decision),
    own: isAnothers(plan, step, index),
    days: areDaysSound(plan, step, index),
    papers: isShown(plan, step, index),
    files: areFilesKept(plan, decision),
    signers: isSigned(plan, step, decision),
  };
  return RULES.filter((rule) => !holds[rule]);
}

/**
 * A meeting was counted and reached what its law asks, or did not where it is said to have failed; nothing
 * else has a vote. An office returns, a body of the village's refuses.
 */
function isVotedSo(step: Step, { counts, outcome }: KeptDecision): boolean {
  if (outcome === 'returned' && !isOfficeReview(step)) return false;
  if (outcome === 'refused' && !mayRefuse(step)) return false;
  if (step.kind !== 'meeting') return counts === null;
  const problems = outcome === 'refused' ? failedVoteProblems : meetingProblems;
  return counts !== null && problems(step, counts).length === 0;
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

/**
 * A step of a village's is shown by what it names and by its papers, a filing by its number; that a published
 * sheet hung is shown by its display. Of steps from before papers were asked for nothing is asked.
 */
function isShown({ hasSheet, steps, decisions }: KeptApproval, step: Step, index: number): boolean {
  const { papers = null, paper = null, outcome, takenAs = null } = decisions[index] ?? {};
  if (papers === null || isOfficeReview(step)) return true;
  if (paper === null || paper.trim() === '') return false;
  if (hasSheet && isTakenByPublishing(steps, index)) return true;
  const byFiles = speaksForSupervisors(step, takenAs);
  const ended = { evidence: step.evidence, isRefused: outcome === 'refused', byFiles };
  return missingPapers(ended, papers).length === 0;
}

/** Nothing that shows a step was taken away; of a plan that came to nothing it may be. */
function areFilesKept({ state, files }: KeptApproval, { papers }: KeptDecision): boolean {
  if (!isLiving(state)) return true;
  return (papers ?? []).every(({ sha256 }) => sha256 === null || files.has(sha256));
}

/**
 * As many signed it as its route asks for, a no only where an office says it for supervisors that are not
 * there; of steps from before anybody signed nobody is asked.
 */
function isSigned(
  { signatures }: KeptApproval,
  step: Step,
  { digest, outcome, takenAs }: KeptDecision,
): boolean {
  if (takenAs === null) return true;
  if (outcome !== 'passed' && !speaksForSupervisors(step, takenAs)) return true;
  return signersProblems(step, digest, signatures).length === 0;
}

/** Whether a plan's state is the one that its steps lead to. */
function isWhereItsStepsLeaveIt({ state, steps, decisions }: KeptApproval): boolean {
  const back = decisions.findIndex(({ outcome }) => outcome !== 'passed');
  if (back >= 0) return state === 'returned' && back === decisions.length - 1;
  switch (state) {
    case 'drafted':
      return decisions.length === 0;
    case 'approved':
    case 'replaced':
      return isDecided(steps, decisions.length);
    case 'submitted':
    case 'voided':
      return !isDecided(steps, decisions.length);
    case 'returned':
      return false;
  }
}
