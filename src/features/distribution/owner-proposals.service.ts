import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import { yearOf } from '../../domain/calendar/calendar-day';
import { villagesNamed } from '../../domain/collectives/share-owners';
import { type ShareTable, tableInForce } from '../../domain/collectives/share-table';
import {
  type OwnerProposalForm,
  ownersOf,
  type ProposedUse,
  readProposedUses,
  splitAmongOwners,
} from '../../domain/distribution/owner-proposal';
import { readYearOfPool } from '../../domain/distribution/read-year-plan';
import type { YearPlanState } from '../../domain/distribution/year-plan-states';
import { bucketsOf, type PolicyPack, type PoolId } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { AssetsService, type RegisteredAsset } from '../assets/assets.service';
import { CollectivesService } from '../collectives/collectives.service';
import { PackChoicesService } from '../policy/pack-choices.service';
import { NO_PACK } from './no-pack';
import {
  OwnerProposalEntity,
  OwnerProposalPartEntity,
  OwnerProposalUseEntity,
} from './owner-proposal.entity';
import { YearPlanEntity } from './year-plan.entity';

/** Only what the sun brings is shared by a table of owners. */
const POOL = 'pv';

/** A proposal with its uses and whose part of each is how much. */
export interface OwnerProposal {
  readonly id: string;
  readonly keeperId: string;
  /** Who keeps the station, and the station, by name. */
  readonly keeper: string;
  readonly station: string;
  readonly assetId: string;
  readonly year: number;
  readonly shareTableFrom: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly uses: readonly ProposedUse[];
  readonly parts: readonly Omit<OwnerProposalPartEntity, 'collectiveId' | 'proposalId'>[];
}

/** What a village's own books have of a proposal's year: its own plan, whoever it was drafted after. */
export interface OwnPlan {
  readonly id: string;
  readonly state: YearPlanState;
  readonly proposalId: string | null;
}

/**
 * What keepers of joint stations propose to their owners for a year. Nothing of an owner's is drafted or
 * decided by it: his own people draft from it, under their own rules and on their own route.
 */
