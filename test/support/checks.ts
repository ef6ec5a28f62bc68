import { join } from 'node:path';
import { DeductionsCheckService } from '../../src/features/deductions/deductions-check.service';
import { GrantsCheckService } from '../../src/features/distribution/grants-check.service';
import { IncomeCheckService } from '../../src/features/income/income-check.service';
import { ChartService } from '../../src/features/ledger/chart.service';
import { LedgerCheckService } from '../../src/features/ledger/ledger-check.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { RefusalsCheckService } from '../../src/features/months/refusals-check.service';
import { StepChecks } from '../../src/features/months/step-checks';
import type { UsesService } from '../../src/features/uses/uses.service';
import { RefusedCommandsService } from '../../src/platform/audit/refused-commands.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';

/** The check of the books with the pass of every step, wired as the modules do. */
export function checkOn(database: Database, clock: Clock, uses: UsesService): BooksCheckService {
  const ledger = new LedgerCheckService(new ChartService(join(__dirname, '../../seeds')));
  const steps = [
    new IncomeCheckService(ledger),
    new DeductionsCheckService(ledger),
    new GrantsCheckService(ledger, uses),
    new RefusalsCheckService(new RefusedCommandsService(database, clock)),
  ];
  return new BooksCheckService(database, ledger, new StepChecks(steps));
}
