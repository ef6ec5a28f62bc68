import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import { CONSTRUCTION, requireLastAct } from '../../domain/assets/check-construction';
import { dueBy, type EarlyPayment, projectStand, type ProjectStand } from '../../domain/assets/construction';
import { type ProjectLabour, requireOpenProject } from '../../domain/assets/project-labour';
import { DomainError } from '../../domain/shared/domain-error';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { readHappened } from './asset-events.store';
import { ConstructionEventEntity } from './construction-event.entity';
import { ConstructionProjectEntity } from './construction-project.entity';
import { readEarlyPayments } from './construction.store';
import { DepreciationReadService } from './depreciation-read.service';
import { ProjectLabourEntity } from './project-labour.entity';

/** The source of a voucher by which a use of the surplus is owed. */
const GRANT = 'grant';

/** A project with what happened to it and stands, and where it stands today. */
export interface ConstructionProject {
  readonly project: ConstructionProjectEntity;
  /** In the order in which they were entered. */
  readonly events: readonly ConstructionEventEntity[];
  /** Labour that distributions owed for it, and that stands. */
  readonly labour: readonly ProjectLabour[];
  readonly stand: ProjectStand;
}

/** What of a project's retention is to be paid, and has not been. */
export interface RetentionDue {
  readonly projectId: string;
  readonly name: string;
  readonly due: Fen;
}

/** The projects of construction, and whether an act on one may be taken back. */
@Injectable()
export class ConstructionReadService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly books: LedgerReadService,
    private readonly depreciation: DepreciationReadService,
  ) {}

  /** Every project, in the order of its entry. */
  async listProjects(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ConstructionProject[]> {
    const projects = await db.find(ConstructionProjectEntity, {
      where: { collectiveId },
      order: { id: 'ASC' },
    });
    if (projects.length === 0) return [];
    const events = await db.find(ConstructionEventEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const standing = events.filter(({ entryId }) => !reversed.has(entryId));
    const laboured = await db.find(ProjectLabourEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    return projects.map((project) => {
      const isOwn = ({ projectId, entryId }: { projectId: string; entryId: string }): boolean =>
        projectId === project.id && !reversed.has(entryId);
      const own = standing.filter(isOwn);
      const labour = laboured.filter(isOwn);
      return { project, events: own, labour, stand: projectStand(own, this.clock.today(), labour) };
    });
  }

  /** What was kept back, is to be paid by a day and is still there. */
  async listRetentionsDue(collectiveId: string, by: CalendarDay): Promise<RetentionDue[]> {
    const projects = await this.listProjects(collectiveId);
    return projects
      .map(({ project, stand }) => ({ projectId: project.id, name: project.name, due: dueBy(stand, by) }))
      .filter(({ due }) => due > 0n);
  }

  /** What of retentions was paid before its day and why, by the act's id. */
  listEarlyPayments(collectiveId: string): Promise<ReadonlyMap<string, EarlyPayment>> {
    return readEarlyPayments(this.database.reader, collectiveId);
  }

  /** The project that a voucher is about; undefined where it is about none. */
  async findProjectOf(collectiveId: string, entryId: string): Promise<string | undefined> {
    const event = await this.database.reader.findOneBy(ConstructionEventEntity, { collectiveId, entryId });
    return event?.projectId;
  }

  /** @throws DomainError `construction.unknown` */
  async requireProject(
    collectiveId: string,
    id: string,
    db: EntityManager = this.database.reader,
  ): Promise<ConstructionProject> {
    const found = (await this.listProjects(collectiveId, db)).find(({ project }) => project.id === id);
    if (found === undefined) throw new DomainError('construction.unknown');
    return found;
  }

  /**
   * Refuses to take back an act that later ones build on, and labour of a work that was accepted.
   * @throws DomainError `construction.laterFirst`, `construction.assetInUse`, `construction.accepted`
   */
  async requireReversible(
    tx: EntityManager,
    collectiveId: string,
    voucher: { readonly entryId: string; readonly source: { readonly kind: string } },
  ): Promise<void> {
    const isGrant = voucher.source.kind === GRANT;
    if (voucher.source.kind !== CONSTRUCTION && !isGrant) return;
    const projects = await this.listProjects(collectiveId, tx);
    if (isGrant) {
      const built = projects.find(({ labour }) => labour.some(({ entryId }) => entryId === voucher.entryId));
      if (built !== undefined) requireOpenProject(built.stand);
      return;
    }
    const events = projects.map((each) => each.events);
    const own = events.find((each) => each.some(({ entryId }) => entryId === voucher.entryId)) ?? [];
    requireLastAct(own, voucher.entryId);
    const assetId = own.at(-1)?.assetId;
    if (assetId === undefined || assetId === null) return;
    const plans = await this.depreciation.listPlans(collectiveId, tx);
    const happened = await readHappened(tx, collectiveId);
    if ([...plans, ...happened].some((each) => each.assetId === assetId))
      throw new DomainError('construction.assetInUse');
  }
}
