import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { AssetsModule } from '../assets/assets.module';
import { LedgerModule } from '../ledger/ledger.module';
import { IncomeModule } from '../income/income.module';
import { ContractsPagesController } from './contracts-pages.controller';
import { ContractsViewService } from './contracts-view.service';
import { DeductionContractEntity } from './deduction-contract.entity';
import { DeductionViewService } from './deduction-view.service';
import { DeductionEntity } from './deduction.entity';
import { DeductionsCheckService } from './deductions-check.service';
import { DeductionsPagesController } from './deductions-pages.controller';
import { DeductionsController } from './deductions.controller';
import { DeductionsService } from './deductions.service';
import { JointCostEntity, JointCostPartEntity, JointCostTakingEntity } from './joint-cost.entity';
import { KeptCostPagesController } from './kept-cost-pages.controller';
import { KeptCostViewService } from './kept-cost-view.service';
import { KeptCostsCheckService } from './kept-costs-check.service';
import { KeptCostsController } from './kept-costs.controller';
import { KeptCostsService } from './kept-costs.service';
import { TakenCostsService } from './taken-costs.service';

@Module({
  imports: [
    AssetsModule,
    IncomeModule,
    LedgerModule,
    ...ownTables(
      DeductionContractEntity,
      DeductionEntity,
      JointCostEntity,
      JointCostPartEntity,
      JointCostTakingEntity,
    ),
  ],
  controllers: [
    KeptCostPagesController,
    KeptCostsController,
    ContractsPagesController,
    DeductionsController,
    DeductionsPagesController,
  ],
  providers: [
    KeptCostsCheckService,
    KeptCostsService,
    KeptCostViewService,
    TakenCostsService,
    ContractsViewService,
    DeductionsCheckService,
    DeductionsService,
    DeductionViewService,
  ],
  exports: [
    DeductionsCheckService,
    DeductionsService,
    KeptCostsCheckService,
    KeptCostsService,
    TakenCostsService,
  ],
})
export class DeductionsModule {}
