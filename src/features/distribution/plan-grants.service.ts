import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { releaseMoves, type ReleaseMove } from '../../domain/ledger/promise-releases';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { PromiseReleasesService } from '../ledger/promise-releases.service';
import { GrantEntity } from './grant.entity';
import { TakenClaimEntity } from './year-claim.entity';

/**
 * A grant that stands, under the line that settles it: of a period's plan, also where it was made under the
 * plan of the year and taken over; of the year's while no distribution did.
 */
export type StandingGrant = Readonly<Omit<GrantEntity, 'collectiveId'>>;

/** What became of a plan's promises: granted, or released because they never will be. */
@Injectable()
export class PlanGrantsService {
  constructor(
    private readonly books: LedgerReadService,
    private readonly releases: PromiseReleasesService,
  ) {}

  /** The grants that stand, none of them reversed; of one plan where it is named. */
  async listStanding(db: EntityManager, collectiveId: string, planId?: string): Promise<StandingGrant[]> {
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const ofPlan = planId === undefined ? {} : { planId };
    const links = await db.findBy(TakenClaimEntity, { collectiveId, ...ofPlan });
    const taken = new Map(links.map((link) => [link.claimId, link]));
    const rows = await db.findBy(GrantEntity, { collectiveId, ...ofPlan });
    if (planId !== undefined && taken.size > 0)
      rows.push(...(await db.findBy(GrantEntity, { collectiveId, claimId: In([...taken.keys()]) })));
    return rows
      .filter(({ entryId }) => !reversed.has(entryId))
      .map(({ id, claimId, amount, grantedOn, entryId, ...made }) => {
        const { planId: under, planLineId } = taken.get(claimId) ?? made;
        return { id, claimId, planId: under, planLineId, amount, grantedOn, entryId };
      })
      .filter((grant) => planId === undefined || grant.planId === planId);
  }

  /** What was released, and what of that was taken back again. */
  async listReleased(db: EntityManager, collectiveId: string, planId?: string): Promise<ReleaseMove[]> {
    return releaseMoves(await this.releases.listReleases(collectiveId, planId, db));
  }
}
