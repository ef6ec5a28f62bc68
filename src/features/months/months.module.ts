import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { AuditModule } from '../../platform/audit/audit.module';
import { AssetFilesCheckService } from '../assets/asset-files-check.service';
import { AssetFilesModule } from '../assets/asset-files.module';
import { AssetLifeCheckService } from '../assets/asset-life-check.service';
import { AssetLifeModule } from '../assets/asset-life.module';
import { AssetsCheckService } from '../assets/assets-check.service';
import { ConstructionCheckService } from '../assets/construction-check.service';
import { RegisterCheckService } from '../assets/register-check.service';
import { ConstructionModule } from '../assets/construction.module';
import { DepreciationCheckService } from '../assets/depreciation-check.service';
import { StocktakingCheckService } from '../assets/stocktaking-check.service';
import { StocktakingModule } from '../assets/stocktaking.module';
import { AssetsModule } from '../assets/assets.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { KeptCostsCheckService } from '../deductions/kept-costs-check.service';
import { ChargesCheckService } from '../deductions/charges-check.service';
import { CustodyCostsCheckService } from '../deductions/custody-costs-check.service';
import { DeductionsCheckService } from '../deductions/deductions-check.service';
import { DeductionsModule } from '../deductions/deductions.module';
import { DistributionModule } from '../distribution/distribution.module';
import { ApprovalsCheckService } from '../distribution/approvals-check.service';
import { PlansCheckService } from '../distribution/plans-check.service';
import { ApprovedPaymentsCheckService } from '../payouts/approved-payments-check.service';
import { PayListsCheckService } from '../payouts/pay-lists-check.service';
import { PayoutsModule } from '../payouts/payouts.module';
import { YearPlansCheckService } from '../distribution/year-plans-check.service';
import { DividendsCheckService } from '../uses/dividends-check.service';
import { GrantsCheckService } from '../distribution/grants-check.service';
import { AttendanceCheckService } from '../distribution/attendance-check.service';
import { AidCheckService } from '../distribution/aid-check.service';
import { IndustryCheckService } from '../distribution/industry-check.service';
import { WorksCheckService } from '../distribution/works-check.service';
import { ReleasesCheckService } from '../distribution/releases-check.service';
import { SettledCheckService } from '../distribution/settled-check.service';
import { IncomeCheckService } from '../income/income-check.service';
import { IncomeModule } from '../income/income.module';
import { CustodyCheckService } from '../income/custody-check.service';
import { DepositsCheckService } from '../income/deposits-check.service';
import { SlipReadingsCheckService } from '../income/slip-readings-check.service';
import { TaxCheckService } from '../income/tax-check.service';
import { TaxModule } from '../income/tax.module';
import { BankCheckService } from '../ledger/bank-check.service';
import { BankModule } from '../ledger/bank.module';
import { CounterpartiesCheckService } from '../ledger/counterparties-check.service';
import { MembersModule } from '../collectives/members.module';
import { LedgerModule } from '../ledger/ledger.module';
import { SignaturesCheckService } from '../ledger/signatures-check.service';
import { VouchersCheckService } from '../ledger/vouchers-check.service';
import { NoticesCheckService } from '../notices/notices-check.service';
import { NoticesModule } from '../notices/notices.module';
import { SurplusModule } from '../surplus/surplus.module';
import { UsersModule } from '../users/users.module';
import { VouchersModule } from '../ledger/vouchers.module';
import { ClosingWishesService } from './closing-wishes.service';
import { MonthBooksViewService } from './month-books-view.service';
import { MonthClosingViewService } from './month-closing-view.service';
import { ChartChangeEntity } from './chart-change.entity';
import { ChartChangeController } from './chart-change.controller';
import { ChartChangePagesController } from './chart-change-pages.controller';
import { ChartChangeViewService } from './chart-change-view.service';
import { ChartChangeService } from './chart-change.service';
import { AssetWishesService } from './asset-wishes.service';
import { BankStepsService } from './bank-steps.service';
import { OwedPaymentsService } from './owed-payments.service';
import { PeoplesPaymentsService } from './peoples-payments.service';
import { ReentriesCheckService } from '../ledger/reentries-check.service';
import { ReservesCheckService } from '../ledger/reserves-check.service';
import type { StepCheck } from '../ledger/step-check.service';
import { BooksCheckService } from './books-check.service';
import { ChartsCheckService } from './charts-check.service';
import { MonthAssetTasksService } from './month-asset-tasks.service';
import { MonthBankTasksService } from './month-bank-tasks.service';
import { MonthEarningTasksService } from './month-earning-tasks.service';
import { MonthOwnersTasksService } from './month-owners-tasks.service';
import { MonthIncomeTasksService } from './month-income-tasks.service';
import { MonthPagesController } from './month-pages.controller';
import { MonthReadinessService } from './month-readiness.service';
import { MonthSpendingTasksService } from './month-spending-tasks.service';
import { UsesModule } from '../uses/uses.module';
import { MonthAcceptanceTasksService } from './month-acceptance-tasks.service';
import { MonthOverpaidTasksService } from './month-overpaid-tasks.service';
import { MonthOwedTasksService } from './month-owed-tasks.service';
import { MonthObjectionTasksService } from './month-objection-tasks.service';
import { MonthHelpTasksService } from './month-help-tasks.service';
import { MonthPeopleTasksService } from './month-people-tasks.service';
import { MonthOwnTasksService } from './month-own-tasks.service';
import { MonthTaskListService } from './month-task-list.service';
import { MoneyWishesService } from './money-wishes.service';
import { MonthTasksService } from './month-tasks.service';
import { MonthViewService } from './month-view.service';
import { MonthVoucherTasksService } from './month-voucher-tasks.service';
import { MonthWorkService } from './month-work.service';
import { MonthsController } from './months.controller';
import { MonthsService } from './months.service';
import { OfficeDeskService } from './office-desk.service';
import { OpeningController } from './opening.controller';
import { OpeningPagesController } from './opening-pages.controller';
import { OpeningReplacementService } from './opening-replacement.service';
import { OpeningViewService } from './opening-view.service';
import { OpeningService } from './opening.service';
import { PriorYearAccountEntity } from './prior-year-account.entity';
import { PriorYearGroundService } from './prior-year-ground.service';
import { PriorYearPagesController } from './prior-year-pages.controller';
import { PriorYearService } from './prior-year.service';
import { PriorYearViewService } from './prior-year-view.service';
import { ReversibleFactsService } from './reversible-facts.service';
import { JointCheckService } from '../income/joint-check.service';
import { OwnersCheckService } from '../income/owners-check.service';
import { JointSchedule } from './joint-schedule';
import { HandoversCheckService } from './handovers-check.service';
import { HandoversModule } from './handovers.module';
import { JointReversalsService } from './joint-reversals.service';
import { ReentryPagesController } from './reentry-pages.controller';
import { ReentryPathsService } from './reentry-paths.service';
import { ReversedBooksService } from './reversed-books.service';
import { ReversingService } from './reversing.service';
import { RecordsCheckService } from './records-check.service';
import { AcceptedCheckService } from './accepted-check.service';
import { RefusalsCheckService } from './refusals-check.service';
import { StationSlipsService } from './station-slips.service';
import { StepChecks } from './step-checks';
import { VoucherStepsService } from './voucher-steps.service';
import { YearBooksService } from './year-books.service';
import { YearReversalsService } from './year-reversals.service';
import { YearShownService } from './year-shown.service';
import { YearClosingEntity } from './year-closing.entity';
import { YearEndCheckService } from './year-end-check.service';
import { YearEndController } from './year-end.controller';
import { YearEndPagesController } from './year-end-pages.controller';
import { YearEndService } from './year-end.service';
import { YearEndViewService } from './year-end-view.service';

