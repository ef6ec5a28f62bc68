import type { Fen } from '../../domain/money/fen';
import type { Problem } from '../../domain/shared/problem';
import type { GlyphState } from './state-glyph';

/** What a task of the month is about; it gives the task its group and its name. */
export type MonthTaskKind =
  | 'settlement'
  | 'receipt'
  | 'rent'
  | 'income'
  | 'deduction'
  | 'plan'
  | 'grant'
  | 'depreciation'
  | 'remedy'
  | 'recurring'
  | 'draft'
  | 'bank'
  | 'hold';

/** One thing to do in a month. */
export interface MonthTask {
  /** Its number, 1 to 9 (Alt and the number goes there) and above; the month's closing is 0. */
  readonly key: number;
  readonly kind: MonthTaskKind;
  /** The asset, contract or plan it is about. */
  readonly subject?: string | undefined;
  readonly state: GlyphState;
  /** What was booked or is due. Without it the state's word stands there. */
  readonly amount?: Fen | undefined;
  /** What is missing, as a sentence of the glossary. */
  readonly note?: string | undefined;
  /** Numbers of the tasks it waits for. */
  readonly waitsFor?: readonly number[];
  readonly href?: string | undefined;
  readonly current?: boolean;
}

/** The running surplus of the pool, on receipts. */
export interface RunningSurplus {
  /** Whose money it is: that of the stations, or of the other assets. */
  readonly pool: 'pv' | 'other';
  /** First month counted and the month shown. */
  readonly fromMonth: string;
  readonly throughMonth: string;
  readonly carried: Fen;
  /** Received before the month shown, and in it. */
  readonly receivedBefore: Fen;
  readonly receivedInMonth: Fen;
  readonly deducted: Fen;
  readonly distributable: Fen;
  /** What it will be once an item that still waits is booked: the next one, or the one that is typed. */
  readonly after?: { readonly taskKey: number; readonly distributable: Fen } | undefined;
  readonly href?: string | undefined;
}

/** One thing that keeps the month open: which task, what is wrong, where to go. */
export interface MonthBlocker {
  readonly taskKey: number;
  readonly problem: Problem;
  readonly href?: string | undefined;
}

/** A voucher of the month, as a line under a form shows it. */
interface BookedVoucher {
  /** `记-0048`. */
  readonly number: string;
  readonly href: string;
  /** `2025-06-20`. */
  readonly postedOn: string;
  readonly summary: string;
  /** Sum of its debits, in fen. */
  readonly amount: Fen;
}

/** What was booked in the month so far: how many vouchers, and the last of them in their order. */
interface BookedInMonth {
  readonly count: number;
  readonly last: readonly BookedVoucher[];
  /** Where all of them stand. */
  readonly href: string;
}

/** The work of one month, shown beside every form that belongs to it. */
export interface MonthWork {
  readonly month: string;
  readonly tasks: readonly MonthTask[];
  readonly surplus: RunningSurplus;
  readonly blockers: readonly MonthBlocker[];
  readonly sentence: (problem: Problem) => string;
  /** What stands already; absent for those who may not see the vouchers. */
  readonly booked?: BookedInMonth | undefined;
  /** Where the month is held; absent when it is no longer open or the person may not. */
  readonly holdAction?: string | undefined;
}
