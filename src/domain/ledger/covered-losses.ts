import { sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import type { Chart } from './chart';
import { byPool, type Posting } from './journal-entry';
import type { PoolBalance } from './pool-balances';
import { least, movedOn, standingOn } from './pool-lines';

/**
 * Refuses to take back what a closed year lost, or to add to what it earned, once the reserve has covered the
 * loss: what it covered beyond what is left of the loss would stand as surplus, and could be given away. What
 * covered it is taken back first. Source: domain facts §2.2, §2.3: the reserve covers a loss.
 * @param postings what is about to be written on 收益分配
 * @param books what people wrote on the reserve after that year, and what stands
 * @throws DomainError `reversal.lossCovered`
 */
export function requireNotCovered(
  postings: readonly Posting[],
  books: {
    readonly covering: readonly (readonly Posting[])[];
    readonly balances: readonly PoolBalance[];
  },
  chart: Chart,
): void {
  const { reserve, surplusDistribution } = chart.roles;
  for (const [pool, lines] of byPool(postings)) {
    const gained = -movedOn({ lines }, surplusDistribution);
    const own = books.covering.map((voucher) => ({ lines: voucher.filter((line) => line.pool === pool) }));
    const covered = sumFen(own.map((of) => least(movedOn(of, reserve), -movedOn(of, surplusDistribution))));
    const balances = books.balances.filter((each) => each.pool === pool);
    const surplus = gained - standingOn({ balances }, surplusDistribution);
    const amount = least(least(gained, surplus), covered);
    if (amount > 0n) throw new DomainError('reversal.lossCovered', { pool, amount });
  }
}
