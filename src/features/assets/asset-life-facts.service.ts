import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LifeFacts } from '../../domain/assets/asset-life';
import {
  ASSET_LIFE,
  costBroughtBy,
  requireCostUnused,
  requireLastEvent,
  requireUnbooked,
} from '../../domain/assets/check-asset-life';
import { CONSTRUCTION } from '../../domain/assets/check-construction';
import { DEPRECIATION } from '../../domain/assets/check-depreciation';
import { type AssetUse, type DepreciationTerms, dueDepreciation } from '../../domain/assets/depreciation';
import { type AssetStand, totalStand } from '../../domain/assets/postings';
import type { Asset } from '../../domain/assets/asset';
import { type PoolWorth, type Reserves, worthByPool } from '../../domain/assets/given-up';
import type { LeavingHolding } from '../../domain/assets/holding-postings';
import { holdingAccounts, isHolding, totalHolding } from '../../domain/assets/holdings';
import { type CalendarDay, isCalendarDay, type Month, monthOf } from '../../domain/calendar/calendar-day';
import { type Fen, sumFen } from '../../domain/money/fen';
import { SHARE_TRANSFER } from '../../domain/assets/share-transfer';
import { DomainError } from '../../domain/shared/domain-error';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { AssetBalancesService } from '../ledger/asset-balances.service';
import type { Voucher } from '../ledger/ledger-read.service';
import { LedgerService } from '../ledger/ledger.service';
import { type Happened, readEarnedUntil, readHappened } from './asset-events.store';
import { readDisposalBy } from './asset-rights.store';
import { AssetsService } from './assets.service';
import { DepreciationBookingEntity } from './depreciation-booking.entity';
import { DepreciationReadService } from './depreciation-read.service';
import { DepreciationTermsEntity } from './depreciation-terms.entity';

/** What an event is held against, and where the asset stands: among the fixed assets or as a holding. */
export interface LifeGround {
  readonly facts: LifeFacts;
  readonly stands: readonly AssetStand[];
  /** What the reserve may give up for it. */
  readonly reserves: Reserves;
  readonly holding?: Pick<LeavingHolding, 'kind' | 'stands'>;
}

