import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { ApprovalsModule } from '../approvals/approvals.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { MembersModule } from '../collectives/members.module';
import { ConstructionModule } from '../assets/construction.module';
import { IncomeModule } from '../income/income.module';
import { LedgerModule } from '../ledger/ledger.module';
import { VouchersModule } from '../ledger/vouchers.module';
import { PolicyModule } from '../policy/policy.module';
import { AID_TABLES } from './aid.entity';
import { AidService } from './aid.service';
import { AidTermsService } from './aid-terms.service';
import { AppointmentsService } from './appointments.service';
import { AttendanceAcceptanceEntity, AttendanceLineEntity, AttendanceSheetEntity } from './attendance.entity';
import { AttendanceService } from './attendance.service';
import { CandidatesService } from './candidates.service';
import { ClaimEntity } from './claim.entity';
import { INDUSTRY_TABLES } from './industry.entity';
import { IndustryFollowService } from './industry-follow.service';
import { IndustryReturnsService } from './industry-returns.service';
import { IndustryService } from './industry.service';
import { DIVIDEND_TABLES } from './dividend.entity';
import { DividendBooksService } from './dividend-books.service';
import { DividendDecidingService } from './dividend-deciding.service';
import { DividendFilesService } from './dividend-files.service';
import { DividendGroundsService } from './dividend-grounds.service';
import { DividendJudgingService } from './dividend-judging.service';
import { DividendObjectionsService } from './dividend-objections.service';
import { DividendOwedService } from './dividend-owed.service';
import { DividendPagesController } from './dividend-pages.controller';
import { DividendPayingService } from './dividend-paying.service';
import { DividendReadService } from './dividend-read.service';
import { DividendRollsService } from './dividend-rolls.service';
import { DividendRulesService } from './dividend-rules.service';
import { DividendViewService } from './dividend-view.service';
import { DividendsCheckService } from './dividends-check.service';
import { DividendsService } from './dividends.service';
import { DividendsController, MemberSharesController } from './member-shares.controller';
import { MemberSharesPagesController } from './member-shares-pages.controller';
import { MemberSharesViewService } from './member-shares-view.service';
import { ManyUsesService } from './many-uses.service';
import { MemberSharesService } from './member-shares.service';
import {
  PostAppointmentEntity,
  PostEntity,
  PostLeavingEntity,
  PostSeatsEntity,
  PostStandardEntity,
} from './post.entity';
import { PaidReversalEntity } from './paid-reversal.entity';
import { SureAccountsService } from './sure-accounts.service';
import { PaidReversalsService } from './paid-reversals.service';
import { PostDocumentsService } from './post-documents.service';
import { PostTermsService } from './post-terms.service';
import { PostsController } from './posts.controller';
import { PostsPagesController } from './posts-pages.controller';
import { PostsOutOfPlaceService } from './posts-out-of-place.service';
import { PostsService } from './posts.service';
import { PostsViewService } from './posts-view.service';
import { STATE_AID_TABLES } from './state-aid.entity';
import { StateAidService } from './state-aid.service';
import { UseEndsService } from './use-ends.service';
import { UseReversalsService } from './use-reversals.service';
import { UsesService } from './uses.service';
import { UseWithdrawalsService } from './use-withdrawals.service';
import { WorkersService } from './workers.service';
import { WORK_TABLES, WorksService } from './works.service';

@Module({
  imports: [
    ApprovalsModule,
    CollectivesModule,
    ConstructionModule,
    IncomeModule,
    LedgerModule,
    MembersModule,
    PolicyModule,
    VouchersModule,
    ...ownTables(
      ClaimEntity,
      PaidReversalEntity,
      ...WORK_TABLES,
      ...AID_TABLES,
      ...STATE_AID_TABLES,
      ...INDUSTRY_TABLES,
      ...DIVIDEND_TABLES,
      PostEntity,
      PostSeatsEntity,
      PostStandardEntity,
      PostAppointmentEntity,
      PostLeavingEntity,
      AttendanceSheetEntity,
      AttendanceLineEntity,
      AttendanceAcceptanceEntity,
    ),
  ],
  controllers: [
    DividendPagesController,
    DividendsController,
    MemberSharesController,
    MemberSharesPagesController,
    PostsController,
    PostsPagesController,
  ],
  providers: [
    AidService,
    AidTermsService,
    AppointmentsService,
    AttendanceService,
    CandidatesService,
    DividendBooksService,
    DividendDecidingService,
    DividendFilesService,
    DividendGroundsService,
    DividendJudgingService,
    DividendObjectionsService,
    DividendOwedService,
    DividendPayingService,
    DividendReadService,
    DividendRollsService,
    DividendRulesService,
    DividendViewService,
    DividendsCheckService,
    DividendsService,
    IndustryFollowService,
    IndustryReturnsService,
    IndustryService,
    ManyUsesService,
    MemberSharesService,
    MemberSharesViewService,
    PaidReversalsService,
    SureAccountsService,
    PostDocumentsService,
    PostTermsService,
    PostsOutOfPlaceService,
    PostsService,
    PostsViewService,
    StateAidService,
    UseEndsService,
    UseReversalsService,
    UsesService,
    UseWithdrawalsService,
    WorkersService,
    WorksService,
  ],
  exports: [
    AidService,
    AttendanceService,
    DividendDecidingService,
    DividendFilesService,
    DividendOwedService,
    DividendPayingService,
    DividendReadService,
    DividendRollsService,
    DividendsCheckService,
    DividendsService,
    IndustryFollowService,
    IndustryReturnsService,
    IndustryService,
    ManyUsesService,
    SureAccountsService,
    MemberSharesService,
    PostsOutOfPlaceService,
    PostsService,
    StateAidService,
    UseReversalsService,
    UsesService,
    UseWithdrawalsService,
    WorksService,
  ],
})
export class UsesModule {}
