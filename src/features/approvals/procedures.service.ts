import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readStep, stepAfter, type StepForm, type TakenStep } from '../../domain/approvals/procedure';
import type { ProcedureObjection } from '../../domain/approvals/procedure-objections';
import { readShown, type ShownForm } from '../../domain/approvals/procedure-papers';
import { isOfficeReview, type Route, type Step } from '../../domain/approvals/route';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { groupedBy } from '../../domain/shared/grouped';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { AboutDays } from '../users/users.service';
import type { KeptBodySize, Voted } from './body-roll.service';
import type { Subject } from './kept-decision';
import { ProcedureAnswerEntity, ProcedureObjectionEntity } from './procedure-objection.entity';
import { readProcedureObjections } from './procedure-objections.store';
import { ProcedureStepEntity } from './procedure-step.entity';
import { RoutesService } from './routes.service';
import { StepGuardsService } from './step-guards.service';
import type { NamedFile, SubjectPlace } from './subject-files.service';

type KeptFacts = Pick<ProcedureStepEntity, 'digest' | 'paper' | 'counts' | 'papers' | 'displayPlace'>;

/** A step as it was held, with what shows it and who noted it. */
export interface ToldStep extends TakenStep, KeptFacts {
  readonly number: number;
  readonly by: string;
}

/**
 * Procedures: every step of a route, deliberations and publicity too, noted in order as it was held, each
 * with its day and its paper. What is noted holds for one digest; the review is somebody's who had no hand
 * in it.
 */
@Injectable()
export class ProceduresService {
  constructor(
    private readonly database: Database,
    private readonly routes: RoutesService,
    private readonly clock: Clock,
    private readonly guards: StepGuardsService,
  ) {}

