import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readStep, requireNext, type StepForm } from '../../domain/approvals/procedure';
import { type OutcomeForm, readOutcome } from '../../domain/approvals/refused-steps';
import { isOfficeReview, type Step } from '../../domain/approvals/route';
import type { LineReasons } from '../../domain/approvals/line-reasons';
import type { PapersForm } from '../../domain/approvals/step-papers';
import { speaksForSupervisors } from '../../domain/approvals/step-takers';
import { type CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { groupedBy } from '../../domain/shared/grouped';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { tellAbout } from '../../platform/database/told-about';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { ApprovalDecisionEntity } from './approval-decision.entity';
import type { AboutDays } from '../users/users.service';
import { keptDecision, type NewDecision, type Subject } from './kept-decision';
import { goesOn, isOnlyMeeting, ofDraft, requirePending, takenStep } from './pending-step';
import { type DecidedBy, RoutesService } from './routes.service';
import { type SheetFollowed, StepGuardsService } from './step-guards.service';
import { StepSignaturesService } from './step-signatures.service';

export type { Subject };

/** What is decided step by step: with the steps it takes. */
export interface DecidedSubject extends Subject {
  readonly steps: readonly Step[];
  /** The days it is about: whoever kept the accounts on any of them reviews it not. */
  readonly about: AboutDays;
}

/** A step as it was typed, and by whom. */
interface Noted {
  readonly form: StepForm & PapersForm & OutcomeForm;
  readonly by: string;
}

/** A step that was noted, and whether what is decided passed it or ended there. */
export interface NotedOutcome {
  readonly step: Step;
  readonly outcome: 'passed' | 'refused';
}

/** Whether a vote is noted, what the county filed under a number of its own, or any other step. */
export type NotedKind = 'meeting' | 'filing' | 'other';

/** A step's decision as taken. */
export type StepDecision = ApprovalDecisionEntity;

/** A review: by whom, of which bytes, with what outcome. */
export interface Review {
  readonly outcome: 'passed' | 'returned';
  readonly reason: string;
  /** Why single lines come back, by their use. */
  readonly lineReasons?: LineReasons | undefined;
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
    private readonly guards: StepGuardsService,
    private readonly signatures: StepSignaturesService,
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

  /** Every meeting of a village that was counted, on whatever subject. */
  async listMeetings(collectiveId: string): Promise<readonly StepDecision[]> {
    const rows = await this.database.reader.findBy(ApprovalDecisionEntity, { collectiveId });
    return rows.filter(({ counts }) => counts !== null);
  }

  /** Every decision on subjects of a kind, in the order in which each was taken, by subject. */
  async listEveryDecision(
    collectiveId: string,
    subjectKind: string,
    db: EntityManager,
  ): Promise<ReadonlyMap<string, readonly StepDecision[]>> {
    const order = { subjectId: 'ASC', stepNumber: 'ASC' } as const;
    const rows = await db.find(ApprovalDecisionEntity, { where: { collectiveId, subjectKind }, order });
    return groupedBy(rows, (row) => row.subjectId);
  }

  /** The steps of what is decided by a route. @throws DomainError `approvals.routeUnknown` */
  stepsOf(of: DecidedBy): readonly Step[] {
    return this.routes.stepsOf(of);
  }

  /** What a route's file says now. @throws DomainError `approvals.routeUnknown` */
  routeText(routeId: string): string {
    return this.routes.requireText(routeId);
  }

  /**
   * Notes the next step as it was held: what a body talked over or voted, what hung out, what was filed. The
   * body decides, not the person who records it. After a sheet its days are over, with proof, and every
   * objection is answered; a body that says no may at once, and nobody has to have signed, but where an
   * office says it for supervisors that a village has not.
   * @param given `kind`: what is noted, so that none is taken for another step
   * @throws FormProblems as `readOutcome`, `readStep` and `publicityOpenProblems` find them; DomainError
   *   `approvals.otherStep`, `approvals.allDecided`, `approvals.othersStep` where it is not his,
   *   `approvals.filedByCounty`, `approvals.stepTaken` where another noted it meanwhile
   */
  async takeStep(
    tx: EntityManager,
    collectiveId: string,
    given: { readonly subject: DecidedSubject; readonly kind: NotedKind } & Noted,
  ): Promise<NotedOutcome> {
    const { subject, kind, form, by } = given;
    const decisions = await this.listDecisions(collectiveId, subject, tx);
    const taken = decisions.map(takenStep);
    if (form.stepNumber.trim() !== '' || !isOnlyMeeting(subject.steps, taken.length))
      requireNext(taken, form.stepNumber);
    const step = requirePending(subject, decisions);
    if (isOfficeReview(step) || (step.kind === 'meeting') !== (kind === 'meeting'))
      throw new DomainError('approvals.otherStep', { step: step.id });
    const as = await this.guards.takers.requireTaker(tx, { collectiveId, step, by }, kind === 'filing');
    const said = readOutcome(step, form);
    const { outcome, reason } = said.read;
    const isRefused = outcome === 'refused';
    const ground = { taken, from: subject.submittedOn, today: this.clock.today(), isRefused };
    const { read, problems } = readStep(step, form, ground);
    const speaks = speaksForSupervisors(step, as);
    const ended = { evidence: step.evidence, isRefused, byFiles: speaks };
    const shown = await this.guards.readPapers(tx, { ...subject, collectiveId }, { step: ended, form });
    const hands = await this.guards.takers.handProblems(tx, collectiveId, {
      ...subject,
      step,
      decisions,
      by,
    });
    const counted = await this.guards.rolls.voteProblems(tx, collectiveId, { ...read, step });
    const asked = [...hands, ...said.problems, ...problems.map(ofDraft), ...counted, ...shown.problems];
    const isSigned = !isRefused || speaks;
    const unsigned = isSigned
      ? await this.signatures.closeSigning(tx, { ...subject, collectiveId, step }, by)
      : [];
    refuseProblems([...asked, ...unsigned]);
    if (!isRefused) await this.requireHung(tx, { ...subject, decisions, collectiveId }, read.heldOn);
    await this.insert(tx, collectiveId, {
      ...{ subject, step, by, number: decisions.length + 1, outcome, decidedOn: read.heldOn },
      ...{ counts: read.counts, untilOn: read.until, paper: read.paper, papersOutOn: read.papersOutOn },
      ...{ papers: shown.papers, takenAs: as, ...(isRefused ? { reason } : {}) },
    });
    return { step, outcome };
  }

  /** Refuses what comes after a sheet whose days are not over, or that somebody objected to. */
  private async requireHung(tx: EntityManager, followed: SheetFollowed, heldOn: CalendarDay): Promise<void> {
    const open = await this.guards.sheetProblems(followed, heldOn, tx);
    const before = open ?? (await this.guards.openObjections(followed, heldOn, tx));
    refuseProblems(before.map((each) => ({ ...each, field: 'heldOn', value: heldOn })));
  }

  /**
   * Notes that a sheet was put up, where publicity is the step that comes next; else nothing.
   * @param sheet its first and its last day, and its number
   */
  async noteHanging(
    tx: EntityManager,
    collectiveId: string,
    given: {
      readonly subject: DecidedSubject;
      readonly sheet: { readonly from: CalendarDay; readonly to: CalendarDay; readonly number: string };
      readonly by: string;
    },
  ): Promise<void> {
    const { subject, sheet, by } = given;
    const decisions = await this.listDecisions(collectiveId, subject, tx);
    const step = subject.steps[decisions.length];
    if (step?.kind !== 'publicity') return;
    await this.insert(tx, collectiveId, {
      ...{ subject, step, by, number: decisions.length + 1, outcome: 'passed' },
      ...{ decidedOn: sheet.from, untilOn: sheet.to, paper: sheet.number },
    });
  }

  /**
   * Takes a review: somebody who had no hand in it approves the bytes, or returns them with a reason. What
   * hangs has to have hung before it is approved; it may be returned at once.
   * @throws FormProblems `approvals.ownDraft`, `approvals.tookPart`, `approvals.ofItsAccounts`,
   *   `approvals.reasonMissing`, those of `publicityOpenProblems`, `form.privateNumber`; DomainError
   *   `approvals.otherStep`, `approvals.bytesChanged`
   */
  async review(
    tx: EntityManager,
    collectiveId: string,
    reviewed: { subject: DecidedSubject; review: Review },
  ): Promise<void> {
    const { subject, review } = reviewed;
    const decisions = await this.listDecisions(collectiveId, subject, tx);
    const step = requirePending(subject, decisions);
    if (!isOfficeReview(step)) throw new DomainError('approvals.otherStep', { step: step.id });
    const { by } = review;
    const as = await this.guards.takers.requireTaker(tx, { collectiveId, step, by });
    const today = this.clock.today();
    const problems = await this.guards.takers.handProblems(tx, collectiveId, {
      ...subject,
      step,
      decisions,
      by,
    });
    const until = decisions.at(-1)?.untilOn ?? '';
    const { lineReasons = {} } = review;
    const hasReason = review.reason.trim() !== '' || Object.keys(lineReasons).length > 0;
    if (review.outcome === 'returned' && !hasReason)
      problems.push({ code: 'approvals.reasonMissing', field: 'reason' });
    if (review.outcome === 'passed') {
      const followed = { ...subject, decisions, collectiveId };
      const open = await this.guards.sheetProblems(followed, today, tx);
      const since = await this.guards.openObjections(followed, today, tx);
      problems.push(...(await this.signatures.closeSigning(tx, { ...subject, collectiveId, step }, by)));
      const before = open ?? [...goesOn(until, today), ...since];
      problems.push(...before.map((each) => ({ ...each, field: 'outcome' })));
      problems.push(...(await this.guards.rolls.votedOtherwise(tx, followed)));
    }
    refuseProblems([...problems, ...privateNumberProblems({ reason: review.reason })]);
    if (review.seenDigest !== subject.digest) throw new DomainError('approvals.bytesChanged');
    await this.insert(tx, collectiveId, {
      ...{ subject, step, number: decisions.length + 1, outcome: review.outcome },
      ...{ decidedOn: today, by, reason: review.reason.trim(), lineReasons, takenAs: as },
    });
  }

  private async insert(tx: EntityManager, collectiveId: string, decision: NewDecision): Promise<void> {
    const { step, outcome } = decision;
    const body = step.kind === 'meeting' ? { body: step.body } : {};
    tellAbout(tx, { step: step.name, outcome, ...body });
    await insertRecorded(tx, ApprovalDecisionEntity, {
      ...{ collectiveId, id: newId(), decidedAt: this.clock.now() },
      ...keptDecision(decision),
    });
  }
}
