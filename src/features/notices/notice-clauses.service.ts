import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { villageDecision } from '../../domain/approvals/plan-steps';
import type { PlanCheck } from '../../domain/distribution/plan-checks';
import type { NoticeClauses } from '../../domain/notices/distribution-notice';
import { markedClause } from '../../domain/policy/explain';
import { bucketsOf, clauseOf, type PoolId } from '../../domain/policy/pack';
import { checkWords } from '../../glossary/remarks';
import { PlanCheckService } from '../distribution/plan-check.service';
import { type DistributionPlan, poolOfPack } from '../distribution/plan-read.service';
import { PlanRulesService } from '../distribution/plan-rules.service';
import { YearPlanCheckService } from '../distribution/year-plan-check.service';
import type { YearPlan } from '../distribution/year-plan-read.service';

/** What a plan's uses stand on: the clauses they cite, and what its rules say of it. */
interface Grounds {
  readonly pool: PoolId;
  readonly cited: readonly string[];
  readonly checks: readonly PlanCheck[];
}

/** The rules a sheet's uses stand on, in the edition the plan was drafted under. */
@Injectable()
export class NoticeClausesService {
  constructor(
    private readonly checks: PlanCheckService,
    private readonly yearChecks: YearPlanCheckService,
    private readonly rules: PlanRulesService,
  ) {}

  /** The clauses the plan's uses cite, and each rule that asked for a reason, with what the village wrote. */
  async clausesOf(plan: DistributionPlan, db: EntityManager): Promise<NoticeClauses> {
    const cited = plan.lines.map((line) => line.bucket.cite);
    const checks = await this.checks.listChecks(plan, db);
    return this.toldOf(plan, { pool: poolOfPack(plan.pool), cited, checks });
  }

  /** The same of a yearly plan. */
  async clausesOfYear(plan: YearPlan): Promise<NoticeClauses> {
    const used = new Set(plan.content.uses.map(({ bucket }) => bucket));
    const cited = bucketsOf(plan.pack, plan.pool).flatMap(({ id, cite }) => (used.has(id) ? [cite] : []));
    return this.toldOf(plan, { pool: plan.pool, cited, checks: await this.yearChecks.listChecks(plan) });
  }

  private async toldOf(plan: DistributionPlan | YearPlan, { pool, cited, checks }: Grounds) {
    const { pack } = plan;
    const reasons = checks
      .filter((check) => check.about.kind !== 'deduction' && check.judgement.outcome === 'failed')
      .filter((check) => check.reason.trim() !== '')
      .map(({ judgement, reason }) => checkWords.aboutLine(reason.trim(), judgement.says));
    return {
      quotes: [...new Set(cited)].map((key) => ({
        document: pack.source.title,
        item: clauseOf(pack, key).at,
        pieces: markedClause(pack, key, pool),
        paraphrased: pack.source.kind === 'second_hand',
      })),
      pack: { id: pack.id, digest: plan.packDigest },
      ...(await this.confirmedOf(plan)),
      writtenReasons: [...new Set(reasons)],
    };
  }

  /** Who confirmed the document, as of the day the village decided. */
  private async confirmedOf(plan: DistributionPlan | YearPlan): Promise<Pick<NoticeClauses, 'confirmed'>> {
    const day = villageDecision(plan)?.decidedOn;
    const standing = day === undefined ? undefined : await this.rules.standingOf(plan, day);
    if (standing?.kind !== 'confirmed') return {};
    const { on, until, paper } = standing.confirmation;
    const basis = paper === undefined ? {} : { paper };
    return { confirmed: { office: standing.office, on, until, ...basis } };
  }
}
