import { Module } from '@nestjs/common';
import { CollectivesModule } from '../collectives/collectives.module';
import { AssetMattersController } from './asset-matters.controller';
import { AssetMattersPagesController } from './asset-matters-pages.controller';
import { AssetMattersService } from './asset-matters.service';
import { AssetMattersViewService } from './asset-matters-view.service';
import { AssetsModule } from './assets.module';
import { ConstructionModule } from './construction.module';
import { MatterGroundService } from './matter-ground.service';

/** What the document in force says of the assets of a village. */
@Module({
  imports: [AssetsModule, CollectivesModule, ConstructionModule],
  controllers: [AssetMattersController, AssetMattersPagesController],
  providers: [AssetMattersService, AssetMattersViewService, MatterGroundService],
  exports: [AssetMattersService],
})
export class AssetMattersModule {}
