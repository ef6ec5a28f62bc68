import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import type { LifeFacts } from '../../domain/assets/asset-life';
import type { DepartingLease, DepartureFacts } from '../../domain/assets/departure';
import { isCalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { readDisposalBy } from './asset-rights.store';
import { readDepositsHeld, readEarnedUntil, readSettledUntil } from './asset-events.store';
import { AssetLifeFactsService } from './asset-life-facts.service';
import { AssetParticularsService } from './asset-particulars.service';
import { type Lease, LeasesService } from './leases.service';

/** Nothing of it stands in the books. */
export const NO_BOOKS: LifeFacts['books'] = { cost: 0n, accumulated: 0n };

/** What the departure of something without a voucher is held against. */
@Injectable()
export class DepartureGroundService {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly particulars: AssetParticularsService,
    private readonly leases: LeasesService,
    private readonly life: AssetLifeFactsService,
  ) {}

  /**
   * @param on the last day as typed
   * @throws DomainError `assets.unknown`
   */
  async factsOf(
    db: EntityManager,
    collectiveId: string,
    { assetId, on }: { readonly assetId: string; readonly on: string },
  ): Promise<DepartureFacts> {
    const asset = await this.life.requireAsset(db, collectiveId, assetId);
    const today = this.clock.today();
    const day = isCalendarDay(on) ? on : today;
    const books = await this.booksOf(collectiveId, asset, db);
    return {
      ...{ asset, today, books: books ?? NO_BOOKS, isKeptByChart: books !== undefined },
      disposalBy: await readDisposalBy(db, collectiveId, { asset, day }),
      condition: (await this.particulars.listInForce(collectiveId, day, db)).get(assetId)?.condition,
      unsettled: await this.life.unsettledOf(db, collectiveId, assetId),
      settledUntil: await readSettledUntil(db, collectiveId, assetId),
      leases: await this.leasesOf(db, collectiveId, assetId),
      events: await this.life.listEvents(db, collectiveId, assetId),
      earnedUntil: await readEarnedUntil(db, collectiveId, assetId),
    };
  }

  /**
   * What of an asset stands in the books. The chart of 2004 has no accounts for what lives: there it stands
   * under no asset's name, and nothing of it is known.
   */
  async booksOf(
    collectiveId: string,
    asset: Pick<Asset, 'id' | 'kind'>,
    db: EntityManager = this.database.reader,
  ): Promise<LifeFacts['books'] | undefined> {
    try {
      return (await this.life.standsOf(db, collectiveId, { asset })).total;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'assetLife.chartCannot') return undefined;
      throw error;
    }
  }

  /** The contracts over an asset that go on after today, so that nobody sells it over a tenant's head. */
  async listStandingLeases(collectiveId: string, assetId: string): Promise<Lease[]> {
    const today = this.clock.today();
    const all = await this.leases.listLeases(collectiveId);
    return all.filter(
      ({ assetId: of, terms: { firstOn, lastOn } }) => of === assetId && lastOn > today && firstOn <= lastOn,
    );
  }

  private async leasesOf(
    db: EntityManager,
    collectiveId: string,
    assetId: string,
  ): Promise<DepartingLease[]> {
    const deposits = await readDepositsHeld(db, collectiveId);
    const opened = await this.leases.listOpenedDeposits(collectiveId, db);
    const own = (await this.leases.listLeases(collectiveId, db)).filter((each) => each.assetId === assetId);
    return own.map(({ id, number, tenant, terms: { firstOn, lastOn } }) => {
      const deposit = (opened.get(id)?.amount ?? 0n) + (deposits.get(id) ?? 0n);
      return { number, tenant, firstOn, lastOn, deposit };
    });
  }
}
