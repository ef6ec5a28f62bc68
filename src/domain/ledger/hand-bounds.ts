import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type Chart, isRaised, mainCodeOf } from './chart';
import { colourProblems } from './hand-colours';
import { claimProblems, handIncomeProblems } from './hand-income';
import { type Pool, type Posting, signedAmount } from './journal-entry';
import { claimsAfter, type Claims, unpaidIn } from './levied-claims';
import type { PoolBalance } from './pool-balances';
import {
  accountName,
  claimsGone,
  debtsIn,
  least,
  mainsIn,
  moneyMoved,
  movedOn,
  placed,
  type PoolLines,
  poolsIn,
  standingOn,
  type StandingBooks,
  takenBeyond,
} from './pool-lines';

/**
 * What a hand may not take, because it is not there: more capital, reserve or special fund than the pool has,
 * more than it owes, more than it owes to whom the line names, more of the reserve for a loss than the loss
 * is, and of the surplus more than the pool has earned. Codes `voucher.capitalShort`, `voucher.reserveShort`,
 * `voucher.fundShort`, `voucher.raisedUnpaid`, `voucher.notLetOff`, `voucher.debtShort`,
 * `voucher.notOwedTo`, `voucher.owedByName`, `voucher.capitalTurned`, `voucher.coloursMixed`,
 * `voucher.reserveAboveLoss`, `voucher.aboveSurplus`, `voucher.aboveWhole`; nothing of what is earmarked,
 * `voucher.earmarkedShared`; and no income out of nothing, {@link handIncomeProblems}.
 * Source: domain facts §2.2, §2.3; of debts, product decision "Pools and two surpluses".
 */
export function handBoundProblems(
  postings: readonly Posting[],
  books: StandingBooks,
  chart: Chart,
): Problem[] {
  const pools = poolsIn(postings, books, chart);
  const ofPools = pools.flatMap((of) => {
    const { reserve, earmarkedFunds, surplusDistribution } = chart.roles;
    const coversLoss = of.lines.some((line) => mainCodeOf(line.ledgerAccount) === surplusDistribution);
    // What an asset that is scrapped had not lost yet comes out of the reserve, whichever pool filled it.
    const filled = coversLoss ? of : { ...of, lines: placed(postings), balances: books.balances };
    return [
      ...capitalProblems(of),
      ...heldProblems(filled, reserve, 'voucher.reserveShort'),
      ...heldProblems(of, earmarkedFunds, 'voucher.fundShort'),
      ...raisedProblems(of),
      ...shortDebts(of),
      ...handIncomeProblems(of),
      ...lossProblems(of),
      ...surplusProblems(of),
    ];
  });
  return [...ofPools, ...wholeProblems(pools, books, chart), ...colourProblems(pools)];
}

/**
 * What another day may allow, because more stands in the books by then. A voucher for months to come is asked
 * for the rest when it is set up, and for these in each of its months.
 */
export const MAY_STAND_LATER: ReadonlySet<string> = new Set([
  ...['voucher.capitalShort', 'voucher.reserveShort', 'voucher.fundShort', 'voucher.reserveAboveLoss'],
  ...['voucher.debtShort', 'voucher.notOwedTo', 'voucher.owedByName', 'voucher.keptByStep'],
  ...['voucher.notOwedUnderAsset', 'voucher.owedUnderAsset'],
  ...['voucher.costShort', 'voucher.clearingShort', 'voucher.gainShort'],
  ...['voucher.aboveSurplus', 'voucher.aboveWhole', 'voucher.abovePool'],
  ...['payouts.inFlight', 'payouts.planUnpublished', 'payouts.planNotProven', 'payouts.planHangs'],
  ...['payouts.planNotProvenObjected', 'payouts.planHangsObjected', 'payouts.planTornDownObjected'],
  ...['payouts.planTornDown', 'payouts.planObjected', 'payouts.planStepNext', 'payouts.planHangsThen'],
]);

/** Capital goes as far as it is there, and out of the village as far as members paid it in. */
function capitalProblems(of: PoolLines): Problem[] {
  const { capital } = of.chart.roles;
  const short = heldProblems(of, capital, 'voucher.capitalShort');
  const taken = movedOn(of, capital);
  const isTurned = mainsIn(of).every((main) => of.chart.accounts.get(main)?.nature === 'equity');
  if (short.length > 0 || taken <= 0n || isTurned) return short;
  const held = -standingOn(of, capital) - turnedIntoCapital(of);
  if (taken <= held) return [];
  const facts = { pool: of.pool, held: held > 0n ? held : 0n, taken };
  return [{ code: 'voucher.capitalTurned', field: 'lines', facts }];
}

