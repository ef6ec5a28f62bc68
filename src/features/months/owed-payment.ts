import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { ToBePaid } from '../../domain/deductions/cost-candidates';
import type { Fen } from '../../domain/money/fen';
import type { CandidateKind } from '../ledger/bank-candidates.service';

/** Something that stands to be paid, with the form that pays it. */
export interface OwedPayment extends ToBePaid {
  readonly kind: CandidateKind;
  readonly label: string;
  /** The form, filled with what the bank shows. */
  readonly hrefOf: (paid: { readonly on: CalendarDay; readonly amount: Fen }) => string;
}

/** What stands to be paid. */
export interface OwedPayments {
  readonly each: readonly OwedPayment[];
  /** What of it together makes the very amount that the bank paid in one sum; fen above zero. */
  readonly together: (paid: Fen) => readonly OwedPayment[];
}
