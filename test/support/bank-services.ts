import { join } from 'node:path';
import { BankAccountsService } from '../../src/features/ledger/bank-accounts.service';
import { BankImportService } from '../../src/features/ledger/bank-import.service';
import { BankLayoutsService } from '../../src/features/ledger/bank-layouts.service';
import { BankMatchingService } from '../../src/features/ledger/bank-matching.service';
import { BankReadService } from '../../src/features/ledger/bank-read.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import type { SetClock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';

const SEEDS = join(__dirname, '../../seeds');

/** The services of the bank on one database, wired as their module does. */
export function bankServicesOn(database: Database, clock: SetClock, ledger: LedgerService) {
  const bankAccounts = new BankAccountsService(database, clock, ledger);
  const bankRead = new BankReadService(database, bankAccounts);
  const layouts = new BankLayoutsService(SEEDS);
  return {
    bankAccounts,
    bankRead,
    bankImport: new BankImportService(database, clock, layouts, bankRead),
    bankMatching: new BankMatchingService(database, clock, layouts, bankRead),
  };
}
