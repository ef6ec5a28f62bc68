import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { ApprovalsModule } from '../approvals/approvals.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { DeductionsModule } from '../deductions/deductions.module';
import { MembersModule } from '../collectives/members.module';
import { LedgerModule } from '../ledger/ledger.module';
import { PolicyModule } from '../policy/policy.module';
import { SurplusModule } from '../surplus/surplus.module';
import { UsersModule } from '../users/users.module';
import { UsesModule } from '../uses/uses.module';
import { AssetFilesModule } from '../assets/asset-files.module';
import { AssetsModule } from '../assets/assets.module';
import { IncomeModule } from '../income/income.module';
import { AidCheckService } from './aid-check.service';
import { AidController } from './aid.controller';
import { AidListViewService } from './aid-list-view.service';
import { AidListsService } from './aid-lists.service';
import { AidPagesController } from './aid-pages.controller';
import { AidTellingService } from './aid-telling.service';
import { AidViewService } from './aid-view.service';
import { ApprovalsCheckService } from './approvals-check.service';
import { AttendanceCheckService } from './attendance-check.service';
import { AttendanceController } from './attendance.controller';
import { AttendancePagesController } from './attendance-pages.controller';
import { AttendanceViewService } from './attendance-view.service';
import { GrantBookingService } from './grant-booking.service';
import { PeriodSettlingService } from './period-settling.service';
import { GrantedLinesService } from './granted-lines.service';
import { TakenClaimEntity, YearClaimEntity } from './year-claim.entity';
import { PostWagesService } from './post-wages.service';
import { DeliberationRecordController } from './deliberation-record.controller';
import { DeliberationRecordService } from './deliberation-record.service';
import { DecidingService } from './deciding.service';
import { DistributionController } from './distribution.controller';
import { FilingService } from './filing.service';
import { DraftBasisService } from './draft-basis.service';
import { DraftPastService } from './draft-past.service';
import { DraftPagesController } from './draft-pages.controller';
import { DraftPlanViewService } from './draft-plan-view.service';
import { DraftingService } from './drafting.service';
import { GrantEntity } from './grant.entity';
import { GrantedAheadService } from './granted-ahead.service';
import { GrantingService } from './granting.service';
import { GrantPlacesView } from './grant-places.view';
import { GrantsCheckService } from './grants-check.service';
import { IndustryCheckService } from './industry-check.service';
import { HouseholdPaymentsService } from './household-payments.service';
import { IndustryController } from './industry.controller';
import { IndustryPagesController } from './industry-pages.controller';
import { IndustryStagesService } from './industry-stages.service';
import { IndustryViewService } from './industry-view.service';
import { IndustryVouchersView } from './industry-vouchers.view';
import { MovedSheetsService } from './moved-sheets.service';
import { NewIncomeGrantsService } from './new-income-grants.service';
import { NewIncomeService } from './new-income.service';
import { NewIncomeStandingService } from './new-income-standing.service';
import { SureGrantsService } from './sure-grants.service';
import { PlanApprovalService } from './plan-approval.service';
import { PlanNamesService } from './plan-names.service';
import { PlanCheckService } from './plan-check.service';
import { PlanDrawingService } from './plan-drawing.service';
import { PlanHeadService } from './plan-head.service';
import { PlanClaimsService } from './plan-claims.service';
import { PlanRevisionsService } from './plan-revisions.service';
import { PlanHistoryService } from './plan-history.service';
import { PlanExplanationController } from './plan-explanation.controller';
import { PlanFilesService } from './plan-files.service';
import { PlanGrantsService } from './plan-grants.service';
import { PlanGroundService } from './plan-ground.service';
import { PlanLineClaimEntity } from './plan-line-claim.entity';
import { PlanLineEntity } from './plan-line.entity';
import { PlanListViewService } from './plan-list-view.service';
import { PlanNumberEntity } from './plan-number.entity';
import { PlanPacksService } from './plan-packs.service';
import { PlanPlacesService } from './plan-places.service';
import { PlanPublicityService } from './plan-publicity.service';
import { PlanPagesController } from './plan-pages.controller';
import { PlanOfDebtService } from './plan-of-debt.service';
import { PlanReadService } from './plan-read.service';
import { PlanRulesService } from './plan-rules.service';
import { PlanSettlingService } from './plan-settling.service';
import { PlanStandingService } from './plan-standing.service';
import { PlanViewService } from './plan-view.service';
import { PlansCheckService } from './plans-check.service';
import { PlanEntity } from './plan.entity';
import { OwedListsService } from './owed-lists.service';
import { OwedPeopleController } from './owed-people.controller';
import { OwedPeoplePagesController } from './owed-people-pages.controller';
import { OwedPeopleService } from './owed-people.service';
import { OwedPeopleViewService } from './owed-people-view.service';
import {
  OwnerProposalEntity,
  OwnerProposalPartEntity,
  OwnerProposalUseEntity,
} from './owner-proposal.entity';
import { OwnerProposalsController } from './owner-proposals.controller';
import { OwnerProposalsPagesController } from './owner-proposals-pages.controller';
import { OwnerProposalsService } from './owner-proposals.service';
import { OwnerProposalsViewService } from './owner-proposals-view.service';
import { ManyGrantsService } from './many-grants.service';
import { PaidGrantsService } from './paid-grants.service';
import { PlanLineMoneyService } from './plan-line-money.service';
import { PlanReleasesPagesController } from './plan-releases-pages.controller';
import { PlanReleasesController } from './plan-releases.controller';
import { PlanReleasesViewService } from './plan-releases-view.service';
import { ReleasesCheckService } from './releases-check.service';
import { ReleasingService } from './releasing.service';
import { RouteChoiceEntity } from './route-choice.entity';
import { RouteChoicesService } from './route-choices.service';
import { SettledCheckService } from './settled-check.service';
import { StateAidController } from './state-aid.controller';
import { StateAidPagesController } from './state-aid-pages.controller';
import { StateAidViewService } from './state-aid-view.service';
import { WorksCheckService } from './works-check.service';
import { WorksController } from './works.controller';
import { WholeGrantEntity } from './whole-grant.entity';
import { WholeGrantsService } from './whole-grants.service';
import { WhatIfDeskService } from './what-if-desk.service';
import { WhatIfEntity } from './what-if.entity';
import { WhatIfPagesController } from './what-if-pages.controller';
import { WhatIfViewService } from './what-if-view.service';
import { WhatIfsService } from './what-ifs.service';
import { WorkSheetPagesController } from './work-sheet-pages.controller';
import { WorkSheetViewService } from './work-sheet-view.service';
import { WorkSheetsService } from './work-sheets.service';
import { WorksPagesController } from './works-pages.controller';
import { WorksViewService } from './works-view.service';
import { SigningController } from './signing.controller';
import { SigningPagesController } from './signing-pages.controller';
import { SigningService } from './signing.service';
import { YEAR_VIEWS, YEARS } from './years.providers';
import { YearPlanPagesController } from './year-plan-pages.controller';
import { YearPlanEntity, YearPlanLineEntity } from './year-plan.entity';
import { YearPlanViewService } from './year-plan-view.service';
import { YearPlansController } from './year-plans.controller';

