import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { PlanApprovalService } from '../../src/features/distribution/plan-approval.service';
import { DisplaysService } from '../../src/features/notices/displays.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { approvalsOn } from './approvals';

/** Which plans are not approved yet, as their sheets really hang. */
export function planApprovalOn(database: Database, clock: Clock): PlanApprovalService {
  const sheets = new DisplaysService(database, new AssetFilesService(database, clock), clock);
  return new PlanApprovalService(approvalsOn(database, clock), sheets);
}