/**
 * What members paid in as capital, in money that lies in a pool: it is theirs, and nothing the pool earned.
 * @param vouchers what people wrote on capital
 */
export function capitalPaidIn(vouchers: readonly (readonly Posting[])[], pool: Pool, chart: Chart): Fen {
  const sums = vouchers.map((voucher) => {
    const lines = voucher.filter((line) => line.pool === pool);
    const [came, money] = [-movedOn({ lines }, chart.roles.capital), moneyMoved({ lines, chart })];
    return came > 0n ? least(came, money) : -least(-came, -money);
  });
  return sumFen(sums);
}

/** What the reserve, or another equity account, was turned into capital. */
function turnedIntoCapital({ byPeople, chart }: PoolLines): Fen {
  const sums = byPeople.map((lines) => {
    const others = mainsIn({ lines }).filter(
      (main) => main !== chart.roles.capital && chart.accounts.get(main)?.nature === 'equity',
    );
    return least(
      -movedOn({ lines }, chart.roles.capital),
      sumFen(others.map((main) => movedOn({ lines }, main))),
    );
  });
  return sumFen(sums);
}

/**
 * What is taken of debts beyond what the pool owes, or owes to whom the line names: codes
 * `voucher.debtShort`, `voucher.notOwedTo`, `voucher.owedByName`, `voucher.notOwedUnderAsset`,
 * `voucher.owedUnderAsset`; and income that has not come:
 * `voucher.incomeNotCome`. A correction of an earlier year takes no more than a hand does.
 */
export function debtProblems(postings: readonly Posting[], books: StandingBooks, chart: Chart): Problem[] {
  return poolsIn(postings, books, chart).flatMap((of) => [...shortDebts(of), ...claimProblems(of)]);
}

function shortDebts(of: PoolLines): Problem[] {
  return debtsIn(of).flatMap((main) => {
    const taken = movedOn(of, main);
    const held = owedOn(of, main);
    if (taken <= 0n || taken <= held) return notOwedProblems(of, main);
    const facts = { pool: of.pool, held: held > 0n ? held : 0n, taken, account: accountName(main, of.chart) };
    return [{ code: 'voucher.debtShort', field: 'lines', facts }];
  });
}

/**
 * What is owed on an account to all to whom it is owed: what one was paid too much is his to give back. Where
 * the lines name nobody, it may have been paid for any of them.
 */
function owedOn(of: PoolLines, main: string): Fen {
  const isOwn = ({ ledgerAccount }: { readonly ledgerAccount: string }): boolean =>
    mainCodeOf(ledgerAccount) === main;
  if (of.lines.some((line) => isOwn(line) && line.counterparty === undefined)) return -standingOn(of, main);
  return -sumFen(sumsByParty(of, main).filter((sum) => sum < 0n));
}

function sumsByParty({ owed }: PoolLines, main: string): Fen[] {
  const own = owed.filter(({ ledgerAccount }) => mainCodeOf(ledgerAccount) === main);
  const parties = [...new Set(own.map(({ counterparty }) => counterparty))];
  return parties.map((party) =>
    sumFen(own.filter(({ counterparty }) => counterparty === party).map(({ amount }) => amount)),
  );
}

/** The debt is there, but it is owed to others, under an asset, or nobody wrote to whom. */
function notOwedProblems(of: PoolLines, account: string): Problem[] {
  return takenBeyond(of, account).map(({ place, isNamed, isUnderAsset, hasAssets, facts }) => {
    const line = `lines.${String(place)}`;
    if (isUnderAsset) return { code: 'voucher.notOwedUnderAsset', field: `${line}.assetId`, facts };
    if (!isNamed && hasAssets) return { code: 'voucher.owedUnderAsset', field: `${line}.assetId`, facts };
    const code = isNamed ? 'voucher.notOwedTo' : 'voucher.owedByName';
    return { code, field: `${line}.counterparty`, facts };
  });
}

/** Capital, a reserve, a fund and a debt are what came to them: nobody takes more out. */
function heldProblems(of: PoolLines, main: string, code: string): Problem[] {
  const taken = movedOn(of, main);
  const held = -standingOn(of, main);
  if (taken <= 0n || taken <= held) return [];
  const facts = { pool: of.pool, held: held > 0n ? held : 0n, taken, account: accountName(main, of.chart) };
  return [{ code, field: 'lines', facts }];
}

