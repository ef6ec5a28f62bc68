import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isSettled, type YearClaim } from '../../domain/distribution/year-grants';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import type { Pool } from '../../domain/ledger/journal-entry';
import { sumFen } from '../../domain/money/fen';
import { invariant } from '../../domain/shared/invariant';
import type { Claim } from '../../domain/uses/claim';
import { insertRecorded } from '../../platform/audit/records';
import { UsesService } from '../uses/uses.service';
import { PlanGrantsService } from './plan-grants.service';
import { TakenClaimEntity, YearClaimEntity } from './year-claim.entity';

/** A month granted under the plan of its year, and the distribution that settles it by now. */
export interface ToldYearClaim extends YearClaim {
  readonly pool: Pool;
  /** The yearly plan under which it was granted. */
  readonly planId: string;
  readonly takenBy: string | undefined;
}

/** The days of a pool up to the end of a period. */
export interface PoolUpTo {
  readonly pool: Pool;
  readonly to: CalendarDay;
}

/** Claims that are granted under the plan of a year, month by month, and taken over by what settles them. */
@Injectable()
export class YearClaimsService {
  constructor(
    private readonly uses: UsesService,
    private readonly grants: PlanGrantsService,
  ) {}

  /** Every month that was granted under a yearly plan of a pool, one that was taken back with nothing. */
  async list(db: EntityManager, collectiveId: string, pool: Pool): Promise<ToldYearClaim[]> {
    return (await this.listEvery(db, collectiveId)).filter((claim) => claim.pool === pool);
  }

  /** The same of every pool. */
  async listEvery(db: EntityManager, collectiveId: string): Promise<ToldYearClaim[]> {
    const rows = await db.find(YearClaimEntity, { where: { collectiveId }, order: { month: 'ASC' } });
    if (rows.length === 0) return [];
    const ids = rows.map(({ claimId }) => claimId);
    const claims = new Map(
      (await this.uses.listClaims(db, collectiveId, ids)).map((each) => [each.id, each]),
    );
    const links = await db.findBy(TakenClaimEntity, { collectiveId });
    const takenBy = new Map(links.map(({ claimId, planId }) => [claimId, planId]));
    const standing = await this.grants.listStanding(db, collectiveId);
    return rows.flatMap(({ claimId, planId, month }) => {
      const claim = claims.get(claimId);
      if (claim === undefined) return [];
      const own = standing.filter((grant) => grant.claimId === claimId);
      const granted = sumFen(own.map(({ amount }) => amount));
      const { pool, bucket: use } = claim;
      return [{ claimId, planId, month, pool, use, granted, takenBy: takenBy.get(claimId) }];
    });
  }

  /** What of that no distribution has settled yet. */
  async listOpen(db: EntityManager, collectiveId: string, pool: Pool): Promise<ToldYearClaim[]> {
    const all = await this.list(db, collectiveId, pool);
    return all.filter(({ takenBy, granted }) => takenBy === undefined && granted > 0n);
  }

  /** What a distribution of the pool that ends on a day would take over. */
  async listSettledBy(
    db: EntityManager,
    collectiveId: string,
    { pool, to }: PoolUpTo,
  ): Promise<ToldYearClaim[]> {
    return (await this.listOpen(db, collectiveId, pool)).filter(({ month }) => isSettled(month, to));
  }

  /** Names the claim of a month under a yearly plan. */
  async name(
    tx: EntityManager,
    plan: { readonly collectiveId: string; readonly id: string },
    { month, ...claim }: Omit<Claim, 'id'> & { readonly month: Month },
  ): Promise<Claim> {
    const { collectiveId, id: planId } = plan;
    const [named] = await this.uses.nameClaims(tx, collectiveId, [claim]);
    invariant(named !== undefined, 'a claim that is named is there');
    await insertRecorded(tx, YearClaimEntity, { collectiveId, claimId: named.id, planId, month });
    return named;
  }

  /** Notes which line of a decided distribution settles each claim: the first link stays as it is. */
  async takeOver(
    tx: EntityManager,
    { collectiveId, planId }: { readonly collectiveId: string; readonly planId: string },
    taken: readonly { readonly claimId: string; readonly planLineId: string }[],
  ): Promise<void> {
    const rows = taken.map(({ claimId, planLineId }) => ({ collectiveId, claimId, planId, planLineId }));
    if (rows.length > 0) await insertRecorded(tx, TakenClaimEntity, rows);
  }
}
