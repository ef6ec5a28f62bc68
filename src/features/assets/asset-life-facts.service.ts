import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LifeFacts } from '../../domain/assets/asset-life';
import { ASSET_LIFE, requireLastEvent, requireUnbooked } from '../../domain/assets/check-asset-life';
import { DEPRECIATION } from '../../domain/assets/check-depreciation';
import { dueDepreciation } from '../../domain/assets/depreciation';
import { type AssetStand, totalStand } from '../../domain/assets/postings';
import { monthOf } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { Clock } from '../../platform/clock/clock';
import { AssetBalancesService } from '../ledger/asset-balances.service';
import type { AssetEventEntity } from './asset-event.entity';
import { readEarnedUntil, readStandingEvents } from './asset-events.store';
import { AssetsService } from './assets.service';
import { DepreciationBookingEntity } from './depreciation-booking.entity';
import { DepreciationReadService } from './depreciation-read.service';
import { DepreciationTermsEntity } from './depreciation-terms.entity';

/** What an event of an asset's life is held against, and whether one may be taken back. */
@Injectable()
export class AssetLifeFactsService {
  constructor(
    private readonly clock: Clock,
    private readonly assets: AssetsService,
    private readonly depreciation: DepreciationReadService,
    private readonly balances: AssetBalancesService,
  ) {}

  /** @throws DomainError `assets.unknown` */
  async factsOf(
    db: EntityManager,
    collectiveId: string,
    assetId: string,
  ): Promise<{ readonly facts: LifeFacts; readonly stands: readonly AssetStand[] }> {
    const { asset } = await this.assets.requireAsset(collectiveId, assetId, db);
    const stands = (await this.depreciation.listStands(collectiveId, db)).get(assetId) ?? [];
    const plans = await this.depreciation.listPlans(collectiveId, db);
    const plan = plans.filter((each) => each.assetId === assetId);
    const today = this.clock.today();
    const facts = {
      asset,
      today,
      books: totalStand(stands),
      terms: plan.flatMap(({ terms }) => terms),
      lastBooked: [...(plan[0]?.booked ?? [])].sort().at(-1),
      firstDue: dueDepreciation(plan, monthOf(today))[0]?.month,
      events: await this.listEvents(db, collectiveId, assetId),
      lastEarned: await this.balances.findLastEarned(db, collectiveId, assetId),
      earnedUntil: await readEarnedUntil(db, collectiveId, assetId),
    };
    return { facts, stands: stands.filter(({ cost, accumulated }) => cost !== 0n || accumulated !== 0n) };
  }

  /** What happened to an asset and stands, in the order of its days. */
  async listEvents(db: EntityManager, collectiveId: string, assetId: string): Promise<AssetEventEntity[]> {
    return (await readStandingEvents(db, collectiveId)).filter((each) => each.assetId === assetId);
  }

  /**
   * Refuses to take back the voucher of an event that later ones build on, or of a month of an asset that has
   * left since. @throws DomainError `assetLife.laterFirst`, `assetLife.bookedSince`, `assetLife.leftSince`
   */
  async requireReversible(
    tx: EntityManager,
    collectiveId: string,
    voucher: { readonly entryId: string; readonly source: { readonly kind: string } },
  ): Promise<void> {
    const { entryId, source } = voucher;
    if (source.kind === DEPRECIATION) {
      const bookings = await tx.findBy(DepreciationBookingEntity, { collectiveId, entryId });
      for (const { assetId } of bookings) {
        const { asset } = await this.assets.requireAsset(collectiveId, assetId, tx);
        if (asset.leftOn !== undefined)
          throw new DomainError('assetLife.leftSince', { asset: asset.name, day: asset.leftOn });
      }
    }
    if (source.kind !== ASSET_LIFE) return;
    const events = await readStandingEvents(tx, collectiveId);
    requireLastEvent(events, entryId);
    const terms = await tx.findOneBy(DepreciationTermsEntity, { collectiveId, entryId });
    if (terms === null) return;
    const plans = await this.depreciation.listPlans(collectiveId, tx);
    const plan = plans.find(({ assetId }) => assetId === terms.assetId);
    requireUnbooked(terms, { booked: plan?.booked ?? new Set(), terms: plan?.terms ?? [] });
  }
}
