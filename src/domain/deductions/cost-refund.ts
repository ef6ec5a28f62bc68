import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import { type Chart, undistributedAccount } from '../ledger/chart';
import type { Pool, Posting } from '../ledger/journal-entry';
import { PRIOR_YEAR } from '../ledger/surplus-movements';
import type { Fen } from '../money/fen';
import { enteredTwiceProblems } from '../shared/entered-twice';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';

/** The source of the vouchers by which what was paid for a cost comes back. */
export const COST_REFUND_SOURCE = PRIOR_YEAR.costRefund;

/** A cost that was paid, whole or in part, and comes back: a cancelled policy, a rate charged too high. */
export interface CostRefundForm {
  readonly refundedOn: string;
  readonly amount: string;
  readonly reason: string;
  /** The paper that says so, by its name. */
  readonly byPaper: string;
  readonly attachments?: string;
  /** Why it is another one, where the same stands already. */
  readonly twiceReason?: string;
}

/** A cost with what the bank paid for it by the day asked about, and what has come back; fen. */
export interface PaidCost {
  readonly postedOn: CalendarDay;
  readonly paid: Fen;
  readonly refunded: Fen;
  /** What came back of it so far and stands. */
  readonly refunds?: readonly Pick<CostRefund, 'refundedOn' | 'amount' | 'paper'>[];
}

export interface CostRefund {
  readonly refundedOn: CalendarDay;
  readonly amount: Fen;
  readonly reason: string;
  readonly paper: string;
  readonly attachments: number;
}

/**
 * Reads what came back of a cost, or says everything that is wrong with it: no more than was paid for it by
 * then and has not come back (500.00 of 500.00 passes, 500.01 does not), not before the cost, and with the
 * reason and the paper; the same on the same day by the same paper is asked about. Codes `money.*`, `form.*`,
 * `calendar.*`, `deductions.refundAbovePaid`, `deductions.refundBeforeCost`, `voucher.attachmentCount`,
 * `twice.*`.
 */
export function readCostRefund(
  form: CostRefundForm,
  { postedOn, paid, refunded, refunds = [] }: PaidCost,
): { refund: CostRefund; problems: Problem[] } {
  const problems: Problem[] = [];
  const refundedOn = readDay({ field: 'refundedOn', value: form.refundedOn }, problems);
  if (refundedOn !== undefined && refundedOn < postedOn) {
    const facts = { postedOn };
    problems.push({ code: 'deductions.refundBeforeCost', field: 'refundedOn', value: refundedOn, facts });
  }
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems);
  const most = paid - refunded;
  if (amount !== undefined && amount > most) {
    const facts = { paid, refunded, most, excess: amount - most };
    problems.push({ code: 'deductions.refundAbovePaid', field: 'amount', facts });
  }
  const [reason, paper] = [form.reason.trim(), form.byPaper.trim()];
  if (reason === '') problems.push({ code: 'form.missing', field: 'reason' });
  if (paper === '') problems.push({ code: 'form.missing', field: 'byPaper' });
  problems.push(...privateNumberProblems({ reason, byPaper: paper }));
  if (refundedOn !== undefined && amount !== undefined) {
    const standing = refunds.map((each) => ({ ...each, day: each.refundedOn }));
    const typed = { day: refundedOn, amount, paper };
    problems.push(...enteredTwiceProblems(typed, standing, form.twiceReason ?? ''));
  }
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  return {
    refund: { refundedOn: refundedOn ?? '', amount: amount ?? 0n, reason, paper, attachments },
    problems,
  };
}

/** What comes back of a cost, and where it stood; fen. */
export interface RefundedCost {
  readonly pool: Pool;
  readonly amount: Fen;
  readonly assetId?: string;
  /** The day in whose year the cost itself counts. */
  readonly costOn: CalendarDay;
  /** It came as cash, not into the bank. */
  readonly isCash?: boolean;
}

/**
 * A cost comes back: Dr bank, or cash, / Cr operating expense (2023: 102 or 101 / 511; 2004: 102 or 101 /
 * 502), which makes less of what the pool deducts now. What an earlier year had spent is no less expense of
 * this one: it goes to the undistributed surplus instead (322), where that year's cost went. Source: domain
 * facts §2.2; corrections of a prior year are from memory there and unconfirmed.
 */
export function costRefundPostings(cost: RefundedCost, on: CalendarDay, chart: Chart): Posting[] {
  const { pool, amount, assetId, costOn, isCash = false } = cost;
  const isThisYears = yearOf(costOn) === yearOf(on);
  const named = assetId === undefined ? { pool } : { pool, assetId };
  const { roles } = chart;
  const from = isThisYears
    ? { ...named, ledgerAccount: roles.operatingExpense }
    : { pool, ledgerAccount: undistributedAccount(chart) };
  return [
    { ...named, amount, ledgerAccount: isCash ? roles.cash : roles.bank, side: 'debit' },
    { ...from, amount, side: 'credit', poolFlow: 'deducted' },
  ];
}
