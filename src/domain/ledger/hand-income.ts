import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type Chart, isClearing, isPoolMoney, isRaised, mainCodeOf } from './chart';
import { type Posting, signedAmount } from './journal-entry';
import { type Lost, lostAfter, moneyOf, NOTHING_LOST } from './money-lost';
import {
  accountName,
  claimsGone,
  claimsIn,
  debtsIn,
  isThing,
  least,
  mainsIn,
  moneyMoved,
  movedOn,
  type PoolLines,
  standingOn,
  takenBeyond,
} from './pool-lines';

/**
 * Where what a hand writes as income comes from, pool by pool: money that came, a debt that is owed no more,
 * stores that were found, a gain that stands to be cleared up. Never a claim, an asset, or a cost that was
 * not there. Codes `voucher.incomeNotCome`, `voucher.incomeOfAsset`, `voucher.costShort`,
 * `voucher.clearingShort`, `voucher.gainShort`. Source: product decision "Pools and two surpluses"; domain
 * facts §2.2.
 */
export function handIncomeProblems(of: PoolLines): Problem[] {
  return [...claimProblems(of), ...assetProblems(of), ...costProblems(of), ...clearingProblems(of)];
}

/**
 * What makes more of a pool's money is money that came, or what is owed and is owed no more. A claim that
 * arises is neither: it would be given away before anybody paid. It arises for money that went, or in the
 * place of another claim; not for a debt, which could be given up. Code `voucher.incomeNotCome`.
 */
export function claimProblems(of: PoolLines): Problem[] {
  const earns = earnedBy(of) > 0n;
  const lines = earns ? of.lines : of.lines.filter((line) => isPoolMoney(line, of.chart));
  const arisen = claimsIn(of).flatMap((account) => takenBeyond({ ...of, lines }, account));
  const sum = sumFen(arisen.map(({ beyond }) => beyond));
  if (sum === 0n || (!earns && sum <= paidFor(of))) return [];
  return arisen.map(({ place, facts }) => {
    return { code: 'voucher.incomeNotCome', field: `lines.${String(place)}.ledgerAccount`, facts };
  });
}

/**
 * Money that went, claims that were there and are none any more, what somebody was paid too much and now owes
 * as a claim, money that was lost and that somebody makes
 * good, and what the village's meeting raised for a purpose, which members owe from then on.
 */
function paidFor(of: PoolLines): Fen {
  const gone = [...claimsIn(of), ...debtsIn(of)].map((account) => claimsGone(of, account));
  const madeGood = mainsIn(of)
    .filter((main) => isClearing(main, of.chart))
    .map((main) => least(-movedOn(of, main), moneyLost(of, main)));
  const raised = of.pool === 'earmarked' ? raisedIn(of) : 0n;
  return -moneyMoved(of) + sumFen(gone) + sumFen(madeGood) + raised;
}

/** How much somebody may still come to owe for what is cleared up on an account, see {@link moneyOf}. */
function moneyLost({ byPeople, chart }: PoolLines, main: string): Fen {
  const after = (lost: Lost, lines: readonly Posting[]): Lost =>
    lostAfter(lost, { byPeople: true, lines }, { main, chart });
  return moneyOf(byPeople.reduce(after, NOTHING_LOST));
}

/** Credits on what is raised from members for a purpose; a grant is written when it came. */
export function raisedIn({
  lines,
  chart,
}: {
  readonly lines: readonly Posting[];
  readonly chart: Chart;
}): Fen {
  const own = lines.filter(({ ledgerAccount }) => isRaised(ledgerAccount, chart));
  const raised = -sumFen(own.map(signedAmount));
  return least(raised, movedOn({ lines }, chart.roles.internal));
}

/**
 * What stands on the debit side of an asset is worth something, but nobody paid it as income. An asset that
 * is sold takes with it what it had lost: what counts is what the pool has more of things, all together.
 */
function assetProblems(of: PoolLines): Problem[] {
  const { stores } = of.chart.roles;
  const things = mainsIn(of).filter((main) => isThing(main, of.chart));
  const more = things
    .map((main) => movedOn(of, main))
    .filter((moved, index) => things[index] !== stores || moved < 0n);
  if (sumFen(more) <= 0n) return [];
  const isIncome = ({ ledgerAccount }: Posting): boolean =>
    of.chart.accounts.get(ledgerAccount)?.nature === 'income';
  if (sumFen(of.lines.filter(isIncome).map(signedAmount)) >= 0n) return [];
  return things
    .filter((main) => main !== stores && movedOn(of, main) > 0n)
    .map((main) => {
      const facts = { pool: of.pool, account: accountName(main, of.chart) };
      return { code: 'voucher.incomeOfAsset', field: 'lines', facts };
    });
}

/** A cost is taken back as far as the books show it. Code `voucher.costShort`. */
export function costProblems(
  of: Pick<PoolLines, 'pool' | 'balances' | 'chart'> & { readonly lines: readonly Posting[] },
): Problem[] {
  return mainsIn(of).flatMap((main) => {
    if (of.chart.accounts.get(main)?.nature !== 'expense') return [];
    const taken = -movedOn(of, main);
    const shown = standingOn(of, main);
    if (taken <= 0n || taken <= shown) return [];
    const account = accountName(main, of.chart);
    const facts = { pool: of.pool, account, shown: shown > 0n ? shown : 0n, taken };
    return [{ code: 'voucher.costShort', field: 'lines', facts }];
  });
}

/**
 * What is being cleared up, both ways: a gain arises there out of money or stores that were found, and
 * becomes income as far as it stands; whatever else is credited there is what stands as lost.
 */
function clearingProblems(of: PoolLines): Problem[] {
  const { cash, bank, stores } = of.chart.roles;
  const found = mainsIn(of).every((main) => movedOn(of, main) <= 0n || [cash, bank, stores].includes(main));
  return mainsIn(of).flatMap((main) => {
    if (!isClearing(main, of.chart)) return [];
    const [moved, stands] = [movedOn(of, main), standingOn(of, main)];
    const isGain = moved > 0n && earnedBy(of) > 0n && moved > -stands;
    const isLoss = moved < 0n && !found && -moved > stands;
    if (!isGain && !isLoss) return [];
    const held = isGain ? -stands : stands;
    const account = accountName(main, of.chart);
    const facts = { pool: of.pool, account, held: held > 0n ? held : 0n, taken: isGain ? moved : -moved };
    return [{ code: isGain ? 'voucher.gainShort' : 'voucher.clearingShort', field: 'lines', facts }];
  });
}

/** What the lines add to the surplus: income above cost, and what is credited on 322. */
function earnedBy({ lines, chart }: PoolLines): Fen {
  const counts = ({ ledgerAccount }: Posting): boolean => {
    const nature = chart.accounts.get(ledgerAccount)?.nature;
    const isSurplus = mainCodeOf(ledgerAccount) === chart.roles.surplusDistribution;
    return nature === 'income' || nature === 'expense' || isSurplus;
  };
  return -sumFen(lines.filter(counts).map(signedAmount));
}