/** What an event of an asset's life is held against, and whether one may be taken back. */
@Injectable()
export class AssetLifeFactsService {
  constructor(
    private readonly clock: Clock,
    private readonly assets: AssetsService,
    private readonly depreciation: DepreciationReadService,
    private readonly balances: AssetBalancesService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * @param on the day of the event as typed; the books of that day count where it is one
   * @throws DomainError `assets.unknown`, `assetLife.chartCannot`
   */
  async factsOf(
    db: EntityManager,
    collectiveId: string,
    { assetId, on }: { readonly assetId: string; readonly on: string },
  ): Promise<LifeGround> {
    const { asset } = await this.assets.requireAsset(collectiveId, assetId, db);
    const now = await this.standsOf(db, collectiveId, { asset });
    const then = isCalendarDay(on) ? await this.standsOf(db, collectiveId, { asset, day: on }) : now;
    const plans = await this.depreciation.listPlans(collectiveId, db);
    const plan = plans.filter((each) => each.assetId === assetId);
    const today = this.clock.today();
    const facts = {
      asset,
      today,
      books: now.total,
      booksOfDay: then.total,
      terms: plan.flatMap(({ terms }) => terms),
      use: plan[0]?.use,
      lastBooked: [...(plan[0]?.booked ?? [])].sort().at(-1),
      booked: plan[0]?.booked,
      firstDue: dueDepreciation(plan, monthOf(today))[0]?.month,
      disposalBy: await readDisposalBy(db, collectiveId, { asset, day: isCalendarDay(on) ? on : today }),
      events: await this.listEvents(db, collectiveId, assetId),
      lastEarned: await this.balances.findLastEarned(db, collectiveId, assetId),
      earnedUntil: await readEarnedUntil(db, collectiveId, assetId),
    };
    const reserves = await this.depreciation.listReserves(collectiveId, db, isCalendarDay(on) ? on : today);
    const { stands, holding } = now;
    return { facts, stands, reserves, ...(holding === undefined ? {} : { holding }) };
  }

  /** What a decision by which an asset stays is held against. @throws DomainError `assets.unknown` */
  async stayOf(
    db: EntityManager,
    collectiveId: string,
    assetId: string,
  ): Promise<Pick<LifeFacts, 'use' | 'events' | 'earnedUntil'> & { readonly asset: Asset }> {
    const asset = await this.requireAsset(db, collectiveId, assetId);
    const plans = await this.depreciation.listPlans(collectiveId, db);
    return {
      asset,
      use: plans.find((each) => each.assetId === assetId)?.use,
      events: await this.listEvents(db, collectiveId, assetId),
      earnedUntil: await readEarnedUntil(db, collectiveId, assetId),
    };
  }

  /** The day by the clock. */
  today(): CalendarDay {
    return this.clock.today();
  }

  /** The terms that follow from an event stand as long as its voucher does. */
  async keepTerms(
    tx: EntityManager,
    collectiveId: string,
    of: {
      readonly assetId: string;
      readonly entryId: string;
      readonly terms: DepreciationTerms;
      /** What it is used for by the terms that stand. */
      readonly use: AssetUse | undefined;
      readonly paper: string;
      readonly by: string;
    },
  ): Promise<void> {
    const { assetId, entryId, terms, use = 'operating', paper, by } = of;
    const earlier = await tx.countBy(DepreciationTermsEntity, { collectiveId, assetId });
    await insertRecorded(tx, DepreciationTermsEntity, {
      ...{ collectiveId, assetId, number: earlier + 1, basis: 'changed', ...terms, use },
      ...{ paper, entryId, enteredBy: by, enteredAt: this.clock.now() },
    });
  }

  /** The first month of the terms that stand and were entered after those that follow from an event. */
  async termsAfter(
    db: EntityManager,
    collectiveId: string,
    of: { readonly assetId: string; readonly termsBefore: number; readonly entryId: string },
  ): Promise<Month | undefined> {
    const { assetId, termsBefore } = of;
    const plans = await this.depreciation.listPlans(collectiveId, db);
    const terms = plans.find((each) => each.assetId === assetId)?.terms ?? [];
    const later = terms.filter(({ number, entryId }) => number > termsBefore && entryId !== of.entryId);
    return later[0]?.from;
  }

  /** What an asset is worth now in each pool, and what of it the reserve may give up on a day. */
  async listWorths(
    db: EntityManager,
    collectiveId: string,
    { asset, day }: { readonly asset: Asset; readonly day: CalendarDay },
  ): Promise<PoolWorth[]> {
    const { stands, holding } = await this.standsOf(db, collectiveId, { asset });
    const nets = [
      ...stands.map(({ pool, cost, accumulated }) => ({ pool, net: cost - accumulated })),
      ...(holding?.stands ?? []).map(({ pool, balance: net }) => ({ pool, net })),
    ];
    return worthByPool(nets, await this.depreciation.listReserves(collectiveId, db, day));
  }

  /**
   * Where an asset stands in the books, up to a day: as a fixed asset, or on the accounts of a holding.
   * @throws DomainError `assetLife.chartCannot`
   */
  async standsOf(
    db: EntityManager,
    collectiveId: string,
    { asset, day }: { readonly asset: Pick<Asset, 'id' | 'kind'>; readonly day?: CalendarDay },
  ): Promise<Omit<LifeGround, 'facts' | 'reserves'> & { readonly total: LifeFacts['books'] }> {
    if (!isHolding(asset.kind)) {
      const stands = (await this.depreciation.listStands(collectiveId, db, day)).get(asset.id) ?? [];
      const standing = stands.filter(({ cost, accumulated }) => cost !== 0n || accumulated !== 0n);
      return { stands: standing, total: totalStand(stands) };
    }
    const { roles, version } = await this.ledger.requireChartOf(db, collectiveId);
    const accounts = holdingAccounts(asset.kind, roles);
    if (accounts.length === 0) throw new DomainError('assetLife.chartCannot', { version });
    const balances = await this.balances.listOn(db, collectiveId, { accounts, day });
    const stands = balances.filter(({ assetId, balance }) => assetId === asset.id && balance !== 0n);
    return { stands: [], holding: { kind: asset.kind, stands }, total: totalHolding(stands, roles) };
  }

  /** @throws DomainError `assets.unknown` */
  async requireAsset(db: EntityManager, collectiveId: string, assetId: string): Promise<Asset> {
    return (await this.assets.requireAsset(collectiveId, assetId, db)).asset;
  }

  /**
   * What is awaited for the electricity of a station, or waits for its owners' books, under its own name: of
   * a kept station the same money stands on both sides, and is told once.
   */
  async unsettledOf(db: EntityManager, collectiveId: string, assetId: string): Promise<Fen> {
    const { roles } = await this.ledger.requireChartOf(db, collectiveId);
    const accounts = [roles.receivable, roles.internal];
    const own = (await this.balances.listOn(db, collectiveId, { accounts })).filter(
      (each) => each.assetId === assetId,
    );
    const [owed, passedOn] = accounts.map((account) =>
      sumFen(
        own
          .filter(({ ledgerAccount }) => ledgerAccount === account)
          .map(({ balance }) => (balance < 0n ? -balance : balance)),
      ),
    );
    return [owed, passedOn].reduce<Fen>((most, each = 0n) => (each > most ? each : most), 0n);
  }

  /** What happened to an asset and stands, in the order of its days. */
  async listEvents(db: EntityManager, collectiveId: string, assetId: string): Promise<Happened[]> {
    return (await readHappened(db, collectiveId)).filter((each) => each.assetId === assetId);
  }

  /**
   * Refuses to take back the voucher of an event that later ones build on, of a month of an asset that has
   * left since, or of a cost that is depreciated or has left. An acceptance and a transfer of a part refuse
   * for themselves.
   * @throws DomainError `assetLife.laterFirst`, `assetLife.bookedSince`, `assetLife.leftSince`,
   *   `assetLife.costInUse`, `assetLife.costDepreciated`
   */
  async requireReversible(
    tx: EntityManager,
    collectiveId: string,
    voucher: Pick<Voucher, 'entryId' | 'source' | 'postings'>,
  ): Promise<void> {
    const { entryId, source, postings } = voucher;
    if (source.kind === DEPRECIATION) return this.requireNoneLeft(tx, collectiveId, entryId);
    if (source.kind === ASSET_LIFE) return this.requireLast(tx, collectiveId, entryId);
    if (source.kind === CONSTRUCTION || source.kind === SHARE_TRANSFER) return;
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    for (const assetId of costBroughtBy(postings, roles)) {
      const { asset } = await this.assets.requireAsset(collectiveId, assetId, tx);
      const plans = await this.depreciation.listPlans(collectiveId, tx);
      const booked = plans.find((each) => each.assetId === assetId)?.booked ?? new Set<string>();
      requireCostUnused({ asset, booked, events: await this.listEvents(tx, collectiveId, assetId) });
    }
  }

  private async requireNoneLeft(tx: EntityManager, collectiveId: string, entryId: string): Promise<void> {
    const bookings = await tx.findBy(DepreciationBookingEntity, { collectiveId, entryId });
    for (const { assetId } of bookings) {
      const { asset } = await this.assets.requireAsset(collectiveId, assetId, tx);
      if (asset.leftOn !== undefined)
        throw new DomainError('assetLife.leftSince', { asset: asset.name, day: asset.leftOn });
    }
  }

  private async requireLast(tx: EntityManager, collectiveId: string, entryId: string): Promise<void> {
    const events = await readHappened(tx, collectiveId);
    requireLastEvent(events, entryId);
    await this.requireTermsUnbooked(tx, collectiveId, entryId);
  }

  /** @throws DomainError `assetLife.bookedSince` */
  async requireTermsUnbooked(tx: EntityManager, collectiveId: string, entryId: string): Promise<void> {
    const terms = await tx.findOneBy(DepreciationTermsEntity, { collectiveId, entryId });
    if (terms === null) return;
    const plans = await this.depreciation.listPlans(collectiveId, tx);
    const plan = plans.find(({ assetId }) => assetId === terms.assetId);
    requireUnbooked(terms, { booked: plan?.booked ?? new Set(), terms: plan?.terms ?? [] });
  }
}
