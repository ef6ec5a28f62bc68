import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { promisesOf } from '../../domain/distribution/year-grants';
import { SurplusService } from '../surplus/surplus.service';
import { PlanGroundService } from './plan-ground.service';
import { approvedOn, type DistributionPlan, periodOf, settlingLines } from './plan-read.service';
import { PlanSettlingService } from './plan-settling.service';
import { YearClaimsService } from './year-claims.service';

/** Settles the period of a plan that was just decided. */
@Injectable()
export class PeriodSettlingService {
  constructor(
    private readonly surplus: SurplusService,
    private readonly grounds: PlanGroundService,
    private readonly claims: YearClaimsService,
    private readonly settled: PlanSettlingService,
  ) {}

  /** Refuses to hang out what came of a plan while it was not carried out. */
  requireCarriedOut(tx: EntityManager, plan: DistributionPlan): Promise<void> {
    return this.settled.requireCarriedOut(tx, plan);
  }

  /**
   * Its lines promise their money from now on; what was granted of its months under the plan of the year they
   * take over: promised and granted at once, so that it counts once.
   * @throws DomainError `plan.belowGranted`; FormProblems `plan.aboveFree`
   */
  async settle(tx: EntityManager, plan: DistributionPlan): Promise<void> {
    const { collectiveId, id: planId, pool, periodFrom, periodTo } = plan;
    const [promisedOn, period, lines] = [approvedOn(plan), periodOf(plan), settlingLines(plan)];
    const taken = await this.grounds.requireFree(tx, collectiveId, { period, lines, day: promisedOn });
    const ofLine = (use: string) => taken.filter((claim) => claim.use === use);
    await this.claims.takeOver(
      tx,
      { collectiveId, planId },
      plan.lines.flatMap(({ id: planLineId, bucket }) =>
        ofLine(bucket.id).map(({ claimId }) => ({ claimId, planLineId })),
      ),
    );
    await this.surplus.settle(tx, collectiveId, {
      ...{ planId, pool, periodFrom, periodTo, planned: BigInt(plan.figures.planned) },
      promised: {
        promisedOn,
        lines: plan.lines.flatMap((line) => promisesOf(line, ofLine(line.bucket.id))),
      },
    });
  }
}
