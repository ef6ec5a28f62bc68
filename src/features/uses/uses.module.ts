import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { MembersModule } from '../collectives/members.module';
import { LedgerModule } from '../ledger/ledger.module';
import { ClaimEntity } from './claim.entity';
import { MemberSharesController } from './member-shares.controller';
import { MemberSharesPagesController } from './member-shares-pages.controller';
import { MemberSharesViewService } from './member-shares-view.service';
import { MemberSharesService } from './member-shares.service';
import { UsesService } from './uses.service';
import { WORK_TABLES, WorksService } from './works.service';

@Module({
  imports: [LedgerModule, MembersModule, ...ownTables(ClaimEntity, ...WORK_TABLES)],
  controllers: [MemberSharesController, MemberSharesPagesController],
  providers: [MemberSharesService, MemberSharesViewService, UsesService, WorksService],
  exports: [MemberSharesService, UsesService, WorksService],
})
export class UsesModule {}
