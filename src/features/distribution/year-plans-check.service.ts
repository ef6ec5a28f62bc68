import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isDecided } from '../../domain/approvals/plan-steps';
import { yearFigures } from '../../domain/distribution/year-plan';
import { DomainError } from '../../domain/shared/domain-error';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { yearPlanDigest } from './year-plan-digest';
import { type YearPlan, YearPlanReadService } from './year-plan-read.service';
import { YearPlanEntity } from './year-plan.entity';

/**
 * The yearly plans' pass: what was signed is still there byte for byte, uses and what is kept back are within
 * what is expected, none is decided whose steps were not taken, and one plan of a pool and year holds.
 */
@Injectable()
export class YearPlansCheckService extends StepCheck {
  override readonly pass = 'yearPlans';

  constructor(private readonly plans: YearPlanReadService) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // Deciding a year books nothing.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const rows = await db.find(YearPlanEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    const holding = new Set<string>();
    for (const row of rows) {
      findings.looked += 1;
      const { pool, year, revision } = row;
      const facts = { pool, year: String(year), revision: String(revision) };
      const plan = await this.find(db, row);
      if (plan === undefined || !isAsSigned(plan)) findings.add('check.yearPlanChanged', {}, facts);
      else if (!isWhereItsStepsLeaveIt(plan)) findings.add('check.yearPlanState', {}, facts);
      const key = `${pool} ${String(year)}`;
      if (row.state === 'approved' && holding.has(key)) findings.add('check.yearPlanTwice', {}, facts);
      if (row.state === 'approved') holding.add(key);
    }
  }

  /** Undefined where its policy is no longer what it was. */
  private async find(db: EntityManager, row: YearPlanEntity): Promise<YearPlan | undefined> {
    try {
      return await this.plans.requirePlan(row.collectiveId, row.id, db);
    } catch (error) {
      if (error instanceof DomainError) return undefined;
      throw error;
    }
  }
}

function isAsSigned(plan: YearPlan): boolean {
  const { digest, content, decisions } = plan;
  if (yearFigures(content).left < 0n) return false;
  if (digest === undefined) return true;
  return digest === yearPlanDigest(plan) && decisions.every((each) => each.digest === digest);
}

function isWhereItsStepsLeaveIt({ state, steps, decisions }: YearPlan): boolean {
  if (decisions.some(({ outcome }) => outcome === 'returned')) return state === 'returned';
  if (decisions.some(({ stepId }, index) => steps[index]?.id !== stepId)) return false;
  const decided = isDecided(steps, decisions.length);
  if (state === 'approved' || state === 'replaced') return decided;
  return state !== 'returned' && !decided && (state !== 'drafted' || decisions.length === 0);
}
