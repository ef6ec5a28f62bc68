import { BankAccountsService } from '../../src/features/ledger/bank-accounts.service';
import { BankEndsService } from '../../src/features/ledger/bank-ends.service';
import { BankImportService } from '../../src/features/ledger/bank-import.service';
import type { BankLayoutsService } from '../../src/features/ledger/bank-layouts.service';
import { BankMatchingService } from '../../src/features/ledger/bank-matching.service';
import { BankOpeningsService } from '../../src/features/ledger/bank-openings.service';
import { BankReadService } from '../../src/features/ledger/bank-read.service';
import { BankWithdrawalsService } from '../../src/features/ledger/bank-withdrawals.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import type { SetClock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';

/** The services of the bank on one database, wired as their module does. */
export function bankServicesOn(
  database: Database,
  clock: SetClock,
  { ledger, layouts }: { ledger: LedgerService; layouts: BankLayoutsService },
) {
  const bankAccounts = new BankAccountsService(database, clock, ledger);
  const bankRead = new BankReadService(database, bankAccounts);
  return {
    bankAccounts,
    bankRead,
    bankImport: new BankImportService(database, clock, layouts, bankRead),
    bankEnds: new BankEndsService(database, clock, bankRead),
    bankOpenings: new BankOpeningsService(database, clock, bankRead),
    bankWithdrawals: new BankWithdrawalsService(database, clock, bankRead),
    bankMatching: new BankMatchingService(database, clock, layouts, bankRead),
  };
}
