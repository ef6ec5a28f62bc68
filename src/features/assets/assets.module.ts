import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { AssetFundEntity } from './asset-fund.entity';
import { AssetParticularsController } from './asset-particulars.controller';
import { AssetParticularsEntity } from './asset-particulars.entity';
import { AssetParticularsPagesController } from './asset-particulars-pages.controller';
import { AssetParticularsService } from './asset-particulars.service';
import { AssetParticularsViewService } from './asset-particulars-view.service';
import { AssetViewService } from './asset-view.service';
import { AssetEntity } from './asset.entity';
import { AssetsPagesController } from './assets-pages.controller';
import { AssetsApiController } from './assets.controller';
import { AssetsCheckService } from './assets-check.service';
import { AssetsService } from './assets.service';
import { UsersModule } from '../users/users.module';
import { ShareRowEntity } from './share-row.entity';

@Module({
  imports: [UsersModule, ...ownTables(AssetEntity, AssetFundEntity, AssetParticularsEntity, ShareRowEntity)],
  controllers: [
    AssetParticularsController,
    AssetParticularsPagesController,
    AssetsApiController,
    AssetsPagesController,
  ],
  providers: [
    AssetParticularsService,
    AssetParticularsViewService,
    AssetsCheckService,
    AssetsService,
    AssetViewService,
  ],
  exports: [AssetParticularsService, AssetsCheckService, AssetsService],
})
export class AssetsModule {}
