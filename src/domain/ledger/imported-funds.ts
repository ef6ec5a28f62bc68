import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type Chart, isForPurpose, isFund, mainCodeOf } from './chart';
import { colourProblems } from './hand-colours';
import { byPool, type Posting, signedAmount } from './journal-entry';
import { costProblems } from './hand-income';
import { isFundUse } from './lines-by-hand';
import { accountName, least, moneyMoved, movedOn, poolsIn } from './pool-lines';
import type { StandingDebts } from './standing-debts';

/**
 * What came for a purpose, capital and reserve become no income, nor anything that a second voucher makes
 * income of, as by hand. Older books write a whole day in one voucher, so what was taken of a fund is held
 * against all that was paid out, built or turned into another fund on it. Codes `import.fundsAsIncome`,
 * `import.fundsElsewhere`.
 */
export function importedFundProblems(postings: readonly Posting[], chart: Chart): Problem[] {
  const isIncome = ({ ledgerAccount }: Posting): boolean =>
    chart.accounts.get(ledgerAccount)?.nature === 'income';
  return [...byPool(postings)].flatMap(([pool, lines]): Problem[] => {
    const funds = lines.filter((line) => isFund(line, chart) && signedAmount(line) > 0n);
    const [fund] = funds;
    if (fund === undefined) return [];
    const account = accountName(mainCodeOf(fund.ledgerAccount), chart);
    const amount = -sumFen(lines.filter(isIncome).map(signedAmount));
    if (amount > 0n)
      return [{ code: 'import.fundsAsIncome', field: 'lines', facts: { pool, amount, account } }];
    const beyond = takenBeyondUses(funds, lines, chart);
    if (beyond <= 0n) return [];
    return [{ code: 'import.fundsElsewhere', field: 'lines', facts: { account, amount: beyond } }];
  });
}

/** What lines take of funds beyond what they pay out, give with what it became, or leave to another fund. */
function takenBeyondUses(funds: readonly Posting[], lines: readonly Posting[], chart: Chart): Fen {
  // The reserve has bounds of its own.
  const bound = funds.filter(({ ledgerAccount }) => mainCodeOf(ledgerAccount) !== chart.roles.reserve);
  const closest = bound.find(({ ledgerAccount }) => isForPurpose(ledgerAccount, chart)) ?? bound[0];
  if (closest === undefined) return 0n;
  // Who is let off is asked by name, as older books seldom say: there it is entered by hand.
  const isLetOff = (line: Posting): boolean => mainCodeOf(line.ledgerAccount) === chart.roles.internal;
  const uses = lines.filter(
    (line) => signedAmount(line) < 0n && !isLetOff(line) && isFundUse(closest, line, chart),
  );
  return sumFen(bound.map(signedAmount)) + sumFen(uses.map(signedAmount));
}

/**
 * Reserve and capital cover a loss, and no more than that: what goes to 收益分配 beyond it could be given away.
 * Older books may cover a loss before it was carried there. Code `voucher.reserveAboveLoss`, as by hand.
 */
export function importedCoverProblems(
  postings: readonly Posting[],
  standing: StandingDebts,
  chart: Chart,
): Problem[] {
  const { capital, reserve, surplusDistribution } = chart.roles;
  return [...byPool(postings)].flatMap(([pool, lines]) => {
    const taken = sumFen([capital, reserve].map((main) => movedOn({ lines }, main)));
    const covered = least(taken, -movedOn({ lines }, surplusDistribution));
    const loss = standing.lossOf(pool);
    if (covered <= loss) return [];
    return [{ code: 'voucher.reserveAboveLoss', field: 'lines', facts: { pool, loss, covered } }];
  });
}

/**
 * A cost is taken back as far as the books show it by then: beyond that it would be income that never came.
 * What a year's end carries to 本年收益 is no such thing. Code `voucher.costShort`, as by hand.
 */
export function importedCostProblems(
  postings: readonly Posting[],
  standing: StandingDebts,
  chart: Chart,
): Problem[] {
  const { currentYearSurplus } = chart.roles;
  return [...byPool(postings)].flatMap(([pool, lines]) => {
    if (lines.some(({ ledgerAccount }) => mainCodeOf(ledgerAccount) === currentYearSurplus)) return [];
    const balances = standing.onAccountsOf(lines);
    return costProblems({ pool, lines, balances, chart });
  });
}

/**
 * Money keeps its colour as by hand: what goes out of a pool that is not the members' own comes out in no
 * other one on the same voucher, but to give back what that one advanced. Older books often name nobody, so
 * claims and debts are held against what stands on the account of the pool. Code `import.coloursMixed`.
 */
export function importedColourProblems(
  postings: readonly Posting[],
  standing: StandingDebts,
  chart: Chart,
): Problem[] {
  const pools = [...byPool(postings)].map(([pool, lines]) => ({
    pool,
    moved: moneyMoved({ lines, chart }),
  }));
  const takes = pools.some(({ pool, moved }) => pool !== 'members' && moved < 0n);
  if (!takes || !pools.some(({ moved }) => moved > 0n)) return [];
  const balances = standing.onAccountsOf(postings);
  const unnamed = postings.map(({ ledgerAccount, pool, side, amount }) => ({
    ...{ ledgerAccount, pool, side, amount },
  }));
  const books = { balances, owed: balances, byPeople: [], levied: [] };
  return colourProblems(poolsIn(unnamed, books, chart)).map((problem) => ({
    ...problem,
    code: 'import.coloursMixed',
  }));
}
