import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { ChartService } from './chart.service';
import { LedgerEntryEntity } from './ledger-entry.entity';
import { LedgerLineEntity } from './ledger-line.entity';
import { LedgerReadService } from './ledger-read.service';
import { LedgerController } from './ledger.controller';
import { LedgerService } from './ledger.service';

@Module({
  imports: [...ownTables(LedgerEntryEntity, LedgerLineEntity)],
  controllers: [LedgerController],
  providers: [ChartService, LedgerReadService, LedgerService],
  exports: [ChartService, LedgerReadService, LedgerService],
})
export class LedgerModule {}
