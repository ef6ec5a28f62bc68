import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { MembersModule } from '../collectives/members.module';
import { DistributionModule } from '../distribution/distribution.module';
import { BankModule } from '../ledger/bank.module';
import { LedgerModule } from '../ledger/ledger.module';
import { VouchersModule } from '../ledger/vouchers.module';
import { UsersModule } from '../users/users.module';
import { UsesModule } from '../uses/uses.module';
import { PayAdviceEntity, SlipCodeEntity, SlipTriesEntity } from './pay-advice.entity';
import { DebtPayeesController } from './debt-payees.controller';
import { DebtPayeesPagesController } from './debt-payees-pages.controller';
import { DebtPayeesService } from './debt-payees.service';
import { DebtPayeeViewService } from './debt-payee-view.service';
import { PaidForService } from './paid-for.service';
import { PayAdvicePrintingService } from './pay-advice-printing.service';
import { PayAdvicesController } from './pay-advices.controller';
import { PayAdvicesPagesController } from './pay-advices-pages.controller';
import { PayAdvicesViewService } from './pay-advices-view.service';
import { PayAdvicesService } from './pay-advices.service';
import { PayAdvisedPeopleService } from './pay-advised-people.service';
import { PayDocumentsService } from './pay-documents.service';
import { PayFileFitsService } from './pay-file-fits.service';
import { PayFileLayoutsService } from './pay-file-layouts.service';
import { PayFileReadsService } from './pay-file-reads.service';
import { PayFilesController } from './pay-files.controller';
import { PayFilesService } from './pay-files.service';
import { PayLineLimitsService } from './pay-line-limits.service';
import { PayListBankRowsService } from './pay-list-bank-rows.service';
import { PayListBankService } from './pay-list-bank.service';
import { PayListBooksService } from './pay-list-books.service';
import { PayListDebtsService } from './pay-list-debts.service';
import { PayListDraftingService } from './pay-list-drafting.service';
import { PayeeAccountsService } from './payee-accounts.service';
import { DebtPayeeEntity, PayeeAccountEntity } from './payee-outside.entity';
import { PayListHandsService } from './pay-list-hands.service';
import { PayListPayeesService } from './pay-list-payees.service';
import { PayListGroundService } from './pay-list-ground.service';
import { PayCheckGroundService } from './pay-check-ground.service';
import { PayChecksViewService } from './pay-checks-view.service';
import { PayChecksService } from './pay-checks.service';
import {
  PayCheckAnswerEntity,
  PayFileReadEntity,
  PayListActEntity,
  PayListEntity,
  PayListLineEntity,
  PayListOutcomeEntity,
} from './pay-list.entity';
import { PayListHoldsService } from './pay-list-holds.service';
import { PayListsCheckService } from './pay-lists-check.service';
import { ApprovedPaymentsCheckService } from './approved-payments-check.service';
import { ListedMoneyService } from './listed-money.service';
import { SlipLinesService } from './slip-lines.service';
import { SlipTriesService } from './slip-tries.service';
import { NationalEntriesController } from './national-entries.controller';
import { NationalEntriesPagesController } from './national-entries-pages.controller';
import { NationalEntriesService } from './national-entries.service';
import { NationalEntriesViewService } from './national-entries-view.service';
import { NationalEntryEntity } from './national-entry.entity';
import { NationalTableService } from './national-table.service';
import { PayoutWorkService } from './payout-work.service';
import { OfficePayListsPagesController } from './office-pay-lists-pages.controller';
import { OfficePayListsViewService } from './office-pay-lists-view.service';
import { PayListWorkService } from './pay-list-work.service';
import { PayListWaitsService } from './pay-list-waits.service';
import { PayBankPagesController } from './pay-bank-pages.controller';
import { PayListActsViewService } from './pay-list-acts-view.service';
import { PayListFormViewService } from './pay-list-form-view.service';
import { PayListHistoryService } from './pay-list-history.service';
import { PayListMistakesController } from './pay-list-mistakes.controller';
import { PayListMistakesService } from './pay-list-mistakes.service';
import { PayListPagesController } from './pay-list-pages.controller';
import { PayListPeopleService } from './pay-list-people.service';
import { PayListPrintingService } from './pay-list-printing.service';
import { PayListViewService } from './pay-list-view.service';
import { PayListsPagesController } from './pay-lists-pages.controller';
import { PayListsViewService } from './pay-lists-view.service';
import { PayResultViewService } from './pay-result-view.service';
import { PayListsController } from './pay-lists.controller';
import { PayListsReadService } from './pay-lists-read.service';
import { PayListsService } from './pay-lists.service';
import { PayResultsController } from './pay-results.controller';
import { PayResultsService } from './pay-results.service';
import { PayableDebtsService } from './payable-debts.service';
import { PayablePartsService } from './payable-parts.service';
import { PaymentsByHandService } from './payments-by-hand.service';
import { SentListsService } from './sent-lists.service';
import { WaitingPaymentsService } from './waiting-payments.service';