const services = [
  AidCheckService,
  AidListsService,
  AttendanceCheckService,
  PostWagesService,
  GrantedLinesService,
  PeriodSettlingService,
  GrantBookingService,
  DecidingService,
  DraftingService,
  FilingService,
  GrantedAheadService,
  GrantingService,
  GrantsCheckService,
  HouseholdPaymentsService,
  IndustryCheckService,
  IndustryStagesService,
  MovedSheetsService,
  NewIncomeGrantsService,
  NewIncomeService,
  NewIncomeStandingService,
  OwedListsService,
  OwedPeopleService,
  OwnerProposalsService,
  ManyGrantsService,
  PaidGrantsService,
  SureGrantsService,
  PlanApprovalService,
  PlanNamesService,
  PlanCheckService,
  PlanFilesService,
  PlanGrantsService,
  PlanGroundService,
  PlanLineMoneyService,
  PlanPacksService,
  PlanPlacesService,
  PlanPublicityService,
  PlanOfDebtService,
  PlanReadService,
  PlanRulesService,
  PlanStandingService,
  ApprovalsCheckService,
  PlansCheckService,
  ReleasesCheckService,
  ReleasingService,
  RouteChoicesService,
  SettledCheckService,
  WholeGrantsService,
  WorksCheckService,
  WorkSheetsService,
  SigningService,
  ...YEARS,
];

/** What draws the pages of plans. */
const views = [
  DeliberationRecordService,
  AidListViewService,
  AidTellingService,
  AidViewService,
  AttendanceViewService,
  DraftBasisService,
  DraftPastService,
  DraftPlanViewService,
  GrantPlacesView,
  IndustryViewService,
  IndustryVouchersView,
  OwedPeopleViewService,
  OwnerProposalsViewService,
  PlanDrawingService,
  PlanHeadService,
  PlanHistoryService,
  PlanRevisionsService,
  PlanSettlingService,
  PlanClaimsService,
  PlanListViewService,
  PlanReleasesViewService,
  PlanViewService,
  StateAidViewService,
  WhatIfDeskService,
  WhatIfViewService,
  WhatIfsService,
  WorkSheetViewService,
  WorksViewService,
  ...YEAR_VIEWS,
];

@Module({
  imports: [
    ApprovalsModule,
    AssetFilesModule,
    AssetsModule,
    CollectivesModule,
    DeductionsModule,
    IncomeModule,
    LedgerModule,
    MembersModule,
    PolicyModule,
    SurplusModule,
    UsersModule,
    UsesModule,
    ...ownTables(PlanEntity, PlanLineEntity, PlanLineClaimEntity, PlanNumberEntity),
    ...ownTables(OwnerProposalEntity, OwnerProposalUseEntity, OwnerProposalPartEntity),
    ...ownTables(GrantEntity, WholeGrantEntity, YearPlanEntity, YearPlanLineEntity, WhatIfEntity),
    ...ownTables(RouteChoiceEntity, YearClaimEntity, TakenClaimEntity),
  ],
  controllers: [
    AidController,
    AidPagesController,
    StateAidController,
    StateAidPagesController,
    AttendanceController,
    AttendancePagesController,
    DeliberationRecordController,
    DistributionController,
    DraftPagesController,
    PlanExplanationController,
    PlanPagesController,
    SigningController,
    SigningPagesController,
    IndustryController,
    IndustryPagesController,
    OwedPeopleController,
    OwedPeoplePagesController,
    OwnerProposalsController,
    OwnerProposalsPagesController,
    WorksController,
    WorksPagesController,
    WorkSheetPagesController,
    PlanReleasesController,
    PlanReleasesPagesController,
    YearPlansController,
    YearPlanPagesController,
    WhatIfPagesController,
  ],
  providers: [...services, ...views],
  exports: [...services, PlanViewService, PlanHistoryService, YearPlanViewService],
})
export class DistributionModule {}
