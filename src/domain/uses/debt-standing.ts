import type { Settled } from '../ledger/settled-debts';
import type { TracedLine } from '../ledger/trace-money';
import type { Fen } from '../money/fen';
import type { PersonsPart } from './persons-parts';

/** How much of a debt is certain: nothing of it is paid, all of it is, or nobody can tell. */
export type DebtState = 'open' | 'paid' | 'unsure';

/** How a debt that stands is known to stand. */
export interface DebtStanding {
  readonly entryId: string;
  /** The line by which it arose. */
  readonly line: TracedLine;
  readonly state: DebtState;
  /** What the state is said of: all but what was covered. Fen. */
  readonly amount: Fen;
  /** What people had for certain of a list that was taken back since, and now have of this one. */
  readonly covered: readonly PersonsPart[];
  /** What paid it, or may have. */
  readonly payments: readonly TracedLine[];
}

/** Debts that were paid together: what each payment was for nobody says, and need not where all is paid. */
export interface PaidTogether {
  /** The most that these payments can have been for. Fen. */
  readonly amount: Fen;
  readonly settled: readonly Settled[];
  /** The people of those lists among them that stand. */
  readonly lines: readonly PersonsPart[];
}

/** What the payments on one account come to. */
export interface SurePayments {
  /** Of every debt that stands, in the order in which they arose. */
  readonly standings: readonly DebtStanding[];
  readonly together: readonly PaidTogether[];
  /** What is open of the unsure ones together. Fen. */
  readonly openOfUnsure: Fen;
  /** What was paid and is owed to nobody any more. Fen. */
  readonly over: Fen;
  /** As much as that may be, where nobody can tell who was paid. Fen. */
  readonly overAtMost: Fen;
}
