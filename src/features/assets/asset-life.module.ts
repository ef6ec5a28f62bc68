import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { LedgerModule } from '../ledger/ledger.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { AssetCardPaperController } from './asset-card-paper.controller';
import { AssetCardPaperService } from './asset-card-paper.service';
import { AssetDepartureEntity, AssetDepartureWithdrawalEntity } from './asset-departure.entity';
import { AssetDeparturesController } from './asset-departures.controller';
import { AssetDeparturesPagesController } from './asset-departures-pages.controller';
import { AssetDeparturesService } from './asset-departures.service';
import { AssetDeparturesViewService } from './asset-departures-view.service';
import { AssetEventEntity } from './asset-event.entity';
import { AssetLifeCheckService } from './asset-life-check.service';
import { AssetLifeFactsService } from './asset-life-facts.service';
import { AssetLifePagesController } from './asset-life-pages.controller';
import { AssetLifeViewService } from './asset-life-view.service';
import { AssetLifeController } from './asset-life.controller';
import { AssetLifeService } from './asset-life.service';
import { AssetTurnEntity, AssetTurnWithdrawalEntity } from './asset-turn.entity';
import { AssetTurnsController } from './asset-turns.controller';
import { AssetTurnsPagesController } from './asset-turns-pages.controller';
import { AssetTurnsService } from './asset-turns.service';
import { AssetsModule } from './assets.module';
import { AssetReturnsService } from './asset-returns.service';
import { AssetSalesService } from './asset-sales.service';
import { DepreciationBookingEntity } from './depreciation-booking.entity';
import { DepreciationCheckService } from './depreciation-check.service';
import { DepreciationPagesController } from './depreciation-pages.controller';
import { DepreciationReadService } from './depreciation-read.service';
import { DepreciationTermsEntity, TermsWithdrawalEntity } from './depreciation-terms.entity';
import { DepreciationViewService } from './depreciation-view.service';
import { DepreciationController } from './depreciation.controller';
import { ContributedStakesService } from './contributed-stakes.service';
import { DepartureGroundService } from './departure-ground.service';
import { DepreciationService } from './depreciation.service';
import { OwnShareActsService } from './own-share-acts.service';
import { OwnSharePagesController } from './own-share-pages.controller';
import { OwnShareViewService } from './own-share-view.service';
import { OwnSharesService } from './own-shares.service';
import { ShareTransferEntity, ShareTransferFundEntity } from './share-transfer.entity';
import { ShareTransfersService } from './share-transfers.service';

/** The life of an asset in the books; the register of assets stands by itself. */
@Module({
  imports: [
    AssetsModule,
    CollectivesModule,
    LedgerModule,
    ...ownTables(AssetDepartureEntity, AssetDepartureWithdrawalEntity),
    ...ownTables(ShareTransferEntity, ShareTransferFundEntity),
    ...ownTables(AssetEventEntity, DepreciationTermsEntity, DepreciationBookingEntity),
    ...ownTables(TermsWithdrawalEntity, AssetTurnEntity, AssetTurnWithdrawalEntity),
  ],
  controllers: [
    AssetCardPaperController,
    AssetDeparturesController,
    AssetDeparturesPagesController,
    AssetLifeController,
    AssetLifePagesController,
    AssetTurnsController,
    AssetTurnsPagesController,
    DepreciationController,
    DepreciationPagesController,
    OwnSharePagesController,
  ],
  providers: [
    AssetCardPaperService,
    AssetDeparturesService,
    AssetDeparturesViewService,
    AssetLifeCheckService,
    AssetLifeFactsService,
    AssetLifeService,
    AssetLifeViewService,
    AssetReturnsService,
    AssetSalesService,
    AssetTurnsService,
    ContributedStakesService,
    DepartureGroundService,
    DepreciationCheckService,
    DepreciationReadService,
    DepreciationService,
    DepreciationViewService,
    OwnShareActsService,
    OwnSharesService,
    OwnShareViewService,
    ShareTransfersService,
  ],
  exports: [
    AssetLifeCheckService,
    AssetLifeFactsService,
    AssetLifeService,
    AssetReturnsService,
    AssetSalesService,
    DepreciationCheckService,
    DepreciationReadService,
    DepreciationService,
    OwnSharesService,
  ],
})
export class AssetLifeModule {}
