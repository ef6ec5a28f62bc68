import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readStep, stepAfter, type StepForm, type TakenStep } from '../../domain/approvals/procedure';
import { isOfficeReview, type Route, type Step } from '../../domain/approvals/route';
import { DomainError } from '../../domain/shared/domain-error';
import { groupedBy } from '../../domain/shared/grouped';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { AboutDays } from '../users/users.service';
import type { Subject } from './approvals.service';
import { ProcedureStepEntity } from './procedure-step.entity';
import { RoutesService } from './routes.service';
import { StepGuardsService } from './step-guards.service';

/** A step as it was held, with what shows it and who noted it. */
export interface ToldStep extends TakenStep, Pick<ProcedureStepEntity, 'digest' | 'paper' | 'counts'> {
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

  /** @throws DomainError `approvals.routeUnknown` */
  requireRoute(routeId: string): Route {
    return this.routes.requireRoute(routeId);
  }

  /**
   * Notes the next step as it was held.
   * @param taken the steps of the subject so far
   * @throws FormProblems as `readStep` finds them, of a review also as `decisionProblems` does; DomainError
   *   `approvals.allDecided`, `approvals.otherStep` where the next step is another kind than asked for,
   *   `approvals.bytesChanged` where earlier steps held for other bytes
   */
  async takeStep(
    tx: EntityManager,
    collectiveId: string,
    given: {
      readonly subject: Subject;
      readonly taken: readonly ToldStep[];
      readonly kind: 'review' | 'own';
      readonly form: StepForm;
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
    refuseProblems([...barred, ...problems]);
    await insertRecorded(tx, ProcedureStepEntity, {
      ...{ collectiveId, subjectKind: subject.kind, subjectId: subject.id, stepNumber: taken.length + 1 },
      ...{ routeId: subject.routeId, stepId: step.id, digest: subject.digest },
      ...{ heldOn: read.heldOn, untilOn: read.until ?? null, paper: read.paper, counts: read.counts ?? null },
      papersOutOn: read.papersOutOn ?? null,
      ...{ takenBy: by, takenAt: this.clock.now() },
    });
    return step;
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
    return this.guards.reviewProblems(tx, collectiveId, {
      draftedBy: given.subject.draftedBy,
      tookPart: given.taken.map(({ by }) => by),
      by: given.by,
      about: given.about,
    });
  }
}

function told({ stepNumber, stepId, heldOn, untilOn, digest, paper, counts, takenBy }: ProcedureStepEntity) {
  return {
    ...{ number: stepNumber, stepId, heldOn, until: untilOn ?? undefined, digest, paper, counts },
    by: takenBy,
  };
}
