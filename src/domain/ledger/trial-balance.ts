import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import type { Chart, LedgerAccount } from './chart';

/** What moved on one account in one month, debit and credit sides apart. */
export interface Turnover {
  readonly month: string;
  readonly ledgerAccount: string;
  readonly debit: Fen;
  readonly credit: Fen;
}

export interface TrialBalanceRow {
  readonly account: LedgerAccount;
  /** Balances are signed: debit positive, credit negative. */
  readonly opening: Fen;
  readonly debit: Fen;
  readonly credit: Fen;
  readonly closing: Fen;
}

export interface TrialBalance {
  readonly rows: readonly TrialBalanceRow[];
  readonly debit: Fen;
  readonly credit: Fen;
}

/**
 * The trial balance of the months from `first` to `last`, in the chart's order; accounts that bring nothing
 * in and do not move are left out. Every column adds up to zero or the books are broken.
 */
export function trialBalance(
  turnovers: readonly Turnover[],
  chart: Chart,
  months: { readonly first: string; readonly last: string },
): TrialBalance {
  const sums = new Map<string, Sum>();
  for (const { month, ledgerAccount, debit, credit } of turnovers) {
    if (month > months.last) continue;
    const sum = sums.get(ledgerAccount) ?? { opening: 0n, debit: 0n, credit: 0n, hasMoved: false };
    sums.set(ledgerAccount, sum);
    if (month < months.first) {
      sum.opening += debit - credit;
    } else {
      sum.debit += debit;
      sum.credit += credit;
      sum.hasMoved = true;
    }
  }
  const rows: TrialBalanceRow[] = [];
  for (const account of chart.accounts.values()) {
    const sum = sums.get(account.code);
    if (sum === undefined || (sum.opening === 0n && !sum.hasMoved)) continue;
    const { opening, debit, credit } = sum;
    rows.push({ account, opening, debit, credit, closing: opening + debit - credit });
  }
  const debit = sumFen(rows.map((row) => row.debit));
  const credit = sumFen(rows.map((row) => row.credit));
  invariant(sumFen(rows.map((row) => row.opening)) === 0n, 'opening balances add up to zero');
  invariant(debit === credit, 'debit and credit of the months are equal');
  return { rows, debit, credit };
}

/** What an account brought in and what moved on it since, if anything did. */
interface Sum {
  opening: Fen;
  debit: Fen;
  credit: Fen;
  hasMoved: boolean;
}
