import { Injectable } from '@nestjs/common';
import { sumFen } from '../../domain/money/fen';
import { planName } from '../../glossary/periods';
import { reserveWords } from '../../glossary/terms-reserves';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import type { ToldRelease } from '../ledger/promise-releases.service';
import type { PlanPlace } from './plan-drawing.service';
import { type DistributionPlan, openOf, type PlannedClaim, PlanReadService } from './plan-read.service';
import type { PlanReleasesPageProps, ReleasedRow } from './plan-releases.pages';
import { ReleasingService } from './releasing.service';

/** The page on which what a plan will never grant is released. */
@Injectable()
export class PlanReleasesViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly plans: PlanReadService,
    private readonly releasing: ReleasingService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `plan.unknown` */
  async pageOf(visit: PageVisit, at: PlanPlace, refused?: FormState): Promise<PlanReleasesPageProps> {
    const { collectiveId, planId } = at;
    const plan = await this.plans.requirePlan(collectiveId, planId);
    const told = await this.releasing.listTold(collectiveId, planId);
    const claims = plan.lines.flatMap((line) => line.claims);
    const paths = villagePaths(collectiveId);
    const action = paths.planAct(planId, 'releases');
    const acts = plan.state === 'approved' && keepsBooksOf(visit.actor, collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      planName: nameOf(plan),
      planHref: paths.plan(planId),
      planned: BigInt(plan.figures.planned),
      granted: sumFen(plan.lines.map(({ granted }) => granted)),
      released: sumFen(claims.map(({ released }) => released)),
      rows: told.map((release) => rowOf(release, claims)),
      form: refused ?? filledForm({ releasedOn: this.clock.today() }),
      releaseAction: acts ? action : undefined,
      withdrawAction: acts ? `${action}/withdrawals` : undefined,
      open: claims
        .filter((claim) => openOf(claim) > 0n)
        .map((claim) => ({
          value: claim.id,
          label: reserveWords.openClaim(widePunctuation(claim.forWhat), openOf(claim)),
        })),
      standing: told
        .filter((each) => each.withdrawnOn === undefined)
        .map((each) => ({
          value: each.id,
          label: reserveWords.released(forWhat(each, claims), each.releasedOn, each.amount),
        })),
    };
  }
}

function nameOf({ periodFrom: from, periodTo: to, pool }: DistributionPlan): string {
  return planName({ from, to }, labelOf(`pool.${pool}`));
}

function forWhat({ claimId }: ToldRelease, claims: readonly PlannedClaim[]): string {
  return widePunctuation(claims.find(({ id }) => id === claimId)?.forWhat ?? '');
}

function rowOf(release: ToldRelease, claims: readonly PlannedClaim[]): ReleasedRow {
  const { amount, releasedOn, reason, paper, withdrawnOn, withdrawnFor = '' } = release;
  const withdrawn = withdrawnOn === undefined ? undefined : { on: withdrawnOn, reason: withdrawnFor };
  return { forWhat: forWhat(release, claims), amount, releasedOn, reason, paper, withdrawn };
}
