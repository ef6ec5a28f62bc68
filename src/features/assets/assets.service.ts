import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { type Asset, type AssetForm, type Fund, isShared, readAsset } from '../../domain/assets/asset';
import { isEarning, requireEarning } from '../../domain/assets/asset-classes';
import type { EntryMattersForm } from '../../domain/assets/entry-matters';
import { registeredOn } from '../../domain/assets/register-day';
import { type CalendarDay, isCalendarDay } from '../../domain/calendar/calendar-day';
import { type ShareRow, type ShareTable, shareTableProblems } from '../../domain/collectives/share-table';
import { ownerTwiceProblems } from '../../domain/collectives/share-owners';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded, recordAnew } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { CollectivesService } from '../collectives/collectives.service';
import { assetEntry } from './asset-entry';
import { EntryRulesService, type RuledEntry } from './entry-rules.service';
import { requireKeptCost } from '../../domain/assets/custody';
import type { Days } from '../../domain/assets/custody-bearers';
import { readCustodies } from './custodies.store';
import { AssetFundEntity } from './asset-fund.entity';
import { readRegisterEvents } from './asset-events.store';
import { assetOf, columnsOf } from './asset-rows';
import { AssetEntity } from './asset.entity';
import { ShareRowEntity } from './share-row.entity';

/** A dated share table as a person types it. */
export interface ShareTableForm {
  readonly validFrom: string;
  readonly rows: readonly ShareRow[];
}

/** An asset as typed; with a share table where it is shared, with answers where a document asks for them. */
export type NewAssetForm = AssetForm & {
  readonly shareTable?: ShareTableForm;
  readonly matters?: EntryMattersForm;
};

/** An asset with the funds that built it and every improvement of it. */
export interface RegisteredAsset {
  readonly asset: Asset;
  readonly funds: readonly Fund[];
  readonly shareTables: readonly ShareTable[];
}

