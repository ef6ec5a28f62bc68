import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { OwedOf } from '../../domain/deductions/cost-debt';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { Fen } from '../../domain/money/fen';

/** A cost or an improvement that was booked before it was paid, and what is still owed of it; fen. */
export interface OwedCost extends OwedOf {
  readonly deductionId: string;
  readonly entryId: string;
  readonly name: string;
  readonly pool: Pool;
  readonly postedOn: CalendarDay;
  readonly amount: Fen;
  readonly open: Fen;
}
