import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkFacts, checkParts, type KeptPart } from '../../domain/ledger/check-facts';
import { type CheckedEntry, placeOf } from '../../domain/ledger/check-pass';
import { grantAccountParts } from '../../domain/uses/check-grant-account';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { UsesService } from '../uses/uses.service';
import { GrantEntity } from './grant.entity';
import { readOwnWholeGrants } from './whole-grants.store';

/** The distribution's pass: every grant stands in the books with its amount, and the reverse. */
@Injectable()
export class GrantsCheckService extends StepCheck {
  override readonly pass = 'grants';

  constructor(
    private readonly ledger: LedgerCheckService,
    private readonly uses: UsesService,
  ) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId, findings } = books;
    const entryId = In(entries.map((entry) => entry.entryId));
    const rows = await db.findBy(GrantEntity, { collectiveId, entryId });
    await this.checkPlaces(books, entries, rows);
    const claimIds = rows.map((row) => row.claimId);
    const claims = await this.uses.listClaims(db, collectiveId, claimIds);
    const kept = rows.length === 0 ? [] : await this.ledger.yearAccounts(db, collectiveId);
    for (const entry of entries) {
      const facts = rows
        .filter((row) => row.entryId === entry.entryId)
        .map(({ amount, claimId }) => ({
          amount,
          entryId: entry.entryId,
          pool: claims.find((claim) => claim.id === claimId)?.pool ?? '',
        }));
      checkFacts(entry, { kind: 'grant', flow: 'granted', facts }, findings);
      const days = rows
        .filter((row) => row.entryId === entry.entryId)
        .map(({ grantedOn: kept }): KeptPart => ({ part: 'day', kept, found: entry.postedOn }));
      checkParts(entry, days, findings);
      const chart = books.chartOf(entry.chart);
      for (const { claimId } of rows.filter((row) => row.entryId === entry.entryId)) {
        const bucket = claims.find((claim) => claim.id === claimId)?.bucket;
        if (chart === undefined || bucket === undefined) continue;
        checkParts(entry, grantAccountParts(entry, bucket, { roles: chart.roles, kept }), findings);
      }
    }
  }

  /** What was granted anew is of the same use and pool as the reversed grant whose place it took. */
  private async checkPlaces(
    { db, collectiveId, findings }: CheckedBooks,
    entries: readonly CheckedEntry[],
    rows: readonly GrantEntity[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const own = new Map(rows.map(({ entryId, claimId }) => [entryId, claimId]));
    const taken = await this.ledger.placesTaken(db, collectiveId, [...own.keys()]);
    if (taken.length === 0) return;
    const entryId = In(taken.map(({ correctsId }) => correctsId));
    const former = await db.findBy(GrantEntity, { collectiveId, entryId });
    const claimOf = new Map(former.map((row) => [row.entryId, row.claimId]));
    const ids = [...own.values(), ...claimOf.values()];
    const claims = await this.uses.listClaims(db, collectiveId, ids);
    const useOf = (claimId: string | undefined): string => {
      const claim = claims.find(({ id }) => id === claimId);
      return claim === undefined ? `claim ${claimId ?? ''}` : `${claim.pool} ${claim.bucket}`;
    };
    for (const place of taken) {
      const entry = entries.find((each) => each.entryId === place.entryId);
      if (entry === undefined || useOf(claimOf.get(place.correctsId)) === useOf(own.get(place.entryId)))
        continue;
      findings.add('check.grantPlace', placeOf(entry), { corrects: place.correctsId });
    }
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    for (const table of ['grants', 'paid_reversals']) {
      const entryId = await this.ledger.findLostRow(db, collectiveId, table);
      if (entryId !== undefined) findings.add('check.factWithoutEntry', { entryId }, { table });
    }
    for (const entryId of await readOwnWholeGrants(db, collectiveId))
      findings.add('check.wholeGrantDiffers', { entryId });
  }
}
