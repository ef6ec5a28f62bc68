import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CorrectionFacts, type CorrectionForm, readCorrection } from '../../domain/assets/correction';
import { monthOf } from '../../domain/calendar/calendar-day';
import { carryingAccounts } from '../../domain/assets/holdings';
import { type Fen, sumFen } from '../../domain/money/fen';
import type { OwnPart } from '../../domain/assets/own-cost';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded, recordAnew } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { AssetBalancesService } from '../ledger/asset-balances.service';
import { LedgerService } from '../ledger/ledger.service';
import { AssetCorrectionEntity } from './asset-correction.entity';
import { AssetFundEntity } from './asset-fund.entity';
import { AssetEntity } from './asset.entity';
import { AssetsService, type RegisteredAsset } from './assets.service';
import { StationLinkEntity } from './station-link.entity';

export type AssetCorrection = AssetCorrectionEntity;

/** Which asset is put right, and what the keeper's table gives where it is brought to that. */
export interface CorrectedAsset {
  readonly collectiveId: string;
  readonly id: string;
  readonly byTable?: Pick<OwnPart, 'cost'> | undefined;
}

/** What was entered of an asset is put right, and what it said before is kept. */
@Injectable()
export class AssetCorrectionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly assets: AssetsService,
    private readonly balances: AssetBalancesService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Puts right the name, the cost or the funds of an asset.
   * @throws FormProblems `assets.*`, `assetLife.left`, `particulars.unchanged`, `form.*`, `money.*`;
   *   DomainError `assets.unknown`
   */
  correct(given: CorrectedAsset, form: CorrectionForm, command: Command): Promise<void> {
    return this.database.inTransaction(
      given.collectiveId,
      (tx) => this.correctWithin(tx, given, { form, by: command.by }),
      onceOf(command, 'assets.correct', { id: given.id, form }),
    );
  }

  /** The same within the transaction of an act that changes the books, too. @throws as {@link correct} */
  async correctWithin(
    tx: EntityManager,
    { collectiveId, id, byTable }: CorrectedAsset,
    { form, by }: { readonly form: CorrectionForm; readonly by: string },
  ): Promise<void> {
    const facts = await this.factsOf(tx, collectiveId, id);
    const { correction, problems } = readCorrection(form, facts);
    refuseProblems(problems);
    const { name, cost, funds, why, parts } = correction;
    if (parts.some(({ field }) => field !== 'name'))
      await requireOwnFigures(tx, { collectiveId, id, name, cost, byTable });
    const entered = { why, enteredBy: by, enteredAt: this.clock.now() };
    await insertRecorded(
      tx,
      AssetCorrectionEntity,
      parts.map((part, place) => ({
        ...{ collectiveId, assetId: id, number: facts.earlier.length + place + 1 },
        ...part,
        ...entered,
      })),
    );
    await tx.update(AssetEntity, { collectiveId, id }, { name, cost });
    await tx.delete(AssetFundEntity, { collectiveId, assetId: id });
    const lines = funds.map((fund, place) => {
      return { collectiveId, assetId: id, lineNumber: place + 1, ...fund };
    });
    if (lines.length > 0) await tx.insert(AssetFundEntity, lines);
    await recordAnew(tx, AssetEntity, { collectiveId, id });
    await recordAnew(tx, AssetFundEntity, { collectiveId, assetId: id });
  }

  /** What was put right of an asset, in the order of entry. @throws DomainError `assets.unknown` */
  async listCorrections(
    collectiveId: string,
    assetId: string,
    db: EntityManager = this.database.reader,
  ): Promise<AssetCorrection[]> {
    await this.assets.requireAsset(collectiveId, assetId, db);
    return db.find(AssetCorrectionEntity, { where: { collectiveId, assetId }, order: { number: 'ASC' } });
  }

  /** An asset as it was entered: without what was improved since. @throws DomainError `assets.unknown` */
  async requireEntered(
    collectiveId: string,
    id: string,
    db: EntityManager = this.database.reader,
  ): Promise<Pick<RegisteredAsset, 'asset' | 'funds'>> {
    const { asset, funds } = await this.assets.requireAsset(collectiveId, id, db);
    const entered = await db.countBy(AssetFundEntity, { collectiveId, assetId: id });
    const improved = sumFen(funds.slice(entered).map(({ amount }) => amount));
    return { asset: { ...asset, cost: asset.cost - improved }, funds: funds.slice(0, entered) };
  }

  private async factsOf(tx: EntityManager, collectiveId: string, id: string): Promise<CorrectionFacts> {
    const { asset, funds } = await this.requireEntered(collectiveId, id, tx);
    const standing = await this.assets.requireAsset(collectiveId, id, tx);
    const others = await tx.findBy(AssetEntity, { collectiveId });
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    const balances = await this.balances.listOn(tx, collectiveId, { accounts: [roles.fixedAssets] });
    const own = balances.filter(({ assetId }) => assetId === id);
    const inBooks = sumFen(own.map(({ balance }) => balance));
    return {
      ...{ asset, funds, today: this.clock.today() },
      namesTaken: others.filter((other) => other.id !== id).map(({ name }) => name),
      isNamed: await this.balances.isNamed(tx, collectiveId, id),
      earlier: await this.listCorrections(collectiveId, id, tx),
      waiting: await this.balances.listWaiting(tx, collectiveId, {
        ...{ assetId: id, accounts: carryingAccounts(roles), month: monthOf(this.clock.today()) },
      }),
      booked: inBooks === 0n ? 0n : inBooks - (standing.asset.cost - asset.cost),
    };
  }
}

/**
 * The part of a joint station is reckoned from what its keeper registered: it is brought to what his share
 * table gives, and nobody puts it right otherwise.
 * @throws DomainError `joint.costByKeeper`
 */
async function requireOwnFigures(
  tx: EntityManager,
  given: CorrectedAsset & { readonly name: string; readonly cost: Fen },
): Promise<void> {
  const { collectiveId, id, name, cost, byTable } = given;
  if (byTable?.cost === cost) return;
  const link = await tx.findOneBy(StationLinkEntity, { collectiveId, assetId: id });
  if (link !== null) throw new DomainError('joint.costByKeeper', { asset: name });
}
