import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { firstDayOf, lastDayOf, type Month, monthOf } from '../../domain/calendar/calendar-day';
import { movesMoney, requireOtherReviewer, type SignaturePart } from '../../domain/ledger/voucher-hands';
import { DomainError } from '../../domain/shared/domain-error';
import type { Problem } from '../../domain/shared/problem';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock, notBefore } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { handOf } from '../users/account-persons.service';
import { UsersService } from '../users/users.service';
import { isCashier, requireReviewerWithoutMoney } from './cashiers';
import { LedgerReadService } from './ledger-read.service';
import { LedgerService } from './ledger.service';
import { run } from './ledger.store';
import { VoucherSignatureEntity } from './voucher-signature.entity';

export type VoucherSignature = VoucherSignatureEntity;

/** Signatures on vouchers that stand in the books already. */
@Injectable()
export class VoucherSignaturesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ledger: LedgerService,
    private readonly books: LedgerReadService,
    private readonly users: UsersService,
  ) {}

  /**
   * Signs one booked voucher: that it was looked over, by somebody who neither prepared nor booked it; or
   * that its money was paid or received, by a cashier.
   * @throws DomainError `voucher.reviewedBySame`, `voucher.signedAlready`, `voucher.signedAfterSeal`,
   *   `voucher.withoutMoney`, `voucher.notCashier`, `voucher.cashierBySame`,
   *   `voucher.reviewedByCashier`, `ledger.entryUnknown`
   */
  signVoucher(
    collectiveId: string,
    signing: { readonly entryId: string; readonly part: SignaturePart },
    command: Command,
  ): Promise<{ entryId: string }> {
    const { entryId, part } = signing;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const voucher = await this.books.requireEntry(collectiveId, entryId, tx);
        const known = await tx.findOneBy(VoucherSignatureEntity, { collectiveId, entryId, part });
        const isSigned = known !== null || (part === 'review' && voucher.reviewedBy !== undefined);
        if (isSigned) throw new DomainError('voucher.signedAlready');
        await this.requireUnsealed(tx, collectiveId, monthOf(voucher.postedOn));
        if (part === 'review') await this.requireReviewer(tx, collectiveId, { voucher, by: command.by });
        else {
          const chart = await this.ledger.requireChartOf(tx, collectiveId);
          if (!movesMoney(voucher.postings, chart)) throw new DomainError('voucher.withoutMoney');
          if (!(await isCashier(this.users, tx, { collectiveId, userId: command.by })))
            throw new DomainError('voucher.notCashier');
          await this.requireOtherHand(tx, collectiveId, { voucher, by: command.by });
        }
        await this.insert(tx, collectiveId, { entries: [voucher], part, by: command.by });
        return { entryId };
      },
      onceOf(command, 'vouchers.sign', signing),
    );
  }

  /**
   * Signs every voucher of a month that nobody has reviewed, except those the signer prepared or booked.
   * @returns how many were signed, and how many are left for somebody else
   * @throws DomainError `voucher.reviewedByCashier`, `voucher.nothingToReview`
   */
  reviewMonth(
    collectiveId: string,
    month: Month,
    command: Command,
  ): Promise<{ signed: number; left: number }> {
    const { by } = command;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await requireReviewerWithoutMoney(this.users, tx, { collectiveId, userId: by });
        const open = await listUnreviewed(tx, collectiveId, month);
        const hand = await handOf(tx, by);
        const isOwn = (other: string | null): boolean => other !== null && hand(other) === by;
        const mine = open.filter((each) => [each.prepared_by, each.posted_by, each.cashier].some(isOwn));
        const entries = open
          .filter((each) => !mine.includes(each))
          .map((each) => ({ entryId: each.id, bookedAt: each.booked_at }));
        if (entries.length === 0) {
          throw new DomainError(open.length === 0 ? 'voucher.nothingToReview' : 'voucher.reviewedBySame');
        }
        await this.insert(tx, collectiveId, { entries, part: 'review', by });
        return { signed: entries.length, left: mine.length };
      },
      onceOf(command, 'vouchers.reviewMonth', month),
    );
  }

  /** Signatures of one voucher. @throws DomainError `ledger.entryUnknown` */
  async listOf(collectiveId: string, entryId: string): Promise<VoucherSignature[]> {
    await this.books.requireEntry(collectiveId, entryId);
    return this.listSignatures(collectiveId, [entryId]);
  }

  /** Signatures of these vouchers. */
  listSignatures(
    collectiveId: string,
    entryIds: readonly string[],
    db: EntityManager = this.database.reader,
  ): Promise<VoucherSignature[]> {
    if (entryIds.length === 0) return Promise.resolve([]);
    return db.findBy(VoucherSignatureEntity, { collectiveId, entryId: In([...entryIds]) });
  }

  /**
   * What keeps a month from being sealed: vouchers nobody but their maker has looked over, by number. One
   * problem `voucher.unreviewed` (facts month, count, vouchers), or none.
   */
  async reviewProblems(
    collectiveId: string,
    month: Month,
    db: EntityManager = this.database.reader,
  ): Promise<Problem[]> {
    const open = await listUnreviewed(db, collectiveId, month);
    if (open.length === 0) return [];
    const vouchers = open.map((each) => voucherNumberText(each.voucher_number));
    const facts = { month, count: open.length, vouchers };
    return [{ code: 'voucher.unreviewed', field: 'month', value: month, facts }];
  }

  private async requireReviewer(
    tx: EntityManager,
    collectiveId: string,
    { voucher, by }: { readonly voucher: HandsOn; readonly by: string },
  ): Promise<void> {
    const hand = await handOf(tx, by);
    requireOtherReviewer({ preparedBy: hand(voucher.preparedBy), postedBy: hand(voucher.postedBy) }, by);
    await requireReviewerWithoutMoney(this.users, tx, { collectiveId, userId: by });
    // Who was its cashier when he signed stays its cashier, whatever he is now.
    const { entryId } = voucher;
    const signed = await tx.findOneBy(VoucherSignatureEntity, { collectiveId, entryId, part: 'cashier' });
    if (signed !== null && hand(signed.signedBy) === by) throw new DomainError('voucher.reviewedByCashier');
  }

  /** Whoever handles the money of a voucher neither prepared, booked nor reviewed it, also before he did. */
  private async requireOtherHand(
    tx: EntityManager,
    collectiveId: string,
    { voucher, by }: { readonly voucher: HandsOn; readonly by: string },
  ): Promise<void> {
    const { entryId, preparedBy, postedBy, reviewedBy } = voucher;
    const review = await tx.findOneBy(VoucherSignatureEntity, { collectiveId, entryId, part: 'review' });
    const hand = await handOf(tx, by);
    const others = [preparedBy, postedBy, reviewedBy, review?.signedBy];
    if (others.some((other) => other !== undefined && hand(other) === by))
      throw new DomainError('voucher.cashierBySame');
  }

  /** What is sealed stays as it was printed. */
  private async requireUnsealed(tx: EntityManager, collectiveId: string, month: Month): Promise<void> {
    const months = await this.books.listMonths(collectiveId, tx);
    const isSealed = months.some((each) => each.month === month && each.state === 'sealed');
    if (isSealed) throw new DomainError('voucher.signedAfterSeal', { month });
  }

  private async insert(
    tx: EntityManager,
    collectiveId: string,
    signed: { entries: readonly SignedEntry[]; part: SignaturePart; by: string },
  ): Promise<void> {
    const now = this.clock.now();
    for (const { entryId, bookedAt } of signed.entries) {
      const signedAt = notBefore(bookedAt, now);
      const row = { collectiveId, entryId, part: signed.part, signedBy: signed.by, signedAt };
      await insertRecorded(tx, VoucherSignatureEntity, row);
    }
  }
}