/**
 * Of what was raised for a purpose and members have not paid yet nothing becomes the village's own, and let
 * off is who owes it. Codes `voucher.raisedUnpaid`, `voucher.notLetOff`.
 */
function raisedProblems(of: PoolLines): Problem[] {
  const { internal } = of.chart.roles;
  return mainsIn(of)
    .filter((main) => isRaised(main, of.chart) && movedOn(of, main) > 0n)
    .flatMap((main) => {
      const equity = mainsIn(of).filter((each) => of.chart.accounts.get(each)?.nature === 'equity');
      const turned = -sumFen(equity.map((each) => movedOn(of, each)));
      const unpaid = unpaidIn(claimsOf(of));
      const letOff = -movedOn(of, internal);
      const facts = { pool: of.pool, account: accountName(main, of.chart), unpaid };
      if (turned > 0n && turned > -standingOn(of, main) - unpaid)
        return [{ code: 'voucher.raisedUnpaid', field: 'lines', facts }];
      const isOwed = letOff <= 0n || letOff <= claimsGone(of, internal);
      return isOwed ? [] : [{ code: 'voucher.notLetOff', field: 'lines', facts }];
    });
}

/** What is owed where levies stand. */
function claimsOf({ levied, chart }: PoolLines): Claims {
  const none: Claims = new Map();
  return levied.reduce((claims, { lines }) => claimsAfter(claims, lines, chart), none);
}

/** The reserve covers a loss, and no more than that. */
function lossProblems(of: PoolLines): Problem[] {
  const { surplusDistribution } = of.chart.roles;
  const covered = -movedOn(of, surplusDistribution);
  const stands = standingOn(of, surplusDistribution);
  const loss = stands > 0n ? stands : 0n;
  if (covered <= 0n || covered <= loss) return [];
  return [{ code: 'voucher.reserveAboveLoss', field: 'lines', facts: { pool: of.pool, loss, covered } }];
}

/** What is given away to others was earned before: carried over, or this year. */
function surplusProblems(of: PoolLines): Problem[] {
  const { pool, chart } = of;
  const given = givenAway(of);
  if (given <= 0n) return [];
  // Money for a purpose takes no part in sharing out (domain facts §2.3).
  if (pool === 'earmarked')
    return [{ code: 'voucher.earmarkedShared', field: 'lines', facts: { pool, given } }];
  const earned = earnedOf(of.balances, chart);
  if (given <= earned) return [];
  const facts = { pool, earned: earned > 0n ? earned : 0n, given };
  return [{ code: 'voucher.aboveSurplus', field: 'lines', facts }];
}

/**
 * What is given away, the collective as a whole has earned: a loss in another pool goes first. A pool that
 * gives more than its own is told that. Code `voucher.aboveWhole`.
 */
function wholeProblems(pools: readonly PoolLines[], { balances }: StandingBooks, chart: Chart): Problem[] {
  const giving = pools.filter((of) => of.pool !== 'earmarked' && givenAway(of) > 0n);
  const given = sumFen(giving.map(givenAway));
  const shared = balances.filter(({ pool }) => pool !== 'earmarked');
  const earned = earnedOf(shared, chart);
  if (given <= 0n || given <= earned) return [];
  if (giving.some((of) => surplusProblems(of).length > 0)) return [];
  return [
    { code: 'voucher.aboveWhole', field: 'lines', facts: { earned: earned > 0n ? earned : 0n, given } },
  ];
}

/** What the lines of a pool give away to others: taken off 322 and owed. */
function givenAway({ lines, chart }: Pick<PoolLines, 'lines' | 'chart'>): Fen {
  const owes = lines.some(
    (line) => chart.accounts.get(line.ledgerAccount)?.nature === 'liability' && signedAmount(line) < 0n,
  );
  return owes ? movedOn({ lines }, chart.roles.surplusDistribution) : 0n;
}

/** The pools of which these lines give something away to others, with how much. */
export function givenAwayOf(postings: readonly Posting[], chart: Chart): { pool: Pool; given: Fen }[] {
  return poolsIn(postings, { balances: [], owed: [], byPeople: [], levied: [] }, chart)
    .map((of) => ({ pool: of.pool, given: givenAway(of) }))
    .filter(({ given }) => given > 0n);
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
