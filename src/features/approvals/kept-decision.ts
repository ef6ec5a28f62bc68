import type { LineReasons } from '../../domain/approvals/line-reasons';
import type { MeetingCounts } from '../../domain/approvals/quorum';
import type { StepOutcome } from '../../domain/approvals/refused-steps';
import type { Step } from '../../domain/approvals/route';
import type { StepPaper } from '../../domain/approvals/step-papers';
import type { TakenAs } from '../../domain/approvals/step-takers';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { ApprovalDecisionEntity } from './approval-decision.entity';

/** What is to be decided: bound to its bytes by the digest. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
  readonly digest: string;
  readonly routeId: string;
  readonly draftedBy: string;
  /** The day from which it can be decided on. */
  readonly submittedOn: CalendarDay;
}

/** A step's decision before it is kept. */
export interface NewDecision {
  readonly subject: Subject;
  readonly step: Step;
  readonly number: number;
  readonly outcome: StepOutcome;
  readonly decidedOn: CalendarDay;
  readonly by: string;
  readonly counts?: MeetingCounts | undefined;
  readonly reason?: string;
  readonly lineReasons?: LineReasons;
  readonly untilOn?: CalendarDay | undefined;
  readonly paper?: string;
  readonly papersOutOn?: CalendarDay | undefined;
  readonly papers?: readonly StepPaper[];
  readonly takenAs?: TakenAs;
}

/** A decision as it is kept, but for whose it is, its id and its time. */
export function keptDecision(
  decision: NewDecision,
): Omit<ApprovalDecisionEntity, 'collectiveId' | 'id' | 'decidedAt'> {
  const { subject, step, outcome } = decision;
  return {
    ...{ subjectKind: subject.kind, subjectId: subject.id, digest: subject.digest, routeId: subject.routeId },
    ...{ stepId: step.id, stepNumber: decision.number, outcome },
    ...{ decidedOn: decision.decidedOn, decidedBy: decision.by },
    counts: decision.counts ?? null,
    reason: decision.reason ?? null,
    lineReasons: outcome === 'returned' ? (decision.lineReasons ?? null) : null,
    untilOn: decision.untilOn ?? null,
    paper: decision.paper ?? null,
    papersOutOn: decision.papersOutOn ?? null,
    papers: decision.papers ?? [],
    takenAs: decision.takenAs ?? 'own',
  };
}