/** A voucher that is signed, and when it was booked: nobody signed it before. */
interface SignedEntry {
  readonly entryId: string;
  readonly bookedAt: string;
}

/** A voucher with the hands it went through. */
interface HandsOn {
  readonly entryId: string;
  readonly preparedBy: string;
  readonly postedBy: string;
  readonly reviewedBy?: string;
}

interface UnreviewedRow {
  readonly id: string;
  readonly voucher_number: number;
  readonly prepared_by: string;
  readonly posted_by: string | null;
  readonly cashier: string | null;
  readonly booked_at: string;
}

function listUnreviewed(db: EntityManager, collectiveId: string, month: Month): Promise<UnreviewedRow[]> {
  return run<UnreviewedRow>(
    db,
    `SELECT e.id, e.voucher_number, e.prepared_by, e.posted_by, e.booked_at, c.signed_by AS cashier
     FROM ledger_entries e
     LEFT JOIN voucher_signatures c
       ON c.collective_id = e.collective_id AND c.entry_id = e.id AND c.part = 'cashier'
     LEFT JOIN voucher_signatures s
       ON s.collective_id = e.collective_id AND s.entry_id = e.id AND s.part = 'review'
     WHERE e.collective_id = ? AND e.voucher_year = ? AND e.posted_on BETWEEN ? AND ?
       AND e.reviewed_by IS NULL AND s.entry_id IS NULL
     ORDER BY e.voucher_number`,
    [collectiveId, Number(month.slice(0, 4)), firstDayOf(month), lastDayOf(month)],
  );
}
