import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isTakenByPublishing } from '../../domain/approvals/plan-steps';
import {
  objectionProblems,
  publicityOpenProblems,
  type SheetProblem,
} from '../../domain/approvals/publicity-over';
import type { Step, StepRole } from '../../domain/approvals/route';
import {
  type EndedStep,
  type PapersForm,
  readPapers,
  type StepPaper,
} from '../../domain/approvals/step-papers';
import {
  filesCountyItself,
  isCountyFiling,
  roleOf,
  rolesTaking,
  standsTownshipIn,
  type TakenAs,
  takenAs,
  tookPart,
} from '../../domain/approvals/step-takers';
import { decisionProblems } from '../../domain/approvals/who-may-decide';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import type { Problem } from '../../domain/shared/problem';
import { Database } from '../../platform/database/database';
import { handOf } from '../users/account-persons.service';
import { RegionTree } from '../users/region-tree.service';
import { type AboutDays, UsersService } from '../users/users.service';
import type { ApprovalDecisionEntity } from './approval-decision.entity';
import { PublicityStandings } from './publicity-standings.service';
import { type NamedFile, SubjectFiles, type SubjectPlace } from './subject-files.service';

/** What was decided of a plan so far: whether its sheet comes before the next step. */
export interface SheetFollowed {
  readonly collectiveId: string;
  readonly id: string;
  readonly steps: readonly Step[];
  readonly decisions: readonly ApprovalDecisionEntity[];
}

/** Whose a step is in a village, and as what somebody who asks would take it. */
export interface StepTaker {
  readonly role: StepRole;
  /** What those are who take it. */
  readonly roles: readonly string[];
  /** Undefined where it is not his. */
  readonly as: TakenAs | undefined;
  /** Whether the township takes it, as nobody of the village is what it asks for. */
  readonly standsIn: boolean;
  /** Whether it is filed with a county of which anybody is in the program, under that one's number. */
  readonly isNumbered: boolean;
}

/** A step of a village's, and who would take it. */
export interface AskedTaker {
  readonly collectiveId: string;
  readonly step: Step;
  readonly by: string;
}

/** A step that somebody would take of what others drafted and took steps of. */
export interface AskedHand extends Pick<AskedTaker, 'step' | 'by'>, Pick<SheetFollowed, 'decisions'> {
  readonly draftedBy: string;
  /** The days it is about: whoever kept the accounts on any of them reviews it not. */
  readonly about?: AboutDays | undefined;
}

/** What keeps a step from being taken beside what is typed of it: who, the sheet before it, its papers. */
@Injectable()
export class StepGuardsService {
  constructor(
    private readonly users: UsersService,
    private readonly publicity: PublicityStandings,
    private readonly files: SubjectFiles,
    private readonly tree: RegionTree,
    private readonly database: Database,
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

  /** Whose a step is; a command of the machine, which has no account, may take each. */
  async takerOf({ collectiveId, step, by }: AskedTaker, db?: EntityManager): Promise<StepTaker> {
    const held = await this.rolesOf(collectiveId, by, db);
    const there = await this.rolesThere(collectiveId, step, db);
    const isNumbered = filesCountyItself(step, there);
    const role = isNumbered ? 'county' : roleOf(step);
    const roles = rolesTaking(step, there);
    const whose = { role, roles, standsIn: standsTownshipIn(step, there), isNumbered };
    if (held === undefined) return { ...whose, as: 'own' };
    return { ...whose, as: takenAs(step, held, there) };
  }

  /** What people are in a village; of what is filed with the county, whether anybody is of its office. */
  private async rolesThere(collectiveId: string, step: Step, db?: EntityManager): Promise<string[]> {
    const roles: string[] = [...(await this.users.listRolesAt(collectiveId, db))];
    if (!isCountyFiling(step)) return roles;
    for (const id of await this.tree.listAncestorIds(collectiveId))
      roles.push(...(await this.users.listRolesAt(id, db)).filter((role) => role === 'county'));
    return roles;
  }

  /** What somebody is in a village and above it; undefined of who has no account. */
  async rolesOf(
    collectiveId: string,
    by: string,
    db?: EntityManager,
  ): Promise<readonly string[] | undefined> {
    const place = { collectiveId, ancestorIds: await this.tree.listAncestorIds(collectiveId) };
    return this.users.listReaching(by, place, db);
  }

  /**
   * @param isNumbered whether it is filed under a number of the county's own book
   * @returns as what somebody takes a step
   * @throws DomainError `approvals.othersStep` where it is not his, `approvals.filedByCounty` where a number
   *   was typed and the county gives its own
   */
  async requireTaker(tx: EntityManager, asked: AskedTaker, isNumbered = false): Promise<TakenAs> {
    const { as, role, standsIn, isNumbered: byCounty } = await this.takerOf(asked, tx);
    if (as !== undefined) {
      if (isNumbered && !byCounty) throw new DomainError('approvals.otherStep', { step: asked.step.id });
      if (byCounty && !isNumbered) throw new DomainError('approvals.filedByCounty');
      return as;
    }
    const whose = standsIn ? 'township_reviewer' : role;
    throw new DomainError('approvals.othersStep', { step: asked.step.name, role: whose });
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

  /** Why somebody may not take a review, for an office or as a supervisor; nothing of any other step. */
  async handProblems(tx: EntityManager, collectiveId: string, asked: AskedHand): Promise<Problem[]> {
    const { step, draftedBy, decisions, by, about } = asked;
    if (step.kind !== 'review') return [];
    return this.reviewProblems(tx, collectiveId, { draftedBy, tookPart: tookPart(decisions), by, about });
  }

  /** Why somebody who looks would be refused a review, before he sends it. */
  async barOf(collectiveId: string, asked: AskedHand): Promise<Problem | undefined> {
    const [bar] = await this.handProblems(this.database.reader, collectiveId, asked);
    return bar;
  }

  /** Why somebody may not review what others drafted and took steps of. */
  async reviewProblems(
    tx: EntityManager,
    collectiveId: string,
    asked: Omit<AskedHand, 'step' | 'decisions'> & { readonly tookPart: readonly string[] },
  ): Promise<Problem[]> {
    const { by: decidedBy } = asked;
    const hand = await handOf(tx, decidedBy);
    const draftedBy = hand(asked.draftedBy);
    const isOfItsAccounts =
      asked.about === undefined
        ? await this.users.isOfTheAccounts(decidedBy, collectiveId, tx)
        : await this.users.keptTheAccounts(decidedBy, { collectiveId, days: asked.about }, tx);
    return decisionProblems({ draftedBy, tookPart: asked.tookPart.map(hand), decidedBy, isOfItsAccounts });
  }
}
