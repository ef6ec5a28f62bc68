import { Injectable } from '@nestjs/common';
import { yearOf } from '../../domain/calendar/calendar-day';
import { type ReversalReason, requireReversalReason } from '../../domain/ledger/reversal';
import { DomainError } from '../../domain/shared/domain-error';
import { invariant } from '../../domain/shared/invariant';
import { voucherNamedIn, voucherSummaries } from '../../glossary/voucher-summaries';
import { JointDeliveriesService, type TakenPart } from '../income/joint-deliveries.service';
import { LedgerReadService, type Voucher } from '../ledger/ledger-read.service';
import { ReversingService } from './reversing.service';

/** A part that an owner's books do not give back yet, and why not. */
export interface UnreturnedPart extends TakenPart {
  readonly refusal: DomainError;
}

/**
 * Takes a slip of a kept station back out of its owners' books: the keeper has reversed it, and every part
 * goes with it, in each owner's books once, then in the keeper's own.
 */
@Injectable()
export class JointReversalsService {
  constructor(
    private readonly deliveries: JointDeliveriesService,
    private readonly books: LedgerReadService,
    private readonly reversing: ReversingService,
  ) {}

  /**
   * Refuses to take back a kept station's slip while an owner has booked money on his part of it.
   * @throws DomainError `joint.receivedByOwner`
   */
  async requireReturnable(keeperId: string, entryId: string): Promise<void> {
    for (const { taken, ownerId } of await this.deliveries.listToTakeBack(keeperId, new Set([entryId]))) {
      if (taken.ownerEntryId === null) continue;
      if (await this.deliveries.isReceived(ownerId, taken.ownerEntryId))
        throw new DomainError('joint.receivedByOwner', { owner: taken.owner });
    }
  }

  /** @returns the parts that owners' books still hold, with why */
  async takeBack(keeperId: string): Promise<UnreturnedPart[]> {
    const reversed = await this.books.listReversedIds(keeperId);
    const unreturned: UnreturnedPart[] = [];
    for (const part of await this.deliveries.listToTakeBack(keeperId, reversed)) {
      try {
        await this.takeBackOne(keeperId, part);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        unreturned.push({ ...part, refusal: error });
      }
    }
    return unreturned;
  }

  private async takeBackOne(keeperId: string, part: TakenPart): Promise<void> {
    const { slip, taken, ownerId } = part;
    const { postedOn, reason, preparedBy } = await this.reversalOf(keeperId, slip.entryId);
    const ownerEntryId =
      taken.ownerEntryId === null ? null : await this.reverseOwn(part, { postedOn, reason, preparedBy });
    invariant(ownerId !== keeperId, 'a keeper is none of the owners');
    const own = taken.entryId === null ? undefined : await this.books.requireEntry(keeperId, taken.entryId);
    const summary = own === undefined ? '' : voucherSummaries.reversal(voucherNamedIn(yearOf(postedOn), own));
    const mirrored = { reason, postedOn, preparedBy, summary, ownerEntryId };
    await this.deliveries.noteTakenBack(keeperId, part, mirrored);
  }

  /** The voucher by which the keeper took the slip back. */
  private async reversalOf(
    keeperId: string,
    slipEntryId: string | null,
  ): Promise<Pick<Voucher, 'postedOn' | 'preparedBy'> & { readonly reason: ReversalReason }> {
    const slip = await this.books.requireEntry(keeperId, slipEntryId ?? '');
    const {
      postedOn,
      preparedBy,
      reason = '',
    } = await this.books.requireEntry(keeperId, slip.reversedById ?? '');
    return { postedOn, preparedBy, reason: requireReversalReason(reason) };
  }

  private async reverseOwn(
    { slip, taken, ownerId }: TakenPart,
    reversal: { readonly postedOn: string; readonly reason: ReversalReason; readonly preparedBy: string },
  ): Promise<string> {
    const entryId = taken.ownerEntryId ?? '';
    const voucher = await this.books.requireEntry(ownerId, entryId);
    if (voucher.reversedById !== undefined) return voucher.reversedById;
    const day = await this.deliveries.ownerDay(ownerId, reversal.postedOn);
    const postedOn = day < voucher.postedOn ? voucher.postedOn : day;
    const form = { entryId, reason: reversal.reason, postedOn, byKeeper: true as const };
    const command = { by: reversal.preparedBy, key: `joint:${slip.id}:taken_back` };
    return (await this.reversing.reverseVoucher(ownerId, form, command)).entryId;
  }
}
