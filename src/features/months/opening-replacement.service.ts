import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type NumberedVoucher,
  type StandingBooks,
  type StaysOpening,
  whyOpeningStays,
} from '../../domain/ledger/opening-replacement';
import { requireReversalReason } from '../../domain/ledger/reversal';
import { DomainError } from '../../domain/shared/domain-error';
import { voucherNamedIn, voucherSummaries } from '../../glossary/voucher-summaries';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import type { GivenTable } from '../../platform/http/uploads';
import { OpeningRestsService } from '../income/opening-rests.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { OpeningStandingService } from '../ledger/opening-standing.service';
import { OpeningService } from './opening.service';

/** Which kept table takes the place of the opening, and why the old one was wrong. */
export interface ReplacementForm {
  readonly previewId: string;
  /** One of the reasons of a reversal. */
  readonly reason: string;
}

/** Where a village stands with its opening. */
export interface OpeningState {
  /** The opening that a new table would replace; absent where none is booked, or it stays. */
  readonly replaces?: NumberedVoucher | undefined;
  /** Why no table is taken any more. */
  readonly stays?: StaysOpening | undefined;
}

/**
 * Puts an opening right as long as nothing rests on it: the old voucher is taken back whole and stays to be
 * read, the new table is held against the registers as the first one was and is booked in its place.
 */
@Injectable()
export class OpeningReplacementService {
  constructor(
    private readonly database: Database,
    private readonly openings: OpeningService,
    private readonly ledger: LedgerService,
    private readonly standing: OpeningStandingService,
    private readonly resting: OpeningRestsService,
  ) {}

  /** What a village may do with its opening now. */
  async stateOf(collectiveId: string, db: EntityManager = this.database.reader): Promise<OpeningState> {
    if (!(await this.openings.isBegun(collectiveId, db))) return {};
    const books = await this.booksOf(db, collectiveId);
    const stays = whyOpeningStays(books);
    return stays === undefined ? { replaces: books.opening } : { stays };
  }

  /**
   * Keeps an uploaded table until it is confirmed, or takes the place of the opening.
   * @returns its id @throws FormProblems `file.*`; DomainError `opening.*` where no table is taken any more
   */
  async upload(collectiveId: string, given: GivenTable, command: Command): Promise<string> {
    refuse((await this.stateOf(collectiveId)).stays);
    return this.openings.upload(collectiveId, given, command);
  }

  /**
   * Takes the opening back and books a kept table in its place, on the first day of the books.
   * @throws FormProblems with everything wrong with the table; DomainError `opening.*`, `file.previewGone`,
   *   `reversal.reasonUnknown`
   */
  replace(collectiveId: string, form: ReplacementForm, command: Command): Promise<BookedEntry> {
    const reason = requireReversalReason(form.reason);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { replaces, stays } = await this.stateOf(collectiveId, tx);
        refuse(stays);
        if (replaces === undefined) throw new DomainError('opening.noneYet');
        const { openedOn: postedOn } = await this.ledger.requireBooksOf(tx, collectiveId);
        const { entryId } = replaces;
        const summary = voucherSummaries.reversal(voucherNamedIn(replaces.voucherYear, replaces));
        const { by } = command;
        await this.ledger.reverse(tx, collectiveId, { entryId, reason, postedOn, preparedBy: by, summary });
        const { previewId } = form;
        return this.openings.bookInstead(tx, collectiveId, { previewId, by, corrects: entryId });
      },
      onceOf(command, 'opening.replace', form),
    );
  }

  private async booksOf(db: EntityManager, collectiveId: string): Promise<StandingBooks> {
    const books = await this.standing.standingOf(db, collectiveId);
    const entryId = books.opening?.entryId;
    const rests =
      entryId === undefined ? undefined : await this.resting.findRest(db, { collectiveId, entryId });
    return { ...books, rests };
  }
}

function refuse(stays: StaysOpening | undefined): void {
  if (stays !== undefined) throw new DomainError(stays.code, stays.facts);
}
