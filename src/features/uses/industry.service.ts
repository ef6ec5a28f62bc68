import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import type { IndustryProject } from '../../domain/uses/industry';
import type { Stage } from '../../domain/uses/industry-entries';
import { PROJECT_CODES, requireGoing, requireStanding } from '../../domain/uses/use-withdrawal';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { LedgerReadService } from '../ledger/ledger-read.service';
import {
  IndustryAcceptanceEntity,
  IndustryClosingEntity,
  IndustryProjectEntity,
  IndustryStageEntity,
} from './industry.entity';
import { isWaiting, readProjects, type ToldProject, type ToldStage } from './industry.store';
import { IndustryEndActEntity } from './use-end.entity';

export type { StageState, ToldProject, ToldStage } from './industry.store';

/** Which stage of which project. */
export interface StageAt {
  readonly projectId: string;
  readonly stageId: string;
}

/** Industry projects and their stages. It knows no plan: who grants a stage tells it so. */
@Injectable()
export class IndustryService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly books: LedgerReadService,
  ) {}

  /** The projects of a collective in the order of entry, withdrawn ones among them. */
  async listProjects(collectiveId: string, db: EntityManager = this.database.reader): Promise<ToldProject[]> {
    return readProjects(db, collectiveId, await this.books.listReversedIds(collectiveId, db));
  }

  /** @throws DomainError `industry.unknown` */
  async requireProject(
    collectiveId: string,
    projectId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ToldProject> {
    const found = (await this.listProjects(collectiveId, db)).find(({ id }) => id === projectId);
    if (found === undefined) throw new DomainError('industry.unknown', { projectId });
    return found;
  }

  /** A project that was not withdrawn. @throws DomainError `industry.unknown`, `industry.withdrawn` */
  async requireStanding(db: EntityManager, collectiveId: string, projectId: string): Promise<ToldProject> {
    const project = await this.requireProject(collectiveId, projectId, db);
    requireStanding(project, PROJECT_CODES);
    return project;
  }

  /** Every acceptance, also one that was taken back, the oldest first. */
  listAcceptances(db: EntityManager, collectiveId: string): Promise<IndustryAcceptanceEntity[]> {
    return db.find(IndustryAcceptanceEntity, { where: { collectiveId }, order: { grantId: 'ASC' } });
  }

  /** The months in which a voucher may still be dated. */
  async listOpenMonths(db: EntityManager, collectiveId: string): Promise<string[]> {
    const months = await this.books.listMonths(collectiveId, db);
    return months.filter(({ state }) => state === 'open').map(({ month }) => month);
  }

  /** Keeps a project that was read, inside the transaction of whoever knows its plan. */
  async insertProject(
    tx: EntityManager,
    collectiveId: string,
    given: IndustryProject & { readonly by: string },
  ): Promise<string> {
    const id = newId();
    const { claimId, name, operator, fund, promised, returns } = given;
    await insertRecorded(tx, IndustryProjectEntity, {
      ...{ collectiveId, id, claimId, name, operator, fund, promised },
      yearlyReturn: returns?.yearly ?? null,
      returnFrom: returns?.from ?? null,
      ...this.enteredBy(given.by),
    });
    return id;
  }

  /** Keeps a stage that was read, inside the transaction of whoever knows its plan. */
  async insertStage(
    tx: EntityManager,
    collectiveId: string,
    given: { readonly project: ToldProject; readonly stage: Stage; readonly by: string },
  ): Promise<string> {
    const { project, stage, by } = given;
    const id = newId();
    const place = { projectId: project.id, stageNumber: project.stages.length + 1 };
    await insertRecorded(tx, IndustryStageEntity, {
      ...{ collectiveId, id, ...place, ...stage },
      ...this.enteredBy(by),
    });
    return id;
  }

  /** Notes by which grant an accepted stage is owed. */
  async noteAcceptance(
    tx: EntityManager,
    collectiveId: string,
    grant: Omit<IndustryAcceptanceEntity, 'collectiveId' | 'acceptedAt'>,
  ): Promise<void> {
    await insertRecorded(tx, IndustryAcceptanceEntity, {
      ...{ collectiveId, ...grant, acceptedAt: this.clock.now() },
    });
  }

  /** Notes that a project's last stage is done, for the first time or after it was opened again. */
  async noteClosing(
    tx: EntityManager,
    collectiveId: string,
    given: { readonly project: ToldProject; readonly finishedOn: CalendarDay; reason: string; by: string },
  ): Promise<void> {
    const { project, finishedOn, reason, by } = given;
    const row = { collectiveId, projectId: project.id, reason, ...this.enteredBy(by) };
    if (project.acts.length === 0) return insertRecorded(tx, IndustryClosingEntity, { ...row, finishedOn });
    const act = { act: 'finished' as const, actNumber: project.acts.length, happenedOn: finishedOn };
    await insertRecorded(tx, IndustryEndActEntity, { ...row, ...act, entryId: null });
  }

  private enteredBy(by: string): { enteredBy: string; enteredAt: string } {
    return { enteredBy: by, enteredAt: this.clock.now() };
  }
}

/** The stage that waits for another's eyes, if one does. */
export function waitingStage({ stages }: ToldProject): ToldStage | undefined {
  return stages.find(isWaiting);
}

/** @throws DomainError `industry.withdrawn`, `industry.finished`, `industry.stageWaiting` */
export function requireSettled(project: ToldProject): void {
  requireGoing(project, PROJECT_CODES);
  const waiting = waitingStage(project);
  if (waiting !== undefined) throw new DomainError('industry.stageWaiting', { number: waiting.stageNumber });
}

/** A voucher that counts as what a project gave back is free before the project goes. */
export function requireNoReturns({ cameBack }: ToldProject): void {
  const count = cameBack.filter(({ stands }) => stands).length;
  if (count > 0) throw new DomainError('industry.returnsStanding', { count });
}

/** @throws DomainError `industry.stageUnknown`, `industry.stageOwed`, `industry.stageWithdrawn` */
export function requireWaiting({ stages }: ToldProject, stageId: string): ToldStage {
  const stage = stages.find(({ id }) => id === stageId);
  if (stage === undefined) throw new DomainError('industry.stageUnknown', { stageId });
  if (stage.state === 'withdrawn') throw new DomainError('industry.stageWithdrawn');
  if (stage.state === 'owed')
    throw new DomainError('industry.stageOwed', { acceptedOn: stage.acceptedOn ?? '' });
  return stage;
}
