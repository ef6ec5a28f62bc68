import type { CalendarDay, Month } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import type { PoolFlow, Stream } from './journal-entry';

/** One person's part of one debt, as a line of what is owed pays it; or as the bank sent it back. */
export interface NamedPart {
  /** The voucher by which it is owed. */
  readonly debtId: string;
  readonly partyId: string;
  readonly amount: Fen;
  /** Of what came back: the voucher that had paid it. */
  readonly paidBy?: string;
}

/** A line of a pool's money, with where it stands. */
export interface TracedLine {
  readonly entryId: string;
  readonly lineNumber: number;
  readonly position: number;
  readonly voucherYear: number;
  readonly voucherNumber: number;
  readonly postedOn: CalendarDay;
  readonly statementOn: CalendarDay;
  readonly summary: string;
  readonly reversesId?: string;
  readonly ledgerAccount: string;
  /** Whether its account is cash or bank, or what is owed to or by others out of the pool's money. */
  readonly money?: 'cash' | 'dealing';
  /** Whether its account is a claim of the pool's on others. */
  readonly isClaim?: true;
  /** Whether grants are owed on its account: what is owed to nobody by name may stand on it. */
  readonly isPayable?: true;
  /** Where it brings balances from one chart of accounts into another: by which change. */
  readonly carriedBy?: string;
  readonly poolFlow?: PoolFlow;
  readonly side: 'debit' | 'credit';
  readonly amount: Fen;
  readonly assetId?: string;
  readonly stream?: Stream;
  readonly generationMonth?: Month;
  readonly counterparty?: string;
  readonly planLineId?: string;
  /** Whose it is, person by person, where the payment says so. */
  readonly names?: readonly NamedPart[];
}