  /** The steps taken of every subject of a kind, in their order, by subject. */
  async listSteps(
    collectiveId: string,
    subjectKind: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, ToldStep[]>> {
    const order = { subjectId: 'ASC', stepNumber: 'ASC' } as const;
    const rows = await db.find(ProcedureStepEntity, { where: { collectiveId, subjectKind }, order });
    const bySubject = groupedBy(rows, (row) => row.subjectId);
    return new Map([...bySubject].map(([id, steps]) => [id, steps.map(told)]));
  }

  /** What was said of every subject of a kind while it hung, by subject. */
  listObjections(
    collectiveId: string,
    subjectKind: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, ProcedureObjection[]>> {
    return readProcedureObjections(db, { collectiveId, subjectKind });
  }

  /** Keeps an objection, which was read. */
  async noteObjection(
    tx: EntityManager,
    { collectiveId, kind: subjectKind, id: subjectId }: SubjectPlace,
    noted: Pick<ProcedureObjection, 'number' | 'receivedOn' | 'gist'> & { readonly by: string },
  ): Promise<void> {
    await insertRecorded(tx, ProcedureObjectionEntity, {
      ...{ collectiveId, subjectKind, subjectId, objectionNumber: noted.number },
      ...{ receivedOn: noted.receivedOn, what: noted.gist },
      ...{ enteredBy: noted.by, enteredAt: this.clock.now() },
    });
  }

  /** Keeps the answer to one, given today. */
  async noteAnswer(
    tx: EntityManager,
    { collectiveId, kind: subjectKind, id: subjectId }: SubjectPlace,
    noted: { readonly number: number; readonly words: string; readonly by: string },
  ): Promise<void> {
    await insertRecorded(tx, ProcedureAnswerEntity, {
      ...{ collectiveId, subjectKind, subjectId, objectionNumber: noted.number },
      ...{ answeredOn: this.clock.today(), said: noted.words },
      ...{ enteredBy: noted.by, enteredAt: this.clock.now() },
    });
  }

  /** @throws DomainError `approvals.routeUnknown` */
  requireRoute(routeId: string): Route {
    return this.routes.requireRoute(routeId);
  }

  /**
   * Notes the next step as it was held.
   * @param taken the steps of the subject so far
   * @throws FormProblems as `readStep` and `readShown` find them, `notices.photoOfAnother`, of a review also
   *   as `decisionProblems` does; DomainError `approvals.allDecided`, `approvals.otherStep` where the next
   *   step is another kind than asked for, `approvals.bytesChanged` where earlier steps held for other bytes
   */
  async takeStep(
    tx: EntityManager,
    collectiveId: string,
    given: {
      readonly subject: Subject;
      readonly taken: readonly ToldStep[];
      readonly kind: 'review' | 'own';
      readonly form: StepForm & ShownForm;
      readonly by: string;
      readonly about?: AboutDays;
    },
  ): Promise<Step> {
    const { subject, taken, form, by } = given;
    const step = stepAfter(this.routes.requireRoute(subject.routeId), taken);
    if (step === undefined) throw new DomainError('approvals.allDecided');
    if (isOfficeReview(step) !== (given.kind === 'review'))
      throw new DomainError('approvals.otherStep', { step: step.id });
    if (taken.some(({ digest }) => digest !== subject.digest))
      throw new DomainError('approvals.bytesChanged');
    const { submittedOn: from } = subject;
    const { read, problems } = readStep(step, form, { taken, from, today: this.clock.today() });
    const barred = step.kind === 'review' ? await this.reviewProblems(tx, collectiveId, given) : [];
    const shown = await this.readShown(tx, collectiveId, { ...given, step, heldOn: read.heldOn });
    const counted = await this.guards.rolls.voteProblems(tx, collectiveId, { ...read, step });
    const otherwise = isOfficeReview(step)
      ? await this.guards.rolls.votedOtherwise(tx, this.votedOf(collectiveId, { ...subject, steps: taken }))
      : [];
    refuseProblems([...barred, ...problems, ...counted, ...otherwise, ...shown.problems]);
    await insertRecorded(tx, ProcedureStepEntity, {
      ...{ collectiveId, subjectKind: subject.kind, subjectId: subject.id, stepNumber: taken.length + 1 },
      ...{ routeId: subject.routeId, stepId: step.id, digest: subject.digest },
      ...{ heldOn: read.heldOn, untilOn: read.until ?? null, paper: read.paper, counts: read.counts ?? null },
      ...{ papersOutOn: read.papersOutOn ?? null, papers: shown.read.papers },
      displayPlace: shown.read.place ?? null,
      ...{ takenBy: by, takenAt: this.clock.now() },
    });
    return step;
  }

  /** Of how many the body is that meets next, by its roll; undefined where none does or no roll was noted. */
  async nextSize(
    collectiveId: string,
    of: { readonly routeId: string; readonly steps: readonly ToldStep[] },
  ): Promise<KeptBodySize | undefined> {
    return (await this.guards.rolls.standingOf(this.votedOf(collectiveId, of))).size;
  }

  /** The votes among the steps that were taken. */
  private votedOf(
    collectiveId: string,
    of: { readonly routeId: string; readonly steps: readonly ToldStep[] },
  ): Voted {
    const { steps } = this.routes.requireRoute(of.routeId);
    const decisions = of.steps.map(({ heldOn: decidedOn, counts }) => ({ decidedOn, counts }));
    return { collectiveId, steps, decisions };
  }

  /** The files that are kept with what is decided. */
  filesOf(subject: SubjectPlace): Promise<readonly NamedFile[]> {
    return this.guards.filesOf(subject);
  }

  /** What shows a step; a photo that shows something else of whichever village shows nothing here. */
  private async readShown(
    tx: EntityManager,
    collectiveId: string,
    given: {
      readonly subject: Subject;
      readonly taken: readonly ToldStep[];
      readonly form: ShownForm;
      readonly step: Step;
      readonly heldOn: CalendarDay;
    },
  ): Promise<ReturnType<typeof readShown>> {
    const { step, form, heldOn, taken } = given;
    const subject = { ...given.subject, collectiveId };
    const files = await this.guards.filesOf(subject, tx);
    const kept = taken.flatMap(({ papers }) => papers ?? []).flatMap(({ sha256 }) => sha256 ?? []);
    const { read, problems } = readShown(step, form, { files, heldOn, shown: new Set(kept) });
    if (step.kind === 'publicity')
      for (const { kind, sha256 } of read.papers) {
        const shownOn = await this.guards.shownElsewhere(subject, sha256, tx);
        const field = `paperFiles.${kind}`;
        if (shownOn !== undefined)
          problems.push({ code: 'notices.photoOfAnother', field, facts: { shownOn } });
      }
    return { read, problems };
  }

  /** Why somebody may not review a subject, whose steps so far these are. */
  reviewProblems(
    tx: EntityManager,
    collectiveId: string,
    given: {
      readonly subject: Subject;
      readonly taken: readonly ToldStep[];
      readonly by: string;
      /** The days it is about: whoever kept the accounts on any of them reviews it not. */
      readonly about?: AboutDays;
    },
  ): Promise<Problem[]> {
    return this.guards.takers.reviewProblems(tx, collectiveId, {
      draftedBy: given.subject.draftedBy,
      tookPart: given.taken.map(({ by }) => by),
      by: given.by,
      about: given.about,
    });
  }
}

function told(row: ProcedureStepEntity): ToldStep {
  const { stepNumber, stepId, heldOn, untilOn, digest, paper, counts, papers, displayPlace } = row;
  return {
    ...{ number: stepNumber, stepId, heldOn, until: untilOn ?? undefined, digest, paper, counts },
    ...{ papers, displayPlace, by: row.takenBy },
  };
}
