import { LeaseDepositsService } from '../../src/features/income/lease-deposits.service';
import { AssetBalancesService } from '../../src/features/ledger/asset-balances.service';
import { BalancesService } from '../../src/features/ledger/balances.service';
import { HandoverAssetsService } from '../../src/features/months/handover-assets.service';
import { HandoverBalancesService } from '../../src/features/months/handover-balances.service';
import { HandoverFactsService } from '../../src/features/months/handover-facts.service';
import { HandoversService } from '../../src/features/months/handovers.service';
import type { Services } from './village';

/** Handovers of a village's books. */
export function handoversOn(services: Services): HandoversService {
  const { database, clock, assets, ledger, books, rents, receipts, leases, contracts } = services;
  const deposits = new LeaseDepositsService(database, rents, receipts, ledger, books);
  const standing = new HandoverAssetsService(assets, new AssetBalancesService(), ledger);
  const balances = new HandoverBalancesService(new BalancesService(database), assets, deposits, books);
  const facts = new HandoverFactsService(standing, leases, contracts, balances, ledger);
  return new HandoversService(database, clock, facts, books, services.voucherDrafts);
}
