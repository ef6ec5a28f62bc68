import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { AssetsModule } from '../assets/assets.module';
import { LedgerModule } from '../ledger/ledger.module';
import { IncomeCheckService } from './income-check.service';
import { IncomePagesController } from './income-pages.controller';
import { IncomeReadService } from './income-read.service';
import { IncomeController } from './income.controller';
import { IncomeService } from './income.service';
import { ReceiptLineEntity } from './receipt-line.entity';
import { ReceiptPagesController } from './receipt-pages.controller';
import { ReceiptViewService } from './receipt-view.service';
import { ReceiptEntity } from './receipt.entity';
import { ReceiptsService } from './receipts.service';
import { ReceivableEntity } from './receivable.entity';
import { ReceivableRowsService } from './receivable-rows.service';
import { SettlementViewService } from './settlement-view.service';
import { SettlementEntity } from './settlement.entity';

@Module({
  imports: [
    AssetsModule,
    LedgerModule,
    ...ownTables(SettlementEntity, ReceivableEntity, ReceiptEntity, ReceiptLineEntity),
  ],
  controllers: [IncomeController, IncomePagesController, ReceiptPagesController],
  providers: [
    IncomeCheckService,
    IncomeReadService,
    IncomeService,
    ReceiptsService,
    ReceiptViewService,
    ReceivableRowsService,
    SettlementViewService,
  ],
  exports: [IncomeCheckService, IncomeReadService, IncomeService, ReceiptsService],
})
export class IncomeModule {}
