import type { CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import type { AccountSpan } from './bank-account-end';

/** A line of a bank as it is kept. Fen; in above zero, out below. */
export interface KeptBankLine {
  readonly id: string;
  /** What the line says, digested, with its turn where it was taken over again. */
  readonly mark: string;
  readonly accountId: string;
  readonly statementId: string;
  readonly bookedOn: CalendarDay;
  readonly amount: Fen;
}

export interface KeptBankStatement {
  readonly id: string;
  readonly accountId: string;
  readonly from: CalendarDay;
  readonly through: CalendarDay;
  readonly opening: Fen;
  readonly closing: Fen;
  readonly importedAt: string;
}

/** A match, or with `undoesId` the taking apart of one. The difference is bank less books. */
export interface KeptMatch {
  readonly id: string;
  readonly accountId: string;
  readonly undoesId: string | null;
  readonly difference: Fen;
  /** Why its sums differ; null where they do not. */
  readonly code: string | null;
}

/** A line of a match or an explanation: it points to a line of the bank or of the books. */
export interface KeptPointer {
  readonly bankLineId: string | null;
  readonly entryId: string | null;
  readonly entryLine: number | null;
}

export interface KeptMatchLine extends KeptPointer {
  readonly matchId: string;
  readonly amount: Fen;
}

/** A line of the books that the bank's rows point to, by {@link pointedTo}. Debit above zero. */
export interface PointedLine {
  readonly ledgerAccount: string;
  readonly pool: string;
  readonly amount: Fen;
}

/** An account as its rows leave it. */
export interface KeptAccount extends AccountSpan {
  /** It was entered by mistake: nothing may rest on it. */
  readonly isMistaken: boolean;
}

/** What the books held for an account when its last day ended, and what came for its lines afterwards. */
export interface KeptClosing {
  readonly accountId: string;
  readonly closedOn: CalendarDay;
  readonly booksOn: Fen;
  /** Each account and pool of the books with its first day then. */
  readonly after: readonly {
    readonly ledgerAccount: string;
    readonly pool: string;
    readonly on: CalendarDay;
  }[];
}

/** Everything that is kept of a collective's bank accounts. */
export interface KeptBank {
  readonly accounts: readonly KeptAccount[];
  /** What the books say of each account that was closed. */
  readonly closings: readonly KeptClosing[];
  readonly statements: readonly KeptBankStatement[];
  /** The statements that were taken back: neither they nor their lines count. */
  readonly withdrawals: readonly { readonly statementId: string; readonly accountId: string }[];
  readonly lines: readonly KeptBankLine[];
  readonly matches: readonly KeptMatch[];
  readonly matchLines: readonly KeptMatchLine[];
  /** The first said first: the last word on a line holds. */
  readonly explanations: readonly (KeptPointer & { readonly accountId: string; readonly code: string })[];
  readonly booked: ReadonlyMap<string, PointedLine>;
}

/** How a line of the books is named that something points to. */
export function pointedTo({ entryId, entryLine }: KeptPointer): string {
  return `${entryId ?? ''}:${String(entryLine ?? 0)}`;
}
