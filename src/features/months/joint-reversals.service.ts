import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { yearOf } from '../../domain/calendar/calendar-day';
import { type ReversalReason, requireReversalReason } from '../../domain/ledger/reversal';
import { DomainError } from '../../domain/shared/domain-error';
import { invariant } from '../../domain/shared/invariant';
import { voucherNamedIn, voucherSummaries } from '../../glossary/voucher-summaries';
import { CutDeliveriesService, type TakenCut } from '../income/cut-deliveries.service';
import { JointDeliveriesService, type TakenPart } from '../income/joint-deliveries.service';
import { LedgerReadService, type Voucher } from '../ledger/ledger-read.service';
import { ReversingService } from './reversing.service';

/** Something that an owner's books do not give back yet, and why not. */
export interface UnreturnedPart {
  readonly ownerId: string;
  readonly refusal: DomainError;
}

/**
 * Takes a slip of a kept station, or what was cut of it, back out of its owners' books: the keeper has
 * reversed it, and every part goes with it, in each owner's books once, then in the keeper's own.
 */
@Injectable()
export class JointReversalsService {
  constructor(
    private readonly deliveries: JointDeliveriesService,
    private readonly cuts: CutDeliveriesService,
    private readonly books: LedgerReadService,
    private readonly reversing: ReversingService,
  ) {}

  /** Whose books a kept station's slip goes to. */
  listOwnerIds(keeperId: string, entryId: string): Promise<string[]> {
    return this.deliveries.listOwnerIds(keeperId, entryId);
  }

  /**
   * Refuses to take back a kept station's slip while an owner has booked money on his part of it.
   * @throws DomainError `joint.receivedByOwner`
   */
  async requireReturnable(tx: EntityManager, keeperId: string, entryId: string): Promise<void> {
    const parts = await this.deliveries.listToTakeBack(keeperId, new Set([entryId]), tx);
    for (const { taken, ownerId } of parts) {
      if (taken.ownerEntryId === null) continue;
      if (await this.deliveries.isReceived(tx, ownerId, taken.ownerEntryId))
        throw new DomainError('joint.receivedByOwner', { owner: taken.owner });
    }
  }

  /**
   * Cuts first, for a slip stays while a cut of it stands.
   * @returns what owners' books still hold, with why
   */
  async takeBack(keeperId: string): Promise<UnreturnedPart[]> {
    const reversed = await this.books.listReversedIds(keeperId);
    const cuts = await this.cuts.listToTakeBack(keeperId);
    const parts = await this.deliveries.listToTakeBack(keeperId, reversed);
    const acts = [
      ...cuts.map((cut) => ({ ownerId: cut.ownerId, act: () => this.takeCutBack(keeperId, cut) })),
      ...parts.map((part) => ({ ownerId: part.ownerId, act: () => this.takeBackOne(keeperId, part) })),
    ];
    const unreturned: UnreturnedPart[] = [];
    for (const { ownerId, act } of acts) {
      try {
        await act();
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        unreturned.push({ ownerId, refusal: error });
      }
    }
    return unreturned;
  }

  private async takeCutBack(keeperId: string, taken: TakenCut): Promise<void> {
    const { cut, ownerId } = taken;
    const reversal = await this.reversalOf(keeperId, cut.entryId);
    const given = { ownerId, entryId: taken.taken.ownerEntryId, key: `joint-cut:${cut.id}:taken_back` };
    const ownerEntryId = await this.reverseOwn(given, reversal);
    const own = await this.books.requireEntry(keeperId, taken.taken.entryId);
    const summary = voucherSummaries.reversal(voucherNamedIn(yearOf(reversal.postedOn), own));
    await this.cuts.noteTakenBack(keeperId, taken, { ...reversal, summary, ownerEntryId });
  }

  private async takeBackOne(keeperId: string, part: TakenPart): Promise<void> {
    const { slip, taken, ownerId } = part;
    const { postedOn, reason, preparedBy } = await this.reversalOf(keeperId, slip.entryId);
    const given = { ownerId, entryId: taken.ownerEntryId ?? '', key: `joint:${slip.id}:taken_back` };
    const reversal = { postedOn, reason, preparedBy };
    const withdrawal = { slipId: slip.id, withdrawnOn: postedOn, withdrawnBy: preparedBy };
    if (taken.ownerEntryId === null) await this.deliveries.withdraw(ownerId, withdrawal);
    const ownerEntryId = taken.ownerEntryId === null ? null : await this.reverseOwn(given, reversal);
    invariant(ownerId !== keeperId, 'a keeper is none of the owners');
    const own = taken.entryId === null ? undefined : await this.books.requireEntry(keeperId, taken.entryId);
    const summary = own === undefined ? '' : voucherSummaries.reversal(voucherNamedIn(yearOf(postedOn), own));
    await this.deliveries.noteTakenBack(keeperId, part, { ...reversal, summary, ownerEntryId });
  }

  /** The voucher by which the keeper took the slip or the cut back. */
  private async reversalOf(
    keeperId: string,
    keptEntryId: string | null,
  ): Promise<Pick<Voucher, 'postedOn' | 'preparedBy'> & { readonly reason: ReversalReason }> {
    const kept = await this.books.requireEntry(keeperId, keptEntryId ?? '');
    const {
      postedOn,
      preparedBy,
      reason = '',
    } = await this.books.requireEntry(keeperId, kept.reversedById ?? '');
    return { postedOn, preparedBy, reason: requireReversalReason(reason) };
  }

  private async reverseOwn(
    of: { readonly ownerId: string; readonly entryId: string; readonly key: string },
    reversal: { readonly postedOn: string; readonly reason: ReversalReason; readonly preparedBy: string },
  ): Promise<string> {
    const { ownerId, entryId, key } = of;
    const voucher = await this.books.requireEntry(ownerId, entryId);
    if (voucher.reversedById !== undefined) return voucher.reversedById;
    const day = await this.deliveries.ownerDay(ownerId, reversal.postedOn);
    const postedOn = day < voucher.postedOn ? voucher.postedOn : day;
    const form = { entryId, reason: reversal.reason, postedOn, byKeeper: true as const };
    const command = { by: reversal.preparedBy, key };
    return (await this.reversing.reverseVoucher(ownerId, form, command)).entryId;
  }
}
