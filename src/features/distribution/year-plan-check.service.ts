import { Injectable } from '@nestjs/common';
import { villageDecision } from '../../domain/approvals/plan-steps';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { PlanCheck } from '../../domain/distribution/plan-checks';
import { givenNumbers } from '../../domain/distribution/plan-numbers';
import { yearPlanChecks } from '../../domain/distribution/year-plan-checks';
import { Clock } from '../../platform/clock/clock';
import { PlanCheckService } from './plan-check.service';
import { PlanRulesService } from './plan-rules.service';
import { standingChecks } from './standing-checks';
import type { YearPlan } from './year-plan-read.service';

/** What the pack says of a yearly plan, and whether the rules are still those of its draft. */
@Injectable()
export class YearPlanCheckService {
  constructor(
    private readonly rules: PlanRulesService,
    private readonly plans: PlanCheckService,
    private readonly clock: Clock,
  ) {}

  async listChecks(plan: YearPlan): Promise<PlanCheck[]> {
    const { draftedOn: on, numbers } = plan;
    const day = villageDecision(plan)?.decidedOn ?? this.clock.today();
    const standing = await this.rules.standingOf(plan, day);
    return [...standingChecks(standing), ...yearPlanChecks({ ...plan, on, local: givenNumbers(numbers) })];
  }

  /** @throws DomainError `plan.routeChanged` */
  requireSameRoute(plan: YearPlan): Promise<void> {
    return this.rules.requireSameRoute(plan, { kind: 'year_plan', day: this.clock.today() });
  }

  /** @throws DomainError `plan.rulesChanged`, `policy.*` */
  requireSameRules(plan: YearPlan, day?: CalendarDay): Promise<void> {
    return this.plans.requireSameRules({ ...plan, form: 'plan/4' }, day);
  }
}
