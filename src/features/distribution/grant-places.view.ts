import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { yearOf } from '../../domain/calendar/calendar-day';
import { ANOTHER, placesAsked } from '../../domain/ledger/reentered';
import { placeText, placeWords } from '../../glossary/place-words';
import { voucherNamedIn, voucherNumberText } from '../../glossary/voucher-summaries';
import { Database } from '../../platform/database/database';
import { villagePaths } from '../../platform/http/office-paths';
import type { Option } from '../../platform/views/field';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { ReentriesService, type TakenBack } from '../ledger/reentries.service';
import { type ClaimParts, UsesService } from '../uses/uses.service';
import { GrantEntity } from './grant.entity';

/** What is owed anew: of which claim, by which voucher it was owed before, and by which parts. */
interface OwedAnew {
  readonly claimId: string;
  readonly before?: string | undefined;
  readonly by?: ClaimParts;
}

/** The vouchers by which a claim is owed: one of them, and those whose place waits to be taken. */
@Injectable()
export class GrantPlacesView {
  constructor(
    private readonly database: Database,
    private readonly books: LedgerReadService,
    private readonly reentries: ReentriesService,
    private readonly uses: UsesService,
  ) {}

  async voucherOf(collectiveId: string, entryId: string): Promise<{ href: string; label: string }> {
    const { voucherNumber } = await this.books.requireEntry(collectiveId, entryId);
    return { href: villagePaths(collectiveId).voucher(entryId), label: voucherNumberText(voucherNumber) };
  }

  /** How the voucher of a paper that waits again was taken back, and that reversal's number. */
  async takenBackOf(
    collectiveId: string,
    { state, voucherEntryId }: { readonly state: string; readonly voucherEntryId: string | undefined },
  ): Promise<(TakenBack & { readonly voucher: string }) | undefined> {
    if (state !== 'takenBack' || voucherEntryId === undefined) return undefined;
    const taken = await this.reentries.findTakenBack(collectiveId, voucherEntryId);
    return taken && { ...taken, voucher: voucherNamedIn(yearOf(taken.on), taken) };
  }

  /**
   * The choices of whoever owes of a claim anew: each reversed voucher of its use that waits, and that this
   * is another paper; none where nothing waits, or where the same paper takes its own place again.
   */
  async placesOf(collectiveId: string, { claimId, before, by }: OwedAnew): Promise<Option[]> {
    const { reader } = this.database;
    const [claim] = await this.uses.listClaims(reader, collectiveId, [claimId]);
    const sameUse = claim === undefined ? [] : await this.uses.listSameUse(reader, collectiveId, claim);
    const grants = await reader.find(GrantEntity, {
      select: { entryId: true },
      where: { collectiveId, claimId: In(sameUse) },
    });
    const entryIds = grants.map(({ entryId }) => entryId);
    const waiting = placesAsked(await this.reentries.listWaiting(collectiveId, entryIds), { before });
    if (waiting.length === 0) return [];
    const anew = waiting.map((place) => {
      return { value: place.entryId, label: placeWords.anew(placeText(place, by)) };
    });
    return [...anew, { value: ANOTHER, label: placeWords.another }];
  }
}