/** The register of assets: what public money built, and whose it is. */
@Injectable()
export class AssetsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: EntryRulesService,
    private readonly collectives: CollectivesService,
  ) {}

  /**
   * Enters an asset with its funds, and for a joint station its share table.
   * @throws FormProblems `assets.*`, `shares.*`, `form.*` when the funds are not the cost or the shares are
   *   not 100 %
   */
  async addAsset(collectiveId: string, form: NewAssetForm, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const others = await tx.findBy(AssetEntity, { collectiveId });
        const { asset, funds, problems } = readAsset(form, {
          today: this.clock.today(),
          namesTaken: others.map((other) => other.name),
        });
        const shared = sharedProblems(asset, form.shareTable);
        refuseProblems([...problems, ...shared, ...(await this.namedTwice(collectiveId, asset, form))]);
        const id = newId();
        const entered = { id, asset, funds, typed: form.matters, by: command.by };
        await this.requireAllowed(tx, collectiveId, assetEntry(entered));
        await this.enter(tx, collectiveId, [{ id, asset, funds }]);
        if (form.shareTable !== undefined)
          await this.enterShares(tx, { collectiveId, assetId: id }, form.shareTable);
        return { id };
      },
      onceOf(command, 'assets.add', form),
    );
  }

  /** Whose slips are split by its table: nobody may stand in it under two names. Code `joint.ownerTwice`. */
  private async namedTwice(
    collectiveId: string,
    { kind }: Pick<Asset, 'kind'>,
    { shareTable }: NewAssetForm,
  ): Promise<Problem[]> {
    if (kind !== 'keptPvStation' || shareTable === undefined) return [];
    return ownerTwiceProblems(shareTable.rows, await this.collectives.listVillagesBelow(collectiveId));
  }

  /**
   * Refuses what a document in force on its day forbids, and keeps what was answered with it.
   * @throws FormProblems `policy.ruleBroken`, `policy.reasonMissing`, `matters.*`
   */
  requireAllowed(
    tx: EntityManager,
    collectiveId: string,
    entry: RuledEntry & { readonly by: string },
  ): Promise<void> {
    return this.rules.require(tx, collectiveId, entry);
  }

  /** Refuses a number that a document in force wants to be another asset's alone. @throws FormProblems */
  requireNumberFree(
    tx: EntityManager,
    collectiveId: string,
    given: Parameters<EntryRulesService['requireNumberFree']>[2],
  ): Promise<void> {
    return this.rules.requireNumberFree(tx, collectiveId, given);
  }

  /** Writes assets that were read, each with its funds, in one go. */
  async enter(
    tx: EntityManager,
    collectiveId: string,
    entries: readonly {
      readonly id: string;
      readonly asset: Omit<Asset, 'id'>;
      readonly funds: readonly Fund[];
    }[],
  ): Promise<void> {
    await insertRecorded(
      tx,
      AssetEntity,
      entries.map(({ id, asset }) => ({ collectiveId, id, ...columnsOf(asset) })),
    );
    const lines = entries.flatMap(({ id, funds }) =>
      funds.map((fund, index) => ({ collectiveId, assetId: id, lineNumber: index + 1, ...fund })),
    );
    if (lines.length > 0) await insertRecorded(tx, AssetFundEntity, lines);
  }

  /** A share table of an asset, in force from its first day; in place of one that began on the same day. */
  async enterShares(
    tx: EntityManager,
    of: { readonly collectiveId: string; readonly assetId: string },
    table: ShareTable,
  ): Promise<void> {
    await tx.delete(ShareRowEntity, { ...of, validFrom: table.validFrom });
    await tx.insert(
      ShareRowEntity,
      table.rows.map((row) => ({ ...of, validFrom: table.validFrom, ...row })),
    );
    await recordAnew(tx, ShareRowEntity, { ...of, validFrom: table.validFrom });
  }

  /** @throws DomainError `assets.unknown` */
  async requireAsset(
    collectiveId: string,
    id: string,
    db: EntityManager = this.database.reader,
  ): Promise<RegisteredAsset> {
    const asset = await this.findAsset(collectiveId, id, db);
    if (asset === undefined) throw new DomainError('assets.unknown', { assetId: id });
    return asset;
  }

  /** For pages of what points to an asset: they show the rest where its row is lost. */
  async findAsset(
    collectiveId: string,
    id: string,
    db: EntityManager = this.database.reader,
  ): Promise<RegisteredAsset | undefined> {
    const row = await db.findOneBy(AssetEntity, { collectiveId, id });
    return row === null ? undefined : (await this.withDetails(db, { collectiveId }, [row]))[0];
  }

  /**
   * An asset from which the village draws income.
   * @throws DomainError `assets.unknown`, `assets.earnsNothing`
   */
  async requireEarning(
    collectiveId: string,
    id: string,
    db: EntityManager = this.database.reader,
  ): Promise<Asset> {
    if (id.trim() === '') refuseProblems([{ code: 'form.missing', field: 'assetId' }]);
    const { asset } = await this.requireAsset(collectiveId, id, db);
    requireEarning(asset);
    return asset;
  }

  /** The same, or a household's that the village keeps by an agreement. @throws as {@link requireEarning} */
  async requireLettable(
    collectiveId: string,
    id: string,
    db: EntityManager = this.database.reader,
  ): Promise<Asset> {
    const isKept = (await readCustodies(db, collectiveId, id)).length > 0;
    if (!isKept) return this.requireEarning(collectiveId, id, db);
    return (await this.requireAsset(collectiveId, id, db)).asset;
  }

  /**
   * The same, of which a cost is for these days.
   * @throws as {@link requireEarning}; DomainError `custody.costNotInForce`
   */
  async requireSpending(
    collectiveId: string,
    { id, days }: { readonly id: string; readonly days: Days },
    db: EntityManager,
  ): Promise<Asset> {
    const asset = await this.requireLettable(collectiveId, id, db);
    requireKeptCost(asset, await readCustodies(db, collectiveId, id), days);
    return asset;
  }

  /** What {@link requireLettable} takes, in the order of the register. */
  async listLettable(collectiveId: string): Promise<RegisteredAsset[]> {
    const db = this.database.reader;
    const kept = new Set((await readCustodies(db, collectiveId)).map(({ assetId }) => assetId));
    const registered = await this.listAssets(collectiveId, db);
    return registered.filter(({ asset }) => isEarning(asset) || kept.has(asset.id));
  }

  /** Every asset of the collective, in the order of its entry in the register. */
  async listAssets(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<RegisteredAsset[]> {
    const rows = await db.find(AssetEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    return this.withDetails(db, { collectiveId }, rows);
  }

  /** The register as it stood on a day: what was there, at what it had cost, and what had left by then. */
  async listAssetsOn(
    collectiveId: string,
    day: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<RegisteredAsset[]> {
    const rows = await db.find(AssetEntity, {
      where: { collectiveId, acquiredOn: LessThanOrEqual(day) },
      order: { id: 'ASC' },
    });
    return this.withDetails(db, { collectiveId, day }, rows);
  }

  private async withDetails(
    db: EntityManager,
    { collectiveId, day }: { readonly collectiveId: string; readonly day?: CalendarDay },
    rows: readonly AssetEntity[],
  ): Promise<RegisteredAsset[]> {
    const funds = await db.find(AssetFundEntity, { where: { collectiveId }, order: { lineNumber: 'ASC' } });
    const shares = await db.find(ShareRowEntity, { where: { collectiveId }, order: { key: 'ASC' } });
    const events = await readRegisterEvents(db, collectiveId);
    return rows.map((row) => {
      const own = funds
        .filter((fund) => fund.assetId === row.id)
        .map(({ level, year, amount }) => ({ level, year, amount }));
      const entered = { cost: row.cost, funds: own };
      const { funds: all, ...cost } = registeredOn(entered, events.get(row.id) ?? [], day);
      return {
        asset: { ...assetOf(row), ...cost },
        funds: all,
        shareTables: tablesOf(shares.filter((share) => share.assetId === row.id)),
      };
    });
  }
}

/** What is wrong with the share table of an asset that has one. Codes `shares.*`, `form.missing`. */
function sharedProblems(asset: Omit<Asset, 'id'>, table: ShareTableForm | undefined): Problem[] {
  if (!isShared(asset.kind)) return [];
  if (table === undefined) return [{ code: 'form.missing', field: 'shareTable' }];
  const problems = tableProblems(table);
  if (asset.kind !== 'jointPvStation') return problems;
  if (!table.rows.some((row) => row.key === asset.ownShareKey)) {
    problems.push({ code: 'shares.ownRowMissing', field: 'ownShareKey', value: asset.ownShareKey ?? '' });
  }
  return problems;
}

/** A table as typed: its rows are the whole, its first day is a day. Codes `shares.*`, `calendar.notADay`. */
export function tableProblems(table: ShareTableForm): Problem[] {
  const problems = shareTableProblems(table.rows);
  if (!isCalendarDay(table.validFrom)) {
    problems.push({ code: 'calendar.notADay', field: 'shareTable.validFrom', value: table.validFrom });
  }
  return problems;
}

function tablesOf(rows: readonly ShareRowEntity[]): ShareTable[] {
  const days = [...new Set(rows.map((row) => row.validFrom))].sort();
  return days.map((validFrom) => ({
    validFrom,
    rows: rows
      .filter((row) => row.validFrom === validFrom)
      .map(({ key, label, share, owner }) => ({ key, label, share, owner })),
  }));
}
