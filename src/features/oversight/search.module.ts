import { Module } from '@nestjs/common';
import { AssetsModule } from '../assets/assets.module';
import { GridContractsModule } from '../assets/grid-contracts.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { MembersModule } from '../collectives/members.module';
import { DeductionsModule } from '../deductions/deductions.module';
import { DistributionModule } from '../distribution/distribution.module';
import { LedgerModule } from '../ledger/ledger.module';
import { VouchersModule } from '../ledger/vouchers.module';
import { NoticesModule } from '../notices/notices.module';
import { SearchPagesController } from './search-pages.controller';
import { SearchService } from './search.service';
import { SearchViewService } from './search-view.service';
import { SoughtContractsService } from './sought-contracts.service';
import { SoughtSheetsService } from './sought-sheets.service';
import { SoughtThingsService } from './sought-things.service';
import { SoughtVouchersService } from './sought-vouchers.service';
import { TownshipSearchPagesController } from './township-search-pages.controller';
import { TownshipSearchService } from './township-search.service';

/** Looking for anything of a village's from the head of every page of its office. */
@Module({
  imports: [
    AssetsModule,
    CollectivesModule,
    DeductionsModule,
    DistributionModule,
    GridContractsModule,
    LedgerModule,
    MembersModule,
    NoticesModule,
    VouchersModule,
  ],
  controllers: [SearchPagesController, TownshipSearchPagesController],
  providers: [
    SearchService,
    SearchViewService,
    SoughtContractsService,
    SoughtSheetsService,
    SoughtThingsService,
    SoughtVouchersService,
    TownshipSearchService,
  ],
})
export class SearchModule {}
