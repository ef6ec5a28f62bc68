import { PayeesService } from '../../src/features/collectives/payees.service';
import { PersonalReadsService } from '../../src/features/collectives/personal-reads.service';
import { DebtPaymentsService } from '../../src/features/ledger/debt-payments.service';
import { PayFileFitsService } from '../../src/features/payouts/pay-file-fits.service';
import { PayFileLayoutsService } from '../../src/features/payouts/pay-file-layouts.service';
import { PayFileReadsService } from '../../src/features/payouts/pay-file-reads.service';
import { PayFilesService } from '../../src/features/payouts/pay-files.service';
import { PayDocumentsService } from '../../src/features/payouts/pay-documents.service';
import { PayCheckGroundService } from '../../src/features/payouts/pay-check-ground.service';
import { PayChecksService } from '../../src/features/payouts/pay-checks.service';
import { PlanLineMoneyService } from '../../src/features/distribution/plan-line-money.service';
import { PayLineLimitsService } from '../../src/features/payouts/pay-line-limits.service';
import { PayListBankRowsService } from '../../src/features/payouts/pay-list-bank-rows.service';
import { PayListBankService } from '../../src/features/payouts/pay-list-bank.service';
import { PayListBooksService } from '../../src/features/payouts/pay-list-books.service';
import { PayListDebtsService } from '../../src/features/payouts/pay-list-debts.service';
import { PayListDraftingService } from '../../src/features/payouts/pay-list-drafting.service';
import { DebtPayeesService } from '../../src/features/payouts/debt-payees.service';
import { PaidForService } from '../../src/features/payouts/paid-for.service';
import { PayeeAccountsService } from '../../src/features/payouts/payee-accounts.service';
import { PayListHandsService } from '../../src/features/payouts/pay-list-hands.service';
import { PayListMistakesService } from '../../src/features/payouts/pay-list-mistakes.service';
import { PayListPayeesService } from '../../src/features/payouts/pay-list-payees.service';
import { PayListGroundService } from '../../src/features/payouts/pay-list-ground.service';
import { PayListsCheckService } from '../../src/features/payouts/pay-lists-check.service';
import { PayListsReadService } from '../../src/features/payouts/pay-lists-read.service';
import { PayResultsService } from '../../src/features/payouts/pay-results.service';
import { PayListsService } from '../../src/features/payouts/pay-lists.service';
import { PayablePartsService } from '../../src/features/payouts/payable-parts.service';
import { ManyRostersService } from '../../src/features/collectives/many-rosters.service';
import { ManyUsesService } from '../../src/features/uses/many-uses.service';
import { UsersService } from '../../src/features/users/users.service';
import { ImportPreviewsService } from '../../src/platform/spreadsheets/import-previews.service';
import type { Database } from '../../src/platform/database/database';
import { aidOn } from './aid';
import { keysOf } from './members';
import { owedListsOn, owedOn, sureGrantsOn } from './owed';
import { SEEDS } from './policy-seeds';
import { postsOf } from './posts';
import type { Village } from './village';
import { waitingOn } from './voucher-desk';

/** The services of pay lists of one village; the banks' forms from another folder where one is named. */
export function payoutsOn(database: Database, village: Village, forms = SEEDS) {
  const { clock, ledger, books } = village.services;
  const accounts = new PayeeAccountsService(database, clock, keysOf());
  const members = new PayeesService(new PersonalReadsService(database, clock, keysOf()));
  const payees = new PayListPayeesService(members, accounts);
  const { counterparties, wholeGrants } = village.services;
  const owedPeople = owedOn(database, village);
  const named = new DebtPayeesService(database, clock, owedPeople, counterparties, accounts);
  const parts = new PayablePartsService(database, owedPeople, payees, named);
  const { households } = postsOf(database, village);
  const documents = new PayDocumentsService(clock, households, aidOn(database, clock, village.services));
  const uses = new ManyUsesService(database, new ManyRostersService(database));
  const owed = owedListsOn(database, village);
  const paidFor = new PaidForService(database, owed, sureGrantsOn(database, village));
  const reading = new PayListsReadService(database, books);
  const checkGround = new PayCheckGroundService(clock, payees, paidFor, reading, SEEDS);
  const checks = new PayChecksService(database, clock, checkGround);
  const limits = new PayLineLimitsService(
    new PlanLineMoneyService(
      ...([database, village.services.grantedLines, sureGrantsOn(database, village)] as const),
      ...([new DebtPaymentsService(), books] as const),
    ),
    waitingOn(village.services),
  );
  const hands = new PayListHandsService(uses, new UsersService(database, clock), wholeGrants, named);
  const rows = new PayListBankRowsService(payees, village.services.collectives);
  const layouts = new PayFileLayoutsService(forms);
  const fits = new PayFileFitsService(rows, layouts);
  const ground = new PayListGroundService(payees, hands, checks, limits, fits);
  const debts = new PayListDebtsService(ledger, books);
  const booked = new PayListBooksService(ledger, books, debts, new DebtPaymentsService());
  const bank = new PayListBankService(database, clock, ground, rows, booked);
  const files = new PayFilesService(rows, layouts, reading, bank);
  const previews = new ImportPreviewsService(database, clock);
  return {
    ...{ parts, named, accounts },
    drafting: new PayListDraftingService(database, clock, ledger, parts, documents),
    lists: new PayListsService(database, clock, ground, booked, checks),
    ...{ checks, ground, books: booked },
    ...{ bank, reading, mistakes: new PayListMistakesService(database, clock, parts) },
    ...{ fits, layouts, files, fileReads: new PayFileReadsService(database, clock, files) },
    results: new PayResultsService(previews, keysOf(), layouts, files, bank),
    check: new PayListsCheckService(new DebtPaymentsService(), books),
  };
}
