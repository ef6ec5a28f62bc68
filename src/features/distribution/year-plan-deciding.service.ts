import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readReview, type ReviewForm } from '../../domain/approvals/read-review';
import { isDecided, isTakenByPublishing } from '../../domain/approvals/plan-steps';
import type { StepForm } from '../../domain/approvals/procedure';
import { type MeetingForm, readCounts } from '../../domain/approvals/read-counts';
import type { OutcomeForm } from '../../domain/approvals/refused-steps';
import { isVillageMeeting } from '../../domain/approvals/route';
import type { PapersForm } from '../../domain/approvals/step-papers';
import { checkProblems } from '../../domain/distribution/plan-checks';
import { nextYearPlanState, type YearPlanAct } from '../../domain/distribution/year-plan-states';
import { daysOfYear } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { recordChange } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { type BooksHeld, heldOf } from '../../platform/database/locks';
import { ApprovalsService, type DecidedSubject } from '../approvals/approvals.service';
import type { TakenWith } from './deciding.service';
import { YearLeftService } from './year-left.service';
import { YearPlanCheckService } from './year-plan-check.service';
import { yearPlanDigest } from './year-plan-digest';
import { YEAR_PLAN, type YearPlan, YearPlanReadService } from './year-plan-read.service';
import { YearPlanEntity } from './year-plan.entity';
import { tellPlan } from './told-plans';

const NO_COUNTS = { due: '', present: '', inFavour: '', against: '', abstained: '' } as const;

/**
 * Takes a yearly plan through every step of the village's route. Deciding it books nothing and promises no
 * money: a period's distribution does, out of what came.
 */
@Injectable()
export class YearPlanDecidingService {
  constructor(
    private readonly database: Database,
    private readonly reading: YearPlanReadService,
    private readonly approvals: ApprovalsService,
    private readonly checks: YearPlanCheckService,
    private readonly lefts: YearLeftService,
  ) {}

  /**
   * Submits a draft; from now on its digest is what is decided on.
   * @throws FormProblems `policy.*`; DomainError `plan.rulesChanged`, `yearPlan.notNow`,
   *   `yearPlan.belowGiven`
   */
  submitPlan(collectiveId: string, planId: string, command: Command): Promise<{ digest: string }> {
    return this.act(collectiveId, { planId, name: 'submit', input: planId, command }, async (tx, plan) => {
      const state = nextYearPlanState(plan.state, 'submit');
      await this.checks.requireSameRoute(plan);
      await this.checks.requireSameRules(plan);
      await this.lefts.requireGiven(tx, plan);
      refuseProblems(checkProblems(await this.checks.listChecks(plan)));
      const digest = yearPlanDigest(plan);
      const { routeText } = plan;
      await tx.update(YearPlanEntity, { collectiveId, id: planId }, { state, digest, routeText });
      await recordChange(tx, YearPlanEntity, { collectiveId, id: planId });
      return { digest };
    });
  }

  /**
   * Notes a step that is no meeting and no review; publishing the plan's sheet is its first publicity.
   * @throws FormProblems; DomainError `approvals.*`, `plan.publishFirst`
   */
  noteStep(
    collectiveId: string,
    planId: string,
    {
      form,
      command,
    }: {
      readonly form: Omit<StepForm, keyof typeof NO_COUNTS> & PapersForm & OutcomeForm;
      readonly command: Command;
    },
  ): Promise<{ approved: boolean }> {
    return this.takeStep(collectiveId, planId, { kind: 'other', form: { ...form, ...NO_COUNTS }, command });
  }

  /** Records a meeting's vote. @throws FormProblems, DomainError `approvals.*` */
  async recordMeeting(
    collectiveId: string,
    planId: string,
    {
      form,
      command,
    }: {
      readonly form: MeetingForm & Partial<StepForm> & PapersForm & OutcomeForm;
      readonly command: Command;
    },
  ): Promise<{ approved: boolean }> {
    const { problems } = readCounts(form);
    refuseProblems(problems);
    return this.takeStep(collectiveId, planId, {
      kind: 'meeting',
      form: { stepNumber: '', ...form },
      command,
    });
  }

