import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { ApprovalsModule } from '../approvals/approvals.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { DeductionsModule } from '../deductions/deductions.module';
import { LedgerModule } from '../ledger/ledger.module';
import { PolicyModule } from '../policy/policy.module';
import { SurplusModule } from '../surplus/surplus.module';
import { UsesModule } from '../uses/uses.module';
import { DecidingService } from './deciding.service';
import { DistributionController } from './distribution.controller';
import { DraftingService } from './drafting.service';
import { GrantEntity } from './grant.entity';
import { GrantingService } from './granting.service';
import { PlanCheckService } from './plan-check.service';
import { PlanLineClaimEntity } from './plan-line-claim.entity';
import { PlanLineEntity } from './plan-line.entity';
import { PlanReadService } from './plan-read.service';
import { PlanRulesService } from './plan-rules.service';
import { PlanEntity } from './plan.entity';

const services = [
  DecidingService,
  DraftingService,
  GrantingService,
  PlanCheckService,
  PlanReadService,
  PlanRulesService,
];

@Module({
  imports: [
    ApprovalsModule,
    CollectivesModule,
    DeductionsModule,
    LedgerModule,
    PolicyModule,
    SurplusModule,
    UsesModule,
    ...ownTables(PlanEntity, PlanLineEntity, PlanLineClaimEntity, GrantEntity),
  ],
  controllers: [DistributionController],
  providers: services,
  exports: services,
})
export class DistributionModule {}
