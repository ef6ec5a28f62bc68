import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { AssetsModule } from './assets.module';
import { GridContractEntity, GridContractWithdrawalEntity } from './grid-contract.entity';
import { GridContractsController } from './grid-contracts.controller';
import { GridContractsPagesController } from './grid-contracts-pages.controller';
import { GridContractsService } from './grid-contracts.service';
import { GridContractsViewService } from './grid-contracts-view.service';

/** Under which contracts the grid takes a station's electricity. */
@Module({
  imports: [AssetsModule, ...ownTables(GridContractEntity, GridContractWithdrawalEntity)],
  controllers: [GridContractsController, GridContractsPagesController],
  providers: [GridContractsService, GridContractsViewService],
  exports: [GridContractsService],
})
export class GridContractsModule {}
