import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { AssetsModule } from '../assets/assets.module';
import { LedgerModule } from '../ledger/ledger.module';
import { IncomeReadService } from './income-read.service';
import { IncomeController } from './income.controller';
import { IncomeService } from './income.service';
import { ReceiptLineEntity } from './receipt-line.entity';
import { ReceiptEntity } from './receipt.entity';
import { ReceiptsService } from './receipts.service';
import { ReceivableEntity } from './receivable.entity';
import { SettlementEntity } from './settlement.entity';

@Module({
  imports: [
    AssetsModule,
    LedgerModule,
    ...ownTables(SettlementEntity, ReceivableEntity, ReceiptEntity, ReceiptLineEntity),
  ],
  controllers: [IncomeController],
  providers: [IncomeReadService, IncomeService, ReceiptsService],
  exports: [IncomeReadService, IncomeService, ReceiptsService],
})
export class IncomeModule {}
