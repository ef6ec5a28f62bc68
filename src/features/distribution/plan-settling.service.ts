import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type LineSettling, resultProblems, settlingOf } from '../../domain/distribution/line-settling';
import { sumFen } from '../../domain/money/fen';
import { refuseProblems } from '../../domain/shared/problem';
import { Database } from '../../platform/database/database';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { PaidGrantsService } from './paid-grants.service';
import type { DistributionPlan } from './plan-read.service';

/** What became of a line of a plan, by its name. */
export interface NamedSettling extends LineSettling {
  readonly name: string;
}

/** How a decided plan is settled, line by line: what of each is paid, still to pay, and left. */
@Injectable()
export class PlanSettlingService {
  constructor(
    private readonly database: Database,
    private readonly grants: PaidGrantsService,
  ) {}

  /** Tells nothing of a plan that was not carried out. @throws FormProblems as `resultProblems` */
  async requireCarriedOut(tx: EntityManager, plan: DistributionPlan): Promise<void> {
    refuseProblems(resultProblems(await this.database.readWithin(tx, () => this.settlingOf(plan))));
  }

  /** Nothing of a plan that was not decided. */
  async settlingOf({ collectiveId, id, state, lines }: DistributionPlan): Promise<NamedSettling[]> {
    if (state !== 'approved') return [];
    const paid = (await this.grants.listGrants(collectiveId)).filter(({ planId }) => planId === id);
    return lines.map(({ id: lineId, bucket, amount, granted, claims }) => {
      const own = paid.filter(({ planLineId }) => planLineId === lineId);
      return {
        name: widePunctuation(bucket.name),
        ...settlingOf({
          ...{ amount, granted, released: sumFen(claims.map(({ released }) => released)) },
          paid: sumFen(own.map((grant) => grant.paid)),
        }),
      };
    });
  }
}
