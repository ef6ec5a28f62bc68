import { Injectable } from '@nestjs/common';
import { yearOf } from '../../domain/calendar/calendar-day';
import { type ComparedRuns, compareRuns } from '../../domain/distribution/compare-runs';
import { type DryRun, dryRun, type RunCheck } from '../../domain/distribution/dry-run';
import type { PlanGround } from '../../domain/distribution/plan-ground';
import { villageNumbers } from '../../domain/distribution/plan-numbers';
import type { Fen } from '../../domain/money/fen';
import { type LocalNumber, valuesById } from '../../domain/policy/local-standard';
import type { PolicyPack } from '../../domain/policy/pack';
import { type ToldProblem, toldProblems } from '../../platform/http/api-answer';
import { Database } from '../../platform/database/database';
import { PlanGroundService } from '../distribution/plan-ground.service';
import { type DistributionPlan, PlanReadService, poolOfPack } from '../distribution/plan-read.service';
import { LocalStandardsService } from '../policy/local-standards.service';
import { type LoadedPack, PolicyService } from '../policy/policy.service';

/** Which pack is run over which year of a pool. */
export interface DryRunAsked {
  readonly pool: 'pv' | 'other';
  readonly year: number;
  readonly packId: string;
}

/** One decided plan beside what it would be under another pack. */
export interface PlanDryRun extends DryRun {
  readonly plan: DistributionPlan;
  /** The pack that is tried. */
  readonly pack: PolicyPack;
  readonly numbers: readonly LocalNumber[];
}

/** One decided plan under two packs. */
export interface PlanComparison {
  readonly plan: DistributionPlan;
  readonly one: PlanDryRun;
  readonly other: PlanDryRun;
  readonly compared: ComparedRuns;
}

/** Which decided plan is told of. */
interface ToldPlan {
  readonly planId: string;
  readonly periodFrom: string;
  readonly periodTo: string;
}

/** A check as programs read it: how it came out, and the amounts it is held to with their clauses. */
interface ToldCheck extends Pick<RunCheck, 'bounds'> {
  readonly rule: string;
  readonly about: string;
  readonly outcome: string;
  readonly force: string;
  readonly clause: string;
  readonly says: string;
  readonly missing: readonly string[];
}

/** A dry run as programs read it. */
export interface ToldDryRun extends Omit<DryRun, 'checks' | 'problems'>, ToldPlan {
  readonly packId: string;
  readonly problems: readonly ToldProblem[];
  readonly checks: readonly ToldCheck[];
  readonly numbers: readonly LocalNumber[];
}

/** What one of two packs brings to a comparison beside its amounts. */
type ToldSide = Pick<ToldDryRun, 'packId' | 'problems' | 'numbers'>;

/** Two packs over one plan as programs read it. */
export interface ToldComparison extends Omit<ComparedRuns, 'checks'>, ToldPlan {
  readonly one: ToldSide;
  readonly other: ToldSide;
  readonly checks: readonly {
    readonly one: ToldCheck | undefined;
    readonly other: ToldCheck | undefined;
    readonly isAlike: boolean;
  }[];
}