@Injectable()
export class OwnerProposalsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly assets: AssetsService,
    private readonly collectives: CollectivesService,
    private readonly choices: PackChoicesService,
  ) {}

  /**
   * Keeps what is proposed, split to the fen by the share table of the year's first day, or of today where
   * the year has begun. A later proposal of the same station and year takes its place.
   * @throws FormProblems as {@link readProposedUses} and `readYearOfPool`; DomainError
   *   `yearPlan.noJointStation`, `yearPlan.noShareTable`
   */
  propose(keeperId: string, form: OwnerProposalForm, command: Command): Promise<{ id: string }> {
    const today = this.clock.today();
    return this.database.inTransaction(
      keeperId,
      async (tx) => {
        const station = await this.requireStation(keeperId, form.assetId, tx);
        const { of, problems } = readYearOfPool({ pool: POOL, year: form.year }, yearOf(today));
        const buckets = bucketsOf(await this.packFor(keeperId), POOL).map(({ id }) => id);
        const read = readProposedUses(form.uses, buckets);
        refuseProblems([...problems, ...read.problems]);
        const table = this.tableOf(station, of.year);
        const named = await this.idsOf(keeperId, table);
        const proposal = { collectiveId: keeperId, id: newId(), assetId: station.asset.id, year: of.year };
        await insertRecorded(tx, OwnerProposalEntity, {
          ...{ ...proposal, shareTableFrom: table.validFrom },
          ...{ proposedBy: command.by, proposedAt: this.clock.now() },
        });
        const at = { collectiveId: keeperId, proposalId: proposal.id };
        const uses = read.uses.map((use, index) => ({ ...at, ...use, lineNumber: index + 1 }));
        await insertRecorded(tx, OwnerProposalUseEntity, uses);
        const parts = uses.flatMap(({ lineNumber, amount }) =>
          splitAmongOwners(amount, table.rows).map((part) => {
            return { ...at, ...part, lineNumber, ownerId: named.get(part.owner) ?? null };
          }),
        );
        await insertRecorded(tx, OwnerProposalPartEntity, parts);
        return { id: proposal.id };
      },
      onceOf(command, 'yearPlan.propose', form),
    );
  }

  /** The latest proposal of each station and year, the latest year first. */
  async listProposals(keeperId: string, db: EntityManager = this.database.reader): Promise<OwnerProposal[]> {
    const order = { year: 'DESC', id: 'DESC' } as const;
    const rows = await db.find(OwnerProposalEntity, { where: { collectiveId: keeperId }, order });
    const latest = rows.filter((row) => {
      return row === rows.find(({ assetId, year }) => assetId === row.assetId && year === row.year);
    });
    const read: OwnerProposal[] = [];
    for (const row of latest) read.push(await this.withUses(row, db));
    return read;
  }

  /** What keepers above a village propose to it, the latest year first. */
  async listOffered(villageId: string, db: EntityManager = this.database.reader): Promise<OwnerProposal[]> {
    const offered: OwnerProposal[] = [];
    for (const officeId of await this.collectives.listAncestorIds(villageId))
      offered.push(...(await this.listProposals(officeId, db)));
    return offered.filter(({ parts }) => parts.some(({ ownerId }) => ownerId === villageId));
  }

  /** One that a village has a part in, also where a later one took its place. */
  async findOffered(
    villageId: string,
    proposalId: string,
    db: EntityManager = this.database.reader,
  ): Promise<OwnerProposal | undefined> {
    for (const collectiveId of await this.collectives.listAncestorIds(villageId)) {
      const row = await db.findOneBy(OwnerProposalEntity, { collectiveId, id: proposalId });
      const proposal = row === null ? undefined : await this.withUses(row, db);
      if (proposal?.parts.some(({ ownerId }) => ownerId === villageId) === true) return proposal;
    }
    return undefined;
  }

  /** Of this pool and year, as a plan says that it was drafted from it. @throws `yearPlan.notProposed` */
  async requireOffered(
    villageId: string,
    { proposalId, pool, year }: { readonly proposalId: string; readonly pool: PoolId; readonly year: number },
    db: EntityManager = this.database.reader,
  ): Promise<OwnerProposal> {
    const offered = await this.findOffered(villageId, proposalId, db);
    if (offered?.year === year && pool === POOL) return offered;
    throw new DomainError('yearPlan.notProposed', { proposalId });
  }

  /** The plan of the year that an owner's own books have, the latest one that was not voided. */
  async findOwnPlan(ownerId: string, year: number): Promise<OwnPlan | undefined> {
    const where = { collectiveId: ownerId, pool: POOL, year, state: Not<YearPlanState>('voided') } as const;
    const plan = await this.database.reader.findOne(YearPlanEntity, { where, order: { revision: 'DESC' } });
    return plan === null ? undefined : { id: plan.id, state: plan.state, proposalId: plan.proposalId };
  }

  /** The stations kept here, and what their owners may use the money for by the pack of today. */
  async groundOf(keeperId: string): Promise<{ stations: RegisteredAsset[]; pack: PolicyPack }> {
    const registered = await this.assets.listAssets(keeperId);
    const stations = registered.filter(({ asset }) => asset.kind === 'keptPvStation');
    return { stations, pack: await this.packFor(keeperId) };
  }

  /** The table by which a year is proposed. @throws DomainError `yearPlan.noShareTable` */
  tableOf({ asset, shareTables }: RegisteredAsset, year: number): ShareTable {
    const [today, first] = [this.clock.today(), `${String(year)}-01-01`];
    const table = tableInForce(shareTables, today > first ? today : first);
    if (table === undefined) throw new DomainError('yearPlan.noShareTable', { station: asset.name });
    return table;
  }

  private async requireStation(
    keeperId: string,
    assetId: string,
    tx: EntityManager,
  ): Promise<RegisteredAsset> {
    const station = await this.assets.findAsset(keeperId, assetId, tx);
    if (station?.asset.kind !== 'keptPvStation')
      throw new DomainError('yearPlan.noJointStation', { assetId });
    return station;
  }

  private async packFor(keeperId: string): Promise<PolicyPack> {
    const { regionPath } = await this.collectives.requireCollective(keeperId);
    return ((await this.choices.findPackFor(regionPath, this.clock.today())) ?? NO_PACK).pack;
  }

  /** Whose books are kept here, by the name in the table; a name that two villages bear is nobody's. */
  private async idsOf(keeperId: string, { rows }: ShareTable): Promise<ReadonlyMap<string, string>> {
    const villages = await this.collectives.listVillagesBelow(keeperId);
    return new Map(
      ownersOf(rows).flatMap((owner): [string, string][] => {
        const [found, another] = villagesNamed(villages, owner);
        return found === undefined || another !== undefined ? [] : [[owner, found.id]];
      }),
    );
  }

  private async withUses(row: OwnerProposalEntity, db: EntityManager): Promise<OwnerProposal> {
    const { collectiveId, id, assetId, year, shareTableFrom, proposedBy, proposedAt } = row;
    const where = { collectiveId, proposalId: id };
    const { organisationName: keeper } = await this.collectives.requireCollective(collectiveId);
    const station = (await this.assets.findAsset(collectiveId, assetId, db))?.asset.name ?? '';
    const uses = await db.find(OwnerProposalUseEntity, { where, order: { lineNumber: 'ASC' } });
    const order = { lineNumber: 'ASC', owner: 'ASC' } as const;
    const parts = await db.find(OwnerProposalPartEntity, { where, order });
    return {
      ...{
        id,
        keeperId: collectiveId,
        keeper,
        station,
        assetId,
        year,
        shareTableFrom,
        proposedBy,
        proposedAt,
      },
      uses: uses.map(({ bucket, forWhat, amount }) => ({ bucket, forWhat, amount })),
      parts: parts.map(({ lineNumber: line, owner, ownerId, amount }) => {
        return { lineNumber: line, owner, ownerId, amount };
      }),
    };
  }
}
