import type { CalendarDay } from '../../src/domain/calendar/calendar-day';
import { confirmableUntil } from '../../src/domain/policy/confirmation';
import { LocalStandardsService } from '../../src/features/policy/local-standards.service';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { PackConfirmationsService } from '../../src/features/policy/pack-confirmations.service';
import type { PolicyService } from '../../src/features/policy/policy.service';
import type { RegionTree } from '../../src/features/users/region-tree.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';

/** The office says that an old policy of its region still holds, for as long as anybody may. */
export async function confirmPolicy(
  confirmations: PackConfirmationsService,
  given: { readonly officeId: string; readonly today: CalendarDay; readonly packId?: string },
): Promise<void> {
  const { officeId, today, packId = '341200/2023-09-21' } = given;
  const form = { packId, until: confirmableUntil(today), paperTitle: '', reason: '问过印发的单位' };
  await confirmations.confirm(officeId, form, { by: 'county' });
}

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
