import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type Chart, isPoolMoney, mainCodeOf } from './chart';
import { moneyEffect, type Pool, type Posting, signedAmount } from './journal-entry';
import type { PoolBalance } from './pool-balances';

/** What is owed on an account of a pool to one other, or to nobody that is named; a credit below zero. */
export interface OwedTo extends PoolBalance {
  readonly counterparty?: string;
}

/** What stands in the books that a hand's lines are held against; debit above zero. */
export interface StandingBooks {
  /** Every account and pool. */
  readonly balances: readonly PoolBalance[];
  /** The debts that the lines take of, by whom they are owed to. */
  readonly owed: readonly OwedTo[];
}

/** Lines of one pool beside what stands in the books of it. */
interface PoolLines extends StandingBooks {
  readonly pool: Pool;
  /** Each with its place on the voucher, from 0. */
  readonly lines: readonly PlacedLine[];
  readonly chart: Chart;
}

type PlacedLine = Posting & { readonly place: number };

/**
 * What a hand may not take, because it is not there: more of the reserve or of a special fund than the pool
 * has, more than it owes, more than it owes to whom the line names, more of the reserve for a loss than the
 * loss is, and of the surplus more than the pool has earned. Codes `voucher.reserveShort`,
 * `voucher.fundShort`, `voucher.debtShort`, `voucher.notOwedTo`, `voucher.owedByName`,
 * `voucher.reserveAboveLoss`, `voucher.aboveSurplus`; nothing of what is earmarked:
 * `voucher.earmarkedShared`; no income that has not come, `voucher.incomeNotCome`; and no loss borne by the
 * reserve without there being one, `voucher.clearingShort`.
 * Source: domain facts §2.2, §2.3; of debts, product decision "Pools and two surpluses".
 */
export function handBoundProblems(
  postings: readonly Posting[],
  books: StandingBooks,
  chart: Chart,
): Problem[] {
  return poolsIn(postings, books, chart).flatMap((of) => {
    const { reserve, earmarkedFunds, surplusDistribution } = chart.roles;
    const coversLoss = of.lines.some((line) => mainCodeOf(line.ledgerAccount) === surplusDistribution);
    // What an asset that is scrapped had not lost yet comes out of the reserve, whichever pool filled it.
    const filled = coversLoss ? of : { ...of, lines: placed(postings), balances: books.balances };
    return [
      ...heldProblems(filled, reserve, 'voucher.reserveShort'),
      ...heldProblems(of, earmarkedFunds, 'voucher.fundShort'),
      ...shortDebts(of),
      ...claimProblems(of),
      ...clearingProblems(of),
      ...lossProblems(of),
      ...surplusProblems(of),
    ];
  });
}

/**
 * What is taken of debts beyond what the pool owes, or owes to whom the line names: codes
 * `voucher.debtShort`, `voucher.notOwedTo`, `voucher.owedByName`; and income that has not come:
 * `voucher.incomeNotCome`. A correction of an earlier year takes no more than a hand does.
 */
export function debtProblems(postings: readonly Posting[], books: StandingBooks, chart: Chart): Problem[] {
  return poolsIn(postings, books, chart).flatMap((of) => [...shortDebts(of), ...claimProblems(of)]);
}

/** The main accounts that these lines take of as debts: what is owed on them is wanted by name. */
export function debtsTaken(postings: readonly Posting[], chart: Chart): string[] {
  const of = { lines: postings.filter((line) => signedAmount(line) > 0n), chart };
  return [...debtsIn(of), ...claimsIn(of)];
}

/** The lines pool by pool, each beside what stands of it. */
function poolsIn(postings: readonly Posting[], { balances, owed }: StandingBooks, chart: Chart): PoolLines[] {
  const lines = placed(postings);
  return [...new Set(lines.map(({ pool }) => pool))].map((pool) => ({
    ...{ pool, chart },
    lines: lines.filter((each) => each.pool === pool),
    balances: balances.filter((each) => each.pool === pool),
    owed: owed.filter((each) => each.pool === pool),
  }));
}

function placed(postings: readonly Posting[]): PlacedLine[] {
  return postings.map((posting, place) => ({ ...posting, place }));
}

function shortDebts(of: PoolLines): Problem[] {
  return debtsIn(of).flatMap((account) => {
    const short = heldProblems(of, account, 'voucher.debtShort');
    return short.length > 0 ? short : notOwedProblems(of, account);
  });
}

/** The debt is there, but it is owed to others, or nobody wrote to whom. */
function notOwedProblems(of: PoolLines, account: string): Problem[] {
  return takenBeyond(of, account).map(({ place, isNamed, facts }) => {
    const code = isNamed ? 'voucher.notOwedTo' : 'voucher.owedByName';
    return { code, field: `lines.${String(place)}.counterparty`, facts };
  });
}

