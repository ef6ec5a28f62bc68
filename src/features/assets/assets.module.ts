import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { AssetFundEntity } from './asset-fund.entity';
import { AssetEntity } from './asset.entity';
import { AssetsApiController } from './assets.controller';
import { AssetsService } from './assets.service';
import { ShareRowEntity } from './share-row.entity';
import { AssetsPagesController } from './assets-pages.controller';
import { AssetViewService } from './asset-view.service';

@Module({
  imports: [...ownTables(AssetEntity, AssetFundEntity, ShareRowEntity)],
  controllers: [AssetsApiController, AssetsPagesController],
  providers: [AssetsService, AssetViewService],
  exports: [AssetsService],
})
export class AssetsModule {}
