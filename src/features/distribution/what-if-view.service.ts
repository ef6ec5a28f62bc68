import { Injectable } from '@nestjs/common';
import { compareDrafts } from '../../domain/distribution/compare-revisions';
import { explainPlan } from '../../domain/distribution/explain-plan';
import type { PlanCheck } from '../../domain/distribution/plan-checks';
import { triableNumbers, triedNumbers } from '../../domain/distribution/tried-numbers';
import { bucketsOf } from '../../domain/policy/pack';
import { whatIfWords } from '../../glossary/what-if-words';
import { filledForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { draftValues, typedDecisions } from './draft-claims.view';
import type { DraftNumber } from './draft-numbers.pages';
import { DraftPastService } from './draft-past.service';
import { DraftPlanViewService } from './draft-plan-view.service';
import { checkName } from './plan-check.view';
import { figureViews } from './plan-explanation.view';
import { type PlanBasis, PlanHeadService } from './plan-head.service';
import type { DistributionPlan } from './plan-read.service';
import { draftOf } from './plan-revisions.service';
import { typedChecks, typedLines } from './typed-checks';
import { changedChecks, comparedTyped, compareYears } from './what-if.view';
import type { WhatIfPageProps, WhatIfParts, YearWhatIfPageProps } from './what-if.pages';
import { yearCopyValues, YearPlanDraftViewService } from './year-plan-draft-view.service';
import type { YearPlan } from './year-plan-read.service';

/** How a copy is shown: as typed, with a row more, with a use filled to its bound; as it was kept. */
export interface Tried {
  readonly form?: FormState | undefined;
  readonly typed?: Readonly<Record<string, string>> | undefined;
  readonly more?: string | undefined;
  readonly fill?: string | undefined;
  readonly kept: WhatIfParts['kept'];
}

/** The page of a copy: its form, and what of it is different from the plan. */
@Injectable()
export class WhatIfViewService {
  constructor(
    private readonly heads: PlanHeadService,
    private readonly pasts: DraftPastService,
    private readonly drafts: DraftPlanViewService,
    private readonly years: YearPlanDraftViewService,
  ) {}

  /** A copy of a period's plan, by the books and the policy that the plan keeps. */
  async pageOf(visit: PageVisit, plan: DistributionPlan, tried: Tried): Promise<WhatIfPageProps> {
    const { form = filledForm(tried.typed ?? copyValues(plan)) } = tried;
    const basis = triedBasis(this.heads.basisOf(plan), form.values);
    const { more, fill } = tried;
    const lastYear = await this.pasts.lastYearOf(plan);
    const page = await this.drafts.copyPage(visit, { basis, form, more, fill }, lastYear);
    const { values } = page.form;
    const lines = typedLines(basis, values);
    const own = copyValues(plan);
    const figures = explainPlan({
      ...basis.judged,
      ...{ carriedOver: basis.carriedOver, claims: lines.flatMap(({ claims }) => claims) },
      planned: Object.fromEntries(lines.map(({ bucket, amount }) => [bucket, amount])),
    });
    const nameOf = await this.heads.namesOf(basis);
    const titleOf = (check: PlanCheck): string => checkName(check, nameOf(check.about.id));
    const [before, now] = [typedChecks(triedBasis(basis, own), own), typedChecks(basis, values)];
    const paths = villagePaths(plan.collectiveId);
    return {
      copy: {
        ...page,
        ...{ saveAction: paths.planAct(plan.id, 'what-if'), figures: figureViews(plan.pack, figures) },
        numbers: page.numbers.map(asTried),
      },
      planHref: paths.plan(plan.id),
      words: { before: whatIfWords.draft(plan.revision), now: whatIfWords.now },
      compared: compareDrafts(draftOf(plan), comparedTyped(basis, values)),
      changed: changedChecks(before, now, titleOf),
      kept: tried.kept,
      mayUse: plan.state !== 'approved',
    };
  }

  /** A copy of a yearly plan. */
  async yearPageOf(visit: PageVisit, plan: YearPlan, tried: Tried): Promise<YearWhatIfPageProps> {
    const { form = filledForm(tried.typed ?? yearCopyValues(plan)), more } = tried;
    const { page, before, now } = await this.years.copyPage(visit, plan, { form, more });
    const known = bucketsOf(plan.pack, plan.pool);
    const titleOf = (check: PlanCheck): string =>
      checkName(check, known.find(({ id }) => id === check.about.id)?.name);
    const paths = villagePaths(plan.collectiveId);
    return {
      copy: { ...page, saveAction: paths.yearPlan(plan.id, 'what-if'), numbers: page.numbers.map(asTried) },
      planHref: paths.yearPlan(plan.id),
      words: { before: whatIfWords.draft(plan.revision), now: whatIfWords.now, ...whatIfWords.year },
      compared: compareYears(before.content, now.content, plan),
      changed: changedChecks(before.checks, now.checks, titleOf),
      kept: tried.kept,
      mayUse: true,
    };
  }
}

/** What stands in a copy's form at first: the plan, with every number it may be tried by. */
function copyValues(plan: DistributionPlan): Record<string, string> {
  const pool = plan.pool === 'other' ? 'other' : 'pv';
  const numbers = Object.entries(triableNumbers(plan.pack, pool, plan.numbers));
  return {
    ...draftValues(plan),
    ...Object.fromEntries(numbers.map(([id, value]) => [`decisions[${id}]`, value])),
  };
}

/** What a copy is judged by: what the plan stands on, with the numbers that are typed. */
function triedBasis(basis: PlanBasis, values: FormState['values']): PlanBasis {
  const { pack, pool, numbers: kept } = basis;
  const local = triedNumbers({ pack, pool, kept }, typedDecisions(values));
  return { ...basis, judged: { ...basis.judged, local } };
}

/** In a copy every number has a box, whoever gives it. */
function asTried(number: DraftNumber): DraftNumber {
  return { ...number, given: undefined, awaited: false };
}
