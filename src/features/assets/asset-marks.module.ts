import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { UsersModule } from '../users/users.module';
import { AssetMarkEntity, AssetQuarterEntity, AssetQuarterLineEntity } from './asset-mark.entity';
import { AssetMarksService } from './asset-marks.service';

/** What the office looks at of every asset each quarter, and how quarters stood when they were kept. */
@Module({
  imports: [UsersModule, ...ownTables(AssetMarkEntity, AssetQuarterEntity, AssetQuarterLineEntity)],
  providers: [AssetMarksService],
  exports: [AssetMarksService],
})
export class AssetMarksModule {}
