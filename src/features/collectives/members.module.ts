import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { PolicyModule } from '../policy/policy.module';
import { UsersModule } from '../users/users.module';
import { CollectivesModule } from './collectives.module';
import { HouseholdCircumstanceEndEntity, HouseholdCircumstanceEntity } from './circumstance.entity';
import { CircumstancesService } from './circumstances.service';
import { HouseholdHelpController } from './household-help.controller';
import { HouseholdHelpPagesController } from './household-help-pages.controller';
import { HouseholdHelpViewService } from './household-help-view.service';
import { HouseholdIncomesService } from './household-incomes.service';
import { HouseholdViewService } from './household-view.service';
import { HouseholdsPagesController } from './households-pages.controller';
import { HouseholdsService } from './households.service';
import { KeyRotationService } from './key-rotation.service';
import { HouseholdMeasureEntity, HouseholdMeasureWithdrawalEntity } from './measure.entity';
import { MeasuresService } from './measures.service';
import { ManyRostersService } from './many-rosters.service';
import { MemberFormViewService } from './member-form-view.service';
import { MemberViewService } from './member-view.service';
import {
  HouseholdEntity,
  HouseholdGroupEntity,
  HouseholdIncomeEntity,
  HouseholdStatusEndEntity,
  HouseholdStatusEntity,
  MemberEntity,
  MemberVersionEntity,
  PersonalReadEntity,
} from './member.entity';
import { MemberWriterService } from './member-writer.service';
import { MembersPagesController } from './members-pages.controller';
import { MembersController } from './members.controller';
import { MembersService } from './members.service';
import { PayeesService } from './payees.service';
import { PersonalReadsService } from './personal-reads.service';
import { RosterPagesController } from './roster-pages.controller';
import { RosterImportPagesController } from './roster-import-pages.controller';
import { RosterImportViewService } from './roster-import-view.service';
import { RosterImportsController } from './roster-imports.controller';
import { RosterImportService } from './roster-import.service';
import { RosterReadService } from './roster-read.service';
import { RosterSearchService } from './roster-search.service';
import { RosterViewService } from './roster-view.service';
import { IssuedSharesService } from './issued-shares.service';
import {
  HouseholdStatusReviewEntity,
  IssuedSharesEntity,
  ShareHoldingEntity,
  ShareWithdrawalEntity,
} from './share-roll.entity';
import { ShareRollController } from './share-roll.controller';
import { ShareRollPagesController } from './share-roll-pages.controller';
import { ShareRollPreviewsService } from './share-roll-previews.service';
import { ShareRollPreviewViewService } from './share-roll-preview-view.service';
import { ShareRollViewService } from './share-roll-view.service';
import { ShareRollService } from './share-roll.service';
import { StatusReviewsPagesController } from './status-reviews-pages.controller';
import { StatusReviewsViewService } from './status-reviews-view.service';
import { StatusReviewsService } from './status-reviews.service';
import { UnexplainedIncomesService } from './unexplained-incomes.service';

/** Households and who belongs to them, what each is to those that are to be helped. */
@Module({
  imports: [
    CollectivesModule,
    PolicyModule,
    UsersModule,
    ...ownTables(
      HouseholdEntity,
      HouseholdGroupEntity,
      MemberEntity,
      MemberVersionEntity,
      HouseholdStatusEntity,
      HouseholdStatusEndEntity,
      HouseholdCircumstanceEntity,
      HouseholdMeasureEntity,
      HouseholdMeasureWithdrawalEntity,
      HouseholdCircumstanceEndEntity,
      HouseholdIncomeEntity,
      PersonalReadEntity,
      ShareHoldingEntity,
      ShareWithdrawalEntity,
      IssuedSharesEntity,
      HouseholdStatusReviewEntity,
    ),
  ],
  controllers: [
    RosterImportPagesController,
    RosterPagesController,
    MembersPagesController,
    HouseholdsPagesController,
    HouseholdHelpPagesController,
    HouseholdHelpController,
    MembersController,
    RosterImportsController,
    ShareRollController,
    ShareRollPagesController,
    StatusReviewsPagesController,
  ],
  providers: [
    HouseholdsService,
    HouseholdIncomesService,
    IssuedSharesService,
    KeyRotationService,
    HouseholdViewService,
    HouseholdHelpViewService,
    CircumstancesService,
    ManyRostersService,
    MeasuresService,
    MemberFormViewService,
    MembersService,
    MemberViewService,
    MemberWriterService,
    PayeesService,
    PersonalReadsService,
    RosterImportService,
    RosterImportViewService,
    RosterReadService,
    RosterSearchService,
    RosterViewService,
    ShareRollPreviewsService,
    ShareRollPreviewViewService,
    ShareRollService,
    ShareRollViewService,
    StatusReviewsService,
    StatusReviewsViewService,
    UnexplainedIncomesService,
  ],
  exports: [
    HouseholdsService,
    HouseholdIncomesService,
    KeyRotationService,
    ManyRostersService,
    MeasuresService,
    MembersService,
    PayeesService,
    PersonalReadsService,
    RosterReadService,
    RosterSearchService,
    ShareRollService,
  ],
})
export class MembersModule {}
