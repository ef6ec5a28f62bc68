import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type MeetingForm, readCounts } from '../../domain/approvals/read-counts';
import { checkProblems } from '../../domain/distribution/plan-checks';
import { nextPlanState, type PlanAct } from '../../domain/distribution/plan-states';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { recordChange } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { ApprovalsService, type Subject } from '../approvals/approvals.service';
import { SurplusService } from '../surplus/surplus.service';
import { PlanCheckService } from './plan-check.service';
import { planDigest } from './plan-digest';
import { approvedOn, type DistributionPlan, PlanReadService } from './plan-read.service';
import { PlanEntity } from './plan.entity';

export type { MeetingForm };

/** A review as typed: approve, or return with a reason, the bytes of this digest. */
export interface ReviewForm {
  readonly outcome: string;
  readonly reason: string;
  readonly digest: string;
}

/** Takes a plan from draft to decision. Approving books nothing: it is an appropriation. */
@Injectable()
export class DecidingService {
  constructor(
    private readonly database: Database,
    private readonly reading: PlanReadService,
    private readonly approvals: ApprovalsService,
    private readonly checks: PlanCheckService,
    private readonly surplus: SurplusService,
  ) {}

  /**
   * Submits a draft; from now on its digest is what is decided on. @throws FormProblems `policy.*`;
   * DomainError `plan.*`
   */
  submitPlan(collectiveId: string, planId: string, command: Command): Promise<{ digest: string }> {
    return this.act(collectiveId, { planId, name: 'submit', input: planId, command }, async (tx, plan) => {
      const state = nextPlanState(plan.state, 'submit');
      await this.checks.requireSameFigures(plan, tx);
      await this.checks.requireSameRules(plan);
      refuseProblems(checkProblems(await this.checks.listChecks(plan, tx)));
      const digest = planDigest(plan);
      await tx.update(PlanEntity, { collectiveId, id: planId }, { state, digest });
      await recordChange(tx, PlanEntity, { collectiveId, id: planId });
      return { digest };
    });
  }

  /**
   * Records the meeting's vote on a submitted plan, by the rules of the day it was held.
   * @throws FormProblems `approvals.*`, `form.*`; DomainError `plan.*`
   */
  recordMeeting(
    collectiveId: string,
    planId: string,
    given: { readonly form: MeetingForm; readonly command: Command },
  ): Promise<{ approved: boolean }> {
    const { form, command } = given;
    const { counts, problems } = readCounts(form);
    refuseProblems(problems);
    return this.act(collectiveId, { planId, name: 'meeting', input: form, command }, async (tx, plan) => {
      const subject = requireSubject(plan);
      await this.checks.requireSameFigures(plan, tx);
      const meeting = { subject, heldOn: form.heldOn, counts, by: command.by };
      const through = await this.approvals.recordMeeting(tx, collectiveId, meeting);
      await this.checks.requireSameRules(plan, form.heldOn);
      return { approved: through && (await this.approve(tx, plan)) };
    });
  }

  /**
   * Approves a plan or returns it with a reason; the last approval settles the period.
   * @throws FormProblems `approvals.ownDraft`, `approvals.reasonMissing`; DomainError
   *   `approvals.bytesChanged`, `plan.*`
   */
  reviewPlan(
    collectiveId: string,
    planId: string,
    given: { readonly form: ReviewForm; readonly command: Command },
  ): Promise<{ approved: boolean }> {
    const { form, command } = given;
    const outcome = form.outcome;
    if (outcome !== 'passed' && outcome !== 'returned') {
      refuseProblems([{ code: 'form.notAllowed', field: 'outcome', value: outcome }]);
    }
    return this.act(collectiveId, { planId, name: 'review', input: form, command }, async (tx, plan) => {
      const subject = requireSubject(plan);
      const decided = outcome === 'returned' ? 'returned' : 'passed';
      // A plan whose books have moved can no longer be approved, but it can always go back to the village.
      if (decided === 'passed') await this.checks.requireSameFigures(plan, tx);
      const review = {
        outcome: decided,
        reason: form.reason,
        seenDigest: form.digest,
        by: command.by,
      } as const;
      const through = await this.approvals.review(tx, collectiveId, { subject, review });
      if (decided === 'returned') {
        await this.move(tx, plan, 'return');
        return { approved: false };
      }
      return { approved: through && (await this.approve(tx, plan)) };
    });
  }

  private act<T>(
    collectiveId: string,
    asked: { planId: string; name: string; input: unknown; command: Command },
    work: (tx: EntityManager, plan: DistributionPlan) => Promise<T>,
  ): Promise<T> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => work(tx, await this.reading.requirePlan(collectiveId, asked.planId, tx)),
      onceOf(asked.command, `distribution.${asked.name}`, [asked.planId, asked.input]),
    );
  }

  private async approve(tx: EntityManager, plan: DistributionPlan): Promise<true> {
    const { collectiveId, id } = plan;
    await this.move(tx, plan, 'approve');
    const decisions = await this.approvals.listDecisions(collectiveId, { kind: 'plan', id }, tx);
    const promisedOn = approvedOn({ decisions, draftedOn: plan.draftedOn });
    const planned = BigInt(plan.figures.planned);
    await this.surplus.requireFree(collectiveId, { pool: plan.pool, planned, day: promisedOn }, tx);
    await this.surplus.settle(tx, collectiveId, {
      planId: id,
      pool: plan.pool,
      periodFrom: plan.periodFrom,
      periodTo: plan.periodTo,
      planned,
      promised: { promisedOn, lines: plan.lines },
    });
    return true;
  }

  private async move(tx: EntityManager, plan: DistributionPlan, act: PlanAct): Promise<void> {
    const state = nextPlanState(plan.state, act);
    const { collectiveId, id } = plan;
    await tx.update(PlanEntity, { collectiveId, id }, { state });
    await recordChange(tx, PlanEntity, { collectiveId, id });
  }
}

function requireSubject(plan: DistributionPlan): Subject {
  const { id, state, digest, routeId, draftedBy, draftedOn } = plan;
  if (state !== 'submitted' || digest === undefined)
    throw new DomainError('plan.notNow', { state, act: 'approve' });
  return { kind: 'plan', id, digest, routeId, draftedBy, submittedOn: draftedOn };
}
