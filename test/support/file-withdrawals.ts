import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { FileWithdrawalsService } from '../../src/features/assets/file-withdrawals.service';
import { PlanFilesService } from '../../src/features/distribution/plan-files.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { StepFileUsesService } from '../../src/features/notices/file-uses.service';
import { DividendFilesService } from '../../src/features/uses/dividend-files.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { dividendReadingOn } from './dividends';
import { seedRegisters } from './seed-registers';
import { approvalsOn, signaturesOn } from './approvals';

/** Takes files away where nothing rests on them, wired as the modules do. */
export function fileWithdrawalsOn(database: Database, clock: Clock): FileWithdrawalsService {
  const planFiles = new PlanFilesService(approvalsOn(database, clock), signaturesOn(database, clock));
  const books = new LedgerReadService(database, seedRegisters().charts);
  const dividends = new DividendFilesService(dividendReadingOn(database, clock, books));
  const uses = new StepFileUsesService(planFiles, dividends);
  return new FileWithdrawalsService(database, clock, new AssetFilesService(database, clock), uses);
}
