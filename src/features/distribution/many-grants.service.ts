import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Settled } from '../../domain/ledger/settled-debts';
import type { Fen } from '../../domain/money/fen';
import type { Claim } from '../../domain/uses/claim';
import { Database } from '../../platform/database/database';
import { inGroups, placeholders } from '../../platform/database/many-ids';
import { run } from '../../platform/database/statements';
import { ManyBooksService } from '../ledger/many-books.service';
import { ManyUsesService } from '../uses/many-uses.service';

/** A grant that stands, what it is for, and what of its debt was settled when. */
export interface StandingGrant extends Pick<Claim, 'pool' | 'bucket' | 'unit' | 'targetGroup'> {
  readonly collectiveId: string;
  readonly entryId: string;
  readonly grantedOn: CalendarDay;
  readonly amount: Fen;
  readonly settled: readonly Settled[];
}

/** The grants of many villages, asked of all of them together. */
@Injectable()
export class ManyGrantsService {
  constructor(
    private readonly database: Database,
    private readonly books: ManyBooksService,
    private readonly uses: ManyUsesService,
  ) {}

  /** Every grant that stands. */
  async listStanding(collectiveIds: readonly string[]): Promise<StandingGrant[]> {
    const rows: GrantRow[] = [];
    for (const ids of inGroups(collectiveIds))
      rows.push(
        ...(await run<GrantRow>(
          this.database.reader,
          `SELECT collective_id, claim_id, granted_on, entry_id, CAST(amount_fen AS TEXT) AS amount
           FROM grants WHERE collective_id IN (${placeholders(ids)}) ORDER BY collective_id, id`,
          ids,
        )),
      );
    const debts = new Map<string, Set<string>>();
    for (const { collective_id: id, entry_id: entryId } of rows)
      debts.set(id, (debts.get(id) ?? new Set()).add(entryId));
    const settledOf = await this.books.listSettled(debts);
    const claims = await this.uses.listClaims([...debts.keys()]);
    return rows.flatMap((row): StandingGrant[] => {
      const settled = settledOf.get(row.entry_id);
      const claim = claims.get(row.claim_id);
      if (settled === undefined || claim === undefined) return [];
      const { collective_id: collectiveId, entry_id: entryId, granted_on: grantedOn } = row;
      return [{ ...claim, collectiveId, entryId, grantedOn, amount: BigInt(row.amount), settled }];
    });
  }
}

interface GrantRow {
  readonly collective_id: string;
  readonly claim_id: string;
  readonly granted_on: string;
  readonly entry_id: string;
  readonly amount: string;
}
