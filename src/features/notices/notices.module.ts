import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { ApprovalsModule } from '../approvals/approvals.module';
import { GridContractsModule } from '../assets/grid-contracts.module';
import { AssetCardsModule } from '../assets/asset-cards.module';
import { AssetFilesModule } from '../assets/asset-files.module';
import { AssetsModule } from '../assets/assets.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { MembersModule } from '../collectives/members.module';
import { DeductionsModule } from '../deductions/deductions.module';
import { DistributionModule } from '../distribution/distribution.module';
import { IncomeModule } from '../income/income.module';
import { LedgerModule } from '../ledger/ledger.module';
import { PayoutsModule } from '../payouts/payouts.module';
import { PolicyModule } from '../policy/policy.module';
import { VouchersModule } from '../ledger/vouchers.module';
import { SurplusModule } from '../surplus/surplus.module';
import { UsersModule } from '../users/users.module';
import { UsesModule } from '../uses/uses.module';
import { AssetRegisterService } from './asset-register.service';
import { CorrectionService } from './correction.service';
import { GrantedPeopleService } from './granted-people.service';
import { DisplaysController } from './displays.controller';
import { DisplaysPagesController } from './displays-pages.controller';
import { DisplaysService } from './displays.service';
import { StepFileUsesService } from './file-uses.service';
import { ObjectionSenderEntity } from './objection-sender.entity';
import { ObjectionSendersService } from './objection-senders.service';
import { ObjectionAnswersService } from './objection-answers.service';
import { ObjectionPhonesService } from './objection-phones.service';
import { ObjectionsController } from './objections.controller';
import { ObjectionsPagesController } from './objections-pages.controller';
import { ObjectionsService } from './objections.service';
import { ObjectionsSheetService } from './objections-sheet.service';
import { ObjectionsViewService } from './objections-view.service';
import { PublicObjectionsController } from './public-objections.controller';
import {
  ObjectionAnswerEntity,
  ObjectionEntity,
  ObjectionPhoneEntity,
  ObjectionPhoneReadEntity,
} from './objection.entity';
import { LeasesArrearsService } from './leases-arrears.service';
import { NoticeClausesService } from './notice-clauses.service';
import { NoticeComposerService } from './notice-composer.service';
import { NoticeCostsService } from './notice-costs.service';
import { NoticeFactsService } from './notice-facts.service';
import { NoticeFontsService } from './notice-fonts.service';
import { NoticeIssueService } from './notice-issue.service';
import { NoticePagesController } from './notice-pages.controller';
import { IncomeExpenditureService } from './income-expenditure.service';
import { NoticeListPagesController } from './notice-list-pages.controller';
import { NoticeListViewService } from './notice-list-view.service';
import { NoticeReadService } from './notice-read.service';
import { NoticeRegisterService } from './notice-register.service';
import { NoticeMatterEntity, NoticeReportEntity, NoticeWithdrawalEntity } from './notice-report.entity';
import { NoticeSheetEntity } from './notice-sheet.entity';
import { NoticeSheetsService } from './notice-sheets.service';
import { NoticeDisplayEntity, NoticeTakedownEntity } from './notice-display.entity';
import { NoticeEntity } from './notice.entity';
import { NoticesCheckService } from './notices-check.service';
import { NoticesController } from './notices.controller';
import { NoticesService } from './notices.service';
import { PaymentResultsService } from './payment-results.service';
import { PlanToldController } from './plan-told.controller';
import { PlanToldPagesController } from './plan-told-pages.controller';
import { PlanToldService } from './plan-told.service';
import { PlanToldViewService } from './plan-told-view.service';
import { PostAppointmentsService } from './post-appointments.service';
import { PostWagesSheetService } from './post-wages.service';
import { PrintChoiceService } from './print-choice.service';
import { PrintFilesService } from './print-files.service';
import { PrintPagesController } from './print-pages.controller';
import { PrintViewService } from './print-view.service';
import { PublicAssetsController } from './public-assets.controller';
import { PublicAssetsService } from './public-assets.service';
import { PublicCodeEntity } from './public-code.entity';
import { PublicNoticesService } from './public-notices.service';
import { PublicPagesController } from './public-pages.controller';
import { TwoSheetsController } from './two-sheets.controller';
import { TwoSheetsService } from './two-sheets.service';
import { HouseholdSlipsController } from './household-slips.controller';
import { HouseholdSlipsService } from './household-slips.service';
import { PublicSlipsController } from './public-slips.controller';
import { PublicSlipsService } from './public-slips.service';
import { PublishViewService } from './publish-view.service';
import { ReportComposerService } from './report-composer.service';
import { ReportNamesService } from './report-names.service';
import { ReportNoticesController } from './report-notices.controller';
import { ReportNoticesService } from './report-notices.service';
import { ReportPartiesService } from './report-parties.service';
import { ReportPeopleService } from './report-people.service';
import { ReportSubjectsService } from './report-subjects.service';
import { ReportReadingService } from './report-reading.service';
import { type ReportSource, ReportSources } from './report-source';
import { ResolutionService } from './resolution.service';
import { RewardsSubsidiesService } from './rewards-subsidies.service';
import { SheetBooksService } from './sheet-books.service';
import { SheetDrawingService } from './sheet-drawing.service';
import { StandingSheetsService } from './standing-sheets.service';
import { ShownSheetService } from './shown-sheet.service';
import { SampleSheetsService } from './sample-sheets.service';
import { SlipMoneyService } from './slip-money.service';
import { WorksLabourService } from './works-labour.service';
import { YearPlanComposerService } from './year-plan-composer.service';
import { StoredFileEntity } from '../../platform/files/stored-file.entity';

