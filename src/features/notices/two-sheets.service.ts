import { Injectable } from '@nestjs/common';
import { type BetweenSheets, ChainBetween } from '../../domain/notices/between-sheets';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import type { Notice } from './notices.service';

/** So many vouchers are reckoned while a reader waits: decades of a village's books. */
export const MOST_BETWEEN = 20_000;

/** What two sheets of a village's prove together: that nothing between them was cut. */
export type Together =
  | (BetweenSheets & { readonly earlier: Notice; readonly later: Notice })
  | { readonly kind: 'otherBooks' }
  | { readonly kind: 'same' }
  /** Too many for a page: whoever takes the books away reckons them. */
  | { readonly kind: 'tooMany'; readonly vouchers: number };

/** Reckons the chain anew between where it stood by two sheets. */
@Injectable()
export class TwoSheetsService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerCheckService,
  ) {}

  async between(one: Notice, other: Notice): Promise<Together> {
    const { collectiveId } = one;
    if (one.id === other.id) return { kind: 'same' };
    if (other.collectiveId !== collectiveId) return { kind: 'otherBooks' };
    const lengthOf = ({ data }: Notice): number => data.witness.chainLength;
    const [earlier, later] = lengthOf(one) <= lengthOf(other) ? [one, other] : [other, one];
    const [from, to] = [lengthOf(earlier), lengthOf(later)];
    if (to - from > MOST_BETWEEN) return { kind: 'tooMany', vouchers: to - from };
    const between = new ChainBetween(earlier.data.witness, later.data.witness, sha256);
    await this.database.inSnapshot(async (db) => {
      for await (const entries of this.ledger.entriesBetween({ db, collectiveId }, { from, to }))
        for (const entry of entries) between.take(entry);
    });
    return { ...between.outcome(), earlier, later };
  }
}
