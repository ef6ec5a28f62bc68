import type { TakenStep } from '../../domain/approvals/procedure';
import type { SheetProblem } from '../../domain/approvals/publicity-over';
import type { Step } from '../../domain/approvals/route';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import type { Problem } from '../../domain/shared/problem';
import type { ApprovalDecisionEntity } from './approval-decision.entity';

/** The step that comes next. @throws DomainError `approvals.allDecided` */
export function requirePending(
  { steps }: { readonly steps: readonly Step[] },
  decisions: readonly ApprovalDecisionEntity[],
): Step {
  const step = steps[decisions.length];
  if (step === undefined) throw new DomainError('approvals.allDecided');
  return step;
}

/** Whether the next step is the one meeting there is: it was always noted without its number. */
export function isOnlyMeeting(steps: readonly Step[], taken: number): boolean {
  return steps[taken]?.kind === 'meeting' && steps.filter(({ kind }) => kind === 'meeting').length === 1;
}

export function takenStep({ stepId, decidedOn: heldOn, untilOn }: ApprovalDecisionEntity): TakenStep {
  return { stepId, heldOn, until: untilOn ?? undefined };
}

/** What was only noted to hang has its days, and nothing else is known of it. */
export function goesOn(until: CalendarDay, today: CalendarDay): SheetProblem[] {
  return until < today ? [] : [{ code: 'approvals.publicityGoesOn', facts: { until } }];
}

/** Nothing is decided on before it was drafted. */
export function ofDraft(problem: Problem): Problem {
  if (problem.code !== 'approvals.stepBeforeGround') return problem;
  return {
    ...problem,
    code: 'approvals.meetingBeforeDraft',
    facts: { submittedOn: problem.facts?.['before'] ?? '' },
  };
}
