import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { HandoverFacts } from '../../domain/months/handover';
import { sumFen } from '../../domain/money/fen';
import { AssetsService } from '../assets/assets.service';
import { LeaseDepositsService } from '../income/lease-deposits.service';
import { BalancesService } from '../ledger/balances.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { countBookedBy } from './handover.store';

/** Balances that are handed over: of each account, and of whom its lines name, with what the debt is. */
@Injectable()
export class HandoverBalancesService {
  constructor(
    private readonly balances: BalancesService,
    private readonly assets: AssetsService,
    private readonly deposits: LeaseDepositsService,
    private readonly books: LedgerReadService,
  ) {}

  /** What stands at the end of a day as the books have it now, and how many vouchers they have up to it. */
  async balancesOn(
    db: EntityManager,
    collectiveId: string,
    on: CalendarDay,
  ): Promise<Pick<HandoverFacts, 'balances' | 'between' | 'booked'>> {
    const wish = { by: 'postedOn', upTo: await this.balances.positionKnown(collectiveId) } as const;
    const dimensions = ['ledgerAccount', 'counterparty', 'assetId', 'stream', 'planLineId'] as const;
    const sums = await this.balances.balancesBy(collectiveId, { on, dimensions }, wish);
    const names = await this.books.listCounterparties(collectiveId, db);
    const registered = await this.assets.listAssets(collectiveId, db);
    const nameOf = (id: string): string => registered.find(({ asset }) => asset.id === id)?.asset.name ?? '';
    const held = await this.deposits.listHeld(collectiveId, on, db);
    const byTenant = new Map<string, bigint>();
    for (const { lease, held: amount } of held)
      byTenant.set(lease.tenantId, sumFen([byTenant.get(lease.tenantId) ?? 0n, amount]));
    return {
      balances: await this.balances.balancesOn(collectiveId, on, wish),
      between: {
        parties: sums.map(({ ledgerAccount = '', counterparty = '', assetId = '', stream, ...sum }) => ({
          ...{ account: ledgerAccount, partyId: names.idOf(counterparty), party: names.nameOf(counterparty) },
          ...{ assetId, asset: nameOf(assetId), stream, isGranted: sum.planLineId !== undefined },
          amount: sum.debit - sum.credit,
        })),
        deposits: byTenant,
        tenants: new Set(held.map(({ lease }) => `${lease.assetId} ${lease.tenantId}`)),
      },
      booked: await countBookedBy(db, collectiveId, on),
    };
  }
}
