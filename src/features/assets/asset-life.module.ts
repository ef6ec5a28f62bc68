import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { LedgerModule } from '../ledger/ledger.module';
import { AssetsModule } from './assets.module';
import { DepreciationBookingEntity } from './depreciation-booking.entity';
import { DepreciationCheckService } from './depreciation-check.service';
import { DepreciationPagesController } from './depreciation-pages.controller';
import { DepreciationReadService } from './depreciation-read.service';
import { DepreciationTermsEntity } from './depreciation-terms.entity';
import { DepreciationViewService } from './depreciation-view.service';
import { DepreciationController } from './depreciation.controller';
import { DepreciationService } from './depreciation.service';

/** The life of an asset in the books; the register of assets stands by itself. */
@Module({
  imports: [AssetsModule, LedgerModule, ...ownTables(DepreciationTermsEntity, DepreciationBookingEntity)],
  controllers: [DepreciationController, DepreciationPagesController],
  providers: [
    DepreciationCheckService,
    DepreciationReadService,
    DepreciationService,
    DepreciationViewService,
  ],
  exports: [DepreciationCheckService, DepreciationReadService, DepreciationService],
})
export class AssetLifeModule {}
