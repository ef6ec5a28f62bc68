import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JournalEntry } from '../../domain/ledger/journal-entry';
import type { ManualVoucherForm } from '../../domain/ledger/manual-voucher';
import { requireDraftAct, requireOtherReviewer } from '../../domain/ledger/voucher-hands';
import { DomainError } from '../../domain/shared/domain-error';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded, isAsRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { handOf } from '../users/account-persons.service';
import { UsersService } from '../users/users.service';
import { type Hand, isCashier, requireReviewerWithoutMoney } from './cashiers';
import type { BookedEntry } from './ledger.service';
import { LedgerEntryEntity } from './ledger-entry.entity';
import { VoucherDraftEntity } from './voucher-draft.entity';
import { changeDraft, draftDigest, sourceOf } from './voucher-drafts.service';
import { VoucherReadingService } from './voucher-reading.service';

/** The hands of a voucher that is written, looked over and booked in one go. */
export interface VoucherHands {
  readonly preparedBy: string;
  /** Somebody else. */
  readonly reviewedBy: string;
  /** The preparer where nobody is named. */
  readonly postedBy?: string;
  /** The key under which giving the command twice does it once. */
  readonly key?: string;
}

/** Books the vouchers that people write themselves. */
@Injectable()
export class ManualVouchersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: VoucherReadingService,
    private readonly users: UsersService,
  ) {}

  /**
   * Books a reviewed draft, once. The bookkeeper who books is neither the reviewer nor a cashier there.
   * @throws DomainError `voucher.notNow`, `voucher.draftMissing`, `voucher.postedByCashier`,
   *   `voucher.reviewedBySame`, `voucher.reviewedByCashier`, `voucher.draftChanged`, `period.*`; FormProblems
   *   where its registers changed since the review, `money.*Short` where it pays what is not there
   */
  postDraft(collectiveId: string, draftId: string, command: Command): Promise<BookedEntry> {
    return this.database.inTransaction(
      collectiveId,
      (tx) => this.bookDraft(tx, collectiveId, { draftId, by: command.by }),
      onceOf(command, 'vouchers.postDraft', draftId),
    );
  }

  /**
   * Books several reviewed drafts in the order given, all or none. Each is a command under a key of its own:
   * the same key and draft twice, here or in another batch, book once and get the same answer.
   * @throws DomainError `command.keyReused` and as {@link postDraft}; FormProblems as there
   */
  postDrafts(
    collectiveId: string,
    postings: readonly { readonly key: string; readonly draftId: string }[],
    command: Command,
  ): Promise<BookedEntry[]> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const booked: BookedEntry[] = [];
        for (const { key, draftId } of postings) {
          if (key === command.key) throw new DomainError('command.keyReused');
          const { by } = command;
          const once = { key, asked: ['vouchers.postDraft', by, draftId] };
          const book = (): Promise<BookedEntry> => this.bookDraft(tx, collectiveId, { draftId, by });
          booked.push(await this.database.onceWithin(tx, { collectiveId, once }, book));
        }
        return booked;
      },
      onceOf(command, 'vouchers.postDrafts', postings),
    );
  }

  /**
   * Writes, reviews and books a voucher in one go, as a story or an import does; the same rules hold.
   * @throws FormProblems `voucher.*`, `form.*`, `money.*`, `calendar.*`; DomainError as {@link postDraft}
   */
  postVoucher(collectiveId: string, form: ManualVoucherForm, hands: VoucherHands): Promise<BookedEntry> {
    const postedBy = hands.postedBy ?? hands.preparedBy;
    const command: Command = { by: postedBy, ...(hands.key === undefined ? {} : { key: hands.key }) };
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const id = newId();
        const booked = await this.book(tx, collectiveId, {
          form,
          draftId: id,
          hands: { ...hands, postedBy },
        });
        const now = this.clock.now();
        await insertRecorded(tx, VoucherDraftEntity, {
          collectiveId,
          id,
          state: 'posted',
          form,
          digest: draftDigest(form),
          preparedBy: hands.preparedBy,
          savedAt: now,
          reviewedBy: hands.reviewedBy,
          reviewedAt: now,
          entryId: booked.entryId,
          entryHash: await hashOf(tx, collectiveId, booked),
          correctsId: null,
        });
        return booked;
      },
      onceOf(command, 'vouchers.post', [form, hands.preparedBy, hands.reviewedBy]),
    );
  }

  private async bookDraft(
    tx: EntityManager,
    collectiveId: string,
    { draftId, by }: { readonly draftId: string; readonly by: string },
  ): Promise<BookedEntry> {
    const draft = await tx.findOneBy(VoucherDraftEntity, { collectiveId, id: draftId });
    if (draft === null) throw new DomainError('voucher.draftMissing');
    requireDraftAct(draft.state, 'post');
    // What was reviewed are these very bytes, and on record: whatever changed since voids the review.
    const isKept = await isAsRecorded(tx, VoucherDraftEntity, { collectiveId, id: draftId });
    if (!isKept || draftDigest(draft.form) !== draft.digest) throw new DomainError('voucher.draftChanged');
    const hands = { preparedBy: draft.preparedBy, reviewedBy: draft.reviewedBy ?? '', postedBy: by };
    const booked = await this.book(tx, collectiveId, {
      ...{ form: draft.form, draftId, hands },
      ...(draft.correctsId === null ? {} : { corrects: draft.correctsId }),
    });
    const entryHash = await hashOf(tx, collectiveId, booked);
    const posted = { state: 'posted', entryId: booked.entryId, entryHash } as const;
    await changeDraft(tx, { collectiveId, id: draftId }, posted);
    return booked;
  }

  private async book(
    tx: EntityManager,
    collectiveId: string,
    voucher: {
      form: ManualVoucherForm;
      draftId: string;
      hands: Required<Omit<VoucherHands, 'key'>>;
      corrects?: string;
    },
  ): Promise<BookedEntry> {
    const { form, draftId, hands, corrects } = voucher;
    const { preparedBy, reviewedBy, postedBy } = hands;
    const hand = await handOf(tx, reviewedBy);
    requireOtherReviewer({ preparedBy: hand(preparedBy), postedBy: hand(postedBy) }, reviewedBy);
    await requireReviewerWithoutMoney(this.users, tx, { collectiveId, userId: reviewedBy });
    await this.requireBookkeeper(tx, { collectiveId, userId: postedBy });
    const entry: JournalEntry = await this.reading.requireEntry(tx, collectiveId, {
      form,
      source: sourceOf(draftId),
      corrects,
    });
    const given = { ...entry, preparedBy, reviewedBy, postedBy, corrects };
    return this.reading.book(tx, collectiveId, given);
  }

  /** Money and books are never in one hand. @throws DomainError `voucher.postedByCashier` */
  private async requireBookkeeper(tx: EntityManager, hand: Hand): Promise<void> {
    if (await isCashier(this.users, tx, hand)) throw new DomainError('voucher.postedByCashier');
  }
}

/** Of a voucher just booked: another may stand behind it that goes with it. */
async function hashOf(
  tx: EntityManager,
  collectiveId: string,
  { entryId: id }: Pick<BookedEntry, 'entryId'>,
): Promise<string> {
  return (await tx.findOneByOrFail(LedgerEntryEntity, { collectiveId, id })).hash;
}