@Module({
  imports: [
    BankModule,
    CollectivesModule,
    DistributionModule,
    LedgerModule,
    MembersModule,
    UsersModule,
    UsesModule,
    VouchersModule,
    ...ownTables(
      PayFileReadEntity,
      PayListEntity,
      PayListLineEntity,
      PayListActEntity,
      PayListOutcomeEntity,
      PayCheckAnswerEntity,
    ),
    ...ownTables(
      DebtPayeeEntity,
      PayeeAccountEntity,
      NationalEntryEntity,
      PayAdviceEntity,
      SlipCodeEntity,
      SlipTriesEntity,
    ),
  ],
  controllers: [
    DebtPayeesController,
    DebtPayeesPagesController,
    NationalEntriesController,
    NationalEntriesPagesController,
    OfficePayListsPagesController,
    PayAdvicesController,
    PayAdvicesPagesController,
    PayBankPagesController,
    PayFilesController,
    PayListsController,
    PayListsPagesController,
    PayListPagesController,
    PayListMistakesController,
    PayResultsController,
  ],
  providers: [
    DebtPayeesService,
    DebtPayeeViewService,
    PaidForService,
    PayeeAccountsService,
    PayListHandsService,
    PayListPayeesService,
    NationalEntriesService,
    NationalEntriesViewService,
    NationalTableService,
    PayoutWorkService,
    PayAdvicePrintingService,
    PayAdvicesViewService,
    PayAdvicesService,
    PayAdvisedPeopleService,
    SlipLinesService,
    SlipTriesService,
    PayCheckGroundService,
    PayChecksService,
    PayChecksViewService,
    ListedMoneyService,
    OfficePayListsViewService,
    PayListWaitsService,
    PayListWorkService,
    PayListActsViewService,
    PayListFormViewService,
    PayListHistoryService,
    PayListMistakesService,
    PayListPeopleService,
    PayListPrintingService,
    PayListViewService,
    PayListsViewService,
    PayResultViewService,
    PayDocumentsService,
    PayFileFitsService,
    PayFileLayoutsService,
    PayFileReadsService,
    PayFilesService,
    PayLineLimitsService,
    PayListBankRowsService,
    PayListBankService,
    PayListBooksService,
    PayListDebtsService,
    PayListDraftingService,
    PayListGroundService,
    PayListHoldsService,
    PayListsCheckService,
    ApprovedPaymentsCheckService,
    PayListsReadService,
    PayListsService,
    PayResultsService,
    PayableDebtsService,
    PayablePartsService,
    PaymentsByHandService,
    SentListsService,
    WaitingPaymentsService,
  ],
  exports: [
    PayeeAccountsService,
    ListedMoneyService,
    PayAdvicesService,
    PayAdvisedPeopleService,
    PayFilesService,
    PayListHoldsService,
    PaymentsByHandService,
    SentListsService,
    SlipLinesService,
    SlipTriesService,
    PayListWaitsService,
    PayoutWorkService,
    PayListsCheckService,
    ApprovedPaymentsCheckService,
    PayListsReadService,
  ],
})
export class PayoutsModule {}
