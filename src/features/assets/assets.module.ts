import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { LedgerModule } from '../ledger/ledger.module';
import { AssetRemedyEndEntity, AssetRemedyEntity } from './asset-remedy.entity';
import { AssetAnswerEntity } from './asset-answer.entity';
import { AssetMarksModule } from './asset-marks.module';
import { AssetEarningsService } from './asset-earnings.service';
import { AssetKnownService } from './asset-known.service';
import { AssetNumbersService } from './asset-numbers.service';
import { AssetRulesService } from './asset-rules.service';
import { VillageRulesService } from './village-rules.service';
import { EntryQuestionsService } from './entry-questions.service';
import { EntryRulesService } from './entry-rules.service';
import { AssetCardPartsService } from './asset-card-parts.service';
import { AssetFilesModule } from './asset-files.module';
import { AssetCorrectionEntity } from './asset-correction.entity';
import { AssetCorrectionsController } from './asset-corrections.controller';
import { AssetCorrectionsPagesController } from './asset-corrections-pages.controller';
import { AssetCorrectionsService } from './asset-corrections.service';
import { AssetCorrectionsViewService } from './asset-corrections-view.service';
import { AssetFundEntity } from './asset-fund.entity';
import { AssetParticularsController } from './asset-particulars.controller';
import { AssetParticularsEntity } from './asset-particulars.entity';
import { AssetParticularsPagesController } from './asset-particulars-pages.controller';
import { AssetParticularsService } from './asset-particulars.service';
import { AssetParticularsViewService } from './asset-particulars-view.service';
import { AssetReviewEntity } from './asset-review.entity';
import { AssetReviewsController } from './asset-reviews.controller';
import { AssetReviewsPagesController } from './asset-reviews-pages.controller';
import { AssetReviewsService } from './asset-reviews.service';
import { AssetReviewsViewService } from './asset-reviews-view.service';
import { AssetStandingsService } from './asset-standings.service';
import { AssetWatchService } from './asset-watch.service';
import { AssetViewService } from './asset-view.service';
import { AssetEntity } from './asset.entity';
import { AssetsPagesController } from './assets-pages.controller';
import { AssetsApiController } from './assets.controller';
import { CountyPlatesService } from './county-plates.service';
import { CrossTabsPagesController } from './cross-tabs-pages.controller';
import { CrossTabsService } from './cross-tabs.service';
import { CrossTabsViewService } from './cross-tabs-view.service';
import { RegisterController } from './register.controller';
import { RegisterImportService } from './register-import.service';
import { RegisterLayoutsService } from './register-layouts.service';
import { RegisterPagesController } from './register-pages.controller';
import { RegisterViewService } from './register-view.service';
import { RegisterService } from './register.service';
import { AssetVouchersService } from './asset-vouchers.service';
import { RegisterCheckService } from './register-check.service';
import { RegisterStandsService } from './register-stands.service';
import { AssetsCheckService } from './assets-check.service';
import { AssetsService } from './assets.service';
import { SpreadsheetsModule } from '../../platform/spreadsheets/spreadsheets.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { PolicyModule } from '../policy/policy.module';
import { UsersModule } from '../users/users.module';
import { LeaseChangeEntity } from './lease-change.entity';
import { ImprovementCostsService } from './improvement-costs.service';
import { LeaseReportEntity, LeaseReportWithdrawalEntity } from './lease-report.entity';
import { LinkageController } from './linkage.controller';
import { LinkagePagesController } from './linkage-pages.controller';
import { LinkageService } from './linkage.service';
import { LinkageViewService } from './linkage-view.service';
import { LeaseTurnoverEntity } from './lease-turnover.entity';
import { CustodiesService } from './custodies.service';
import {
  CustodyBearersEntity,
  CustodyCostBearerEntity,
  CustodyEndEntity,
  CustodyEntity,
} from './custody.entity';
import { LeaseEntity } from './lease.entity';
import { LeasesService } from './leases.service';
import { ShareRowEntity } from './share-row.entity';
import { StationLinkEntity } from './station-link.entity';
import { OwnPartsService } from './own-parts.service';
import { StationLinksService } from './station-links.service';

@Module({
  imports: [
    AssetFilesModule,
    AssetMarksModule,
    CollectivesModule,
    LedgerModule,
    PolicyModule,
    SpreadsheetsModule,
    UsersModule,
    ...ownTables(AssetEntity, AssetFundEntity, AssetParticularsEntity, AssetCorrectionEntity),
    ...ownTables(AssetRemedyEntity, AssetRemedyEndEntity),
    ...ownTables(AssetAnswerEntity, AssetReviewEntity, ShareRowEntity, StationLinkEntity),
    ...ownTables(CustodyEntity, CustodyEndEntity, CustodyBearersEntity, CustodyCostBearerEntity),
    ...ownTables(LeaseEntity, LeaseChangeEntity, LeaseTurnoverEntity),
    ...ownTables(LeaseReportEntity, LeaseReportWithdrawalEntity),
  ],
  controllers: [
    AssetCorrectionsController,
    AssetCorrectionsPagesController,
    AssetParticularsController,
    AssetReviewsController,
    AssetReviewsPagesController,
    AssetParticularsPagesController,
    AssetsApiController,
    AssetsPagesController,
    CrossTabsPagesController,
    LinkageController,
    LinkagePagesController,
    RegisterController,
    RegisterPagesController,
  ],
  providers: [
    AssetVouchersService,
    RegisterStandsService,
    ImprovementCostsService,
    AssetCardPartsService,
    AssetEarningsService,
    AssetKnownService,
    AssetNumbersService,
    CountyPlatesService,
    AssetRulesService,
    VillageRulesService,
    EntryQuestionsService,
    EntryRulesService,
    AssetCorrectionsService,
    AssetCorrectionsViewService,
    AssetParticularsService,
    AssetParticularsViewService,
    AssetReviewsService,
    AssetReviewsViewService,
    AssetsCheckService,
    RegisterCheckService,
    AssetsService,
    AssetStandingsService,
    AssetViewService,
    AssetWatchService,
    CrossTabsService,
    CrossTabsViewService,
    CustodiesService,
    LeasesService,
    LinkageService,
    LinkageViewService,
    OwnPartsService,
    RegisterImportService,
    RegisterLayoutsService,
    RegisterService,
    RegisterViewService,
    StationLinksService,
  ],
  exports: [
    AssetViewService,
    AssetVouchersService,
    AssetCorrectionsService,
    ImprovementCostsService,
    AssetKnownService,
    AssetParticularsService,
    AssetRulesService,
    VillageRulesService,
    AssetWatchService,
    EntryQuestionsService,
    AssetsCheckService,
    RegisterCheckService,
    AssetsService,
    CustodiesService,
    LeasesService,
    OwnPartsService,
    StationLinksService,
  ],
})
export class AssetsModule {}
