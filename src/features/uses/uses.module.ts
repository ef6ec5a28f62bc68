import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { LedgerModule } from '../ledger/ledger.module';
import { ClaimEntity } from './claim.entity';
import { UsesService } from './uses.service';

@Module({
  imports: [LedgerModule, ...ownTables(ClaimEntity)],
  providers: [UsesService],
  exports: [UsesService],
})
export class UsesModule {}
