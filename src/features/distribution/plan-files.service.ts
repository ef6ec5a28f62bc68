import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isLiving } from '../../domain/distribution/year-plan-states';
import type { FileOwner, KeptFile } from '../../domain/assets/kept-file';
import { ApprovalsService } from '../approvals/approvals.service';
import { StepSignaturesService } from '../approvals/step-signatures.service';
import type { FileUse } from '../assets/file-uses.service';
import { decidedBy } from './plan-read.service';
import { PlanEntity } from './plan.entity';
import { YEAR_PLAN } from './year-plan-read.service';
import { YearPlanEntity } from './year-plan.entity';

/** Which files of a plan, of a period or of a year, show a step that was taken of it, or who signed one. */
@Injectable()
export class PlanFilesService {
  constructor(
    private readonly approvals: ApprovalsService,
    private readonly signatures: StepSignaturesService,
  ) {}

  /** Of a plan that came to nothing the steps fell, and nothing rests on their files. */
  async useOf(
    { collectiveId, ownerKind, ownerId: id }: FileOwner,
    { sha256 }: Pick<KeptFile, 'sha256'>,
    db: EntityManager,
  ): Promise<FileUse | undefined> {
    if (ownerKind !== 'plan' && ownerKind !== 'yearPlan') return undefined;
    const isYear = ownerKind === 'yearPlan';
    const plan = await db.findOneBy<PlanEntity | YearPlanEntity>(isYear ? YearPlanEntity : PlanEntity, {
      ...{ collectiveId, id },
    });
    if (plan === null || !isLiving(plan.state)) return undefined;
    const kind = isYear ? YEAR_PLAN : 'plan';
    const taken = await this.approvals.listDecisions(collectiveId, { kind, id }, db);
    const signed = await this.signatures.listOf({ collectiveId, kind, id }, db);
    const papered = taken.find(({ papers }) => papers?.some((paper) => paper.sha256 === sha256));
    const signature = signed.find((each) => each.sha256 === sha256 && each.digest === plan.digest);
    const shown = papered ?? (signature && { stepId: signature.stepId, decidedOn: signature.signedOn });
    if (shown === undefined) return undefined;
    const { routeId, routeText } = plan;
    const by = plan instanceof PlanEntity ? decidedBy(plan) : { routeId, routeText, everyStep: true };
    const step = this.approvals.stepsOf(by).find((each) => each.id === shown.stepId);
    return { code: 'keptFile.ofStep', facts: { step: step?.name ?? shown.stepId, day: shown.decidedOn } };
  }
}
