import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { villageDecision } from '../../domain/approvals/plan-steps';
import type { NoticeClauses } from '../../domain/notices/distribution-notice';
import { markedClause } from '../../domain/policy/explain';
import { clauseOf } from '../../domain/policy/pack';
import { checkWords } from '../../glossary/remarks';
import { PlanCheckService } from '../distribution/plan-check.service';
import { type DistributionPlan, poolOfPack } from '../distribution/plan-read.service';
import { PlanRulesService } from '../distribution/plan-rules.service';

/** The rules a sheet's uses stand on, in the edition the plan was drafted under. */
@Injectable()
export class NoticeClausesService {
  constructor(
    private readonly checks: PlanCheckService,
    private readonly rules: PlanRulesService,
  ) {}

  /** The clauses the plan's uses cite, and each rule that asked for a reason, with what the village wrote. */
  async clausesOf(plan: DistributionPlan, db: EntityManager): Promise<NoticeClauses> {
    const { pack } = plan;
    const checks = await this.checks.listChecks(plan, db);
    const cited = [...new Set(plan.lines.map((line) => line.bucket.cite))];
    const reasons = checks
      .filter((check) => check.about.kind !== 'deduction' && check.judgement.outcome === 'failed')
      .filter((check) => check.reason.trim() !== '')
      .map(({ judgement, reason }) => checkWords.aboutLine(reason.trim(), judgement.says));
    return {
      quotes: cited.map((key) => ({
        document: pack.source.title,
        item: clauseOf(pack, key).at,
        pieces: markedClause(pack, key, poolOfPack(plan.pool)),
        paraphrased: pack.source.kind === 'second_hand',
      })),
      pack: { id: pack.id, digest: plan.packDigest },
      ...(await this.confirmedOf(plan)),
      writtenReasons: [...new Set(reasons)],
    };
  }
  /** Who confirmed the document, as of the day the village decided. */
  private async confirmedOf(plan: DistributionPlan): Promise<Pick<NoticeClauses, 'confirmed'>> {
    const day = villageDecision(plan)?.decidedOn;
    const standing = day === undefined ? undefined : await this.rules.standingOf(plan, day);
    if (standing?.kind !== 'confirmed') return {};
    const { on, until, paper } = standing.confirmation;
    const basis = paper === undefined ? {} : { paper };
    return { confirmed: { office: standing.office, on, until, ...basis } };
  }
}
