import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { AssetFilesModule } from '../assets/asset-files.module';
import { AssetsModule } from '../assets/assets.module';
import { CollectivesModule } from '../collectives/collectives.module';
import { DeductionsModule } from '../deductions/deductions.module';
import { IncomeModule } from '../income/income.module';
import { LedgerModule } from '../ledger/ledger.module';
import { VouchersModule } from '../ledger/vouchers.module';
import { HandoverAssetsService } from './handover-assets.service';
import { HandoverBalancesService } from './handover-balances.service';
import { HandoverFactsService } from './handover-facts.service';
import { HandoverRulesService } from './handover-rules.service';
import { HandoverPagesController } from './handover-pages.controller';
import { HandoverViewService } from './handover-view.service';
import { HandoverEntity, HandoverLineEntity } from './handover.entity';
import { HandoversCheckService } from './handovers-check.service';
import { HandoversController } from './handovers.controller';
import { HandoversService } from './handovers.service';

/** What one officer hands to the next. */
@Module({
  imports: [
    AssetFilesModule,
    AssetsModule,
    CollectivesModule,
    DeductionsModule,
    IncomeModule,
    LedgerModule,
    VouchersModule,
    ...ownTables(HandoverEntity, HandoverLineEntity),
  ],
  controllers: [HandoversController, HandoverPagesController],
  providers: [
    HandoverAssetsService,
    HandoverBalancesService,
    HandoverFactsService,
    HandoverRulesService,
    HandoversCheckService,
    HandoversService,
    HandoverViewService,
  ],
  exports: [HandoversCheckService, HandoversService],
})
export class HandoversModule {}
