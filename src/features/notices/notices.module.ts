import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { ApprovalsModule } from '../approvals/approvals.module';
import { GridContractsModule } from '../assets/grid-contracts.module';
import { AssetCardsModule } from '../assets/asset-cards.module';
import { AssetFilesModule } from '../assets/asset-files.module';
import { AssetsModule } from '../assets/assets.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { DeductionsModule } from '../deductions/deductions.module';
import { DistributionModule } from '../distribution/distribution.module';
import { IncomeModule } from '../income/income.module';
import { LedgerModule } from '../ledger/ledger.module';
import { PolicyModule } from '../policy/policy.module';
import { SurplusModule } from '../surplus/surplus.module';
import { NoticeClausesService } from './notice-clauses.service';
import { NoticeComposerService } from './notice-composer.service';
import { NoticeCostsService } from './notice-costs.service';
import { NoticeFactsService } from './notice-facts.service';
import { NoticeFontsService } from './notice-fonts.service';
import { NoticePagesController } from './notice-pages.controller';
import { NoticeReadService } from './notice-read.service';
import { NoticeSheetEntity } from './notice-sheet.entity';
import { NoticeSheetsService } from './notice-sheets.service';
import { NoticeEntity } from './notice.entity';
import { NoticesCheckService } from './notices-check.service';
import { NoticesController } from './notices.controller';
import { NoticesService } from './notices.service';
import { PlanToldController } from './plan-told.controller';
import { PlanToldPagesController } from './plan-told-pages.controller';
import { PlanToldService } from './plan-told.service';
import { PlanToldViewService } from './plan-told-view.service';
import { PublicAssetsController } from './public-assets.controller';
import { PublicAssetsService } from './public-assets.service';
import { PublicCodeEntity } from './public-code.entity';
import { PublicNoticesService } from './public-notices.service';
import { PublicPagesController } from './public-pages.controller';
import { PublishViewService } from './publish-view.service';
import { SheetBooksService } from './sheet-books.service';
import { SampleSheetsService } from './sample-sheets.service';
import { StoredFileEntity } from '../../platform/files/stored-file.entity';

@Module({
  imports: [
    ApprovalsModule,
    AssetCardsModule,
    GridContractsModule,
    AssetFilesModule,
    AssetsModule,
    CollectivesModule,
    DeductionsModule,
    DistributionModule,
    IncomeModule,
    LedgerModule,
    SurplusModule,
    PolicyModule,
    ...ownTables(NoticeEntity, NoticeSheetEntity, PublicCodeEntity, StoredFileEntity),
  ],
  controllers: [
    PublicAssetsController,
    PublicPagesController,
    NoticePagesController,
    NoticesController,
    PlanToldController,
    PlanToldPagesController,
  ],
  providers: [
    NoticeClausesService,
    NoticeComposerService,
    NoticeCostsService,
    NoticeFactsService,
    NoticeFontsService,
    NoticeReadService,
    NoticesCheckService,
    NoticesService,
    NoticeSheetsService,
    PlanToldService,
    PlanToldViewService,
    PublicAssetsService,
    PublicNoticesService,
    PublishViewService,
    SampleSheetsService,
    SheetBooksService,
  ],
  exports: [NoticeReadService, NoticesCheckService, NoticesService, NoticeSheetsService],
})
export class NoticesModule {}
