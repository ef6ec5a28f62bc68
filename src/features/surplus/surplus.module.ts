import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { LedgerModule } from '../ledger/ledger.module';
import { SettledPeriodEntity } from './settled-period.entity';
import { SurplusController } from './surplus.controller';
import { SurplusService } from './surplus.service';

@Module({
  imports: [LedgerModule, ...ownTables(SettledPeriodEntity)],
  controllers: [SurplusController],
  providers: [SurplusService],
  exports: [SurplusService],
})
export class SurplusModule {}
