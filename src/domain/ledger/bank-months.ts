import { type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import type { ReconciledLine } from './bank-reconciliation';
import { type AccountDays, type DaySpan, statementReach } from './bank-statement-reach';

/** A bank account with the lines of its statements that have no counterpart in the books. */
export interface AccountOpenLines {
  readonly accountId: string;
  readonly label: string;
  readonly unmatched: readonly ReconciledLine[];
  /** What bank and books begin with differs by so much, and nobody has said why. */
  readonly opening: Fen;
  /** The month in which both have begun; absent while the bank has said nothing. */
  readonly begunIn?: Month | undefined;
}

/**
 * What the bank still wants before a month is held: a line of a statement of that month that is neither
 * matched nor explained, or that both began with different balances. A month whose statement has not come is
 * not kept open by it. Codes `months.bankLineOpen`, `months.bankOpeningOpen`, one for each account.
 */
export function bankClosingProblems(month: Month, accounts: readonly AccountOpenLines[]): Problem[] {
  return accounts.flatMap((account) => {
    const { accountId: field, label } = account;
    const open = unexplainedLines(account, month);
    const lines = { account: label, count: open.length, month };
    const opening = { account: label, difference: openingIn(account, month) };
    return [
      ...(open.length === 0 ? [] : [{ code: 'months.bankLineOpen', field, facts: lines }]),
      ...(opening.difference === 0n ? [] : [{ code: 'months.bankOpeningOpen', field, facts: opening }]),
    ];
  });
}

/** What a month that follows the beginning wants to be told about it. */
function openingIn({ opening, begunIn }: AccountOpenLines, month: Month): Fen {
  return begunIn !== undefined && begunIn <= month ? opening : 0n;
}

/** How far an account is reconciled for a month. */
export interface BankMonth {
  readonly accountId: string;
  readonly label: string;
  /** A line waits for its voucher; both began apart; days have no statement; all of it agrees. */
  readonly state: 'open' | 'begunApart' | 'missing' | 'agreed';
  /** What the waiting lines come to, in fen: above zero the bank has more than the books. */
  readonly difference: Fen;
  /** The last day for which a statement is wanted. */
  readonly through: CalendarDay;
  /** The days of the month that no statement covers. */
  readonly uncovered: readonly DaySpan[];
}

/** How far an account is reconciled for a month: nothing where the month asks no day of it. */
export function bankMonthOf(
  month: Month,
  account: AccountOpenLines & AccountDays,
  statements: readonly DaySpan[],
): BankMonth[] {
  const reach = statementReach(month, account, statements);
  if (reach === undefined) return [];
  const { accountId, label } = account;
  const { wanted, uncovered } = reach;
  const open = unexplainedLines(account, month);
  const opening = openingIn(account, month);
  const ended = { accountId, label, through: wanted.through, uncovered };
  if (open.length > 0)
    return [{ ...ended, state: 'open', difference: sumFen(open.map(({ amount }) => amount)) }];
  if (opening !== 0n) return [{ ...ended, state: 'begunApart', difference: opening }];
  return [{ ...ended, state: uncovered.length === 0 ? 'agreed' : 'missing', difference: 0n }];
}

/** The lines of a month that nobody has matched or explained. */
function unexplainedLines({ unmatched }: AccountOpenLines, month: Month): ReconciledLine[] {
  return unmatched.filter(({ on, explanation }) => monthOf(on) === month && explanation === undefined);
}
