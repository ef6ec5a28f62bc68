import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { ownTables } from '../../platform/database/database.module';
import { ApprovalsModule } from '../approvals/approvals.module';
import { AssetFilesModule } from '../assets/asset-files.module';
import { AssetMarksModule } from '../assets/asset-marks.module';
import { AssetMattersModule } from '../assets/asset-matters.module';
import { AssetsModule } from '../assets/assets.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { DistributionModule } from '../distribution/distribution.module';
import { NoticesModule } from '../notices/notices.module';
import { IncomeModule } from '../income/income.module';
import { LedgerModule } from '../ledger/ledger.module';
import { MonthsModule } from '../months/months.module';
import { PayoutsModule } from '../payouts/payouts.module';
import { PolicyModule } from '../policy/policy.module';
import { SurplusModule } from '../surplus/surplus.module';
import { UsesModule } from '../uses/uses.module';
import { MembersModule } from '../collectives/members.module';
import { UsersModule } from '../users/users.module';
import { AccountRelativesController } from './account-relatives.controller';
import { AccountRelativesPagesController } from './account-relatives-pages.controller';
import { AccountRelativesViewService } from './account-relatives-view.service';
import { AccountsController } from './accounts.controller';
import { AccountsPagesController } from './accounts-pages.controller';
import { AccountsReadService } from './accounts-read.service';
import { AccountsViewService } from './accounts-view.service';
import { ActsPagesController } from './acts-pages.controller';
import { ActsViewService } from './acts-view.service';
import { ActsService } from './acts.service';
import { AuditFileController } from './audit-file.controller';
import { AuditFileService } from './audit-file.service';
import { BatchReviewsPagesController } from './batch-reviews-pages.controller';
import { BatchReviewsViewService } from './batch-reviews-view.service';
import { BatchReviewsService } from './batch-reviews.service';
import { BookCheckPagesController } from './book-check-pages.controller';
import { BookCheckSchedule } from './book-check-schedule';
import { BookCheckViewService } from './book-check-view.service';
import { BookCheckEntity } from './book-check.entity';
import { BookChecksService } from './book-checks.service';
import { ColourBoundsService } from './colour-bounds.service';
import { ColourGroundService } from './colour-ground.service';
import { ColoursController } from './colours.controller';
import { ColoursPagesController } from './colours-pages.controller';
import { ColoursService } from './colours.service';
import { ColoursViewService } from './colours-view.service';
import { FilingsController } from './filings.controller';
import { FilingsPagesController } from './filings-pages.controller';
import { FilingsViewService } from './filings-view.service';
import { MyWorkPagesController } from './my-work-pages.controller';
import { MyWorkViewService } from './my-work-view.service';
import { OfficeColoursPagesController } from './office-colours-pages.controller';
import { OfficeColoursViewService } from './office-colours-view.service';
import { DueDaysService } from './due-days.service';
import { GivenReckonerService } from './given-reckoner.service';
import { GoalGroundService } from './goal-ground.service';
import { GoalReckonerService } from './goal-reckoner.service';
import { GoalsController } from './goals.controller';
import { GoalsPagesController } from './goals-pages.controller';
import { GoalsService } from './goals.service';
import { GoalsViewService } from './goals-view.service';
import { OfficeLinkagePagesController } from './office-linkage-pages.controller';
import { OfficeLinkageViewService } from './office-linkage-view.service';
import { OfficeYieldsViewService } from './office-yields-view.service';
import { IdleMoneyController } from './idle-money.controller';
import { IdleMoneyPagesController } from './idle-money-pages.controller';
import { IdleMoneyService } from './idle-money.service';
import { IdleMoneyViewService } from './idle-money-view.service';
import { IdleNoteEntity } from './idle-note.entity';
import { IndicatorFigureEntity } from './indicator-figure.entity';
import { DryRunController } from './dry-run.controller';
import { DryRunPagesController } from './dry-run-pages.controller';
import { DryRunComparisonViewService } from './dry-run-comparison-view.service';
import { DryRunViewService } from './dry-run-view.service';
import { DryRunService } from './dry-run.service';
import { OpenMattersService } from './open-matters.service';
import { PapersPagesController } from './papers-pages.controller';
import { PapersService } from './papers.service';
import { PapersViewService } from './papers-view.service';
import { OneHandService } from './one-hand.service';
import { PeoplePagesController } from './people-pages.controller';
import { PeopleViewService } from './people-view.service';
import { PeopleService } from './people.service';
import { RolesController } from './roles.controller';
import { RoutesController } from './routes.controller';
import { RoutesPagesController } from './routes-pages.controller';
import { RoutesViewService } from './routes-view.service';
import { ReviewQueueService } from './review-queue.service';
import { SearchModule } from './search.module';
import { TownshipPagesController } from './township-pages.controller';
import { TownshipAssetsViewService } from './township-assets-view.service';
import { TownshipViewService } from './township-view.service';
import { VillageMatrixService } from './village-matrix.service';
import { WaitingFilingsService } from './waiting-filings.service';
import { WaitingPlansService } from './waiting-plans.service';
import { WaitingWorkService } from './waiting-work.service';
import { WorkListsService } from './work-lists.service';

