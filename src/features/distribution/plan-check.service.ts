import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { officeAgreement, villageDecision } from '../../domain/approvals/plan-steps';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { changedRules } from '../../domain/distribution/changed-rules';
import { type PlanCheck, planChecks } from '../../domain/distribution/plan-checks';
import { keepGround, type PlanGround } from '../../domain/distribution/plan-ground';
import { givenNumbers } from '../../domain/distribution/plan-numbers';
import { isFurtherBeyond } from '../../domain/distribution/year-beside';
import type { Fen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { SurplusService } from '../surplus/surplus.service';
import { PlanGroundService } from './plan-ground.service';
import { type DistributionPlan, periodOf, poolOfPack, settlingLines } from './plan-read.service';
import { PlanRulesService } from './plan-rules.service';
import { standingChecks } from './standing-checks';
import { yearLeftChecks } from './year-left-checks';

/** What the pack says of a plan, and whether books and rules still say what it was drafted on. */
@Injectable()
export class PlanCheckService {
  constructor(
    private readonly database: Database,
    private readonly grounds: PlanGroundService,
    private readonly surplus: SurplusService,
    private readonly rules: PlanRulesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Every check on a plan, by what it keeps. A plan of the first form kept no ground: one that is decided
   * stays judged as it was, a draft is judged by the books as they stand.
   */
  async listChecks(plan: DistributionPlan, db: EntityManager = this.database.reader): Promise<PlanCheck[]> {
    const ground = plan.ground ?? (await this.groundOf(plan, db));
    const isGrounded = plan.ground !== undefined || plan.state === 'drafted';
    const facts = {
      pool: poolOfPack(plan.pool),
      distributable: BigInt(plan.figures.distributable),
      lines: plan.lines.map(({ bucket, amount, claims }) => ({ bucket: bucket.id, amount, claims })),
      deductions: ground.deductions,
      ...{ reasons: plan.reasons, townshipAgreed: officeAgreement(plan) !== undefined },
      ...(plan.form === 'plan/4' ? { steps: plan.steps } : {}),
      ...(isGrounded ? { grounded: { on: plan.draftedOn, ground } } : {}),
    };
    const standing = await this.rules.standingOf(
      plan,
      villageDecision(plan)?.decidedOn ?? this.clock.today(),
    );
    const names = new Map(plan.lines.map(({ bucket }) => [bucket.id, bucket.name]));
    return [
      ...standingChecks(standing),
      ...planChecks(plan.pack, facts, givenNumbers(plan.numbers)),
      ...yearLeftChecks(ground.yearPlan, { ...facts, nameOf: (use) => names.get(use) }),
    ];
  }

  /**
   * Refuses a plan whose period's figures or whose year have moved since it was drafted, or whose money a
   * later settled period has carried over, or out of which more was set aside meanwhile than it leaves, or
   * whose money a cost has taken since, or that is further beyond the plan of its year by now.
   * @throws DomainError `plan.periodTaken`, `plan.figuresChanged`, `plan.reserved`, `plan.groundChanged`,
   *   `plan.yearPlanChanged`, `plan.reservesChanged`, `plan.belowGranted`; FormProblems `plan.aboveFree`
   */
  async requireSameFigures(plan: DistributionPlan, db: EntityManager): Promise<void> {
    const period = { pool: plan.pool, from: plan.periodFrom, to: plan.periodTo };
    const settled = await this.surplus.listSettled(plan.collectiveId, plan.pool, db);
    const later = settled.find((each) => each.periodTo >= plan.periodFrom);
    if (later !== undefined) {
      const { periodFrom: from, periodTo: to } = later;
      throw new DomainError('plan.periodTaken', { from, to, state: 'approved' });
    }
    const now = await this.surplus.statement(plan.collectiveId, period, db);
    const drafted = BigInt(plan.figures.distributable);
    const same =
      now.received.toString() === plan.figures.received && now.deducted.toString() === plan.figures.deducted;
    if (!same || now.distributable !== drafted) {
      throw new DomainError('plan.figuresChanged', { drafted, now: now.distributable });
    }
    const planned = BigInt(plan.figures.planned);
    await this.surplus.requireUnreserved(
      plan.collectiveId,
      { ...period, distributable: drafted, planned },
      db,
    );
    const asked = { period: periodOf(plan), lines: settlingLines(plan), day: this.clock.today() };
    await this.grounds.requireFree(db, plan.collectiveId, asked);
    if (plan.ground === undefined) return;
    const { yearPlan: yearNow, ...ground } = await this.groundOf(plan, db);
    const { reserves, yearPlan: then, ...books } = plan.ground;
    if (groundKey(asKept(ground, books)) !== groundKey(books)) throw new DomainError('plan.groundChanged');
    const lines = plan.lines.map(({ bucket, amount }) => ({ bucket: bucket.id, amount }));
    if (isFurtherBeyond(lines, { then, now: yearNow })) throw new DomainError('plan.yearPlanChanged');
    if (reserves !== undefined) await this.requireSameReserves({ ...plan, ground: plan.ground }, db);
  }

  /** What the approval of a plan that is under way would be refused with, as its books stand now. */
  async refusalOf(plan: DistributionPlan): Promise<DomainError | undefined> {
    if (plan.state !== 'submitted') return undefined;
    try {
      await this.requireSameFigures(plan, this.database.reader);
      return undefined;
    } catch (refusal) {
      if (refusal instanceof DomainError) return refusal;
      throw refusal;
    }
  }

  /** @throws DomainError `plan.routeChanged` */
  requireSameRoute(plan: DistributionPlan): Promise<void> {
    return this.rules.requireSameRoute(plan, { kind: 'plan', day: this.clock.today() });
  }

  /**
   * Refuses a plan on a day whose rules are not those it was drafted under: meanwhile another pack came into
   * force or was chosen, or somebody gave a number.
   * @param day the day of the village body's decision; today while the plan is only submitted
   * @throws DomainError `plan.rulesChanged` naming what changed; `policy.*` as the rules of the day are
   *   found: `policy.noPackInForce` where there are none, `policy.notConfirmed` where nobody said they hold
   */
  async requireSameRules(plan: RuledPlan, day: CalendarDay = this.clock.today()): Promise<void> {
    const { collectiveId, pack, packDigest: digest, form } = plan;
    const { loaded, standards } = await this.rules.requireRules(collectiveId, day);
    const numbers = form === 'plan/1' ? undefined : plan.numbers;
    const kept = { pack, digest, pool: poolOfPack(plan.pool), numbers };
    const changed = changedRules(kept, { ...loaded, standards }).map(widePunctuation);
    if (changed.length > 0) throw new DomainError('plan.rulesChanged', { day, changed });
    const standing = await this.rules.standingOf(plan, day);
    if (standing.kind === 'missing')
      throw new DomainError('policy.notConfirmed', { title: pack.source.title, after: standing.after });
  }

  /** @throws DomainError `plan.reservesChanged` where more or less was set aside by the day of the draft */
  private async requireSameReserves(
    { collectiveId, pool, periodFrom: from, draftedOn, ground }: DistributionPlan & { ground: PlanGround },
    db: EntityManager,
  ): Promise<void> {
    const reserves = await this.surplus.toldReserves(collectiveId, { pool, from, draftedOn }, db);
    const now = groundKey({ ...ground, reserves });
    if (now !== groundKey(ground)) throw new DomainError('plan.reservesChanged', { day: draftedOn });
  }

  /** What of the plan's distributable money reserves keep from it. */
  heldOf({ collectiveId, pool, periodTo: to, figures }: DistributionPlan): Promise<Fen> {
    return this.surplus.heldOf(collectiveId, { pool, to, distributable: BigInt(figures.distributable) });
  }

  /** Whether a draft that was made under no pack has one to go by now: it is drafted again under that one. */
  hasPackNow(plan: DistributionPlan): Promise<boolean> {
    return this.rules.hasPackNow(plan, this.clock.today());
  }

  private groundOf(plan: DistributionPlan, db: EntityManager): Promise<PlanGround> {
    return this.grounds.groundOf(db, plan.collectiveId, { pack: plan.pack, period: periodOf(plan) });
  }
}

/** What a plan was drafted under. */
type RuledPlan = Pick<DistributionPlan, 'collectiveId' | 'pack' | 'packDigest' | 'form' | 'numbers' | 'pool'>;

function groundKey(ground: PlanGround): string {
  return JSON.stringify(keepGround(ground));
}

/** The ground as far as a plan kept it: one of before kept nothing of new income. */
function asKept(now: PlanGround, kept: PlanGround): PlanGround {
  const { year, isOver, received, costs, used } = now.year;
  return kept.year.newIncome === undefined ? { ...now, year: { year, isOver, received, costs, used } } : now;
}
