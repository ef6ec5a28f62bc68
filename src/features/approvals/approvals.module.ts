import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { UsersModule } from '../users/users.module';
import { ApprovalDecisionEntity } from './approval-decision.entity';
import { ApprovalsService } from './approvals.service';
import { ProcedureStepEntity } from './procedure-step.entity';
import { ProceduresService } from './procedures.service';
import { RoutesService } from './routes.service';
import { SignatureWithdrawalEntity, StepSignatureEntity } from './step-signature.entity';
import { StepSignaturesService } from './step-signatures.service';
import { StepGuardsService } from './step-guards.service';

@Module({
  imports: [
    UsersModule,
    ...ownTables(
      ...[ApprovalDecisionEntity, ProcedureStepEntity, StepSignatureEntity, SignatureWithdrawalEntity],
    ),
  ],
  providers: [ApprovalsService, ProceduresService, RoutesService, StepGuardsService, StepSignaturesService],
  exports: [ApprovalsService, ProceduresService, RoutesService, StepGuardsService, StepSignaturesService],
})
export class ApprovalsModule {}
