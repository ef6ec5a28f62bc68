import { Injectable } from '@nestjs/common';
import { type EntityManager, In, LessThanOrEqual, MoreThan } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { ChainedCorrection } from '../../domain/ledger/statement-day';
import { type FormerEntry, sharesMonth } from '../../domain/ledger/prior-year-move';
import type { WaitingPlace } from '../../domain/ledger/reentered';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import { DomainError } from '../../domain/shared/domain-error';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { Database } from '../../platform/database/database';
import { toPutRight } from '../../platform/database/put-right';
import { LedgerEntryEntity } from './ledger-entry.entity';
import { LedgerReadService, type Voucher } from './ledger-read.service';
import { findMove, type PriorYearMove } from './prior-year-moves.store';
import { findPutRight } from './put-right.store';
import { findReentry, readCorrections, readFormer, requireReentered } from './reentries.store';
import { ReentryEntity } from './reentry.entity';
import { listWaiting } from './replaced-vouchers.store';
import { findTakenBack, type TakenBack } from './taken-back.store';

export type { Replaced } from './replaced-vouchers.store';
export type { TakenBack } from './taken-back.store';

/** What took the place of a reversed voucher, and whose place a voucher took. */
export interface Places {
  readonly takenBy?: Voucher | undefined;
  readonly placeOf?: Voucher | undefined;
}

/** Vouchers that were entered anew in the place of reversed ones. */
@Injectable()
export class ReentriesService {
  constructor(
    private readonly database: Database,
    private readonly books: LedgerReadService,
  ) {}

  /**
   * A voucher whose fact may be entered anew.
   * @throws DomainError `ledger.entryUnknown`, `reentry.ofReversal`, `reentry.notReversed`, `reentry.done`
   */
  requireReenterable(collectiveId: string, entryId: string): Promise<Voucher> {
    return requireReentered(this.database.reader, this.books, { collectiveId, entryId });
  }

  /**
   * What was booked behind a place of the chain and still counts on or before a day: the reversals of what is
   * settled there and what took its place, in the order of the chain.
   */
  async listCounted(
    collectiveId: string,
    { behind, through }: { readonly behind: number; readonly through: CalendarDay },
  ): Promise<Voucher[]> {
    const entries = await this.database.reader.find(LedgerEntryEntity, {
      select: { id: true },
      where: { collectiveId, chainPosition: MoreThan(behind), statementOn: LessThanOrEqual(through) },
      order: { chainPosition: 'ASC' },
    });
    return Promise.all(entries.map(({ id }) => this.books.requireEntry(collectiveId, id)));
  }

  /** What was put right behind a place of the chain, in its order. */
  listCorrections(collectiveId: string, behind: number): Promise<ChainedCorrection[]> {
    return readCorrections(this.database.reader, collectiveId, behind);
  }

  /**
   * The last of some vouchers of one fact, where it is reversed and its place is free.
   * @throws DomainError `reentry.takenElsewhere`
   */
  async findReenterable(
    collectiveId: string,
    entryIds: readonly string[],
    db: EntityManager,
  ): Promise<string | undefined> {
    const last = entryIds.at(-1);
    if (last === undefined) return undefined;
    await this.requireNotTakenElsewhere(collectiveId, [last], db);
    if ((await findReentry(db, collectiveId, { correctsId: last })) !== null) return undefined;
    const { reversedById } = await this.books.requireEntry(collectiveId, last, db);
    return reversedById === undefined ? undefined : last;
  }

  /**
   * A step may book a fact again that was reversed, but not where the form for earlier years took its place:
   * it would stand twice. @throws DomainError `reentry.takenElsewhere`
   */
  async requireNotTakenElsewhere(
    collectiveId: string,
    entryIds: readonly string[],
    db: EntityManager,
  ): Promise<void> {
    const pairs = await db.findBy(ReentryEntity, { collectiveId, correctsId: In([...entryIds]) });
    for (const { entryId } of pairs) {
      const { source, voucherYear, voucherNumber } = await this.books.requireEntry(collectiveId, entryId, db);
      if (source.kind !== PRIOR_YEAR.correction) continue;
      const facts = { year: String(voucherYear), number: voucherNumberText(voucherNumber) };
      throw new DomainError('reentry.takenElsewhere', facts);
    }
  }

