import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { LedgerModule } from '../ledger/ledger.module';
import { ClaimEntity } from './claim.entity';
import { MemberSharesController } from './member-shares.controller';
import { MemberSharesPagesController } from './member-shares-pages.controller';
import { MemberSharesViewService } from './member-shares-view.service';
import { MemberSharesService } from './member-shares.service';
import { UsesService } from './uses.service';

@Module({
  imports: [LedgerModule, ...ownTables(ClaimEntity)],
  controllers: [MemberSharesController, MemberSharesPagesController],
  providers: [MemberSharesService, MemberSharesViewService, UsesService],
  exports: [MemberSharesService, UsesService],
})
export class UsesModule {}
