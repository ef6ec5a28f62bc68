import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { UsersModule } from '../users/users.module';
import { BooksViewService } from './books-view.service';
import { ChartService } from './chart.service';
import { LedgerEntryEntity } from './ledger-entry.entity';
import { LedgerLineEntity } from './ledger-line.entity';
import { LedgerReadService } from './ledger-read.service';
import { LedgerController } from './ledger.controller';
import { LedgerService } from './ledger.service';
import { VoucherPagesController } from './voucher-pages.controller';
import { VoucherViewService } from './voucher-view.service';

@Module({
  imports: [UsersModule, ...ownTables(LedgerEntryEntity, LedgerLineEntity)],
  controllers: [LedgerController, VoucherPagesController],
  providers: [BooksViewService, ChartService, LedgerReadService, LedgerService, VoucherViewService],
  exports: [ChartService, LedgerReadService, LedgerService],
})
export class LedgerModule {}
