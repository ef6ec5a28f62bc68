import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { askedNumbers } from '../../domain/distribution/plan-numbers';
import type { PolicyPack, PoolId } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { officePage } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { type KeptFormPlace, KeptFormsService } from '../../platform/kept-forms/kept-forms.service';
import { planFormPlace } from './plan-form-place';
import { periodOf } from './plan-history.service';
import { PlanReadService } from './plan-read.service';
import { draftedValues } from './what-if.view';
import { WhatIfPage, YearWhatIfPage } from './what-if.pages';
import { type Tried, WhatIfViewService } from './what-if-view.service';
import { type CopiedPlan, WhatIfsService } from './what-ifs.service';
import { yearFormPlace } from './year-plan-draft-view.service';
import { YearPlanReadService } from './year-plan-read.service';

/** How a copy is asked for: as it is typed, or as it was kept under a name; else as it was left. */
export interface WhatIfAsked extends Omit<Tried, 'kept' | 'typed'> {
  readonly keptId?: string | undefined;
}

/** Draws copies of plans, and hands what was tried on to a draft. */
@Injectable()
export class WhatIfDeskService {
  constructor(
    private readonly plans: PlanReadService,
    private readonly years: YearPlanReadService,
    private readonly forms: KeptFormsService,
    private readonly whatIfs: WhatIfsService,
    private readonly view: WhatIfViewService,
  ) {}

  /** @throws DomainError `plan.unknown`, `whatIf.unknown` */
  async draw(visit: PageVisit, of: CopiedPlan, { keptId, ...asked }: WhatIfAsked): Promise<string> {
    const { collectiveId, planId } = of;
    const all = await this.whatIfs.listOf(of);
    const opened = all.find(({ id }) => id === keptId);
    if (keptId !== undefined && opened === undefined) throw new DomainError('whatIf.unknown', { id: keptId });
    const left = await this.forms.findForm(this.placeOf(visit, of));
    const named = opened === undefined ? undefined : { ...opened.typed, whatIfName: opened.name };
    const path = whatIfPath(of);
    const kept = all.map(({ id, name }) => ({ id, name, href: withQuery(path, { kept: id }) }));
    const tried = { ...asked, typed: named ?? left?.typed, kept };
    if (of.planKind === 'plan') {
      const plan = await this.plans.requirePlan(collectiveId, planId);
      return officePage(visit, 'whatIf', h(WhatIfPage, await this.view.pageOf(visit, plan, tried)));
    }
    const plan = await this.years.requirePlan(collectiveId, planId);
    return officePage(visit, 'whatIf', h(YearWhatIfPage, await this.view.yearPageOf(visit, plan, tried)));
  }

  /** Keeps a copy as it is typed, so that whoever leaves the page finds it again. */
  async keepTyped(visit: PageVisit, of: CopiedPlan, typed: Readonly<Record<string, string>>): Promise<void> {
    await this.forms.keepForm(this.placeOf(visit, of), typed);
  }

  /** Begins again with the plan as it is. */
  async dropTyped(visit: PageVisit, of: CopiedPlan): Promise<void> {
    await this.forms.dropForm(this.placeOf(visit, of));
  }

  /**
   * Puts the figures into the draft of whoever tries them, as if they had been typed there: it is saved,
   * submitted and decided like any other. @returns where it is drafted. @throws DomainError `plan.unknown`
   */
  async useInDraft(
    visit: PageVisit,
    of: CopiedPlan,
    values: Readonly<Record<string, string>>,
  ): Promise<string> {
    const { collectiveId, planId } = of;
    const { userId } = visit.actor;
    const paths = villagePaths(collectiveId);
    if (of.planKind === 'plan') {
      const plan = await this.plans.requirePlan(collectiveId, planId);
      const period = periodOf(plan);
      const typed = draftedValues(values, ownNumbers(plan.pack, period.pool));
      await this.forms.keepForm(planFormPlace({ collectiveId, userId }, period), { ...typed, ...period });
      return withQuery(paths.newPlan, { ...period });
    }
    const plan = await this.years.requirePlan(collectiveId, planId);
    const { pool } = plan;
    const year = String(plan.year);
    const typed = draftedValues(values, ownNumbers(plan.pack, pool));
    await this.forms.keepForm(yearFormPlace(visit, plan), { ...typed, pool, year });
    return withQuery(`${paths.home}/year-plans/new`, { pool, year });
  }

  private placeOf({ actor: { userId } }: PageVisit, { collectiveId, planId }: CopiedPlan): KeptFormPlace {
    return { collectiveId, userId, form: `what-if ${planId}` };
  }
}

/** Where a copy of a plan is tried. */
export function whatIfPath({ collectiveId, planId, planKind }: CopiedPlan): string {
  const paths = villagePaths(collectiveId);
  return planKind === 'plan' ? paths.planAct(planId, 'what-if') : paths.yearPlan(planId, 'what-if');
}

/** The numbers that a village decides itself. */
function ownNumbers(pack: PolicyPack, pool: PoolId): string[] {
  return askedNumbers(pack, pool).flatMap(({ id, decidedBy }) => (decidedBy === 'village' ? [id] : []));
}
