import { Injectable } from '@nestjs/common';
import { checkApprovals, type KeptApproval } from '../../domain/distribution/check-approvals';
import { ApprovalsService } from '../approvals/approvals.service';
import { StepSignaturesService } from '../approvals/step-signatures.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { decidedBy } from './plan-read.service';
import { PlanEntity } from './plan.entity';

/** The approvals' pass: every plan stands where its steps led it, each by its vote and its days. */
@Injectable()
export class ApprovalsCheckService extends StepCheck {
  override readonly pass = 'approvals';

  constructor(
    private readonly approvals: ApprovalsService,
    private readonly signatures: StepSignaturesService,
  ) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // A decision books nothing.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const plans = await db.find(PlanEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    const decided = await this.approvals.listEveryDecision(collectiveId, 'plan', db);
    const signed = await this.signatures.listEvery(collectiveId, 'plan', db);
    checkApprovals(
      plans.map((plan) => ({
        ...this.keptApproval(plan, decided.get(plan.id) ?? []),
        signatures: signed.get(plan.id) ?? [],
      })),
      findings,
    );
    const known = new Set(plans.map(({ id }) => id));
    for (const [planId, [first]] of decided) {
      if (!known.has(planId)) findings.add('check.decisionAlone', {}, { day: first?.decidedOn ?? '' });
    }
  }

  private keptApproval(
    plan: PlanEntity,
    decisions: KeptApproval['decisions'],
  ): Omit<KeptApproval, 'signatures'> {
    const { state, digest, routeId, draftedBy, draftedOn, periodFrom: from, periodTo: to, pool } = plan;
    const by = decidedBy(plan);
    return {
      ...{ state, digest: digest ?? undefined, routeId, draftedBy, draftedOn, decisions },
      ...{ everyStep: by.everyStep, steps: this.approvals.stepsOf(by), facts: { from, to, pool } },
    };
  }
}
