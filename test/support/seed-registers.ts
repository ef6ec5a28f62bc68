import { join } from 'node:path';
import type { RoutesService } from '../../src/features/approvals/routes.service';
import { BankLayoutsService } from '../../src/features/ledger/bank-layouts.service';
import { SettlementLayoutsService } from '../../src/features/income/settlement-layouts.service';
import { TariffTableService } from '../../src/features/income/tariff-table.service';
import { VatTableService } from '../../src/features/income/vat-table.service';
import { YieldTableService } from '../../src/features/income/yield-table.service';
import { ChartCarryService } from '../../src/features/ledger/chart-carry.service';
import { ChartService } from '../../src/features/ledger/chart.service';
import { PolicyService } from '../../src/features/policy/policy.service';
import { KitRoutes } from './kit-routes';

const SEEDS = join(__dirname, '../../seeds');

/** The registers read from the seed files. */
export interface SeedRegisters {
  readonly charts: ChartService;
  readonly carry: ChartCarryService;
  readonly layouts: BankLayoutsService;
  readonly slipLayouts: SettlementLayoutsService;
  readonly yields: YieldTableService;
  readonly tariffs: TariffTableService;
  readonly vat: VatTableService;
  readonly packs: PolicyService;
  readonly routes: RoutesService;
}

let read: SeedRegisters | undefined;

/** Read once for all villages of a spec file, as a program reads them once when it starts. */
export function seedRegisters(): SeedRegisters {
  read ??= {
    charts: new ChartService(SEEDS),
    carry: new ChartCarryService(SEEDS),
    layouts: new BankLayoutsService(SEEDS),
    tariffs: new TariffTableService(SEEDS),
    vat: new VatTableService(SEEDS),
    yields: new YieldTableService(SEEDS),
    slipLayouts: new SettlementLayoutsService(SEEDS),
    packs: new PolicyService(SEEDS),
    routes: new KitRoutes(SEEDS),
  };
  return read;
}