  /**
   * The voucher whose place the running act takes, and what that place is judged by; undefined where it takes
   * none. @throws DomainError `ledger.entryUnknown`, `reentry.*`
   */
  async formerOfAct(
    tx: EntityManager,
    collectiveId: string,
  ): Promise<{ readonly voucher: Voucher; readonly former: FormerEntry } | undefined> {
    const given = toPutRight(tx);
    if (given === undefined) return undefined;
    const voucher = await requireReentered(tx, this.books, { collectiveId, entryId: given.id });
    return { voucher, former: await readFormer(tx, this.books, { collectiveId, corrected: voucher }) };
  }

  /**
   * The voucher whose place the running act takes by what it gives members on a day, where that is about an
   * earlier year.
   * @throws DomainError `ledger.entryUnknown`, `reentry.ofReversal`, `reentry.notReversed`, `reentry.done`
   */
  async findEarlierShares(
    tx: EntityManager,
    collectiveId: string,
    postedOn: CalendarDay,
  ): Promise<Voucher | undefined> {
    const place = await this.formerOfAct(tx, collectiveId);
    if (place === undefined) return undefined;
    return sharesMonth(postedOn, place.former) === undefined ? undefined : place.voucher;
  }

  /** Those of some vouchers that wait to be entered anew, taken back of a closed year; the oldest first. */
  listWaiting(
    collectiveId: string,
    entryIds: readonly string[],
    db: EntityManager = this.database.reader,
  ): Promise<WaitingPlace[]> {
    return listWaiting(db, collectiveId, entryIds);
  }

  /** The voucher whose place an entry took, and whose that one took, and so on. */
  async listFormer(collectiveId: string, entryId: string, db: EntityManager): Promise<string[]> {
    const former: string[] = [];
    let pair = await findReentry(db, collectiveId, { entryId });
    while (pair !== null) {
      former.push(pair.correctsId);
      pair = await findReentry(db, collectiveId, { entryId: pair.correctsId });
    }
    return former;
  }

  /** The last voucher that took the place of one, and of what took it, and so on; itself where none did. */
  async lastInPlaceOf(collectiveId: string, entryId: string): Promise<string> {
    const db = this.database.reader;
    const pair = await findReentry(db, collectiveId, { correctsId: entryId });
    return pair === null ? entryId : this.lastInPlaceOf(collectiveId, pair.entryId);
  }

  /**
   * What was typed as new in the place of a voucher that was reversed within its own year, on these accounts.
   */
  async findPutRight(
    collectiveId: string,
    { entryId, source }: Voucher,
    accounts: readonly string[],
  ): Promise<Voucher | undefined> {
    const { reader } = this.database;
    const found = await findPutRight(reader, collectiveId, { entryId, kind: source.kind, accounts });
    return found === undefined ? undefined : this.books.requireEntry(collectiveId, found);
  }

  /** The voucher that moved an entry's income and expense to an earlier year, booked right behind it. */
  findMove(
    collectiveId: string,
    entry: Pick<Voucher, 'entryId' | 'chainPosition'>,
    db: EntityManager = this.database.reader,
  ): Promise<PriorYearMove | undefined> {
    return findMove(db, collectiveId, entry);
  }

  /** How an entry was taken back, and what stands in its place since; undefined where it stands. */
  findTakenBack(
    collectiveId: string,
    entryId: string,
    db: EntityManager = this.database.reader,
  ): Promise<TakenBack | undefined> {
    return findTakenBack(db, collectiveId, entryId);
  }

  async placesOf(collectiveId: string, { entryId }: Voucher): Promise<Places> {
    const db = this.database.reader;
    const taken = await findReentry(db, collectiveId, { correctsId: entryId });
    const took = await findReentry(db, collectiveId, { entryId });
    const voucherOf = (id: string): Promise<Voucher> => this.books.requireEntry(collectiveId, id);
    return {
      takenBy: taken === null ? undefined : await voucherOf(taken.entryId),
      placeOf: took === null ? undefined : await voucherOf(took.correctsId),
    };
  }
}
