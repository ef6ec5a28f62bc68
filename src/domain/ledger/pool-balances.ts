import { type Fen } from '../money/fen';
import { type Pool, type Posting, signedAmount } from './journal-entry';

/** What stands on an account in one pool: debit above zero, credit below. */
export interface PoolBalance {
  readonly ledgerAccount: string;
  readonly pool: Pool;
  readonly amount: Fen;
}

/** The balances after some lines; accounts that come to nothing are left out. */
export function balancesAfter(balances: readonly PoolBalance[], postings: readonly Posting[]): PoolBalance[] {
  const sums = new Map<string, PoolBalance>();
  const moved = postings.map((line) => ({ ...line, amount: signedAmount(line) }));
  for (const { ledgerAccount, pool, amount } of [...balances, ...moved]) {
    const key = `${ledgerAccount} ${pool}`;
    sums.set(key, { ledgerAccount, pool, amount: (sums.get(key)?.amount ?? 0n) + amount });
  }
  return [...sums.values()].filter((balance) => balance.amount !== 0n);
}

/** The line that moves an account by an amount: on the debit side above zero, on the credit side below. */
export function lineOver(balance: PoolBalance): Posting {
  const { ledgerAccount, pool, amount } = balance;
  return amount < 0n
    ? { ledgerAccount, pool, side: 'credit', amount: -amount }
    : { ledgerAccount, pool, side: 'debit', amount };
}

/** The pools in which anything stands, in the order in which they first appear. */
export function poolsOf(balances: readonly PoolBalance[]): Pool[] {
  return [...new Set(balances.map(({ pool }) => pool))];
}
