import type { AssetsService } from '../../src/features/assets/assets.service';
import { VillageRulesService } from '../../src/features/assets/village-rules.service';
import type { CollectivesService } from '../../src/features/collectives/collectives.service';
import { IncomeGroundService } from '../../src/features/income/income-ground.service';
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
  },
): IncomeGroundService {
  const { assetRules } = assetRulesOn(database, clock, before);
  const village = new VillageRulesService(database, assetRules);
  return new IncomeGroundService(before.assets, assetRules, village);
}
