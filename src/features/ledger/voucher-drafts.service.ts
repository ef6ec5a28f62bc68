import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { isCalendarDay } from '../../domain/calendar/calendar-day';
import type { ManualLineForm } from '../../domain/ledger/manual-lines';
import type { ManualVoucherForm } from '../../domain/ledger/manual-voucher';
import { monthAnew } from '../../domain/ledger/prior-year-move';
import { takesPlaceOf } from '../../domain/ledger/reentered';
import { type DraftAct, requireDraftAct, requireOtherReviewer } from '../../domain/ledger/voucher-hands';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded, isAsRecorded, recordChange } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { toPutRight } from '../../platform/database/put-right';
import { sha256 } from '../../platform/digests/sha256';
import { newId } from '../../platform/ids/new-id';
import { handOf } from '../users/account-persons.service';
import { UsersService } from '../users/users.service';
import { keepsMoney, requireReviewerWithoutMoney } from './cashiers';
import { LedgerReadService } from './ledger-read.service';
import { readFormer, requireReentered } from './reentries.store';
import { VoucherDraftEntity } from './voucher-draft.entity';
import { VoucherReadingService } from './voucher-reading.service';

export type VoucherDraft = VoucherDraftEntity;

/** A draft of a voucher on its way to the books: saved as typed, looked over by another. */
@Injectable()
export class VoucherDraftsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: VoucherReadingService,
    private readonly books: LedgerReadService,
    private readonly users: UsersService,
  ) {}

  /**
   * Keeps what was typed, right or not, so that no typing is lost; but no number of a person, for a draft is
   * on record. A change voids the review.
   * @param draft its id where it was saved before
   * @throws FormProblems `form.privateNumber`; DomainError `voucher.draftMissing`, `voucher.notNow`,
   *   `voucher.draftOfOther`, `voucher.draftChanged`
   */
  saveDraft(
    collectiveId: string,
    draft: { readonly id?: string; readonly form: ManualVoucherForm },
    command: Command,
  ): Promise<{ id: string; digest: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        refuseProblems(privateNumberProblems({ summary: draft.form.summary }));
        const rowOf = async (correctsId: string | null) => {
          const form = await this.ofItsMonth(tx, collectiveId, { form: draft.form, correctsId });
          return { form, ...this.savedNow(form), reviewedBy: null, reviewedAt: null };
        };
        if (draft.id === undefined) {
          const id = newId();
          const by = { preparedBy: command.by, state: 'drafted' as const, entryId: null, entryHash: null };
          const correctsId = await this.takeCorrected(tx, collectiveId);
          const row = await rowOf(correctsId);
          await insertRecorded(tx, VoucherDraftEntity, { collectiveId, id, ...row, ...by, correctsId });
          return { id, digest: row.digest };
        }
        const known = await this.requireFor(tx, collectiveId, { id: draft.id, act: 'save' });
        if (known.preparedBy !== command.by) throw new DomainError('voucher.draftOfOther');
        // The page it was begun on goes on saving it for the same voucher.
        const given = toPutRight(tx);
        if (given !== undefined) given.isTaken = given.id === known.correctsId;
        const row = await rowOf(known.correctsId);
        await changeDraft(tx, { collectiveId, id: draft.id }, { ...row, state: 'drafted' });
        return { id: draft.id, digest: row.digest };
      },
      onceOf(command, 'vouchers.saveDraft', draft),
    );
  }

  /**
   * Another person looked the draft over and found it right; it may be booked as it stands. Once is enough,
   * unless who did so keeps the money by now.
   * @param seen the digest of what the reviewer saw
   * @throws FormProblems with what is wrong with it; DomainError `voucher.reviewedBySame`,
   *   `voucher.reviewedByCashier`, `voucher.draftChanged`, `voucher.notNow`, `voucher.draftMissing`
   */
  reviewDraft(
    collectiveId: string,
    seen: { readonly id: string; readonly digest: string },
    command: Command,
  ): Promise<{ id: string }> {
    const { id, digest } = seen;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const draft = await this.requireFor(tx, collectiveId, { id, act: 'review' });
        await this.requireUnreviewed(tx, draft);
        const hand = await handOf(tx, command.by);
        requireOtherReviewer({ preparedBy: hand(draft.preparedBy) }, command.by);
        await requireReviewerWithoutMoney(this.users, tx, { collectiveId, userId: command.by });
        if (draft.digest !== digest || draftDigest(draft.form) !== digest)
          throw new DomainError('voucher.draftChanged');
        await this.reading.requireEntry(tx, collectiveId, typedOf(draft));
        const reviewed = { state: 'reviewed', reviewedBy: command.by, reviewedAt: this.clock.now() } as const;
        await changeDraft(tx, { collectiveId, id }, reviewed);
        return { id };
      },
      onceOf(command, 'vouchers.reviewDraft', seen),
    );
  }

  /** Gives a draft up; it stays in the list of those given up. @throws DomainError as {@link saveDraft} */
  voidDraft(collectiveId: string, id: string, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await this.requireFor(tx, collectiveId, { id, act: 'void' });
        await changeDraft(tx, { collectiveId, id }, { state: 'voided' });
        return { id };
      },
      onceOf(command, 'vouchers.voidDraft', id),
    );
  }

  /** The drafts that are on their way, those saved last first. */
  listDrafts(collectiveId: string): Promise<VoucherDraft[]> {
    return readOpenDrafts(this.database.reader, collectiveId);
  }

  /** @throws DomainError `voucher.draftMissing` */
  async requireDraft(
    collectiveId: string,
    id: string,
    db: EntityManager = this.database.reader,
  ): Promise<VoucherDraft> {
    const draft = await db.findOneBy(VoucherDraftEntity, { collectiveId, id });
    if (draft === null) throw new DomainError('voucher.draftMissing');
    return draft;
  }

  /** Everything wrong with a draft as it stands. */
  async problemsOf(draft: VoucherDraft): Promise<Problem[]> {
    return (await this.reading.read(this.database.reader, draft.collectiveId, typedOf(draft))).problems;
  }

  /** Whether who reviewed it keeps the money by now: somebody else looks it over anew. */
  async isReviewVoid(
    { collectiveId, state, reviewedBy }: VoucherDraft,
    db: EntityManager = this.database.reader,
  ): Promise<boolean> {
    if (state !== 'reviewed' || reviewedBy === null) return false;
    return keepsMoney(this.users, db, { collectiveId, userId: reviewedBy });
  }

  private async requireUnreviewed(tx: EntityManager, draft: VoucherDraft): Promise<void> {
    if (draft.state !== 'reviewed' || (await this.isReviewVoid(draft, tx))) return;
    throw new DomainError('voucher.notNow', { state: draft.state, act: 'review' });
  }

  /** The reversed voucher that a new draft is written for; only what was written by hand is so again. */
  private async takeCorrected(tx: EntityManager, collectiveId: string): Promise<string | null> {
    const given = toPutRight(tx);
    if (given === undefined) return null;
    const corrected = await requireReentered(tx, this.books, { collectiveId, entryId: given.id });
    if (!takesPlaceOf(sourceOf('').kind, corrected.source.kind)) throw new DomainError('reentry.otherKind');
    given.isTaken = true;
    return given.id;
  }

  /** In the place of a voucher of an earlier year it is about that one's month where nobody typed any. */
  private async ofItsMonth(
    tx: EntityManager,
    collectiveId: string,
    { form, correctsId }: { readonly form: ManualVoucherForm; readonly correctsId: string | null },
  ): Promise<ManualVoucherForm> {
    const { postedOn, aboutPeriod } = form;
    if (correctsId === null || aboutPeriod.trim() !== '' || !isCalendarDay(postedOn.trim())) return form;
    const corrected = await this.books.requireEntry(collectiveId, correctsId, tx);
    const former = await readFormer(tx, this.books, { collectiveId, corrected });
    return { ...form, aboutPeriod: monthAnew(postedOn.trim(), former) ?? aboutPeriod };
  }

  private async requireFor(
    tx: EntityManager,
    collectiveId: string,
    asked: { readonly id: string; readonly act: DraftAct },
  ): Promise<VoucherDraft> {
    const draft = await this.requireDraft(collectiveId, asked.id, tx);
    requireDraftAct(draft.state, asked.act);
    // What was altered behind the program is not put on record anew by an act on it: the check names it.
    if (!(await isAsRecorded(tx, VoucherDraftEntity, { collectiveId, id: asked.id })))
      throw new DomainError('voucher.draftChanged');
    return draft;
  }

  private savedNow(form: ManualVoucherForm): { digest: string; savedAt: string } {
    return { digest: draftDigest(form), savedAt: this.clock.now() };
  }
}

