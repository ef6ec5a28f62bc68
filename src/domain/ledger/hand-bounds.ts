import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type Chart, mainCodeOf } from './chart';
import { byPool, type Pool, type Posting, signedAmount } from './journal-entry';
import type { PoolBalance } from './pool-balances';

/** Lines of one pool beside what stands in the books of it. */
interface PoolLines {
  readonly pool: Pool;
  readonly lines: readonly Posting[];
  readonly balances: readonly PoolBalance[];
  readonly chart: Chart;
}

/**
 * What a hand may not take, because it is not there: more of the reserve or of a special fund than the pool
 * has, more than it owes, more of the reserve for a loss than the loss is, and of the surplus more than the
 * pool has earned. Codes `voucher.reserveShort`, `voucher.fundShort`, `voucher.debtShort`,
 * `voucher.reserveAboveLoss`, `voucher.aboveSurplus`; nothing of what is earmarked:
 * `voucher.earmarkedShared`.
 * Source: domain facts §2.2, §2.3; of debts, product decision "Pools and two surpluses".
 * @param balances of the whole books as they stand, debit above zero
 */
export function handBoundProblems(
  postings: readonly Posting[],
  balances: readonly PoolBalance[],
  chart: Chart,
): Problem[] {
  return poolsIn(postings, balances, chart).flatMap((of) => {
    const { reserve, earmarkedFunds, surplusDistribution } = chart.roles;
    const coversLoss = of.lines.some((line) => mainCodeOf(line.ledgerAccount) === surplusDistribution);
    // What an asset that is scrapped had not lost yet comes out of the reserve, whichever pool filled it.
    const filled = coversLoss ? of : { ...of, lines: postings, balances };
    return [
      ...heldProblems(filled, reserve, 'voucher.reserveShort'),
      ...heldProblems(of, earmarkedFunds, 'voucher.fundShort'),
      ...shortDebts(of),
      ...lossProblems(of),
      ...surplusProblems(of),
    ];
  });
}

/**
 * What is taken of debts beyond what the pool owes: code `voucher.debtShort`. A correction of an earlier year
 * takes no more out of a debt than a hand does.
 * @param balances of the whole books as they stand, debit above zero
 */
export function debtProblems(
  postings: readonly Posting[],
  balances: readonly PoolBalance[],
  chart: Chart,
): Problem[] {
  return poolsIn(postings, balances, chart).flatMap(shortDebts);
}

/** The lines pool by pool, each beside what stands of it. */
function poolsIn(postings: readonly Posting[], balances: readonly PoolBalance[], chart: Chart): PoolLines[] {
  return [...byPool(postings)].map(([pool, lines]) => ({
    ...{ pool, lines, chart },
    balances: balances.filter((each) => each.pool === pool),
  }));
}

function shortDebts(of: PoolLines): Problem[] {
  return debtsIn(of).flatMap((account) => heldProblems(of, account, 'voucher.debtShort'));
}

/** A reserve, a fund and a debt are what came to them: nobody takes more out. */
function heldProblems(of: PoolLines, account: string, code: string): Problem[] {
  const isOn = (each: { readonly ledgerAccount: string }): boolean =>
    mainCodeOf(each.ledgerAccount) === account;
  const taken = sumFen(of.lines.filter(isOn).map(signedAmount));
  const held = -sumFen(of.balances.filter(isOn).map(({ amount }) => amount));
  if (taken <= 0n || taken <= held) return [];
  const name = `${account} ${of.chart.accounts.get(account)?.name ?? ''}`;
  const facts = { pool: of.pool, held: held > 0n ? held : 0n, taken, account: name };
  return [{ code, field: 'lines', facts }];
}

/** What is owed on which no balance stands in debit: nobody is paid what he is not owed. */
function debtsIn({ lines, chart }: PoolLines): string[] {
  const mains = new Set(lines.map(({ ledgerAccount }) => mainCodeOf(ledgerAccount)));
  return [...mains].filter((main) => {
    const account = chart.accounts.get(main);
    const isDebt = account?.nature === 'liability' && account.twoSided !== true;
    return isDebt && main !== chart.roles.earmarkedFunds;
  });
}

/** The reserve covers a loss, and no more than that. */
function lossProblems({ lines, balances, chart, pool }: PoolLines): Problem[] {
  const { surplusDistribution } = chart.roles;
  const isOn = (each: { readonly ledgerAccount: string }): boolean =>
    mainCodeOf(each.ledgerAccount) === surplusDistribution;
  const covered = -sumFen(lines.filter(isOn).map(signedAmount));
  const stands = sumFen(balances.filter(isOn).map(({ amount }) => amount));
  const loss = stands > 0n ? stands : 0n;
  if (covered <= 0n || covered <= loss) return [];
  return [{ code: 'voucher.reserveAboveLoss', field: 'lines', facts: { pool, loss, covered } }];
}

/** What is given away to others was earned before: carried over, or this year. */
function surplusProblems({ lines, balances, chart, pool }: PoolLines): Problem[] {
  const { surplusDistribution } = chart.roles;
  const given = sumFen(
    lines.filter((line) => mainCodeOf(line.ledgerAccount) === surplusDistribution).map(signedAmount),
  );
  const owes = lines.some(
    (line) => chart.accounts.get(line.ledgerAccount)?.nature === 'liability' && signedAmount(line) < 0n,
  );
  if (!owes || given <= 0n) return [];
  // Money for a purpose takes no part in sharing out (domain facts §2.3).
  if (pool === 'earmarked')
    return [{ code: 'voucher.earmarkedShared', field: 'lines', facts: { pool, given } }];
  const earned = earnedOf(balances, chart);
  if (given <= earned) return [];
  const facts = { pool, earned: earned > 0n ? earned : 0n, given };
  return [{ code: 'voucher.aboveSurplus', field: 'lines', facts }];
}

/** What a pool has earned and not given away, by the books: 321, 322 and what closes into them. */
function earnedOf(balances: readonly PoolBalance[], chart: Chart): Fen {
  const { currentYearSurplus, surplusDistribution } = chart.roles;
  const counts = ({ ledgerAccount }: PoolBalance): boolean => {
    const nature = chart.accounts.get(ledgerAccount)?.nature;
    const isSurplus = [currentYearSurplus, surplusDistribution].includes(mainCodeOf(ledgerAccount));
    return isSurplus || nature === 'income' || nature === 'expense';
  };
  return -sumFen(balances.filter(counts).map(({ amount }) => amount));
}
