import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { UsersModule } from '../users/users.module';
import { BankAccountActEntity } from './bank-account-act.entity';
import { BankAccountChangeEntity } from './bank-account-change.entity';
import { BankAccountEntity } from './bank-account.entity';
import { BankCheckService } from './bank-check.service';
import { BankAccountsService } from './bank-accounts.service';
import { BankController } from './bank.controller';
import { BankEndsPagesController } from './bank-ends-pages.controller';
import { BankEndsService } from './bank-ends.service';
import { BankExplanationEntity } from './bank-explanation.entity';
import { BankImportPagesController } from './bank-import-pages.controller';
import { BankImportService } from './bank-import.service';
import { BankImportViewService } from './bank-import-view.service';
import { BankLayoutsService } from './bank-layouts.service';
import { BankLineEntity } from './bank-line.entity';
import { BankMatchEntity } from './bank-match.entity';
import { BankMatchLineEntity } from './bank-match-line.entity';
import { BankLineStepsService } from './bank-line-steps.service';
import { BankLinesController } from './bank-lines.controller';
import { BankMatchingPagesController } from './bank-matching-pages.controller';
import { BankMatchingService } from './bank-matching.service';
import { BankMatchingViewService } from './bank-matching-view.service';
import { BankOpeningReasonEntity } from './bank-opening-reason.entity';
import { BankOpeningsController } from './bank-openings.controller';
import { BankOpeningsService } from './bank-openings.service';
import { BankPagesController } from './bank-pages.controller';
import { BankReadService } from './bank-read.service';
import { BankShownService } from './bank-shown.service';
import { BankReconciliationService } from './bank-reconciliation.service';
import { BankReconciliationViewService } from './bank-reconciliation-view.service';
import { BankStatementEntity } from './bank-statement.entity';
import { BankStatementFilesService } from './bank-statement-files.service';
import { BankStatementsController } from './bank-statements.controller';
import { BankStatementsPagesController } from './bank-statements-pages.controller';
import { BankStatementsViewService } from './bank-statements-view.service';
import { BankViewService } from './bank-view.service';
import { BankWithdrawalEntity } from './bank-withdrawal.entity';
import { BankWithdrawalsService } from './bank-withdrawals.service';
import { LedgerModule } from './ledger.module';

const ENTITIES = [
  BankAccountActEntity,
  BankAccountChangeEntity,
  BankAccountEntity,
  BankExplanationEntity,
  BankLineEntity,
  BankMatchEntity,
  BankMatchLineEntity,
  BankOpeningReasonEntity,
  BankStatementEntity,
  BankWithdrawalEntity,
];

/** The bank beside the books: a part of the ledger with pages of its own. */
@Module({
  imports: [LedgerModule, UsersModule, ...ownTables(...ENTITIES)],
  controllers: [
    BankController,
    BankEndsPagesController,
    BankImportPagesController,
    BankLinesController,
    BankMatchingPagesController,
    BankOpeningsController,
    BankPagesController,
    BankStatementsController,
    BankStatementsPagesController,
  ],
  providers: [
    BankAccountsService,
    BankCheckService,
    BankEndsService,
    BankImportService,
    BankImportViewService,
    BankLayoutsService,
    BankLineStepsService,
    BankMatchingService,
    BankMatchingViewService,
    BankOpeningsService,
    BankReadService,
    BankShownService,
    BankReconciliationService,
    BankReconciliationViewService,
    BankStatementFilesService,
    BankStatementsViewService,
    BankViewService,
    BankWithdrawalsService,
  ],
  exports: [BankAccountsService, BankCheckService, BankReadService, BankShownService],
})
export class BankModule {}
