import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { UsersModule } from '../users/users.module';
import { ApprovalDecisionEntity } from './approval-decision.entity';
import { ApprovalsService } from './approvals.service';
import { CountyFilingEntity } from './county-filing.entity';
import { CountyFilingsService } from './county-filings.service';
import { KnownSignersService } from './known-signers.service';
import { ProcedureAnswerEntity, ProcedureObjectionEntity } from './procedure-objection.entity';
import { ProcedureStepEntity } from './procedure-step.entity';
import { ProceduresService } from './procedures.service';
import { RoutesService } from './routes.service';
import { SignatureWithdrawalEntity, StepSignatureEntity } from './step-signature.entity';
import { StepSignaturesService } from './step-signatures.service';
import { StepGuardsService } from './step-guards.service';

const services = [
  ApprovalsService,
  CountyFilingsService,
  KnownSignersService,
  ProceduresService,
  RoutesService,
  StepGuardsService,
  StepSignaturesService,
];

@Module({
  imports: [
    UsersModule,
    ...ownTables(ApprovalDecisionEntity, CountyFilingEntity, ProcedureStepEntity),
    ...ownTables(ProcedureObjectionEntity, ProcedureAnswerEntity),
    ...ownTables(StepSignatureEntity, SignatureWithdrawalEntity),
  ],
  providers: services,
  exports: services,
})
export class ApprovalsModule {}