/** Runs a pack over what a village decided in a year. Nothing is written. */
@Injectable()
export class DryRunService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanReadService,
    private readonly grounds: PlanGroundService,
    private readonly policy: PolicyService,
    private readonly standards: LocalStandardsService,
  ) {}

  /** The decided plans of a village, oldest first. */
  async listDecided(collectiveId: string): Promise<DistributionPlan[]> {
    const plans = await this.plans.listPlans(collectiveId);
    return plans
      .filter(({ state, pool }) => state === 'approved' && (pool === 'pv' || pool === 'other'))
      .sort((one, other) => (one.periodFrom < other.periodFrom ? -1 : 1));
  }

  /** Every pack that may be tried. */
  listPacks(): readonly LoadedPack[] {
    return this.policy.listPacks();
  }

  /** @throws DomainError `policy.unknownPack` */
  requirePack(id: string): PolicyPack {
    return this.policy.requirePack(id).pack;
  }

  /**
   * Every plan of the pool decided in the year, under the pack. The numbers are those the village's own
   * county gives for it, and what the village decided for the plan.
   * @throws DomainError `policy.unknownPack`
   */
  async runsOf(collectiveId: string, { pool, year, packId }: DryRunAsked): Promise<PlanDryRun[]> {
    const pack = this.requirePack(packId);
    const decided = await this.listDecided(collectiveId);
    const runs: PlanDryRun[] = [];
    for (const plan of decided) {
      if (plan.pool === pool && yearOf(plan.periodTo) === year) runs.push(await this.runOf(plan, pack));
    }
    return runs;
  }

  /**
   * The same plans under two packs, side by side.
   * @param otherId the pack whose amounts are held against those of `asked.packId`
   * @throws DomainError `policy.unknownPack`
   */
  async comparisonsOf(collectiveId: string, asked: DryRunAsked, otherId: string): Promise<PlanComparison[]> {
    const ones = await this.runsOf(collectiveId, asked);
    const others = await this.runsOf(collectiveId, { ...asked, packId: otherId });
    return ones.flatMap((one): PlanComparison[] => {
      const other = others.find(({ plan }) => plan.id === one.plan.id);
      return other === undefined ? [] : [{ plan: one.plan, one, other, compared: compareRuns(one, other) }];
    });
  }

  /** A pack over a year, as programs read it. @throws DomainError `policy.unknownPack` */
  async tell(collectiveId: string, asked: DryRunAsked): Promise<ToldDryRun[]> {
    const runs = await this.runsOf(collectiveId, asked);
    return runs.map((run) => {
      const { distributable, uses, decidedLeft, left, plan, checks } = run;
      const amounts = { distributable, uses, decidedLeft, left };
      return { ...amounts, ...toldPlan(plan), ...toldSide(run), checks: checks.map(toldCheck) };
    });
  }

  /** Two packs over a year, as programs read it. @throws DomainError `policy.unknownPack` */
  async tellComparison(collectiveId: string, asked: DryRunAsked, otherId: string): Promise<ToldComparison[]> {
    const found = await this.comparisonsOf(collectiveId, asked, otherId);
    return found.map(({ plan, one, other, compared }) => ({
      ...compared,
      ...toldPlan(plan),
      ...{ one: toldSide(one), other: toldSide(other) },
      checks: compared.checks.map((check) => ({
        one: check.one && toldCheck(check.one),
        other: check.other && toldCheck(check.other),
        isAlike: check.isAlike,
      })),
    }));
  }

  private async runOf(plan: DistributionPlan, pack: PolicyPack): Promise<PlanDryRun> {
    const { collectiveId, draftedOn: on } = plan;
    const pool = poolOfPack(plan.pool);
    const period = { pool, from: plan.periodFrom, to: plan.periodTo };
    const ground = await this.grounds.groundOf(this.database.reader, collectiveId, { pack, period });
    const numbers = await this.standards.numbersFor(collectiveId, pack, on);
    const facts = {
      pool,
      distributable: BigInt(plan.figures.distributable),
      lines: plan.lines.map(({ bucket, amount, claims }) => ({ bucket: bucket.id, amount, claims })),
      deductions: ground.deductions,
      reasons: plan.reasons,
      grounded: { on, ground: withoutPlan(ground, plan) },
    };
    const local = { ...villageNumbers(pack, pool, plan.numbers), ...valuesById(numbers) };
    return { ...dryRun(pack, facts, local), plan, pack, numbers };
  }
}

/** The year as it was beside the plan: what the approved plan itself gives is no other plan's. */
function withoutPlan(ground: PlanGround, plan: DistributionPlan): PlanGround {
  const own = new Map<string, Fen>(plan.lines.map(({ bucket, amount }) => [bucket.id, amount]));
  const used = Object.entries(ground.year.used).map(([id, sum]): [string, Fen] => {
    return [id, sum - (own.get(id) ?? 0n)];
  });
  return { ...ground, year: { ...ground.year, used: Object.fromEntries(used) } };
}

function toldPlan({ id, periodFrom, periodTo }: DistributionPlan): ToldPlan {
  return { planId: id, periodFrom, periodTo };
}

function toldSide({ pack, problems, numbers }: PlanDryRun): ToldSide {
  return { packId: pack.id, problems: toldProblems(problems), numbers };
}

function toldCheck({ about, judgement, bounds }: RunCheck): ToldCheck {
  const { ruleId: rule, outcome, force, clause, says, missing } = judgement;
  return { rule, about: about.id, outcome, force, clause, says, missing, bounds };
}
