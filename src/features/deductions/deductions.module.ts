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

@Module({
  imports: [AssetsModule, IncomeModule, LedgerModule, ...ownTables(DeductionContractEntity, DeductionEntity)],
  controllers: [ContractsPagesController, DeductionsController, DeductionsPagesController],
  providers: [ContractsViewService, DeductionsCheckService, DeductionsService, DeductionViewService],
  exports: [DeductionsCheckService, DeductionsService],
})
export class DeductionsModule {}
