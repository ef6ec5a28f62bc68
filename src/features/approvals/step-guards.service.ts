import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isTakenByPublishing } from '../../domain/approvals/plan-steps';
import {
  objectionProblems,
  publicityOpenProblems,
  type SheetProblem,
} from '../../domain/approvals/publicity-over';
import type { Step } from '../../domain/approvals/route';
import {
  type EndedStep,
  type PapersForm,
  readPapers,
  type StepPaper,
} from '../../domain/approvals/step-papers';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Problem } from '../../domain/shared/problem';
import type { ApprovalDecisionEntity } from './approval-decision.entity';
import { BodyRollService } from './body-roll.service';
import { PublicityStandings } from './publicity-standings.service';
import { StepTakersService } from './step-takers.service';
import { type NamedFile, SubjectFiles, type SubjectPlace } from './subject-files.service';

/** What was decided of a plan so far: whether its sheet comes before the next step. */
export interface SheetFollowed {
  readonly collectiveId: string;
  readonly id: string;
  readonly steps: readonly Step[];
  readonly decisions: readonly ApprovalDecisionEntity[];
}

/** What keeps a step from being taken beside what is typed of it: who, the sheet before it, its papers. */
@Injectable()
export class StepGuardsService {
  constructor(
    /** Whose it is, and who had a hand in what is decided. */
    readonly takers: StepTakersService,
    /** What votes are counted against. */
    readonly rolls: BodyRollService,
    private readonly publicity: PublicityStandings,
    private readonly files: SubjectFiles,
  ) {}

  /**
   * What keeps the next step from following a plan's own sheet, as known of a day; undefined where no sheet
   * comes before it.
   */
  async sheetProblems(
    { collectiveId, id, steps, decisions }: SheetFollowed,
    day: CalendarDay,
    db?: EntityManager,
  ): Promise<SheetProblem[] | undefined> {
    // The step before is the first publicity: publishing the plan's sheet was that step.
    if (decisions.length === 0 || !isTakenByPublishing(steps, decisions.length - 1)) return undefined;
    const standing = await this.publicity.standingOfPlan({ collectiveId, planId: id }, day, db);
    return standing && publicityOpenProblems(standing);
  }

  /** What keeps every step after a plan's own sheet from being taken: whoever objected and has no answer. */
  async openObjections(
    { collectiveId, id }: SheetFollowed,
    day: CalendarDay,
    db: EntityManager,
  ): Promise<SheetProblem[]> {
    const standing = await this.publicity.standingOfPlan({ collectiveId, planId: id }, day, db);
    return standing === undefined ? [] : objectionProblems(standing);
  }

  /** The files that are kept with what is decided. */
  filesOf(subject: SubjectPlace, db?: EntityManager): Promise<readonly NamedFile[]> {
    return this.files.filesOf(subject, db);
  }

  /** The day of a file where it is kept with something else, too, of whichever village. */
  shownElsewhere(
    subject: SubjectPlace,
    sha256: string | null,
    db: EntityManager,
  ): Promise<CalendarDay | undefined> {
    return sha256 === null ? Promise.resolve(undefined) : this.files.shownElsewhere(subject, sha256, db);
  }

  /** The papers of a step as typed, held against the files of what is decided; as `readPapers`. */
  async readPapers(
    tx: EntityManager,
    subject: SubjectPlace,
    { step, form }: { readonly step: EndedStep; readonly form: PapersForm },
  ): Promise<{ readonly papers: StepPaper[]; readonly problems: Problem[] }> {
    return readPapers(step, form, await this.filesOf(subject, tx));
  }
}
