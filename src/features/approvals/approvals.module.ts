import { Module } from '@nestjs/common';
import { ownTables } from '../../platform/database/database.module';
import { UsersModule } from '../users/users.module';
import { ApprovalDecisionEntity } from './approval-decision.entity';
import { ApprovalsService } from './approvals.service';
import { BodyRollController } from './body-roll.controller';
import { BodySizeEntity } from './body-roll.entity';
import { BodyRollPagesController } from './body-roll-pages.controller';
import { BodyRollService } from './body-roll.service';
import { BodyRollViewService } from './body-roll-view.service';
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
import { StepTakersService } from './step-takers.service';

const services = [
  ApprovalsService,
  BodyRollService,
  CountyFilingsService,
  KnownSignersService,
  ProceduresService,
  RoutesService,
  StepGuardsService,
  StepSignaturesService,
  StepTakersService,
];

@Module({
  imports: [
    UsersModule,
    ...ownTables(ApprovalDecisionEntity, CountyFilingEntity, ProcedureStepEntity),
    ...ownTables(ProcedureObjectionEntity, ProcedureAnswerEntity),
    ...ownTables(StepSignatureEntity, SignatureWithdrawalEntity),
    ...ownTables(BodySizeEntity),
  ],
  controllers: [BodyRollController, BodyRollPagesController],
  providers: [...services, BodyRollViewService],
  exports: services,
})
export class ApprovalsModule {}
