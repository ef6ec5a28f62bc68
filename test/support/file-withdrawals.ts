import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { FileWithdrawalsService } from '../../src/features/assets/file-withdrawals.service';
import { PlanFilesService } from '../../src/features/distribution/plan-files.service';
import { StepFileUsesService } from '../../src/features/notices/file-uses.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { approvalsOn, signaturesOn } from './approvals';

/** Takes files away where nothing rests on them, wired as the modules do. */
export function fileWithdrawalsOn(database: Database, clock: Clock): FileWithdrawalsService {
  const planFiles = new PlanFilesService(approvalsOn(database, clock), signaturesOn(database, clock));
  const uses = new StepFileUsesService(planFiles);
  return new FileWithdrawalsService(database, clock, new AssetFilesService(database, clock), uses);
}