/** Where the figures of each sheet about some days come from; a new sheet gets its line here. */
const REPORT_SOURCES = [
  IncomeExpenditureService,
  PostAppointmentsService,
  PostWagesSheetService,
  WorksLabourService,
  RewardsSubsidiesService,
  PaymentResultsService,
  AssetRegisterService,
  LeasesArrearsService,
  ObjectionsSheetService,
  CorrectionService,
  ResolutionService,
] as const;

@Module({
  imports: [
    ApprovalsModule,
    AssetCardsModule,
    GridContractsModule,
    AssetFilesModule,
    AssetsModule,
    CollectivesModule,
    DeductionsModule,
    DistributionModule,
    IncomeModule,
    LedgerModule,
    MembersModule,
    SurplusModule,
    VouchersModule,
    PayoutsModule,
    PolicyModule,
    UsersModule,
    UsesModule,
    ...ownTables(NoticeEntity, NoticeDisplayEntity, NoticeSheetEntity, NoticeTakedownEntity),
    ...ownTables(NoticeMatterEntity, NoticeReportEntity, NoticeWithdrawalEntity),
    ...ownTables(ObjectionAnswerEntity, ObjectionEntity, ObjectionPhoneEntity, ObjectionPhoneReadEntity),
    ...ownTables(ObjectionSenderEntity, PublicCodeEntity, StoredFileEntity),
  ],
  controllers: [
    DisplaysController,
    DisplaysPagesController,
    ObjectionsController,
    ObjectionsPagesController,
    PublicObjectionsController,
    PublicAssetsController,
    PublicPagesController,
    TwoSheetsController,
    NoticeListPagesController,
    PublicSlipsController,
    HouseholdSlipsController,
    NoticePagesController,
    ReportNoticesController,
    NoticesController,
    PrintPagesController,
    PlanToldController,
    PlanToldPagesController,
  ],
  providers: [
    DisplaysService,
    ObjectionAnswersService,
    GrantedPeopleService,
    ObjectionPhonesService,
    ObjectionSendersService,
    ObjectionsService,
    ObjectionsViewService,
    NoticeClausesService,
    NoticeComposerService,
    NoticeCostsService,
    NoticeFactsService,
    NoticeFontsService,
    NoticeIssueService,
    NoticeListViewService,
    NoticeReadService,
    NoticeRegisterService,
    NoticesCheckService,
    NoticesService,
    NoticeSheetsService,
    PlanToldService,
    PlanToldViewService,
    PrintChoiceService,
    PrintFilesService,
    PrintViewService,
    PublicAssetsService,
    PublicNoticesService,
    PublicSlipsService,
    HouseholdSlipsService,
    PublishViewService,
    ReportComposerService,
    ReportNamesService,
    ReportNoticesService,
    ReportPartiesService,
    ReportPeopleService,
    ReportReadingService,
    ReportSubjectsService,
    ...REPORT_SOURCES,
    {
      provide: ReportSources,
      useFactory: (...list: ReportSource[]) => new ReportSources(list),
      inject: [...REPORT_SOURCES],
    },
    SampleSheetsService,
    SheetBooksService,
    SheetDrawingService,
    StandingSheetsService,
    ShownSheetService,
    SlipMoneyService,
    StepFileUsesService,
    TwoSheetsService,
    YearPlanComposerService,
  ],
  exports: [
    StepFileUsesService,
    DisplaysService,
    ObjectionPhonesService,
    NoticeReadService,
    NoticesCheckService,
    NoticesService,
    NoticeSheetsService,
    ObjectionsService,
    ReportNoticesService,
  ],
})
export class NoticesModule {}
