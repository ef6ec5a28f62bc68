import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { LedgerModule } from '../ledger/ledger.module';
import { CollectiveEntity } from './collective.entity';
import { CollectivesController } from './collectives.controller';
import { CollectivesService } from './collectives.service';

@Module({
  imports: [LedgerModule, ...ownTables(CollectiveEntity)],
  controllers: [CollectivesController],
  providers: [CollectivesService],
  exports: [CollectivesService],
})
export class CollectivesModule {}
