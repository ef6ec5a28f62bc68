import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { UsersModule } from '../users/users.module';
import { CoverageService } from './coverage.service';
import { KeptPackEntity } from './kept-pack.entity';
import { KeptPacksService } from './kept-packs.service';
import { LocalStandardEntity } from './local-standard.entity';
import { LocalStandardsService } from './local-standards.service';
import { PackChoiceEntity } from './pack-choice.entity';
import { PackChoicesService } from './pack-choices.service';
import { PackComparisonViewService } from './pack-comparison-view.service';
import { PackConfirmationEntity } from './pack-confirmation.entity';
import { PackConfirmationsService } from './pack-confirmations.service';
import { PackFactsService } from './pack-facts.service';
import { PackListViewService } from './pack-list-view.service';
import { PackPagesController } from './pack-pages.controller';
import { PacksController } from './packs.controller';
import { PacksReadService } from './packs-read.service';
import { PackViewService } from './pack-view.service';
import { PolicyService } from './policy.service';
import { StandardWithdrawalEntity } from './standard-withdrawal.entity';
import { StandardsController } from './standards.controller';
import { StandardsPagesController } from './standards-pages.controller';
import { StandardsViewService } from './standards-view.service';

/**
 * The register of what the rules say. It knows no step; steps hand it plain facts and get judgements back.
 */
@Module({
  imports: [
    UsersModule,
    ...ownTables(
      KeptPackEntity,
      LocalStandardEntity,
      StandardWithdrawalEntity,
      PackChoiceEntity,
      PackConfirmationEntity,
    ),
  ],
  controllers: [PackPagesController, PacksController, StandardsController, StandardsPagesController],
  providers: [
    CoverageService,
    KeptPacksService,
    LocalStandardsService,
    PackChoicesService,
    PackComparisonViewService,
    PackConfirmationsService,
    PackFactsService,
    PackListViewService,
    PacksReadService,
    PackViewService,
    PolicyService,
    StandardsViewService,
  ],
  exports: [
    KeptPacksService,
    LocalStandardsService,
    PackChoicesService,
    PackConfirmationsService,
    PolicyService,
  ],
})
export class PolicyModule {}
