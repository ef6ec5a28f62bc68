import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { ApprovalDecisionEntity } from './approval-decision.entity';
import { ApprovalsService } from './approvals.service';
import { RoutesService } from './routes.service';

@Module({
  imports: [...ownTables(ApprovalDecisionEntity)],
  providers: [ApprovalsService, RoutesService],
  exports: [ApprovalsService, RoutesService],
})
export class ApprovalsModule {}