/** Changes a draft, and puts on record what it says now. */
export async function changeDraft(
  tx: EntityManager,
  key: Pick<VoucherDraft, 'collectiveId' | 'id'>,
  change: Partial<Omit<VoucherDraft, 'collectiveId' | 'id' | 'form'>> & { readonly form?: ManualVoucherForm },
): Promise<void> {
  await tx.update(VoucherDraftEntity, key, change);
  await recordChange(tx, VoucherDraftEntity, key);
}

/** The drafts that are on their way, those saved last first. */
export function readOpenDrafts(db: EntityManager, collectiveId: string): Promise<VoucherDraft[]> {
  return db.find(VoucherDraftEntity, {
    where: { collectiveId, state: In(['drafted', 'reviewed']) },
    order: { savedAt: 'DESC', id: 'DESC' },
  });
}

/** The digest of a draft as typed: a review holds for these bytes only. */
export function draftDigest(form: ManualVoucherForm): string {
  const { postedOn, aboutPeriod, summary, attachments, redLetters, lines } = form;
  const cells = lines.map((line) => [
    line.ledgerAccount,
    line.debit,
    line.credit,
    line.pool,
    line.assetId,
    line.stream,
    line.generationMonth,
    line.counterparty,
    ...paidBy(line),
  ]);
  const text = JSON.stringify([postedOn, aboutPeriod, summary, attachments, redLetters, cells]);
  return sha256(text);
}

/** What a line pays, where it says so: drafts of before said nothing of it. */
function paidBy({ paysDebt: pays = '' }: ManualLineForm): string[] {
  return pays === '' ? [] : [pays];
}

/** What was typed of a draft, and in whose place. */
function typedOf({ id, form, correctsId }: VoucherDraft) {
  return { form, source: sourceOf(id), corrects: correctsId };
}

/** Where a voucher booked from a draft comes from. */
export function sourceOf(draftId: string): { kind: string; id: string } {
  return { kind: 'manual', id: draftId };
}
