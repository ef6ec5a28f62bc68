import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { releaseMoves, type ReleaseMove } from '../../domain/ledger/promise-releases';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { PromiseReleasesService } from '../ledger/promise-releases.service';
import { GrantEntity } from './grant.entity';

/** What became of a plan's promises: granted, or released because they never will be. */
@Injectable()
export class PlanGrantsService {
  constructor(
    private readonly books: LedgerReadService,
    private readonly releases: PromiseReleasesService,
  ) {}

  /** The grants that stand, none of them reversed; of one plan where it is named. */
  async listStanding(db: EntityManager, collectiveId: string, planId?: string): Promise<GrantEntity[]> {
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const where = { collectiveId, ...(planId === undefined ? {} : { planId }) };
    return (await db.findBy(GrantEntity, where)).filter(({ entryId }) => !reversed.has(entryId));
  }

  /** What was released, and what of that was taken back again. */
  async listReleased(db: EntityManager, collectiveId: string, planId?: string): Promise<ReleaseMove[]> {
    return releaseMoves(await this.releases.listReleases(collectiveId, planId, db));
  }
}
