import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type PlanCheck, planChecks } from '../../domain/distribution/plan-checks';
import { DomainError } from '../../domain/shared/domain-error';
import { Database } from '../../platform/database/database';
import { DeductionsService } from '../deductions/deductions.service';
import { PolicyService } from '../policy/policy.service';
import { SurplusService } from '../surplus/surplus.service';
import { type DistributionPlan, poolOfPack } from './plan-read.service';

/** What the pack in force says of a plan, and whether the books still say what it was drafted on. */
@Injectable()
export class PlanCheckService {
  constructor(
    private readonly database: Database,
    private readonly policy: PolicyService,
    private readonly deductions: DeductionsService,
    private readonly surplus: SurplusService,
  ) {}

  /** Every check on a plan as it stands. */
  async listChecks(plan: DistributionPlan, db: EntityManager = this.database.reader): Promise<PlanCheck[]> {
    const { pack } = this.policy.requirePack(plan.packId, plan.packDigest);
    const all = await this.deductions.listDeductions(plan.collectiveId, db);
    const deductions = all.filter(
      (row) => row.pool === plan.pool && row.postedOn >= plan.periodFrom && row.postedOn <= plan.periodTo,
    );
    return planChecks(pack, {
      pool: poolOfPack(plan.pool),
      distributable: BigInt(plan.figures.distributable),
      lines: plan.lines.map((line) => ({ bucket: line.bucket.id, amount: line.amount, claims: line.claims })),
      deductions: deductions.map(({ id, kind, amount, reason }) => ({
        id,
        kind,
        amount,
        reason: reason ?? '',
      })),
      reasons: plan.reasons,
    });
  }

  /**
   * Refuses a plan whose period's figures have moved since it was drafted, or whose money a later settled
   * period has carried over. @throws DomainError `plan.periodTaken`, `plan.figuresChanged`
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
  }
}
