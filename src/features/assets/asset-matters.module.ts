import { Module } from '@nestjs/common';
import { CollectivesModule } from '../collectives/collectives.module';
import { AssetMattersController } from './asset-matters.controller';
import { AssetMattersPagesController } from './asset-matters-pages.controller';
import { AssetMattersService } from './asset-matters.service';
import { AssetMattersViewService } from './asset-matters-view.service';
import { AssetRemediesController } from './asset-remedies.controller';
import { AssetRemediesPagesController } from './asset-remedies-pages.controller';
import { AssetRemediesViewService } from './asset-remedies-view.service';
import { AssetRemediesService } from './asset-remedies.service';
import { AssetsModule } from './assets.module';
import { ConstructionModule } from './construction.module';
import { MatterGroundService } from './matter-ground.service';

/** What the document in force says of the assets of a village. */
@Module({
  imports: [AssetsModule, CollectivesModule, ConstructionModule],
  controllers: [
    AssetMattersController,
    AssetMattersPagesController,
    AssetRemediesController,
    AssetRemediesPagesController,
  ],
  providers: [
    AssetMattersService,
    AssetMattersViewService,
    AssetRemediesService,
    AssetRemediesViewService,
    MatterGroundService,
  ],
  exports: [AssetMattersService, AssetRemediesService, MatterGroundService],
})
export class AssetMattersModule {}
