import { AssetSalesService } from '../../src/features/assets/asset-sales.service';
import type { LeaseForm } from '../../src/domain/assets/read-lease';
import type { AssetsService } from '../../src/features/assets/assets.service';
import { LeasesService } from '../../src/features/assets/leases.service';
import { VillageRulesService } from '../../src/features/assets/village-rules.service';
import type { CollectivesService } from '../../src/features/collectives/collectives.service';
import type { PolicyService } from '../../src/features/policy/policy.service';
import { ArrearsService } from '../../src/features/income/arrears.service';
import type { IncomeReadService } from '../../src/features/income/income-read.service';
import type { IncomeGroundService } from '../../src/features/income/income-ground.service';
import type { IncomeService } from '../../src/features/income/income.service';
import { SubsidyAdvancesService } from '../../src/features/income/subsidy-advances.service';
import { SubsidyCutsService } from '../../src/features/income/subsidy-cuts.service';
import { KeptCutsService } from '../../src/features/income/kept-cuts.service';
import { ReceiptsService } from '../../src/features/income/receipts.service';
import { RentAdvancesService } from '../../src/features/income/rent-advances.service';
import { RentContractsService } from '../../src/features/income/rent-contracts.service';
import { RentDuesService } from '../../src/features/income/rent-dues.service';
import { RentReadService } from '../../src/features/income/rent-read.service';
import { ReentriesService } from '../../src/features/ledger/reentries.service';
import { TaxReadService } from '../../src/features/income/tax-read.service';
import { TaxSalesService } from '../../src/features/income/tax-sales.service';
import { TaxesService } from '../../src/features/income/taxes.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { poolBalancesOn } from './pool-balances';
import { assetRulesOn } from './asset-matters';
import { seedRegisters } from './seed-registers';

/** Contracts over assets, and what is received of them and of anything else, wired as the modules do. */
export function rentsOn(
  database: Database,
  clock: Clock,
  steps: {
    readonly assets: AssetsService;
    readonly collectives: CollectivesService;
    readonly policy: PolicyService;
    readonly ledger: LedgerService;
    readonly books: LedgerReadService;
    readonly income: IncomeService;
    readonly ground: IncomeGroundService;
    readonly incomeRead: IncomeReadService;
  },
) {
  const { assets, ledger, books, income, ground, incomeRead } = steps;
  const balances = poolBalancesOn(database);
  const receipts = new ReceiptsService(database, income, incomeRead, ledger, balances);
  const leases = new LeasesService(database, clock, assets, ledger, books);
  const rents = new RentReadService(
    database,
    leases,
    incomeRead,
    books,
    new ReentriesService(database, books),
  );
  const rentDues = new RentDuesService(database, rents, income, receipts, ground);
  const rentContracts = new RentContractsService(database, leases, rents, clock);
  const { assetRules } = assetRulesOn(database, clock, steps);
  const villageRules = new VillageRulesService(database, assetRules);
  const arrears = new ArrearsService(database, clock, incomeRead, rents, villageRules);
  const rentAdvances = new RentAdvancesService(database, rents, receipts, ledger, books);
  const keptCuts = new KeptCutsService(assets, books, ledger);
  const subsidyCuts = new SubsidyCutsService(database, clock, incomeRead, keptCuts, ledger);
  const subsidyAdvances = new SubsidyAdvancesService(database, incomeRead, books, ledger);
  const contracts = { rentAdvances, leases, rents, rentDues, rentContracts, arrears };
  const { vat } = seedRegisters();
  const taxSales = new TaxSalesService(incomeRead, new AssetSalesService(), vat);
  const taxRead = new TaxReadService(database, taxSales, books, ledger, vat);
  const taxes = new TaxesService(database, clock, taxRead, ledger, balances);
  return { balances, receipts, subsidyCuts, subsidyAdvances, taxRead, taxSales, taxes, ...contracts };
}

/** A contract as typed: a workshop for 12,000.00 a year from 2025, paid yearly on its first day. */
export function typedLease(wish: Partial<LeaseForm> = {}): LeaseForm {
  return {
    ...{ leaseNumber: 'L-1', assetId: '', leasedPart: '', tenant: 'Weavers', signedOn: '2024-12-20' },
    ...{ firstOn: '2025-01-01', lastOn: '2026-12-31', rentType: 'fixed', rent: '12,000.00', fund: '' },
    ...{ perMonths: '12', everyMonths: '12', dueRule: 'afterStart', dueDays: '', dueDate: '', steps: [] },
    ...{ growth: '', growthRounding: 'fen', deposit: '', jobs: '', wages: '', remarks: '' },
    ...wish,
  };
}
