import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { AssetFundEntity } from './asset-fund.entity';
import { AssetViewService } from './asset-view.service';
import { AssetEntity } from './asset.entity';
import { AssetsPagesController } from './assets-pages.controller';
import { AssetsApiController } from './assets.controller';
import { AssetsCheckService } from './assets-check.service';
import { AssetsService } from './assets.service';
import { ShareRowEntity } from './share-row.entity';

@Module({
  imports: [...ownTables(AssetEntity, AssetFundEntity, ShareRowEntity)],
  controllers: [AssetsApiController, AssetsPagesController],
  providers: [AssetsCheckService, AssetsService, AssetViewService],
  exports: [AssetsCheckService, AssetsService],
})
export class AssetsModule {}
