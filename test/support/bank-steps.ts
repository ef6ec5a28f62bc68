import { LeaseDepositsService } from '../../src/features/income/lease-deposits.service';
import { BankStepsService } from '../../src/features/months/bank-steps.service';
import { OwedPaymentsService } from '../../src/features/months/owed-payments.service';
import { PeoplesPaymentsService } from '../../src/features/months/peoples-payments.service';
import { PayListsReadService } from '../../src/features/payouts/pay-lists-read.service';
import type { Database } from '../../src/platform/database/database';
import { dividendOwedOn } from './dividends';
import { paidGrantsOn } from './owed';
import type { Village } from './village';

/** What the steps offer for a line of the bank, built by hand. */
export function bankStepsOn(database: Database, village: Village): BankStepsService {
  const { rents, receipts, ledger, books, costPayments, taxes, ...more } = village.services;
  const deposits = new LeaseDepositsService(database, rents, receipts, ledger, books);
  const lists = new PayListsReadService(database, books);
  const people = new PeoplesPaymentsService(
    paidGrantsOn(database, village),
    dividendOwedOn(database, village),
    lists,
  );
  const owed = new OwedPaymentsService(costPayments, deposits, taxes, people, books);
  return new BankStepsService(more.assets, more.incomeRead, more.charges, owed, lists);
}
