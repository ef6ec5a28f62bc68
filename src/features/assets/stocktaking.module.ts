import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { AssetsModule } from './assets.module';
import { StocktakingCheckService } from './stocktaking-check.service';
import { StocktakingController } from './stocktaking.controller';
import { StocktakingDecisionEntity, StocktakingEntity, StocktakingLineEntity } from './stocktaking.entity';
import { StocktakingPagesController } from './stocktaking-pages.controller';
import { StocktakingViewService } from './stocktaking-view.service';
import { StocktakingsService } from './stocktakings.service';

/** Days on which every asset of the register was looked at. */
@Module({
  imports: [
    AssetsModule,
    CollectivesModule,
    ...ownTables(StocktakingEntity, StocktakingLineEntity, StocktakingDecisionEntity),
  ],
  controllers: [StocktakingController, StocktakingPagesController],
  providers: [StocktakingCheckService, StocktakingsService, StocktakingViewService],
  exports: [StocktakingCheckService, StocktakingsService],
})
export class StocktakingModule {}
