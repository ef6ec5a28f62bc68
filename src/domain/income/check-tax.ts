import type { CalendarDay } from '../calendar/calendar-day';
import { type CheckedEntry, type Findings, placeOf } from '../ledger/check-pass';
import { IMPORTED } from '../ledger/imported-voucher';
import { signedAmount } from '../ledger/journal-entry';
import { PRIOR_YEAR } from '../ledger/surplus-movements';
import { type Fen, sumFen } from '../money/fen';
import { PERIOD_TAX } from './tax-postings';

/** What the step keeps of an entry: tax that papers of its sales charge, and its row of a period's tax. */
export interface KeptTax {
  readonly stated: Fen;
  readonly rows: readonly { readonly to: CalendarDay; readonly amount: Fen }[];
}

/**
 * Holds the tax that payers keep back against the voucher of their slip: it is what the voucher takes out of
 * the income that it books. A reversal takes the slip back with its tax, and keeps none.
 */
export function checkKeptBack(
  entry: CheckedEntry,
  { income, kept }: { readonly income: string; readonly kept: Fen },
  findings: Findings,
): void {
  const isSlips = entry.source.kind === 'settlement' && entry.reversesId === undefined;
  const taken = entry.postings.filter(
    ({ ledgerAccount, side }) => ledgerAccount === income && side === 'debit',
  );
  const found = isSlips ? sumFen(taken.map(({ amount }) => amount)) : 0n;
  if (found === 0n && kept === 0n) return;
  findings.looked += 1;
  if (found === kept) return;
  findings.add('check.taxDiffers', placeOf(entry), { foundFen: String(found), keptFen: String(kept) });
}

/** Vouchers whose lines a person wrote, here or in older books: no step says what they should be. */
const BY_HAND: readonly string[] = ['manual', 'recurring', IMPORTED, PRIOR_YEAR.correction];

/**
 * Holds what the step keeps of tax against the account of taxes: what papers charge is owed by the voucher of
 * their sale, a period's tax by its own, on no day before the period ends. Tax that is paid leaves the
 * account and keeps nothing beside its voucher, nor does what a person wrote of tax: no step registers it. A
 * reversal takes back both with the entry.
 */
export function checkTax(
  entry: CheckedEntry,
  given: { readonly taxPayable: string; readonly kept: KeptTax },
  findings: Findings,
): void {
  const { stated, rows } = given.kept;
  const isPeriods = entry.source.kind === PERIOD_TAX && entry.reversesId === undefined;
  const lines = entry.postings.filter(
    ({ ledgerAccount, poolFlow }) => ledgerAccount === given.taxPayable && poolFlow === 'received',
  );
  const isAsked = entry.reversesId === undefined && !BY_HAND.includes(entry.source.kind);
  const found = isAsked ? -sumFen(lines.map(signedAmount)) : 0n;
  const kept = stated + sumFen(rows.map(({ amount }) => amount));
  if (found === 0n && kept === 0n && !isPeriods) return;
  findings.looked += 1;
  if (found !== kept || (isPeriods && rows.length !== 1)) {
    const facts = { foundFen: String(found), keptFen: String(kept) };
    findings.add('check.taxDiffers', placeOf(entry), facts);
  }
  for (const { to } of rows.filter((row) => entry.postedOn < row.to)) {
    findings.add('check.taxBeforeEnd', placeOf(entry), { to });
  }
}
