import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkApprovals, type KeptApproval } from '../../domain/distribution/check-approvals';
import { yearFigures } from '../../domain/distribution/year-plan';
import { DomainError } from '../../domain/shared/domain-error';
import { ApprovalsService } from '../approvals/approvals.service';
import { PublicityStandings } from '../approvals/publicity-standings.service';
import { StepSignaturesService } from '../approvals/step-signatures.service';
import { SubjectFiles } from '../approvals/subject-files.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { yearPlanDigest } from './year-plan-digest';
import { YEAR_PLAN, type YearPlan, YearPlanReadService } from './year-plan-read.service';
import { YearPlanEntity } from './year-plan.entity';

/**
 * The yearly plans' pass: what was signed is still there byte for byte, uses and what is kept back are within
 * what is expected, each stands where its steps led it, each by its vote, days, papers and signers, and one
 * plan of a pool and year holds.
 */
@Injectable()
export class YearPlansCheckService extends StepCheck {
  override readonly pass = 'yearPlans';

  constructor(
    private readonly plans: YearPlanReadService,
    private readonly approvals: ApprovalsService,
    private readonly signatures: StepSignaturesService,
    private readonly files: SubjectFiles,
    private readonly publicity: PublicityStandings,
  ) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // Deciding a year books nothing.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const rows = await db.find(YearPlanEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    const signed = await this.signatures.listEvery(collectiveId, YEAR_PLAN, db);
    const holding = new Set<string>();
    for (const row of rows) {
      const { id, pool, year, revision } = row;
      const facts = { pool, year: String(year), revision: String(revision) };
      // Whether a sheet of it was published is the same on every day.
      const hung = await this.publicity.standingOfPlan({ collectiveId, planId: id }, row.draftedOn, db);
      const told = { hasSheet: hung !== undefined, facts };
      const plan = await this.find(db, row);
      if (plan === undefined) findings.looked += 1;
      else {
        const files = await this.files.hashesOf({ collectiveId, kind: YEAR_PLAN, id }, db);
        const kept = { ...keptApproval(plan, told), files, signatures: signed.get(id) ?? [] };
        checkApprovals([kept], findings);
      }
      if (plan === undefined || !isAsSigned(plan)) findings.add('check.yearPlanChanged', {}, facts);
      const key = `${pool} ${String(year)}`;
      if (row.state === 'approved' && holding.has(key)) findings.add('check.yearPlanTwice', {}, facts);
      if (row.state === 'approved') holding.add(key);
    }
    const known = new Set(rows.map(({ id }) => id));
    const decided = await this.approvals.listEveryDecision(collectiveId, YEAR_PLAN, db);
    for (const [planId, [first]] of decided) {
      if (!known.has(planId)) findings.add('check.approvalAlone', {}, { day: first?.decidedOn ?? '' });
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
  if (yearFigures(plan.content).left < 0n) return false;
  return plan.digest === undefined || plan.digest === yearPlanDigest(plan);
}

function keptApproval(
  { state, digest, routeId, draftedBy, draftedOn, steps, decisions }: YearPlan,
  told: Pick<KeptApproval, 'facts' | 'hasSheet'>,
): Omit<KeptApproval, 'files' | 'signatures'> {
  const kept = { state, digest, routeId, draftedBy, draftedOn, steps, decisions };
  return { of: 'year', ...kept, everyStep: true, ...told };
}
