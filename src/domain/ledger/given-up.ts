import { type Fen, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import { type Chart, mainCodeOf } from './chart';
import { debtsTaken, type OwedTo } from './pool-lines';
import { type Posting, signedAmount } from './journal-entry';

/**
 * Refuses to take back what made a debt once the debt was given up as income: the village would have received
 * by owing no more what it never owed. What gave it up is taken back first. What was *paid* meanwhile is
 * another matter: that money went, and is to be got back. Source: product decision "Pools and two surpluses".
 * @param books what is owed to whom, and what of it was given up, debit above zero
 * @throws DomainError `reversal.debtGivenUp`
 */
export function requireStillOwed(
  postings: readonly Posting[],
  books: { readonly owed: readonly OwedTo[]; readonly givenUp: readonly OwedTo[] },
  chart: Chart,
): void {
  for (const main of debtsTaken(postings, chart))
    for (const each of postings.filter(({ ledgerAccount }) => mainCodeOf(ledgerAccount) === main)) {
      const sumOf = (lines: readonly OwedTo[]): Fen =>
        sumFen(lines.filter((line) => isSame(line, each)).map(({ amount }) => amount));
      const taken = sumOf(postings.map((line) => ({ ...line, amount: signedAmount(line) })));
      const beyond = sumOf(books.owed) + taken;
      const givenUp = sumOf(books.givenUp);
      const amount = beyond < givenUp ? beyond : givenUp;
      if (taken <= 0n || amount <= 0n) continue;
      const account = `${main} ${chart.accounts.get(main)?.name ?? ''}`;
      throw new DomainError('reversal.debtGivenUp', { account, pool: each.pool, amount });
    }
}

function isSame(one: OwedTo, other: Posting): boolean {
  const isOfOne = one.pool === other.pool && one.counterparty === other.counterparty;
  return isOfOne && mainCodeOf(one.ledgerAccount) === mainCodeOf(other.ledgerAccount);
}
