import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isDecided, isTakenByPublishing } from '../../domain/approvals/plan-steps';
import type { StepForm } from '../../domain/approvals/procedure';
import { readReview, type ReviewForm } from '../../domain/approvals/read-review';
import { type MeetingForm, readCounts } from '../../domain/approvals/read-counts';
import { isRefusal, type OutcomeForm } from '../../domain/approvals/refused-steps';
import { isResult, isVillageMeeting } from '../../domain/approvals/route';
import type { PapersForm } from '../../domain/approvals/step-papers';
import { checkProblems } from '../../domain/distribution/plan-checks';
import { nextPlanState, type PlanAct } from '../../domain/distribution/plan-states';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { recordChange } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { type BooksHeld, heldOf } from '../../platform/database/locks';
import { ApprovalsService, type DecidedSubject } from '../approvals/approvals.service';
import { PeriodSettlingService } from './period-settling.service';
import { PlanCheckService } from './plan-check.service';
import { planDigest } from './plan-digest';
import { type DistributionPlan, PlanReadService } from './plan-read.service';
import { PlanEntity } from './plan.entity';
import { tellPlan } from './told-plans';

export type { MeetingForm, ReviewForm };

/** A step without votes, as typed. */
type NotedForm = Pick<StepForm, 'stepNumber' | 'heldOn' | 'stepPaper'> & PapersForm & OutcomeForm;

const NO_COUNTS = { due: '', present: '', inFavour: '', against: '', abstained: '' } as const;

/** A step that another register notes for a plan, with its own books locked beside the village's. */
export interface TakenWith<T> {
  readonly books: BooksHeld;
  /** The name of the command, and what was asked. */
  readonly name: string;
  readonly input: unknown;
  readonly command: Command;
  /** What is refused whatever the plan's state. */
  readonly before: (tx: EntityManager) => Promise<void>;
  readonly take: (tx: EntityManager, subject: DecidedSubject) => Promise<T>;
}

/** Takes a plan from draft to decision. Approving books nothing: it is an appropriation. */
@Injectable()
export class DecidingService {
  constructor(
    private readonly database: Database,
    private readonly reading: PlanReadService,
    private readonly approvals: ApprovalsService,
    private readonly checks: PlanCheckService,
    private readonly settling: PeriodSettlingService,
  ) {}

  /**
   * Submits a draft; from now on its digest is what is decided on. @throws FormProblems `policy.*`;
   * DomainError `plan.*`
   */
  submitPlan(collectiveId: string, planId: string, command: Command): Promise<{ digest: string }> {
    return this.act(collectiveId, { planId, name: 'submit', input: planId, command }, async (tx, plan) => {
      const state = nextPlanState(plan.state, 'submit');
      await this.checks.requireSameFigures(plan, tx);
      await this.checks.requireSameRoute(plan);
      await this.checks.requireSameRules(plan);
      refuseProblems(checkProblems(await this.checks.listChecks(plan, tx)));
      const digest = planDigest(plan);
      const { routeText } = plan;
      await tx.update(PlanEntity, { collectiveId, id: planId }, { state, digest, routeText });
      await recordChange(tx, PlanEntity, { collectiveId, id: planId });
      return { digest };
    });
  }

  /**
   * Notes the next step of a submitted plan as it was held; of a decided one what hangs last and what is
   * filed. A meeting of the village's decides by the rules of its day. Where a body says no the plan comes
   * back, whatever moved since.
   * @throws FormProblems `approvals.*`, `form.*`; DomainError `approvals.*`, `plan.*`
   */
  private takeStep(
    collectiveId: string,
    planId: string,
    given: {
      readonly kind: 'meeting' | 'other';
      readonly form: StepForm & PapersForm & OutcomeForm;
      readonly command: Command;
    },
  ): Promise<{ approved: boolean }> {
    const { kind, form, command } = given;
    return this.act(collectiveId, { planId, name: 'step', input: form, command }, async (tx, plan) => {
      const subject = requireSubject(plan);
      if (kind === 'other' && isTakenByPublishing(plan.steps, plan.decisions.length))
        throw new DomainError('plan.publishFirst');
      if (plan.state === 'submitted' && !isRefusal(form)) await this.checks.requireSameFigures(plan, tx);
      if (isResult(plan.steps[plan.decisions.length])) await this.settling.requireCarriedOut(tx, plan);
      const noted = { subject, kind, form, by: command.by };
      const { step, outcome } = await this.approvals.takeStep(tx, collectiveId, noted);
      if (outcome === 'refused') {
        await this.move(tx, plan, 'return');
        return { approved: false };
      }
      if (isVillageMeeting(step)) await this.checks.requireSameRules(plan, form.heldOn);
      return { approved: await this.approveIfDecided(tx, plan) };
    });
  }

