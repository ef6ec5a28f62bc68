import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type Chart, mainCodeOf } from './chart';
import { givenUpIn } from './given-up';
import { type Pool, type Posting, signedAmount } from './journal-entry';
import type { PoolBalance } from './pool-balances';
import { accountName } from './pool-lines';

/**
 * What is owed while older books are taken over, voucher by voucher in the order of their days: a debt is
 * given up as far as it stands by then. Older books often do not say to whom, so it is asked by account and
 * pool. Code `import.debtNotThere`.
 */
export class StandingDebts {
  private readonly standing = new Map<string, Fen>();

  /** @param before what stands in the books, debit above zero */
  constructor(
    before: readonly PoolBalance[],
    private readonly chart: Chart,
  ) {
    for (const { ledgerAccount, pool, amount } of before) this.add(ledgerAccount, pool, amount);
  }

  /** What is wrong with a voucher's debts; from then on what it moved stands. */
  take(postings: readonly Posting[]): Problem[] {
    const unnamed = postings.map(({ ledgerAccount, pool, side, amount }) => ({
      ledgerAccount,
      pool,
      side,
      amount,
    }));
    const problems = givenUpIn([unnamed], this.chart).flatMap(({ ledgerAccount, pool, amount }) => {
      // Of what stands on either side, `import.incomeOwed` tells.
      if (this.chart.accounts.get(mainCodeOf(ledgerAccount))?.twoSided === true) return [];
      const held = -this.on(ledgerAccount, pool);
      if (amount <= held) return [];
      const account = accountName(mainCodeOf(ledgerAccount), this.chart);
      const facts = { account, pool, held: held > 0n ? held : 0n, taken: amount };
      return [{ code: 'import.debtNotThere', field: 'lines', facts }];
    });
    for (const line of postings) this.add(line.ledgerAccount, line.pool, signedAmount(line));
    return problems;
  }

  /** What stands on the main accounts of these lines, pool by pool, debit above zero. */
  onAccountsOf(postings: readonly Posting[]): PoolBalance[] {
    const places = new Map(postings.map((line) => [keyOf(line.ledgerAccount, line.pool), line]));
    return [...places.values()].map(({ ledgerAccount, pool }) => ({
      ...{ ledgerAccount: mainCodeOf(ledgerAccount), pool },
      amount: this.on(ledgerAccount, pool),
    }));
  }

  /** The loss of a pool: what 收益分配 shows of it, or the pool has lost by its income and costs with it. */
  lossOf(pool: Pool): Fen {
    const { currentYearSurplus, surplusDistribution } = this.chart.roles;
    const carried = this.on(surplusDistribution, pool);
    const ofYear = [...this.chart.accounts.values()].filter(
      ({ code, nature, detailOf }) =>
        detailOf === undefined &&
        (nature === 'income' || nature === 'expense' || code === currentYearSurplus),
    );
    const all = carried + sumFen(ofYear.map(({ code }) => this.on(code, pool)));
    const loss = carried > all ? carried : all;
    return loss > 0n ? loss : 0n;
  }

  private on(ledgerAccount: string, pool: Pool): Fen {
    return this.standing.get(keyOf(ledgerAccount, pool)) ?? 0n;
  }

  private add(ledgerAccount: string, pool: Pool, amount: Fen): void {
    this.standing.set(keyOf(ledgerAccount, pool), this.on(ledgerAccount, pool) + amount);
  }
}

function keyOf(ledgerAccount: string, pool: Pool): string {
  return `${pool} ${mainCodeOf(ledgerAccount)}`;
}
