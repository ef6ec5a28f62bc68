import { AssetEarningsService } from '../../src/features/assets/asset-earnings.service';
import { AssetNumbersService } from '../../src/features/assets/asset-numbers.service';
import { AssetParticularsService } from '../../src/features/assets/asset-particulars.service';
import { AssetRulesService } from '../../src/features/assets/asset-rules.service';
import { AssetsService } from '../../src/features/assets/assets.service';
import { CountyPlatesService } from '../../src/features/assets/county-plates.service';
import { EntryRulesService } from '../../src/features/assets/entry-rules.service';
import type { CollectivesService } from '../../src/features/collectives/collectives.service';
import { BookedDaysService } from '../../src/features/deductions/booked-days.service';
import type { DeductionContractsService } from '../../src/features/deductions/deduction-contracts.service';
import { EarnedDaysService } from '../../src/features/income/earned-days.service';
import { AssetResultsService } from '../../src/features/ledger/asset-results.service';
import type { PolicyService } from '../../src/features/policy/policy.service';
import { UsersService } from '../../src/features/users/users.service';
import { type Clock, SystemClock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { policyRegisterOn } from './policy-register';

/** What documents ask of assets, wired as the modules do. */
export function assetRulesOn(
  database: Database,
  clock: Clock,
  { collectives, policy }: { readonly collectives: CollectivesService; readonly policy: PolicyService },
) {
  const { choices, standards } = policyRegisterOn(database, { clock, policy, tree: collectives });
  const assetRules = new AssetRulesService(collectives, policy, choices, standards);
  const numbers = new AssetNumbersService(collectives);
  return { assetRules, numbers, entryRules: new EntryRulesService(assetRules, numbers, clock) };
}

/** The register of assets, with the documents that it is held against. */
export function assetsOn(
  database: Database,
  clock: Clock,
  ground: { readonly collectives: CollectivesService; readonly policy: PolicyService },
): AssetsService {
  const { entryRules } = assetRulesOn(database, clock, ground);
  return new AssetsService(database, clock, entryRules, ground.collectives);
}

/** The plates of a county, by the seeds given. */
export function countyPlatesOn(
  database: Database,
  { collectives, assets }: { readonly collectives: CollectivesService; readonly assets: AssetsService },
  seeds = 'seeds',
): CountyPlatesService {
  return new CountyPlatesService(collectives, assets, new UsersService(database, new SystemClock()), seeds);
}

/** What is known of assets, with the plates of the county. */
export function particularsOn(
  database: Database,
  clock: Clock,
  ground: { readonly collectives: CollectivesService; readonly assets: AssetsService },
): AssetParticularsService {
  return new AssetParticularsService(database, clock, ground.assets, countyPlatesOn(database, ground));
}

/** What assets brought and cost, with the days that income and costs are for. */
export function earningsOn({
  contracts,
}: {
  readonly contracts: DeductionContractsService;
}): AssetEarningsService {
  return new AssetEarningsService(
    new AssetResultsService(),
    new BookedDaysService(new EarnedDaysService(), contracts),
  );
}
