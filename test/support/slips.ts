import type { AssetsService } from '../../src/features/assets/assets.service';
import { StationLinksService } from '../../src/features/assets/station-links.service';
import type { CollectivesService } from '../../src/features/collectives/collectives.service';
import { CutDeliveriesService } from '../../src/features/income/cut-deliveries.service';
import { IncomeReadService } from '../../src/features/income/income-read.service';
import { IncomeService } from '../../src/features/income/income.service';
import { JointDeliveriesService } from '../../src/features/income/joint-deliveries.service';
import { JointOutboxService } from '../../src/features/income/joint-outbox.service';
import { JointPaymentsService } from '../../src/features/income/joint-payments.service';
import { JointReadService } from '../../src/features/income/joint-read.service';
import { KeptCutsService } from '../../src/features/income/kept-cuts.service';
import { KeptOwnersService } from '../../src/features/income/kept-owners.service';
import { KeptSlipsService } from '../../src/features/income/kept-slips.service';
import { MetersService } from '../../src/features/income/meters.service';
import { OwnerCutsService } from '../../src/features/income/owner-cuts.service';
import { OwnerMonthsService } from '../../src/features/income/owner-months.service';
import { OwnerPartsService } from '../../src/features/income/owner-parts.service';
import { SettlementImportService } from '../../src/features/income/settlement-import.service';
import { SettlementStationsService } from '../../src/features/income/settlement-stations.service';
import { ShareChangesService } from '../../src/features/income/share-changes.service';
import { SplitNowService } from '../../src/features/income/split-now.service';
import { SlipsService } from '../../src/features/income/slips.service';
import { StationFactsService } from '../../src/features/income/station-facts.service';
import { StationPricesService } from '../../src/features/income/station-prices.service';
import type { PolicyService } from '../../src/features/policy/policy.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { ReentriesService } from '../../src/features/ledger/reentries.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';

import { incomeGroundOn } from './income-ground';
import { seedRegisters } from './seed-registers';

interface Before {
  readonly assets: AssetsService;
  readonly collectives: CollectivesService;
  readonly policy: PolicyService;
  readonly books: LedgerReadService;
  readonly ledger: LedgerService;
}

/** Slips, their tables, meters and the stations kept for others, wired as their module does. */
export function slipsOn(database: Database, clock: Clock, before: Before) {
  const { assets, collectives, books, ledger } = before;
  const { slipLayouts, tariffs, yields } = seedRegisters();
  const links = new StationLinksService(database, assets);
  const prices = new StationPricesService(database, clock, links, collectives, tariffs);
  const incomeRead = new IncomeReadService(database, books);
  const meters = new MetersService(database, clock, links, incomeRead);
  const facts = new StationFactsService(meters, yields, collectives, prices, clock);
  const ground = incomeGroundOn(database, clock, { ...before, incomeRead });
  const income = new IncomeService(database, ground, incomeRead, ledger, facts);
  const keptOwners = new KeptOwnersService(database, collectives, ledger);
  const keptSlips = new KeptSlipsService(database, keptOwners, income, incomeRead, ledger);
  const splitNow = new SplitNowService(database, assets, incomeRead, keptOwners, ledger);
  const ownerMonths = new OwnerMonthsService(books, new ReentriesService(database, books), clock);
  const ownerParts = new OwnerPartsService(database, links, income, books, ownerMonths);
  const deliveries = new JointDeliveriesService(database, ownerParts, assets, ledger, clock);
  const joint = new JointReadService(database, books, links, collectives);
  const ownerCuts = new OwnerCutsService(database, incomeRead, ownerParts, ledger);
  const cutDeliveries = new CutDeliveriesService(database, ownerCuts, books, ledger, clock);
  const outbox = new JointOutboxService(deliveries, cutDeliveries);
  const slips = new SlipsService(links, collectives, income, keptSlips, outbox);
  const keptCuts = new KeptCutsService(assets, books, ledger);
  const stations = new SettlementStationsService(database, links, incomeRead, clock, facts);
  return {
    ...{ links, incomeRead, income, ground, meters, prices, ownerParts, deliveries, slips, joint },
    ...{ cutDeliveries, keptCuts, outbox, splitNow },
    slipImport: new SettlementImportService(database, clock, slipLayouts, stations, slips),
    jointPayments: new JointPaymentsService(database, joint, ledger),
    shareChanges: new ShareChangesService(database, assets, incomeRead, collectives, clock),
  };
}
