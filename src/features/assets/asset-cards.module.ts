import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { AssetCardEntity, AssetCodeEntity } from './asset-card.entity';
import { AssetCardsPagesController } from './asset-cards-pages.controller';
import { AssetCardsViewService } from './asset-cards-view.service';
import { AssetCardsService } from './asset-cards.service';
import { AssetFilesModule } from './asset-files.module';
import { AssetsModule } from './assets.module';
import { CardFactsService } from './card-facts.service';
import { IncomeRightsService } from './income-rights.service';
import { KnownTodayService } from './known-today.service';

/** Cards of assets, printed and public. */
@Module({
  imports: [
    AssetFilesModule,
    AssetsModule,
    CollectivesModule,
    ...ownTables(AssetCardEntity, AssetCodeEntity),
  ],
  controllers: [AssetCardsPagesController],
  providers: [
    AssetCardsService,
    AssetCardsViewService,
    CardFactsService,
    IncomeRightsService,
    KnownTodayService,
  ],
  exports: [CardFactsService],
})
export class AssetCardsModule {}
