import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';

/** A line of the bank that the books do not know yet. Fen; in above zero. */
export interface BankLineAsked {
  readonly id: string;
  readonly on: CalendarDay;
  readonly amount: Fen;
  readonly counterparty: string;
}

/**
 * What it would be: money for what is owed, a cost that a contract asks for, the payment of a cost that is
 * owed, a deposit that goes back, tax, a voucher by hand that pays what was granted, members' shares, or what
 * a pay list sent and what came back of it.
 */
export type CandidateKind =
  'receipt' | 'deduction' | 'costPayment' | 'deposit' | 'tax' | 'grant' | 'memberShares' | 'payList';

/** What a step has to book that could be this money, and its form filled accordingly. */
export interface BankCandidate {
  readonly kind: CandidateKind;
  readonly label: string;
  /** What is open or due; above zero. */
  readonly amount: Fen;
  /** Whether that is just the bank's amount. */
  readonly exact: boolean;
  readonly href: string;
}

/**
 * What the steps would book for a line of the bank. The ledger knows no step, so the application hands it in.
 */
export abstract class BankCandidates {
  /** The candidates of each line by its id: those of the bank's very amount first, six at most. */
  abstract candidatesFor(
    collectiveId: string,
    lines: readonly BankLineAsked[],
  ): Promise<ReadonlyMap<string, readonly BankCandidate[]>>;
}
