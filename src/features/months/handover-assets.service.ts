import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isTitledElsewhere } from '../../domain/assets/asset-classes';
import { carriedInBooks, carryingAccounts } from '../../domain/assets/holdings';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { HandoverFacts } from '../../domain/months/handover';
import { AssetsService } from '../assets/assets.service';
import { AssetBalancesService } from '../ledger/asset-balances.service';
import { LedgerService } from '../ledger/ledger.service';

/** The assets that are handed over, as the register names them and as the books value them. */
@Injectable()
export class HandoverAssetsService {
  constructor(
    private readonly assets: AssetsService,
    private readonly balances: AssetBalancesService,
    private readonly ledger: LedgerService,
  ) {}

  /** What stands at the end of a day; with its value where the books of that day have any of it. */
  async listAssets(
    db: EntityManager,
    collectiveId: string,
    on: CalendarDay,
  ): Promise<HandoverFacts['assets']> {
    const { roles } = await this.ledger.requireChartOf(db, collectiveId);
    const accounts = carryingAccounts(roles);
    const balances = await this.balances.listOn(db, collectiveId, { accounts, day: on });
    const registered = await this.assets.listAssetsOn(collectiveId, on, db);
    const standing = registered.filter(({ asset }) => asset.leftOn === undefined);
    return standing.map(({ asset }) => {
      const { id, name, cost } = asset;
      const own = balances.filter(({ assetId }) => assetId === id);
      const booked = carriedInBooks(own, roles);
      const value = booked === undefined ? {} : { booked };
      return { id, name, cost: isTitledElsewhere(asset) ? undefined : cost, ...value };
    });
  }
}
