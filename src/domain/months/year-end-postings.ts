import { type Chart, isUndistributed, mainCodeOf, undistributedAccount } from '../ledger/chart';
import { type Pool, type Posting, withoutNil } from '../ledger/journal-entry';
import { lineOver, type PoolBalance, poolsOf } from '../ledger/pool-balances';
import { type Fen, sumFen } from '../money/fen';

/**
 * Income and expense of the year, each account and pool on its own, to the surplus of the year: Dr income /
 * Cr 321; Dr 321 / Cr expense. Income and expense stand apart on 321, so that it shows both sums. Source:
 * domain facts §2.2.
 */
export function incomeClosingPostings(balances: readonly PoolBalance[], chart: Chart): Posting[] {
  return poolsOf(balances).flatMap((pool) =>
    (['income', 'expense'] as const).flatMap((nature) => {
      const own = balances.filter(
        (each) => each.pool === pool && chart.accounts.get(each.ledgerAccount)?.nature === nature,
      );
      return carriedTo(own, { pool, ledgerAccount: chart.roles.currentYearSurplus });
    }),
  );
}

/** The surplus of the year, or its loss, to its distribution: Dr 321 / Cr 322, or the other way round. */
export function surplusClosingPostings(balances: readonly PoolBalance[], chart: Chart): Posting[] {
  const { currentYearSurplus, surplusDistribution } = chart.roles;
  return poolsOf(balances).flatMap((pool) => {
    const own = balances.filter(
      (each) => each.pool === pool && mainCodeOf(each.ledgerAccount) === currentYearSurplus,
    );
    return carriedTo(own, { pool, ledgerAccount: surplusDistribution });
  });
}

/** What the assembly takes into the reserve of one pool. */
export interface Reserve {
  readonly pool: Pool;
  readonly amount: Fen;
}

/** The reserve: Dr 322 / Cr 311, in its own pool; the money itself stays where it is. */
export function reservePostings(reserves: readonly Reserve[], chart: Chart): Posting[] {
  const { surplusDistribution, reserve } = chart.roles;
  return withoutNil(
    reserves.flatMap(({ pool, amount }): Posting[] => [
      { ledgerAccount: surplusDistribution, side: 'debit', amount, pool },
      { ledgerAccount: reserve, side: 'credit', amount, pool },
    ]),
  );
}

/**
 * What is left on 322 and its details to the one detail that carries forward, where the county has one;
 * otherwise the balance of 322 is what carries forward already, and there is nothing to book.
 */
export function carryForwardPostings(balances: readonly PoolBalance[], chart: Chart): Posting[] {
  const { surplusDistribution } = chart.roles;
  const target = undistributedAccount(chart);
  if (target === surplusDistribution) return [];
  return poolsOf(balances).flatMap((pool) => {
    const own = balances.filter(
      (each) =>
        each.pool === pool &&
        mainCodeOf(each.ledgerAccount) === surplusDistribution &&
        !isUndistributed(each.ledgerAccount, chart),
    );
    return carriedTo(own, { pool, ledgerAccount: target });
  });
}

/** Takes balances to zero against one account. */
function carriedTo(
  balances: readonly PoolBalance[],
  target: { readonly pool: Pool; readonly ledgerAccount: string },
): Posting[] {
  const lines = balances.map((each) => lineOver({ ...each, amount: -each.amount }));
  return withoutNil([
    ...lines,
    lineOver({ ...target, amount: sumFen(balances.map(({ amount }) => amount)) }),
  ]);
}