@Module({
  imports: [
    AuditModule,
    AssetFilesModule,
    AssetLifeModule,
    AssetsModule,
    BankModule,
    CollectivesModule,
    ConstructionModule,
    DeductionsModule,
    DistributionModule,
    PayoutsModule,
    UsesModule,
    HandoversModule,
    IncomeModule,
    LedgerModule,
    MembersModule,
    NoticesModule,
    StocktakingModule,
    SurplusModule,
    TaxModule,
    UsersModule,
    VouchersModule,
    ...ownTables(ChartChangeEntity, PriorYearAccountEntity, YearClosingEntity),
  ],
  controllers: [
    ChartChangeController,
    ChartChangePagesController,
    MonthPagesController,
    ReentryPagesController,
    MonthsController,
    OpeningController,
    OpeningPagesController,
    PriorYearPagesController,
    YearEndController,
    YearEndPagesController,
  ],
  providers: [
    AssetWishesService,
    ClosingWishesService,
    BooksCheckService,
    ChartsCheckService,
    RecordsCheckService,
    AcceptedCheckService,
    RefusalsCheckService,
    YearEndCheckService,
    MonthBooksViewService,
    MonthClosingViewService,
    ChartChangeService,
    ChartChangeViewService,
    BankStepsService,
    OwedPaymentsService,
    PeoplesPaymentsService,
    MonthAssetTasksService,
    MonthEarningTasksService,
    MonthIncomeTasksService,
    MonthOwnersTasksService,
    MonthReadinessService,
    MonthSpendingTasksService,
    MonthAcceptanceTasksService,
    MonthHelpTasksService,
    MonthObjectionTasksService,
    MonthOverpaidTasksService,
    MonthOwedTasksService,
    MonthPeopleTasksService,
    MonthOwnTasksService,
    MonthTaskListService,
    MonthBankTasksService,
    MoneyWishesService,
    MonthTasksService,
    MonthViewService,
    MonthVoucherTasksService,
    MonthWorkService,
    MonthsService,
    OfficeDeskService,
    OpeningReplacementService,
    OpeningService,
    OpeningViewService,
    PriorYearGroundService,
    PriorYearService,
    PriorYearViewService,
    ReversibleFactsService,
    JointReversalsService,
    JointSchedule,
    ReentryPathsService,
    ReversedBooksService,
    ReversingService,
    StationSlipsService,
    VoucherStepsService,
    YearBooksService,
    YearReversalsService,
    YearShownService,
    YearEndService,
    YearEndViewService,
    {
      // One line for each step that keeps rows beside the books, in the order of the flow.
      provide: StepChecks,
      useFactory: (...list: StepCheck[]) => new StepChecks(list),
      inject: [
        AssetsCheckService,
        RegisterCheckService,
        AssetFilesCheckService,
        StocktakingCheckService,
        DepreciationCheckService,
        AssetLifeCheckService,
        ConstructionCheckService,
        IncomeCheckService,
        SlipReadingsCheckService,
        TaxCheckService,
        DepositsCheckService,
        CustodyCheckService,
        JointCheckService,
        OwnersCheckService,
        DeductionsCheckService,
        CustodyCostsCheckService,
        ChargesCheckService,
        KeptCostsCheckService,
        GrantsCheckService,
        DividendsCheckService,
        IndustryCheckService,
        WorksCheckService,
        AidCheckService,
        AttendanceCheckService,
        PlansCheckService,
        ApprovalsCheckService,
        YearPlansCheckService,
        SettledCheckService,
        ReleasesCheckService,
        PayListsCheckService,
        ApprovedPaymentsCheckService,
        ReservesCheckService,
        ReentriesCheckService,
        NoticesCheckService,
        ChartsCheckService,
        YearEndCheckService,
        HandoversCheckService,
        RecordsCheckService,
        CounterpartiesCheckService,
        VouchersCheckService,
        SignaturesCheckService,
        BankCheckService,
        AcceptedCheckService,
        RefusalsCheckService,
      ],
    },
  ],
  exports: [
    BankStepsService,
    BooksCheckService,
    ChartChangeService,
    MonthReadinessService,
    MonthTasksService,
    MonthsService,
    JointSchedule,
    OfficeDeskService,
    OpeningService,
    ReversingService,
    VoucherStepsService,
    YearEndService,
  ],
})
export class MonthsModule {}
