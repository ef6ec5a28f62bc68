import type { AssetsService } from '../../src/features/assets/assets.service';
import type { IncomeService } from '../../src/features/income/income.service';
import { OpeningRestsService } from '../../src/features/income/opening-rests.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import { OpeningStandingService } from '../../src/features/ledger/opening-standing.service';
import { OpeningReplacementService } from '../../src/features/months/opening-replacement.service';
import { OpeningService } from '../../src/features/months/opening.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { ImportPreviewsService } from '../../src/platform/spreadsheets/import-previews.service';

/** The opening of books as its module wires it. */
export function openingsOn(
  database: Database,
  clock: Clock,
  steps: { assets: AssetsService; income: IncomeService; ledger: LedgerService },
): OpeningService {
  const previews = new ImportPreviewsService(database, clock);
  return new OpeningService(database, steps.assets, steps.income, steps.ledger, previews);
}

/** The replacing of an opening as its module wires it. */
export function replacementsOn(
  database: Database,
  steps: { openings: OpeningService; ledger: LedgerService },
): OpeningReplacementService {
  const [standing, resting] = [new OpeningStandingService(), new OpeningRestsService()];
  return new OpeningReplacementService(database, steps.openings, steps.ledger, standing, resting);
}