@Module({
  imports: [
    ApprovalsModule,
    AssetFilesModule,
    AssetMarksModule,
    AssetMattersModule,
    AssetsModule,
    CollectivesModule,
    DistributionModule,
    NoticesModule,
    IncomeModule,
    LedgerModule,
    MembersModule,
    MonthsModule,
    PayoutsModule,
    PolicyModule,
    SearchModule,
    SurplusModule,
    UsersModule,
    UsesModule,
    ScheduleModule.forRoot(),
    ...ownTables(BookCheckEntity, IdleNoteEntity, IndicatorFigureEntity),
  ],
  controllers: [
    AccountRelativesController,
    AccountRelativesPagesController,
    AccountsController,
    AccountsPagesController,
    ActsPagesController,
    AuditFileController,
    BatchReviewsPagesController,
    BookCheckPagesController,
    ColoursController,
    ColoursPagesController,
    FilingsController,
    FilingsPagesController,
    GoalsController,
    GoalsPagesController,
    DryRunController,
    DryRunPagesController,
    IdleMoneyController,
    IdleMoneyPagesController,
    MyWorkPagesController,
    OfficeColoursPagesController,
    OfficeLinkagePagesController,
    PapersPagesController,
    PeoplePagesController,
    RolesController,
    RoutesController,
    RoutesPagesController,
    TownshipPagesController,
  ],
  providers: [
    AccountsReadService,
    AccountRelativesViewService,
    AccountsViewService,
    ActsService,
    ActsViewService,
    AuditFileService,
    BatchReviewsService,
    BatchReviewsViewService,
    BookCheckSchedule,
    BookCheckViewService,
    BookChecksService,
    ColourBoundsService,
    ColourGroundService,
    ColoursService,
    ColoursViewService,
    DueDaysService,
    FilingsViewService,
    GivenReckonerService,
    GoalGroundService,
    GoalReckonerService,
    GoalsService,
    GoalsViewService,
    DryRunService,
    DryRunComparisonViewService,
    DryRunViewService,
    IdleMoneyService,
    IdleMoneyViewService,
    MyWorkViewService,
    OfficeColoursViewService,
    OfficeLinkageViewService,
    OfficeYieldsViewService,
    OneHandService,
    PeopleService,
    PeopleViewService,
    PapersService,
    PapersViewService,
    OpenMattersService,
    ReviewQueueService,
    RoutesViewService,
    TownshipAssetsViewService,
    TownshipViewService,
    VillageMatrixService,
    WaitingFilingsService,
    WaitingPlansService,
    WaitingWorkService,
    WorkListsService,
  ],
})
export class OversightModule {}