  /** Notes a step that is no meeting and no review. @throws as {@link takeStep} */
  noteStep(
    collectiveId: string,
    planId: string,
    { form, command }: { readonly form: NotedForm; readonly command: Command },
  ): Promise<{ approved: boolean }> {
    return this.takeStep(collectiveId, planId, { kind: 'other', form: { ...form, ...NO_COUNTS }, command });
  }

  /**
   * Records the meeting's vote where a meeting is what comes next.
   * @throws as {@link takeStep}
   */
  async recordMeeting(
    collectiveId: string,
    planId: string,
    given: {
      readonly form: MeetingForm & Partial<StepForm> & PapersForm & OutcomeForm;
      readonly command: Command;
    },
  ): Promise<{ approved: boolean }> {
    const { form, command } = given;
    const { problems } = readCounts(form);
    refuseProblems(problems);
    const typed = { stepNumber: '', ...form };
    return this.takeStep(collectiveId, planId, { kind: 'meeting', form: typed, command });
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
    return this.act(collectiveId, { planId, name: 'review', input: form, command }, async (tx, plan) => {
      const read = readReview(
        form,
        plan.lines.map(({ bucket }) => bucket.id),
      );
      const subject = requireSubject(plan);
      // A plan whose books have moved can no longer be approved, but it can always go back to the village.
      if (read.outcome === 'passed' && plan.state === 'submitted')
        await this.checks.requireSameFigures(plan, tx);
      const review = { ...read, by: command.by };
      await this.approvals.review(tx, collectiveId, { subject, review });
      if (read.outcome === 'passed') return { approved: await this.approveIfDecided(tx, plan) };
      await this.move(tx, plan, 'return');
      return { approved: false };
    });
  }

  /** Takes a step with the register that notes it. @throws what it refuses; DomainError `plan.*` */
  takeWith<T>(planId: string, { books, before, take, ...asked }: TakenWith<T>): Promise<T> {
    return this.act(books, { planId, ...asked }, async (tx, plan) => {
      await before(tx);
      if (plan.state === 'submitted') await this.checks.requireSameFigures(plan, tx);
      const taken = await take(tx, requireSubject(plan));
      await this.approveIfDecided(tx, plan);
      return taken;
    });
  }

  private act<T>(
    of: string | BooksHeld,
    asked: { planId: string; name: string; input: unknown; command: Command },
    work: (tx: EntityManager, plan: DistributionPlan) => Promise<T>,
  ): Promise<T> {
    const { collectiveId } = heldOf(of);
    return this.database.inTransaction(
      of,
      async (tx) => {
        const plan = await this.reading.requirePlan(collectiveId, asked.planId, tx);
        tellPlan(tx, plan);
        return work(tx, plan);
      },
      onceOf(asked.command, `distribution.${asked.name}`, [asked.planId, asked.input]),
    );
  }

  /** Settles the period once the steps that decide were taken. @returns whether they were, by now */
  private async approveIfDecided(tx: EntityManager, plan: DistributionPlan): Promise<boolean> {
    const { collectiveId, id, steps } = plan;
    const decisions = await this.approvals.listDecisions(collectiveId, { kind: 'plan', id }, tx);
    if (!isDecided(steps, decisions.length)) return false;
    if (plan.state === 'submitted') await this.approve(tx, { ...plan, decisions });
    return true;
  }

  private async approve(tx: EntityManager, plan: DistributionPlan): Promise<void> {
    await this.move(tx, plan, 'approve');
    await this.settling.settle(tx, plan);
  }

  private async move(tx: EntityManager, plan: DistributionPlan, act: PlanAct): Promise<void> {
    const state = nextPlanState(plan.state, act);
    const { collectiveId, id } = plan;
    await tx.update(PlanEntity, { collectiveId, id }, { state });
    await recordChange(tx, PlanEntity, { collectiveId, id });
  }
}

/** What is decided on: a submitted plan, and one that is decided while it has steps to take. */
function requireSubject(plan: DistributionPlan): DecidedSubject {
  const { id, state, digest, routeId, draftedBy, draftedOn, steps } = plan;
  const isUnderWay = state === 'submitted' || (state === 'approved' && plan.decisions.length < steps.length);
  if (!isUnderWay || digest === undefined) throw new DomainError('plan.notNow', { state, act: 'approve' });
  const about = { from: plan.periodFrom, to: plan.periodTo };
  return { kind: 'plan', id, digest, routeId, draftedBy, submittedOn: draftedOn, steps, about };
}
