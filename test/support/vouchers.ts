import type { ManualLineForm } from '../../src/domain/ledger/manual-lines';
import type { ManualVoucherForm } from '../../src/domain/ledger/manual-voucher';
import { CounterpartiesService } from '../../src/features/ledger/counterparties.service';
import { LedgerImportService } from '../../src/features/ledger/ledger-import.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import { ManualVouchersService } from '../../src/features/ledger/manual-vouchers.service';
import { RecurringVouchersService } from '../../src/features/ledger/recurring-vouchers.service';
import type { VoucherDesk } from '../../src/features/ledger/voucher-desk.service';
import { VoucherDraftsService } from '../../src/features/ledger/voucher-drafts.service';
import { VoucherImportService } from '../../src/features/ledger/voucher-import.service';
import { VoucherReadingService } from '../../src/features/ledger/voucher-reading.service';
import { VoucherSignaturesService } from '../../src/features/ledger/voucher-signatures.service';
import type { UsersService } from '../../src/features/users/users.service';
import type { SetClock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { readConfiguration } from '../../src/platform/config/configuration';
import { poolBalancesOn } from './pool-balances';
import { seedRegisters } from './seed-registers';

/** The vouchers people write themselves, and the signatures, wired as their module does. */
export function vouchersOn(given: {
  database: Database;
  clock: SetClock;
  ledger: LedgerService;
  books: LedgerReadService;
  users: UsersService;
  desk: VoucherDesk;
}) {
  const { database, clock, ledger, books, users, desk } = given;
  // The fonts that come with the program.
  const counterparties = new CounterpartiesService(database, readConfiguration({}));
  const reading = new VoucherReadingService(ledger, books, poolBalancesOn(database), counterparties, desk);
  return {
    counterparties,
    voucherDrafts: new VoucherDraftsService(database, clock, reading, books, users),
    manualVouchers: new ManualVouchersService(database, clock, reading, users),
    recurring: new RecurringVouchersService(database, clock, reading),
    signatures: new VoucherSignaturesService(database, clock, ledger, books, users),
    voucherImport: new VoucherImportService(
      database,
      clock,
      reading,
      new LedgerImportService(clock, seedRegisters().charts),
      desk,
    ),
  };
}

/** A typed line; what is not wished for is blank. */
export function typedLine(wish: Partial<ManualLineForm>): ManualLineForm {
  const blank = { ledgerAccount: '', debit: '', credit: '', pool: '', assetId: '', stream: '' };
  return { ...blank, generationMonth: '', counterparty: '', ...wish };
}

/** A typed voucher: office paper bought from the members' own money, unless wished otherwise. */
export function typedVoucher(wish: Partial<ManualVoucherForm> = {}): ManualVoucherForm {
  return {
    postedOn: '2025-07-10',
    aboutPeriod: '',
    summary: 'office paper',
    attachments: '1',
    redLetters: '',
    lines: [
      typedLine({ ledgerAccount: '513', debit: '120.00', pool: 'members' }),
      typedLine({ ledgerAccount: '102', credit: '120.00' }),
    ],
    ...wish,
  };
}
