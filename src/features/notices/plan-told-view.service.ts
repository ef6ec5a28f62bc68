import { Injectable } from '@nestjs/common';
import { FormProblems } from '../../domain/shared/problem';
import { planName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { type DistributionPlan, PlanReadService } from '../distribution/plan-read.service';
import type { SlipPageQuery } from './notices.forms';
import type { PlanToldPageProps } from './plan-told.pages';
import { PlanToldService } from './plan-told.service';
import type { PublishPlace } from './publish-view.service';

/** The page on which a plan is told: the text for the loudspeaker, and one household's slip. */
@Injectable()
export class PlanToldViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly plans: PlanReadService,
    private readonly told: PlanToldService,
  ) {}

  /** @throws DomainError `plan.unknown` */
  async pageOf(visit: PageVisit, at: PublishPlace, query: SlipPageQuery): Promise<PlanToldPageProps> {
    const { collectiveId, planId } = at;
    const plan = await this.plans.requirePlan(collectiveId, planId);
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      plan: planName({ from: plan.periodFrom, to: plan.periodTo }, labelOf(`pool.${plan.pool}`)),
      planHref: paths.plan(planId),
      broadcast: await this.told.broadcastOf(collectiveId, planId),
      slipAction: paths.planAct(planId, 'told'),
      claims: claimOptions(plan),
      ...(await this.slipOf(at, query)),
    };
  }

  private async slipOf(
    at: PublishPlace,
    query: SlipPageQuery,
  ): Promise<Pick<PlanToldPageProps, 'form' | 'slip'>> {
    const { claim = '', weights = '', place: typed = '' } = query;
    if (claim === '') {
      const missing = { code: 'form.missing', field: 'claim', value: '' };
      const form = filledForm({ claim, weights, place: typed });
      return { form: query.claim === undefined ? form : { ...form, problems: [missing] }, slip: undefined };
    }
    // Nobody's place is the first one's: the box says whose slip is read.
    const place = typed.trim() === '' ? '1' : typed;
    const form = filledForm({ claim, weights, place });
    try {
      const { lines } = await this.told.slipOf(at.collectiveId, at.planId, {
        claimId: claim,
        weights,
        place,
      });
      return { form, slip: lines };
    } catch (error) {
      if (!(error instanceof FormProblems)) throw error;
      return { form: { ...form, problems: error.problems }, slip: undefined };
    }
  }
}

function claimOptions({ lines }: DistributionPlan): PlanToldPageProps['claims'] {
  return lines.flatMap(({ bucket, claims }) =>
    claims.map(({ id, forWhat }) => ({
      value: id,
      label: widePunctuation(`${bucket.name}:${forWhat}`),
    })),
  );
}
