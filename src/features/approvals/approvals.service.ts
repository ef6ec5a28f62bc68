import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type MeetingCounts, meetingProblems } from '../../domain/approvals/quorum';
import { decisionProblems } from '../../domain/approvals/who-may-decide';
import { type CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { dayProblems } from '../../domain/shared/typed-fields';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { UsersService } from '../users/users.service';
import { ApprovalDecisionEntity } from './approval-decision.entity';
import { type DecidingStep, decidingSteps, RoutesService } from './routes.service';

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

/** A step's decision as taken. */
export type StepDecision = ApprovalDecisionEntity;

/** A review: by whom, of which bytes, with what outcome. */
export interface Review {
  readonly outcome: 'passed' | 'returned';
  readonly reason: string;
  /** The digest the reviewer saw. */
  readonly seenDigest: string;
  readonly by: string;
}

/**
 * The register of who decided what. A route's steps are taken in order; each decision holds for one digest
 * only.
 */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly database: Database,
    private readonly routes: RoutesService,
    private readonly clock: Clock,
    private readonly users: UsersService,
  ) {}

  /** The decisions on a subject, in the order in which they were taken. */
  listDecisions(
    collectiveId: string,
    subject: { readonly kind: string; readonly id: string },
    db: EntityManager = this.database.reader,
  ): Promise<StepDecision[]> {
    return db.find(ApprovalDecisionEntity, {
      where: { collectiveId, subjectKind: subject.kind, subjectId: subject.id },
      order: { stepNumber: 'ASC' },
    });
  }

  /** The step that decides next, or undefined when all have passed. */
  pendingStep(routeId: string, decisions: readonly StepDecision[]): DecidingStep | undefined {
    return decidingSteps(this.routes.requireRoute(routeId))[decisions.length];
  }

  /**
   * Records a meeting's vote. The body decides, not the person who records it.
   * @returns whether this was the last deciding step
   * @throws FormProblems `approvals.*`; DomainError `approvals.otherStep`
   */
  async recordMeeting(
    tx: EntityManager,
    collectiveId: string,
    meeting: { subject: Subject; heldOn: CalendarDay; counts: MeetingCounts; by: string },
  ): Promise<boolean> {
    const { step, number, last } = await this.requirePending(tx, collectiveId, meeting.subject);
    if (step.kind !== 'meeting') throw new DomainError('approvals.otherStep', { step: step.id });
    refuseProblems([...this.heldOnProblems(meeting), ...meetingProblems(step, meeting.counts)]);
    await this.insert(tx, collectiveId, {
      subject: meeting.subject,
      step,
      number,
      outcome: 'passed',
      decidedOn: meeting.heldOn,
      by: meeting.by,
      counts: meeting.counts,
    });
    return last;
  }

  /**
   * Takes a review: somebody who had no hand in it approves the bytes, or returns them with a reason.
   * @returns whether the route is through
   * @throws FormProblems `approvals.ownDraft`, `approvals.tookPart`, `approvals.ofItsAccounts`,
   *   `approvals.reasonMissing`, `form.privateNumber`; DomainError `approvals.otherStep`,
   *   `approvals.bytesChanged`
   */
  async review(
    tx: EntityManager,
    collectiveId: string,
    reviewed: { subject: Subject; review: Review },
  ): Promise<boolean> {
    const { subject, review } = reviewed;
    const { step, number, last, decisions } = await this.requirePending(tx, collectiveId, subject);
    if (step.kind !== 'review') throw new DomainError('approvals.otherStep', { step: step.id });
    const problems = decisionProblems({
      draftedBy: subject.draftedBy,
      tookPart: decisions.map(({ decidedBy }) => decidedBy),
      decidedBy: review.by,
      isOfItsAccounts: await this.users.isOfTheAccounts(review.by, collectiveId, tx),
    });
    if (review.outcome === 'returned' && review.reason.trim() === '') {
      problems.push({ code: 'approvals.reasonMissing', field: 'reason' });
    }
    refuseProblems([...problems, ...privateNumberProblems({ reason: review.reason })]);
    if (review.seenDigest !== subject.digest) throw new DomainError('approvals.bytesChanged');
    await this.insert(tx, collectiveId, {
      subject,
      step,
      number,
      outcome: review.outcome,
      decidedOn: this.clock.today(),
      by: review.by,
      reason: review.reason.trim(),
    });
    return last && review.outcome === 'passed';
  }

  private async requirePending(
    tx: EntityManager,
    collectiveId: string,
    subject: Subject,
  ): Promise<{ step: DecidingStep; number: number; last: boolean; decisions: StepDecision[] }> {
    const decisions = await this.listDecisions(collectiveId, subject, tx);
    const step = this.pendingStep(subject.routeId, decisions);
    if (step === undefined) throw new DomainError('approvals.allDecided');
    const steps = decidingSteps(this.routes.requireRoute(subject.routeId));
    const number = decisions.length + 1;
    return { step, number, last: number === steps.length, decisions };
  }

  private heldOnProblems(meeting: { subject: Subject; heldOn: string }): Problem[] {
    const field = 'heldOn';
    const notADay = dayProblems({ field, value: meeting.heldOn });
    if (notADay.length > 0) return notADay;
    if (meeting.heldOn > this.clock.today())
      return [{ code: 'approvals.meetingAhead', field, value: meeting.heldOn }];
    if (meeting.heldOn < meeting.subject.submittedOn) {
      const facts = { submittedOn: meeting.subject.submittedOn };
      return [{ code: 'approvals.meetingBeforeDraft', field, value: meeting.heldOn, facts }];
    }
    return [];
  }

  private async insert(tx: EntityManager, collectiveId: string, decision: NewDecision): Promise<void> {
    await insertRecorded(tx, ApprovalDecisionEntity, {
      collectiveId,
      id: newId(),
      subjectKind: decision.subject.kind,
      subjectId: decision.subject.id,
      digest: decision.subject.digest,
      routeId: decision.subject.routeId,
      stepId: decision.step.id,
      stepNumber: decision.number,
      outcome: decision.outcome,
      decidedOn: decision.decidedOn,
      decidedAt: this.clock.now(),
      decidedBy: decision.by,
      counts: decision.counts ?? null,
      reason: decision.reason ?? null,
    });
  }
}

interface NewDecision {
  readonly subject: Subject;
  readonly step: DecidingStep;
  readonly number: number;
  readonly outcome: 'passed' | 'returned';
  readonly decidedOn: CalendarDay;
  readonly by: string;
  readonly counts?: MeetingCounts;
  readonly reason?: string;
}
