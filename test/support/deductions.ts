import { ReentriesService } from '../../src/features/ledger/reentries.service';
import type { AssetsService } from '../../src/features/assets/assets.service';
import { poolBalancesOn } from './pool-balances';
import { ownPartsOn } from './asset-life';
import type { CollectivesService } from '../../src/features/collectives/collectives.service';
import { ImprovementCostsService } from '../../src/features/assets/improvement-costs.service';
import { ChargesService } from '../../src/features/deductions/charges.service';
import { CostChangesService } from '../../src/features/deductions/cost-changes.service';
import { CostGroundService } from '../../src/features/deductions/cost-ground.service';
import { CostPaymentsService } from '../../src/features/deductions/cost-payments.service';
import { CostRefundsService } from '../../src/features/deductions/cost-refunds.service';
import { CostWishesService } from '../../src/features/deductions/cost-wishes.service';
import { CostsElsewhereService } from '../../src/features/deductions/costs-elsewhere.service';
import { CustodyCostsService } from '../../src/features/deductions/custody-costs.service';
import { CustodiesService } from '../../src/features/assets/custodies.service';
import { CustodyActsService } from '../../src/features/income/custody-acts.service';
import type { IncomeGroundService } from '../../src/features/income/income-ground.service';
import type { IncomeReadService } from '../../src/features/income/income-read.service';
import { DeductionContractsService } from '../../src/features/deductions/deduction-contracts.service';
import { DeductionsService } from '../../src/features/deductions/deductions.service';
import { ImprovementDebtsService } from '../../src/features/deductions/improvement-debts.service';
import { StandingCostsService } from '../../src/features/deductions/standing-costs.service';
import { NamedCostsService } from '../../src/features/deductions/named-costs.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import type { PolicyService } from '../../src/features/policy/policy.service';
import type { CostContractForm } from '../../src/domain/deductions/read-cost-contract';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';

/** Necessary costs and the contracts they are charged by, wired as their module does. */
export function deductionsOn(
  database: Database,
  clock: Clock,
  before: {
    readonly assets: AssetsService;
    readonly books: LedgerReadService;
    readonly collectives: CollectivesService;
    readonly ledger: LedgerService;
    readonly policy: PolicyService;
    readonly ground: IncomeGroundService;
    readonly incomeRead: IncomeReadService;
  },
) {
  const { assets, books, collectives, ledger, policy, incomeRead } = before;
  const { owners } = before.ground;
  const choices = new PackChoicesService(database, clock, policy, collectives);
  const named = new NamedCostsService(collectives, choices);
  const parts = ownPartsOn(database, { assets, collectives });
  const contracts = new DeductionContractsService(database, assets, named, clock, parts);
  const improvements = new ImprovementCostsService();
  const standing = new StandingCostsService(
    database,
    books,
    improvements,
    new ReentriesService(database, books),
  );
  const charges = new ChargesService(database, contracts, books, standing);
  const costChanges = new CostChangesService(database, contracts, charges, clock);
  const costsElsewhere = new CostsElsewhereService(database, clock, assets, charges);
  const balances = poolBalancesOn(database);
  const improvementDebts = new ImprovementDebtsService(database, ledger, balances, improvements);
  const costPayments = new CostPaymentsService(database, ledger, books, charges, improvementDebts);
  const ground = new CostGroundService(assets, contracts, charges, costsElsewhere, named);
  const costRefunds = new CostRefundsService(database, ledger, standing, costPayments, owners);
  const custodies = new CustodiesService(database, clock, assets, ledger);
  const custodyActs = new CustodyActsService(database, custodies, owners, incomeRead, ledger);
  return {
    custodyActs,
    custodyCosts: new CustodyCostsService(database, custodyActs, standing, costPayments, costRefunds),
    contracts,
    charges,
    costWishes: new CostWishesService(charges, assets),
    costChanges,
    costsElsewhere,
    costPayments,
    costRefunds,
    deductions: new DeductionsService(database, ledger, books, charges, ground),
  };
}

/** A contract as typed: 10.00 a year from 2025 on, for the pool of other income. */
export function typedContract(wish: Partial<CostContractForm>): CostContractForm {
  return {
    ...{ kind: 'o_and_m', name: 'upkeep', assetId: '', pool: '', termType: 'fixed', amount: '10.00' },
    ...{ yearPart: 'year', mu: '', yuanPerMuYear: '', ownShare: '', rate: '', yuanPerWattYear: '' },
    ...{ capacityKw: '', clause: '', validFrom: '2025-01-01', validTo: '', reason: '' },
    ...{ policyNumber: '', sumInsured: '' },
    ...wish,
  };
}
