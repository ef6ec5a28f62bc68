import type { AssetsService } from '../../src/features/assets/assets.service';
import { CustodiesService } from '../../src/features/assets/custodies.service';
import { LeasesService } from '../../src/features/assets/leases.service';
import { VillageRulesService } from '../../src/features/assets/village-rules.service';
import type { CollectivesService } from '../../src/features/collectives/collectives.service';
import { CustodyDuesService } from '../../src/features/income/custody-dues.service';
import { IncomeGroundService } from '../../src/features/income/income-ground.service';
import type { IncomeReadService } from '../../src/features/income/income-read.service';
import { RentReadService } from '../../src/features/income/rent-read.service';
import { ReentriesService } from '../../src/features/ledger/reentries.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import type { PolicyService } from '../../src/features/policy/policy.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { assetRulesOn } from './asset-matters';

/** What income is held against before it is booked, wired as its module does. */
export function incomeGroundOn(
  database: Database,
  clock: Clock,
  before: {
    readonly assets: AssetsService;
    readonly collectives: CollectivesService;
    readonly policy: PolicyService;
    readonly ledger: LedgerService;
    readonly books: LedgerReadService;
    readonly incomeRead: IncomeReadService;
  },
): IncomeGroundService {
  const { assetRules } = assetRulesOn(database, clock, before);
  const village = new VillageRulesService(database, assetRules);
  const { assets, ledger, books, incomeRead } = before;
  const leases = new LeasesService(database, clock, assets, ledger, books);
  const rents = new RentReadService(
    database,
    leases,
    incomeRead,
    books,
    new ReentriesService(database, books),
  );
  const custodies = new CustodiesService(database, clock, assets, ledger);
  const owners = new CustodyDuesService(custodies, books);
  return new IncomeGroundService(assets, assetRules, village, rents, owners);
}
