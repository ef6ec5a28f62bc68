import { Injectable } from '@nestjs/common';
import { checksWithAbove, figuresWithAbove } from '../../domain/distribution/granted-above';
import type { PlanCheck } from '../../domain/distribution/plan-checks';
import type { Explained } from '../../domain/policy/explanation';
import type { DomainError } from '../../domain/shared/domain-error';
import { voucherNamedIn } from '../../glossary/voucher-summaries';
import { Database } from '../../platform/database/database';
import { villagePaths } from '../../platform/http/office-paths';
import type { CheckView } from '../../platform/views/check-result';
import { NewIncomeStandingService, type ToldAbove } from './new-income-standing.service';
import { PlanCheckService } from './plan-check.service';
import { checkViews } from './plan-check.view';
import { explanationOf } from './plan-explanation.service';
import type { DistributionPlan } from './plan-read.service';

/**
 * What is said of a plan once books went on: its checks and figures are those of its draft, but nothing that
 * it granted out of new income is called within bounds while the year's books bear less by now.
 */
@Injectable()
export class PlanStandingService {
  constructor(
    private readonly database: Database,
    private readonly checks: PlanCheckService,
    private readonly standing: NewIncomeStandingService,
  ) {}

  async listChecks(plan: DistributionPlan): Promise<PlanCheck[]> {
    return checksWithAbove(await this.checks.listChecks(plan), await this.aboveOf(plan));
  }

  /** How the plan's figures came about. */
  async figuresOf(plan: DistributionPlan): Promise<Explained> {
    return figuresWithAbove(explanationOf(plan), await this.aboveOf(plan));
  }

  /** The checks in words, each that grants are above with the voucher to be withdrawn first. */
  async viewsOf(plan: DistributionPlan, nameOf: (id: string) => string | undefined): Promise<CheckView[]> {
    const above = await this.aboveOf(plan);
    const checks = checksWithAbove(await this.checks.listChecks(plan), above);
    const views = checkViews(plan.pack, checks, nameOf);
    return views.map((view, index) => {
      const ruleId = checks[index]?.judgement.ruleId;
      const last = above.find((each) => each.ruleId === ruleId)?.vouchers.at(-1);
      if (last === undefined) return view;
      const href = villagePaths(plan.collectiveId).voucher(last.entryId);
      return { ...view, cure: { href, label: voucherNamedIn(0, last) } };
    });
  }

  /** What the approval of a plan that is under way would be refused with, as its books stand now. */
  refusalOf(plan: DistributionPlan): Promise<DomainError | undefined> {
    return this.checks.refusalOf(plan);
  }

  /** What any year granted above its share of new income, as the books stand. */
  listAbove(collectiveId: string): Promise<ToldAbove[]> {
    return this.standing.listAbove(this.database.reader, collectiveId);
  }

  /** What an approved plan's year granted above its share of new income. */
  private async aboveOf(plan: DistributionPlan): Promise<ToldAbove[]> {
    if (plan.state !== 'approved') return [];
    const above = await this.listAbove(plan.collectiveId);
    return above.filter(({ year }) => plan.periodTo.startsWith(year));
  }
}
