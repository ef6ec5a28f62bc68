import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isEarning } from '../../domain/assets/asset-classes';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Quarter } from '../../domain/calendar/quarter';
import type { Pool } from '../../domain/ledger/journal-entry';
import { sumFen } from '../../domain/money/fen';
import { graceOf } from '../../domain/policy/due-grace';
import type { QuarterKnown } from '../../domain/oversight/indicators';
import { AssetKnownService } from '../assets/asset-known.service';
import { MatterGroundService } from '../assets/matter-ground.service';
import { VillageRulesService } from '../assets/village-rules.service';
import { ArrearsService } from '../income/arrears.service';
import { SurplusService } from '../surplus/surplus.service';

/** What books and registers know of the assets of a village in a quarter. */
@Injectable()
export class ColourGroundService {
  constructor(
    private readonly known: AssetKnownService,
    private readonly ground: MatterGroundService,
    private readonly arrears: ArrearsService,
    private readonly surplus: SurplusService,
    private readonly rules: VillageRulesService,
  ) {}

  /** Every asset that should earn and stands in the register on the day, in its order. */
  async listQuarter(
    db: EntityManager,
    collectiveId: string,
    { quarter, asOf }: { readonly quarter: Quarter; readonly asOf: CalendarDay },
  ): Promise<QuarterKnown[]> {
    const organisation = await this.ground.organisationOf(collectiveId);
    const known = await this.known.listKnown(db, { collectiveId, organisation, asksNumbers: false }, asOf);
    const earning = known.filter(({ asset }) => isEarning(asset) && asset.acquiredOn <= asOf);
    if (earning.length === 0) return [];
    const late = await this.arrears.listArrears(collectiveId, asOf, db);
    const ruled = late.length === 0 ? undefined : await this.rules.ruledBy(collectiveId, asOf, db);
    const grace = graceOf(ruled?.numbers ?? {});
    const pools = new Map<Pool, CalendarDay | undefined>();
    for (const pool of new Set(earning.map(({ asset }) => asset.pool)))
      pools.set(pool, await this.splitTo(db, { collectiveId, pool }, asOf));
    return earning.map((each) => {
      const own = late.filter(({ assetId }) => assetId === each.asset.id);
      const outstanding = sumFen(own.map((arrears) => arrears.outstanding));
      const daysLate = Math.max(0, ...own.map((arrears) => arrears.daysLate));
      return {
        ...{ known: each, quarter, asOf, grace, splitTo: pools.get(each.asset.pool) },
        late: own.length === 0 ? undefined : { outstanding, daysLate },
      };
    });
  }

  /** Up to which day a pool's money is distributed, of the distributions that begin by a day. */
  private async splitTo(
    db: EntityManager,
    { collectiveId, pool }: { readonly collectiveId: string; readonly pool: Pool },
    asOf: CalendarDay,
  ): Promise<CalendarDay | undefined> {
    const settled = await this.surplus.listSettled(collectiveId, pool, db);
    return settled
      .filter(({ periodFrom }) => periodFrom <= asOf)
      .map(({ periodTo }) => periodTo)
      .sort()
      .at(-1);
  }
}
