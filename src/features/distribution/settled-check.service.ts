import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { checkPromised } from '../../domain/distribution/check-promised';
import { checkSettled } from '../../domain/distribution/check-settled';
import { checkYearClaims, type KeptYearClaim } from '../../domain/distribution/check-year-claims';
import { promisesOf } from '../../domain/distribution/year-grants';
import type { PromisedLine } from '../../domain/ledger/promised-money';
import { ApprovalsService } from '../approvals/approvals.service';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { PromisedMoneyService } from '../ledger/promised-money.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { SurplusService } from '../surplus/surplus.service';
import { GrantEntity } from './grant.entity';
import { PlanLineEntity } from './plan-line.entity';
import { approvedOn, decidedBy } from './plan-read.service';
import { PlanEntity } from './plan.entity';
import { TakenClaimEntity, YearClaimEntity } from './year-claim.entity';
import { YearClaimsService } from './year-claims.service';
import { YearPlanEntity } from './year-plan.entity';

/**
 * The pass over settled periods: they are those of the approved plans, and so is the day they reach, and what
 * is promised out of each pool; and over the months that were granted under plans of years.
 */
@Injectable()
export class SettledCheckService extends StepCheck {
  override readonly pass = 'settled';

  constructor(
    private readonly ledger: LedgerCheckService,
    private readonly surplus: SurplusService,
    private readonly approvals: ApprovalsService,
    private readonly promises: PromisedMoneyService,
    private readonly months: YearClaimsService,
  ) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // Approving a plan books nothing.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const plans = await db.findBy(PlanEntity, { collectiveId, state: 'approved' });
    const approved = plans.map(({ id: planId, pool, periodFrom, periodTo, figures }) => ({
      ...{ planId, pool, periodFrom, periodTo },
      planned: BigInt(figures.planned),
    }));
    const settled = await this.surplus.listEverySettled(collectiveId, db);
    const { settledTo, settledBefore } = await this.ledger.requireRow(db, collectiveId);
    checkSettled({ approved, settled, settledTo, settledBefore }, findings);
    const lines = (await Promise.all(plans.map((plan) => this.linesOf(db, plan)))).flat();
    const promised = await this.promises.listPromises(collectiveId, db);
    checkPromised({ approved: lines, promised }, findings);
    const kept = {
      years: await db.findBy(YearPlanEntity, { collectiveId }),
      claims: await this.monthsOf(db, collectiveId),
      grants: await db.findBy(GrantEntity, { collectiveId }),
      taken: await db.findBy(TakenClaimEntity, { collectiveId }),
      lines: await db.findBy(PlanLineEntity, { collectiveId }),
    };
    checkYearClaims({ ...kept, periods: plans }, findings);
  }

  /** Every month under a plan of a year by its row, also one whose claim is gone. */
  private async monthsOf(db: EntityManager, collectiveId: string): Promise<KeptYearClaim[]> {
    const rows = await db.findBy(YearClaimEntity, { collectiveId });
    const told = await this.months.listEvery(db, collectiveId);
    return rows.map(({ claimId, planId, month }) => {
      const { pool, use, granted = 0n } = told.find((each) => each.claimId === claimId) ?? {};
      return { claimId, planId, month, pool, use, granted };
    });
  }

  private async linesOf(db: EntityManager, plan: PlanEntity): Promise<PromisedLine[]> {
    const { collectiveId, id: planId, pool, periodFrom: from, periodTo: to } = plan;
    const subject = { kind: 'plan', id: planId };
    const decisions = await this.approvals.listDecisions(collectiveId, subject, db);
    const steps = this.approvals.stepsOf(decidedBy(plan));
    const promisedOn = approvedOn({ steps, decisions, draftedOn: plan.draftedOn });
    const lines = await db.findBy(PlanLineEntity, { collectiveId, planId });
    const links = await db.findBy(TakenClaimEntity, { collectiveId, planId });
    const claimIds = links.map(({ claimId }) => claimId);
    const granted = await db.findBy(GrantEntity, { collectiveId, claimId: In(claimIds) });
    return lines.flatMap((line) => {
      const own = links.filter(({ planLineId }) => planLineId === line.id).map(({ claimId }) => claimId);
      const taken = granted
        .filter(({ claimId }) => own.includes(claimId))
        .map(({ claimId, amount }) => ({ claimId, granted: amount }));
      return promisesOf(line, taken).map(({ id: planLineId, amount }) => {
        return { planId, planLineId, pool, from, to, promisedOn, amount };
      });
    });
  }
}
