import type { Pool, Posting } from '../ledger/journal-entry';
import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { givenUp, type Reserves } from './given-up';
import type { HoldingKind, HoldingStand } from './holdings';
import type { Leaving } from './leaving';
import { DISPOSAL_POOL, lineOf, taxLines, worthLines } from './life-postings';
import type { AssetAccounts } from './postings';

/** A stake or something that lives, and where it stands. */
export interface LeavingHolding {
  readonly kind: HoldingKind;
  readonly assetId: string;
  /** The stake it becomes where it is put into a firm. */
  readonly stakeId?: string | undefined;
  readonly stands: readonly HoldingStand[];
  readonly reserves: Reserves;
  readonly accounts: AssetAccounts;
}

/**
 * A stake or what lives leaves the books, in every pool whole: each of its accounts is cleared, and what it
 * was still worth goes where the way of leaving says.
 *
 * - Handed over for nothing, or given back without money by agreement: Dr reserve.
 * - Put into a firm (what lives alone): Dr long-term investment at what was agreed, under the name of the
 *   stake; the difference to what it was worth goes where the chart says (case D1: 311).
 * - Lost, dead or written off without money: Dr what the county chose for a loss (2023: 515).
 * - For money: a stake's gain or loss is investment income (502); of what lives the money is operating
 *   income (501) and what it was worth operating expense (511).
 *
 * As with every disposal the money stands in the earmarked pool, because it is used again and never
 * distributed; what the reserve gives up elsewhere moves there, and what is beyond it is a loss of its pool
 * on the account of the money's result. Tax that its paper charges is owed with it. Source: domain facts
 * §2.1, §2.3, §5, §6.3; the accounts of 2023 are unconfirmed.
 */
export function holdingLeavingPostings(leaving: Leaving, holding: LeavingHolding): Posting[] {
  const { stands, assetId, stakeId = assetId } = holding;
  const [line, stakeLine] = [lineOf(assetId), lineOf(stakeId)];
  const hasMoney = leaving.proceeds > 0n || leaving.costs > 0n;
  const worth = worthByPool(stands);
  const values = valueParts(leaving.agreedValue, worth);
  const taxes = valueParts(leaving.tax ?? 0n, worth);
  const out = worth.flatMap(({ pool, net }) => [
    ...stands
      .filter((stand) => stand.pool === pool)
      .flatMap(({ ledgerAccount, balance }) => line(pool, ledgerAccount, -balance)),
    ...(hasMoney ? moved(pool, net) : settled(pool, net)),
  ]);
  return hasMoney ? [...out, ...moneyLines(leaving, sumFen(worth.map(carried)), holding)] : out;

  /** What of its worth stands against the money in the earmarked pool. */
  function carried({ pool, net }: PoolWorth): Fen {
    return pool === DISPOSAL_POOL ? net : givenUp(net, holding.reserves.get(pool)).covered;
  }

  /** Without money the loss stays where the asset stood. */
  function settled(pool: Pool, net: Fen): Posting[] {
    const { roles, choices } = holding.accounts;
    const lost = (worth: Fen, against: string) => worthLines({ pool, worth, against }, holding);
    if (leaving.way === 'handOver') return lost(net, roles.reserve);
    if (leaving.way !== 'contribution') return lost(net, net > 0n ? choices.disposalLoss : roles.otherIncome);
    const [value, tax] = [values.get(pool) ?? 0n, taxes.get(pool) ?? 0n];
    return [
      ...stakeLine(pool, roles.longTermInvestment, value),
      ...taxLines({ pool, tax }, holding),
      ...lost(net - value + tax, choices.contributionDifference),
    ];
  }

  /** What it was worth in another pool moves with its reserve to where the money is kept. */
  function moved(pool: Pool, net: Fen): Posting[] {
    if (pool === DISPOSAL_POOL) return [];
    const { roles } = holding.accounts;
    const { covered, rest } = givenUp(net, holding.reserves.get(pool));
    return [
      ...line(pool, roles.reserve, covered),
      ...line(pool, holding.kind === 'equity' ? roles.investmentIncome : roles.operatingExpense, rest),
      ...line(DISPOSAL_POOL, roles.reserve, -covered),
    ];
  }
}

/** The money that came in and was spent, and what the asset was worth against it. */
function moneyLines(
  { proceeds, costs, tax = 0n }: Pick<Leaving, 'proceeds' | 'costs' | 'tax'>,
  net: Fen,
  holding: LeavingHolding,
): Posting[] {
  const { kind, assetId, accounts } = holding;
  const { roles } = accounts;
  const line = lineOf(assetId);
  const spent = kind === 'equity' ? roles.investmentIncome : roles.operatingExpense;
  const result =
    kind === 'equity'
      ? line(DISPOSAL_POOL, roles.investmentIncome, net + tax - proceeds)
      : [
          ...line(DISPOSAL_POOL, roles.operatingIncome, tax - proceeds),
          ...line(DISPOSAL_POOL, roles.operatingExpense, net),
        ];
  return [
    ...line({ pool: DISPOSAL_POOL, poolFlow: 'received' }, roles.bank, proceeds),
    ...taxLines({ pool: DISPOSAL_POOL, tax }, holding),
    ...line({ pool: DISPOSAL_POOL, poolFlow: 'deducted' }, spent, costs),
    ...line(DISPOSAL_POOL, roles.bank, -costs),
    ...result,
  ];
}

interface PoolWorth {
  readonly pool: Pool;
  readonly net: Fen;
}

function worthByPool(stands: readonly HoldingStand[]): PoolWorth[] {
  const pools = [...new Set(stands.map(({ pool }) => pool))];
  return pools.map((pool) => {
    const own = stands.filter((stand) => stand.pool === pool);
    return { pool, net: sumFen(own.map(({ balance }) => balance)) };
  });
}

/** What was agreed over the pools by what it was worth in each; evenly where it was worth nothing. */
function valueParts(agreed: Fen, worth: readonly PoolWorth[]): Map<Pool, Fen> {
  const isWorthless = worth.every(({ net }) => net <= 0n);
  const weights = worth.map(({ pool, net }) => ({
    key: pool,
    weight: isWorthless ? 1n : net > 0n ? net : 0n,
  }));
  const parts = allocate(agreed, weights);
  return new Map(
    parts.map(({ key, amount }) => [worth.find(({ pool }) => pool === key)?.pool ?? DISPOSAL_POOL, amount]),
  );
}
