import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { HandoverFacts } from '../../domain/months/handover';
import { LeasesService } from '../assets/leases.service';
import { DeductionContractsService } from '../deductions/deduction-contracts.service';
import { LedgerService } from '../ledger/ledger.service';
import { HandoverAssetsService } from './handover-assets.service';
import { HandoverBalancesService } from './handover-balances.service';

/** What the books and registers say on a day, for who hands them over. */
@Injectable()
export class HandoverFactsService {
  constructor(
    private readonly assets: HandoverAssetsService,
    private readonly leases: LeasesService,
    private readonly costs: DeductionContractsService,
    private readonly balances: HandoverBalancesService,
    private readonly ledger: LedgerService,
  ) {}

  /** Balances, assets and contracts at the end of a day. */
  async factsOn(
    db: EntityManager,
    collectiveId: string,
    on: CalendarDay,
  ): Promise<Omit<HandoverFacts, 'drafts' | 'months' | 'chain'>> {
    const leases = await this.leases.listLeases(collectiveId, db);
    const costs = await this.costs.listContracts(collectiveId, on, db);
    return {
      chart: await this.ledger.requireChartOf(db, collectiveId),
      ...(await this.balances.balancesOn(db, collectiveId, on)),
      assets: await this.assets.listAssets(db, collectiveId, on),
      contracts: [
        ...leases
          .filter(({ terms }) => terms.firstOn <= on && on <= terms.lastOn)
          .map(({ id, number, asset, terms: { firstOn, lastOn } }) => {
            return { id, label: `${number} ${asset.name}`, firstOn, lastOn };
          }),
        ...costs.map(({ id, name, validFrom, lastOn }) => {
          return { id, label: name, firstOn: validFrom, lastOn: lastOn ?? null };
        }),
      ],
    };
  }
}
