import { type CalendarDay, firstDayOf, lastDayOf, monthOf } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import type { Chart, LedgerAccount } from './chart';

/**
 * By which of an entry's times a report counts it: the voucher's date, or the month the fact concerns. Every
 * report says which.
 */
export const REPORT_TIMES = ['postedOn', 'aboutPeriod'] as const;
export type ReportTime = (typeof REPORT_TIMES)[number];

/** The days of a report, both included; drawn by `aboutPeriod` it counts their whole months. */
export interface ReportSpan {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly by: ReportTime;
}

/**
 * The days a report counts. A fact concerns a month, not a day: by `aboutPeriod` they are those of whole
 * months, so that no month stands both in what the days begin with and in what moved in them.
 */
export function countedSpan<Span extends ReportSpan>(span: Span): Span {
  if (span.by === 'postedOn') return span;
  return { ...span, from: firstDayOf(monthOf(span.from)), to: lastDayOf(monthOf(span.to)) };
}

/** What moved on an account, debit and credit sides apart; red letters stand on their own side. */
export interface AccountSum {
  readonly ledgerAccount: string;
  readonly debit: Fen;
  readonly credit: Fen;
}

/** Two sums of one account as one. */
export function plus<Sum extends Pick<AccountSum, 'debit' | 'credit'>>(
  one: Sum,
  other: Pick<AccountSum, 'debit' | 'credit'>,
): Sum {
  return { ...one, debit: one.debit + other.debit, credit: one.credit + other.credit };
}

/** Sums of the same key as one, in the order in which the keys first appear; nothing that is nil. */
export function gather<Sum extends Pick<AccountSum, 'debit' | 'credit'>>(
  sums: Iterable<Sum>,
  keyOf: (sum: Sum) => string,
): Sum[] {
  const gathered = new Map<string, Sum>();
  for (const sum of sums) {
    const known = gathered.get(keyOf(sum));
    gathered.set(keyOf(sum), known === undefined ? sum : plus(known, sum));
  }
  return [...gathered.values()].filter((sum) => sum.debit !== 0n || sum.credit !== 0n);
}

/** A sum taken away from another. */
export function negated<Sum extends Pick<AccountSum, 'debit' | 'credit'>>(sum: Sum): Sum {
  return { ...sum, debit: -sum.debit, credit: -sum.credit };
}

/** Whether a code is the account itself or one of its detail accounts. */
export function isWithin(code: string, account: string): boolean {
  return code.startsWith(account);
}

/** The account of a code; one that an earlier chart had is shown by its code alone. */
export function accountOf(chart: Chart, code: string): LedgerAccount {
  return chart.accounts.get(code) ?? { code, name: code, nature: 'asset', contra: false };
}

/** How deep an account stands below one of the chart itself: 0 for that, 1 for a detail account. */
export function levelOf(account: Pick<LedgerAccount, 'code'>): number {
  return Math.max(0, (account.code.length - 3) / 2);
}
