import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { AssetLifeModule } from './asset-life.module';
import { AssetsModule } from './assets.module';
import { StocktakingCheckService } from './stocktaking-check.service';
import { StocktakingController } from './stocktaking.controller';
import {
  StocktakingDecisionEntity,
  StocktakingEntity,
  StocktakingLineEntity,
  StocktakingMatchEntity,
  StocktakingWithdrawalEntity,
} from './stocktaking.entity';
import { StocktakingPagesController } from './stocktaking-pages.controller';
import { StocktakingViewService } from './stocktaking-view.service';
import { StocktakingsService } from './stocktakings.service';

/** Days on which every asset of the register was looked at. */
@Module({
  imports: [
    AssetLifeModule,
    AssetsModule,
    CollectivesModule,
    ...ownTables(StocktakingEntity, StocktakingLineEntity, StocktakingDecisionEntity),
    ...ownTables(StocktakingMatchEntity, StocktakingWithdrawalEntity),
  ],
  controllers: [StocktakingController, StocktakingPagesController],
  providers: [StocktakingCheckService, StocktakingsService, StocktakingViewService],
  exports: [StocktakingCheckService, StocktakingsService],
})
export class StocktakingModule {}
