import type { Chart } from './chart';
import { type Fen, sumFen } from '../money/fen';
import type { JournalEntry } from './journal-entry';
import { type ManualVoucherForm, readManualVoucher } from './manual-voucher';

/** What of a booked voucher is held against its draft. */
export type BookedByHand = Pick<JournalEntry, 'postedOn' | 'aboutPeriod' | 'summary' | 'source' | 'postings'>;

/**
 * Whether a booked voucher still says what its reviewed draft says: the day, the month, the summary, and line
 * by line the side, the amount and the pool; the account, too, where it was typed by its code, for a name may
 * be another's by now. Both stand on record apart, so whoever rewrites one leaves the other.
 * @param chart the one the voucher was booked under; undefined where there is none of its version, which
 *   another pass tells
 */
export function saysTheSame(form: ManualVoucherForm, entry: BookedByHand, chart: Chart | undefined): boolean {
  if (chart === undefined) return true;
  // Of assets and others only the ids went into the books: what they were called may have changed.
  const registers = { chart, assetIds: new Set<string>(), counterparties: new Map<string, string>() };
  const { entry: said } = readManualVoucher(form, registers, entry.source);
  const isHead =
    said.postedOn === entry.postedOn &&
    said.aboutPeriod === entry.aboutPeriod &&
    said.summary === entry.summary;
  if (!isHead || said.postings.length !== entry.postings.length) return false;
  return said.postings.every((posting, index) => {
    const booked = entry.postings[index];
    const typed = form.lines[index]?.ledgerAccount.trim() ?? '';
    const isByCode = posting.ledgerAccount !== '' && typed.startsWith(posting.ledgerAccount);
    return (
      booked?.side === posting.side &&
      booked.amount === posting.amount &&
      booked.pool === posting.pool &&
      (!isByCode || booked.ledgerAccount === posting.ledgerAccount)
    );
  });
}

/** What is kept beside a voucher of what one of its lines, counted from 1, pays. */
export interface KeptPart {
  readonly entryLine: number;
  readonly debtEntryId: string;
  readonly amount: Fen;
  readonly paidEntryId: string | null;
}

/** Whether what is kept of what its lines pay is what its draft says: each line all of one, or nothing. */
export function paysTheSame(
  form: ManualVoucherForm,
  { postings }: Pick<BookedByHand, 'postings'>,
  parts: readonly KeptPart[],
): boolean {
  return form.lines.every(({ paysDebt = '' }, index) => {
    const own = parts.filter(({ entryLine }) => entryLine === index + 1);
    if (paysDebt.trim() === '') return own.length === 0;
    const isIts = own.every((part) => part.debtEntryId === paysDebt.trim() && part.paidEntryId === null);
    return isIts && sumFen(own.map(({ amount }) => amount)) === postings[index]?.amount;
  });
}
