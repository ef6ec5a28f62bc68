import type { EntityManager } from 'typeorm';
import type { PromiseRelease } from '../../domain/ledger/promise-releases';
import { PromiseReleaseEntity, PromiseReleaseWithdrawalEntity } from './promise-release.entity';

/** A release with its words, and why it was taken back, if it was. */
export interface ToldRelease extends PromiseRelease {
  readonly reason: string;
  readonly paper: string;
  readonly withdrawnFor: string | undefined;
}

/** What was released of the promises of plans, in the order of entry; of one plan where it is named. */
export async function readPromiseReleases(
  db: EntityManager,
  collectiveId: string,
  planId?: string,
): Promise<ToldRelease[]> {
  const where = { collectiveId, ...(planId === undefined ? {} : { planId }) };
  const rows = await db.find(PromiseReleaseEntity, { where, order: { id: 'ASC' } });
  if (rows.length === 0) return [];
  const withdrawn = await db.findBy(PromiseReleaseWithdrawalEntity, { collectiveId });
  return rows.map((row) => {
    const { id, planLineId, claimId, amount, releasedOn, reason, paper } = row;
    const back = withdrawn.find(({ releaseId }) => releaseId === id);
    return {
      ...{ id, planId: row.planId, planLineId, claimId, amount, releasedOn, reason, paper },
      ...{ withdrawnOn: back?.withdrawnOn, withdrawnFor: back?.reason },
    };
  });
}
