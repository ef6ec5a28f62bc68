import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Chart } from '../../domain/ledger/chart';
import type { LinePays, Posting } from '../../domain/ledger/journal-entry';
import type { Overpaid } from '../../domain/ledger/pool-lines';
import type { Fen } from '../../domain/money/fen';
import type { Problem } from '../../domain/shared/problem';
import type { Command } from '../../platform/audit/command';
import type { Voucher } from './ledger-read.service';
import type { BookedEntry } from './ledger.service';

/** Lines that people wrote, of which day, under the chart of their books. */
export interface WrittenLines {
  readonly postings: readonly Posting[];
  readonly postedOn: CalendarDay;
  readonly chart: Chart;
  /** Which debts its lines pay, where somebody said so. */
  readonly pays?: readonly LinePays[] | undefined;
}

/** What a voucher owes under no name, as a payment may name it. */
export interface NameableDebt {
  readonly entryId: string;
  /** Fen, beside the lists that pay of it. */
  readonly open: Fen;
  /** A list says whose it is: a part of it alone would be nobody's for certain. */
  readonly isWholeOnly: boolean;
  readonly voucher: Pick<Voucher, 'voucherYear' | 'voucherNumber' | 'summary'>;
}

/** Lines that people wrote and that are booked from a place of the chain on. */
export interface BookedLines extends Omit<WrittenLines, 'postedOn' | 'pays'> {
  readonly from: number;
}

/** What the pages of vouchers ask of the steps. The ledger knows no step, so the application hands it in. */
export abstract class VoucherDesk {
  /** The names of what the lines of a collective's vouchers point to, by id: assets. */
  abstract listNames(collectiveId: string, db?: EntityManager): Promise<ReadonlyMap<string, string>>;

  /** How many papers are kept with each of these vouchers. */
  abstract countPapers(
    collectiveId: string,
    entryIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;

  /** What is wrong with lines that a person writes, as the registers of the steps see it. */
  abstract handProblems(db: EntityManager, collectiveId: string, written: WrittenLines): Promise<Problem[]>;

  /** Why lines of no step may not pay what a step pays: it is on its way to people by other means. */
  abstract heldProblems(db: EntityManager, collectiveId: string, written: WrittenLines): Promise<Problem[]>;

  /** Those of these vouchers that a payment may name. */
  abstract listNameable(collectiveId: string, entryIds: readonly string[]): Promise<readonly NameableDebt[]>;

  /** Keeps with a voucher just booked what its lines say that they pay. */
  abstract keepNamed(
    tx: EntityManager,
    collectiveId: string,
    booked: { readonly entryId: string; readonly written: WrittenLines },
  ): Promise<void>;

  /** Asked once lines are booked. @throws FormProblems where what a step pays is owed less by them */
  abstract requireStands(tx: EntityManager, collectiveId: string, booked: BookedLines): Promise<void>;

  /** Whose vouchers these are, as printed, and whether the figures are made up. */
  abstract sheetHeadOf(
    collectiveId: string,
  ): Promise<{ readonly collective: string; readonly specimen: boolean }>;

  /** Takes a voucher back. @throws what the step behind it refuses with */
  abstract reverseVoucher(
    collectiveId: string,
    form: {
      readonly entryId: string;
      readonly reason: string;
      readonly postedOn: CalendarDay;
      readonly paidWhy?: string;
    },
    command: Command,
  ): Promise<BookedEntry>;

  /** What was paid on accounts of grants and is owed to nobody any more. */
  abstract listOverpaid(db: EntityManager, collectiveId: string): Promise<readonly Overpaid[]>;

  /** What a reversal would leave of what people were paid already, in a sentence; undefined where nothing. */
  abstract paidLeftBy(
    collectiveId: string,
    voucher: Voucher,
    postedOn: CalendarDay,
  ): Promise<string | undefined>;

  /** Why a reversal took back what people were paid, and how much that was; undefined of any other. */
  abstract paidWhyOf(collectiveId: string, reversalId: string): Promise<string | undefined>;
}
