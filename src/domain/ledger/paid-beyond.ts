import { sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type Chart, mainCodeOf } from './chart';
import { byPool, type Posting, signedAmount } from './journal-entry';
import type { PoolBalance } from './pool-balances';

/**
 * What was paid of a debt that a reversal takes back: wages, labour or a bill that is owed no more and has
 * been paid already is to be got back, or owed anew. It is booked all the same, for it says what happened.
 * Code `reversal.paidBeyond`, by account and pool.
 * @param balances with the reversal in them, debit above zero
 */
export function paidBeyond(
  postings: readonly Posting[],
  balances: readonly PoolBalance[],
  chart: Chart,
): Problem[] {
  const { payable, labourPayable, wagesPayable } = chart.roles;
  return [...byPool(postings)].flatMap(([pool, lines]) =>
    [...new Set([payable, labourPayable, wagesPayable])].flatMap((account): Problem[] => {
      const isOn = (each: { readonly ledgerAccount: string }): boolean =>
        mainCodeOf(each.ledgerAccount) === account;
      const taken = sumFen(lines.filter(isOn).map(signedAmount));
      const stands = sumFen(
        balances.filter((each) => each.pool === pool && isOn(each)).map((each) => each.amount),
      );
      const missing = stands < taken ? stands : taken;
      if (missing <= 0n) return [];
      const name = `${account} ${chart.accounts.get(account)?.name ?? ''}`;
      return [{ code: 'reversal.paidBeyond', field: '', facts: { account: name, pool, missing } }];
    }),
  );
}