/**
 * Income, a cost that is taken back, a surplus and whatever else makes more of a pool's money are money that
 * came, or what is owed and is owed no more. A claim that arises is neither: it would be given away before
 * anybody paid. It arises for money that went, or what is owed instead. Source: product decision "Pools and
 * two surpluses", received is what is banked.
 */
function claimProblems(of: PoolLines): Problem[] {
  const { surplusDistribution } = of.chart.roles;
  const earning = of.lines.filter(({ ledgerAccount }) => {
    const nature = of.chart.accounts.get(ledgerAccount)?.nature;
    return nature === 'income' || nature === 'expense' || mainCodeOf(ledgerAccount) === surplusDistribution;
  });
  const earns = sumFen(earning.map(signedAmount)) < 0n;
  if (!earns && moneyEffect(of.lines, of.chart) <= 0n) return [];
  const lines = earns ? of.lines : of.lines.filter((line) => isPoolMoney(line, of.chart));
  return claimsIn(of)
    .flatMap((account) => takenBeyond({ ...of, lines }, account))
    .map(({ place, facts }) => {
      return { code: 'voucher.incomeNotCome', field: `lines.${String(place)}.ledgerAccount`, facts };
    });
}

/**
 * What the reserve bears of what is being cleared up is what stands there as lost: more would stand there as
 * a gain, which becomes income. Code `voucher.clearingShort`.
 */
function clearingProblems(of: PoolLines): Problem[] {
  const { reserve } = of.chart.roles;
  const takes = of.lines.some(
    (line) => mainCodeOf(line.ledgerAccount) === reserve && signedAmount(line) > 0n,
  );
  if (!takes) return [];
  const mains = [...new Set(of.lines.map(({ ledgerAccount }) => mainCodeOf(ledgerAccount)))];
  return mains.flatMap((main) => {
    const { nature, poolMoney, twoSided } = of.chart.accounts.get(main) ?? {};
    if (nature !== 'asset' || poolMoney !== undefined || twoSided !== true) return [];
    const on = (each: { readonly ledgerAccount: string }): boolean => mainCodeOf(each.ledgerAccount) === main;
    const borne = -sumFen(of.lines.filter(on).map(signedAmount));
    const lost = sumFen(of.balances.filter(on).map(({ amount }) => amount));
    if (borne <= 0n || borne <= lost) return [];
    const account = `${main} ${of.chart.accounts.get(main)?.name ?? ''}`;
    const facts = { pool: of.pool, account, lost: lost > 0n ? lost : 0n, borne };
    return [{ code: 'voucher.clearingShort', field: 'lines', facts }];
  });
}

/** What the lines take of an account, other by other, beyond what is owed to each. */
function takenBeyond({ pool, lines, owed, chart }: PoolLines, account: string): TakenBeyond[] {
  const own = lines.filter((line) => mainCodeOf(line.ledgerAccount) === account);
  const standing = owed.filter((each) => mainCodeOf(each.ledgerAccount) === account);
  return [...new Set(own.map(({ counterparty }) => counterparty))].flatMap((counterparty) => {
    const named = own.filter((line) => line.counterparty === counterparty);
    const taken = sumFen(named.map(signedAmount));
    const to = standing.filter((each) => each.counterparty === counterparty);
    const held = -sumFen(to.map(({ amount }) => amount));
    if (taken <= 0n || taken <= held) return [];
    const name = `${account} ${chart.accounts.get(account)?.name ?? ''}`;
    const facts = { pool, account: name, held: held > 0n ? held : 0n, taken };
    return [{ place: named[0]?.place ?? 0, isNamed: counterparty !== undefined, facts }];
  });
}

interface TakenBeyond {
  /** The first line that takes it. */
  readonly place: number;
  readonly isNamed: boolean;
  readonly facts: NonNullable<Problem['facts']>;
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
function debtsIn({ lines, chart }: { readonly lines: readonly Posting[]; readonly chart: Chart }): string[] {
  const mains = new Set(lines.map(({ ledgerAccount }) => mainCodeOf(ledgerAccount)));
  return [...mains].filter((main) => {
    const account = chart.accounts.get(main);
    const isDebt = account?.nature === 'liability' && account.twoSided !== true;
    return isDebt && main !== chart.roles.earmarkedFunds;
  });
}

/** What is a pool's money without being money or a debt of one side: claims, dealings with members, tax. */
function claimsIn(of: { readonly lines: readonly Posting[]; readonly chart: Chart }): string[] {
  const { accounts, roles } = of.chart;
  const debts = [...debtsIn(of), roles.cash, roles.bank];
  const mains = new Set(of.lines.map(({ ledgerAccount }) => mainCodeOf(ledgerAccount)));
  return [...mains].filter((main) => accounts.get(main)?.poolMoney !== undefined && !debts.includes(main));
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
