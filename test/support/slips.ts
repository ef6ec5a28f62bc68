import type { AssetsService } from '../../src/features/assets/assets.service';
import type { CollectivesService } from '../../src/features/collectives/collectives.service';
import type { IncomeReadService } from '../../src/features/income/income-read.service';
import { IncomeService } from '../../src/features/income/income.service';
import { MetersService } from '../../src/features/income/meters.service';
import { SettlementImportService } from '../../src/features/income/settlement-import.service';
import { SettlementStationsService } from '../../src/features/income/settlement-stations.service';
import { StationFactsService } from '../../src/features/income/station-facts.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import type { SetClock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { seedRegisters } from './seed-registers';

interface Before {
  readonly assets: AssetsService;
  readonly collectives: CollectivesService;
  readonly incomeRead: IncomeReadService;
  readonly ledger: LedgerService;
}

/** Slips, their tables and the meters behind them, wired as their module does. */
export function slipsOn(database: Database, clock: SetClock, before: Before) {
  const { assets, collectives, incomeRead, ledger } = before;
  const { slipLayouts, yields } = seedRegisters();
  const meters = new MetersService(database, clock, assets, incomeRead);
  const facts = new StationFactsService(meters, yields, collectives);
  const income = new IncomeService(database, assets, incomeRead, ledger, facts);
  const stations = new SettlementStationsService(database, assets, incomeRead, clock, facts);
  const slipImport = new SettlementImportService(database, clock, slipLayouts, stations, income);
  return { income, meters, slipImport };
}
