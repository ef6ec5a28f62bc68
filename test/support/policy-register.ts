import { LocalStandardsService } from '../../src/features/policy/local-standards.service';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { PackConfirmationsService } from '../../src/features/policy/pack-confirmations.service';
import type { PolicyService } from '../../src/features/policy/policy.service';
import type { RegionTree } from '../../src/features/users/region-tree.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';

/** What counties add to the packs, on one database. */
export function policyRegisterOn(
  database: Database,
  {
    clock,
    policy,
    tree,
  }: { readonly clock: Clock; readonly policy: PolicyService; readonly tree: RegionTree },
) {
  return {
    standards: new LocalStandardsService(database, clock, policy, tree),
    choices: new PackChoicesService(database, clock, policy, tree),
    confirmations: new PackConfirmationsService(database, clock, policy, tree),
  };
}
