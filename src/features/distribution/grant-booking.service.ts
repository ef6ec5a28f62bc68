import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import type { Claim } from '../../domain/uses/claim';
import { insertRecorded } from '../../platform/audit/records';
import { newId } from '../../platform/ids/new-id';
import type { BookedEntry } from '../ledger/ledger.service';
import { type OwedAs, UsesService } from '../uses/uses.service';
import { GrantEntity } from './grant.entity';
import { GrantedAheadService } from './granted-ahead.service';

/** How a grant is booked: for whom, on which day, and whose place it takes. */
export interface GrantBooked {
  readonly grantedOn: CalendarDay;
  /** The month it is for where that is not the day's own. */
  readonly about?: Month;
  /** What it is owed as, whatever the use of the line is. */
  readonly owedAs?: OwedAs;
  /** It is labour of a work that builds an asset. */
  readonly buildsAsset?: boolean;
  /** The reversed voucher of the claim whose place it takes, where some wait; `another` where it is new. */
  readonly placeOf?: string | undefined;
  /** The voucher that booked the same paper before it was taken back. */
  readonly before?: string | undefined;
  /** Who prepares the voucher: of an accepted list who entered it, never who accepted it. */
  readonly by: string;
}

/** Under which line of which plan a claim is granted. */
export interface GrantedUnder {
  readonly collectiveId: string;
  readonly pool: Claim['pool'];
  readonly planId: string;
  readonly planLineId: string;
  readonly useName: string;
  /** As much of it as is granted now. */
  readonly claim: Claim;
  /** The claims of the same paper, where it is named anew each time; the claim itself is one of them. */
  readonly sameClaims?: readonly string[];
}

/** Books what is granted, under a plan of a period or of a year alike. */
@Injectable()
export class GrantBookingService {
  constructor(
    private readonly uses: UsesService,
    private readonly ahead: GrantedAheadService,
  ) {}

  /** @throws DomainError `grant.paidAhead`, `period.*`; FormProblems `reentry.*` */
  async book(
    tx: EntityManager,
    under: GrantedUnder,
    grant: GrantBooked,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    const { collectiveId, planId, planLineId, useName, claim, sameClaims = [] } = under;
    const { grantedOn, about, owedAs, buildsAsset = false, placeOf, before, by } = grant;
    const id = newId();
    const sameUse = await this.uses.listSameUse(tx, collectiveId, claim);
    const former = await tx.find(GrantEntity, { where: { collectiveId, claimId: In(sameUse) } });
    const own = new Set([claim.id, ...sameClaims]);
    const others = former.filter(({ claimId }) => !own.has(claimId)).map(({ entryId }) => entryId);
    const voucher = await this.uses.bookGrant(tx, collectiveId, {
      ...{ claim, useName, planLineId, grantId: id, grantedOn },
      ...(about === undefined ? {} : { about }),
      ...(owedAs === undefined ? {} : { owedAs }),
      ...{ buildsAsset, placeOf, before, former: former.map(({ entryId }) => entryId), others, by },
    });
    const { entryId } = voucher;
    const row = { collectiveId, id, claimId: claim.id, planId, planLineId, amount: claim.amount, grantedOn };
    await insertRecorded(tx, GrantEntity, { ...row, entryId });
    await this.ahead.requireOpen(tx, under, { entryId, day: grantedOn });
    return { id, voucher };
  }
}