  /** Approves a plan or returns it with a reason. @throws FormProblems, DomainError `approvals.*` */
  reviewPlan(
    collectiveId: string,
    planId: string,
    { form, command }: { readonly form: ReviewForm; readonly command: Command },
  ): Promise<{ approved: boolean }> {
    return this.act(collectiveId, { planId, name: 'review', input: form, command }, async (tx, plan) => {
      const read = readReview(
        form,
        plan.content.uses.map(({ bucket }) => bucket),
      );
      const subject = requireSubject(plan);
      const review = { ...read, by: command.by };
      await this.approvals.review(tx, collectiveId, { subject, review });
      if (read.outcome === 'passed') return { approved: await this.approveIfDecided(tx, plan) };
      await move(tx, plan, 'return');
      return { approved: false };
    });
  }

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
      const noted = { subject, kind, form, by: command.by };
      const { step, outcome } = await this.approvals.takeStep(tx, collectiveId, noted);
      if (outcome === 'refused') {
        await move(tx, plan, 'return');
        return { approved: false };
      }
      if (isVillageMeeting(step)) await this.checks.requireSameRules(plan, form.heldOn);
      return { approved: await this.approveIfDecided(tx, plan) };
    });
  }

  /** Takes a step with the register that notes it. @throws what it refuses; DomainError `yearPlan.notNow` */
  takeWith<T>(planId: string, { books, before, take, ...asked }: TakenWith<T>): Promise<T> {
    return this.act(books, { planId, ...asked }, async (tx, plan) => {
      await before(tx);
      const taken = await take(tx, requireSubject(plan));
      await this.approveIfDecided(tx, plan);
      return taken;
    });
  }

  private act<T>(
    of: string | BooksHeld,
    asked: { planId: string; name: string; input: unknown; command: Command },
    work: (tx: EntityManager, plan: YearPlan) => Promise<T>,
  ): Promise<T> {
    const { collectiveId } = heldOf(of);
    return this.database.inTransaction(
      of,
      async (tx) => {
        const plan = await this.reading.requirePlan(collectiveId, asked.planId, tx);
        tellPlan(tx, plan);
        return work(tx, plan);
      },
      onceOf(asked.command, `yearPlan.${asked.name}`, [asked.planId, asked.input]),
    );
  }

  /** The decided plan of the year gives its place to a revision once that is decided. */
  private async approveIfDecided(tx: EntityManager, plan: YearPlan): Promise<boolean> {
    const { collectiveId, id, pool, year, steps } = plan;
    const decisions = await this.approvals.listDecisions(collectiveId, { kind: YEAR_PLAN, id }, tx);
    if (!isDecided(steps, decisions.length)) return false;
    if (plan.state !== 'submitted') return true;
    await this.lefts.requireGiven(tx, plan);
    const held = await tx.find(YearPlanEntity, { where: { collectiveId, pool, year, state: 'approved' } });
    for (const earlier of held) await move(tx, earlier, 'replace');
    await move(tx, plan, 'approve');
    return true;
  }
}

async function move(
  tx: EntityManager,
  { collectiveId, id, state: from }: Pick<YearPlan, 'collectiveId' | 'id' | 'state'>,
  act: YearPlanAct,
): Promise<void> {
  const state = nextYearPlanState(from, act);
  await tx.update(YearPlanEntity, { collectiveId, id }, { state });
  await recordChange(tx, YearPlanEntity, { collectiveId, id });
}

/** What is decided on: a submitted plan, and one that is decided while it has steps to take. */
function requireSubject(plan: YearPlan): DecidedSubject {
  const { id, state, digest, routeId, draftedBy, draftedOn, steps } = plan;
  const isUnderWay = state === 'submitted' || (state === 'approved' && plan.decisions.length < steps.length);
  if (!isUnderWay || digest === undefined) throw new DomainError('yearPlan.notNow', { state });
  const about = daysOfYear(plan.year);
  return { kind: YEAR_PLAN, id, digest, routeId, draftedBy, submittedOn: draftedOn, steps, about };
}
