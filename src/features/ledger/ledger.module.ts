import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { UsersModule } from '../users/users.module';
import { AccountChoiceEntity, YearAccountEntity } from './account-choice.entity';
import { AssetResultsService } from './asset-results.service';
import { AssetBalancesService } from './asset-balances.service';
import { BalancesService } from './balances.service';
import { BookLinesService } from './book-lines.service';
import { BooksListService } from './books-list.service';
import { BooksPagesController } from './books-pages.controller';
import { BooksViewService } from './books-view.service';
import { ChartCarryService } from './chart-carry.service';
import { ChartService } from './chart.service';
import { CountyBalancesService } from './county-balances.service';
import { EarnedIncomeService } from './earned-income.service';
import { LedgerCheckService } from './ledger-check.service';
import { LedgerEntryEntity } from './ledger-entry.entity';
import { LedgerImportService } from './ledger-import.service';
import { LedgerLineEntity } from './ledger-line.entity';
import { LedgerMonthsService } from './ledger-months.service';
import { LedgerReadService } from './ledger-read.service';
import { LedgerController } from './ledger.controller';
import { LedgerService } from './ledger.service';
import { ReportBodiesService } from './report-bodies.service';
import { ReportPagesController } from './report-pages.controller';
import { ReportPartiesService } from './report-parties.service';
import { ReportViewService } from './report-view.service';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';
import { DebtPaymentEntity } from './debt-payment.entity';
import { DebtPaymentsService } from './debt-payments.service';
import { LineOriginEntity } from './line-origin.entity';
import { StatementLayoutsService } from './statement-layouts.service';
import { StatementsService } from './statements.service';
import { ManyBooksService } from './many-books.service';
import { ManyIncomesService } from './many-incomes.service';
import { OpeningStandingService } from './opening-standing.service';
import { OwedUnderAssetsService } from './owed-under-assets.service';
import { PoolBalancesService } from './pool-balances.service';
import { PromisedMoneyEntity } from './promised-money.entity';
import { PromisedMoneyService } from './promised-money.service';
import { ReentriesCheckService } from './reentries-check.service';
import { ReentriesService } from './reentries.service';
import { ReentryEntity } from './reentry.entity';
import { ReserveEntity, ReserveReleaseEntity } from './reserve.entity';
import { ReservesCheckService } from './reserves-check.service';
import { ReservesService } from './reserves.service';
import { PromiseReleaseEntity, PromiseReleaseWithdrawalEntity } from './promise-release.entity';
import { PromiseReleasesService } from './promise-releases.service';
import { CountedLinesService } from './counted-lines.service';
import { TaxFlowsService } from './tax-flows.service';
import { TracePagesController } from './trace-pages.controller';
import { TraceViewService } from './trace-view.service';
import { TraceController } from './trace.controller';
import { TracingService } from './tracing.service';

@Module({
  imports: [
    UsersModule,
    ...ownTables(
      AccountChoiceEntity,
      DebtPaymentEntity,
      LedgerEntryEntity,
      LedgerLineEntity,
      LineOriginEntity,
      PromisedMoneyEntity,
      PromiseReleaseEntity,
      PromiseReleaseWithdrawalEntity,
      ReentryEntity,
      ReserveEntity,
      ReserveReleaseEntity,
      YearAccountEntity,
    ),
  ],
  controllers: [
    TraceController,
    TracePagesController,
    LedgerController,
    ReportPagesController,
    ReportsController,
    BooksPagesController,
  ],
  providers: [
    AssetBalancesService,
    AssetResultsService,
    TraceViewService,
    TracingService,
    BalancesService,
    BookLinesService,
    BooksListService,
    BooksViewService,
    ReportBodiesService,
    ReportPartiesService,
    ReportViewService,
    ReportsService,
    StatementLayoutsService,
    StatementsService,
    ChartCarryService,
    ChartService,
    CountedLinesService,
    CountyBalancesService,
    DebtPaymentsService,
    EarnedIncomeService,
    LedgerImportService,
    LedgerMonthsService,
    LedgerCheckService,
    LedgerReadService,
    LedgerService,
    ManyBooksService,
    ManyIncomesService,
    OpeningStandingService,
    OwedUnderAssetsService,
    PoolBalancesService,
    PromisedMoneyService,
    PromiseReleasesService,
    ReentriesCheckService,
    ReentriesService,
    ReservesCheckService,
    ReservesService,
    TaxFlowsService,
  ],
  exports: [
    AssetBalancesService,
    AssetResultsService,
    BalancesService,
    BookLinesService,
    ReportsService,
    StatementsService,
    ChartCarryService,
    ChartService,
    CountedLinesService,
    CountyBalancesService,
    DebtPaymentsService,
    EarnedIncomeService,
    LedgerImportService,
    LedgerMonthsService,
    LedgerCheckService,
    LedgerReadService,
    LedgerService,
    ManyBooksService,
    ManyIncomesService,
    OpeningStandingService,
    PoolBalancesService,
    PromisedMoneyService,
    PromiseReleasesService,
    ReentriesCheckService,
    ReentriesService,
    ReservesCheckService,
    ReservesService,
    TaxFlowsService,
    TracingService,
  ],
})
export class LedgerModule {}
