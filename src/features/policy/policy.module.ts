import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { LocalStandardEntity } from './local-standard.entity';
import { LocalStandardsService } from './local-standards.service';
import { PackChoiceEntity } from './pack-choice.entity';
import { PackChoicesService } from './pack-choices.service';
import { PackConfirmationEntity } from './pack-confirmation.entity';
import { PackConfirmationsService } from './pack-confirmations.service';
import { PolicyService } from './policy.service';
import { StandardWithdrawalEntity } from './standard-withdrawal.entity';

/**
 * The register of what the rules say. It knows no step; steps hand it plain facts and get judgements back.
 */
@Module({
  imports: [
    ...ownTables(LocalStandardEntity, StandardWithdrawalEntity, PackChoiceEntity, PackConfirmationEntity),
  ],
  providers: [PolicyService, LocalStandardsService, PackChoicesService, PackConfirmationsService],
  exports: [PolicyService, LocalStandardsService, PackChoicesService, PackConfirmationsService],
})
export class PolicyModule {}
