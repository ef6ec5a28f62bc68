import type { Pool, PoolFlow, Posting } from '../ledger/journal-entry';
import { requireTaxAccount } from '../ledger/tax-account';
import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { isDisposal } from './asset-life';
import { type GivenUp, givenUp, lossAccount, type Reserves } from './given-up';
import type { Leaving } from './leaving';
import type { AssetAccounts, AssetStand } from './postings';
import type { ValueChange } from './value-change';

/** The pool of what disposals bring in: it is used again for the collective's work, never distributed. */
export const DISPOSAL_POOL: Pool = 'earmarked';

/**
 * An improvement: Dr fixed assets, which is what the pool spends, / Cr bank or payable (2023: 151 / 102,
 * 211). Source: domain facts §2.2.
 */
export function improvementPostings(
  { amount, pool, paidFrom }: Pick<ValueChange, 'amount' | 'pool' | 'paidFrom'>,
  { assetId, accounts: { roles } }: { readonly assetId: string; readonly accounts: AssetAccounts },
): Posting[] {
  const of = { pool, assetId };
  return [
    { ...of, ledgerAccount: roles.fixedAssets, side: 'debit', amount, poolFlow: 'deducted' },
    { ...of, ledgerAccount: paidFrom === 'bank' ? roles.bank : roles.payable, side: 'credit', amount },
  ];
}

/**
 * A write-down: the chart has no provision, so Dr the account the county chose / Cr accumulated depreciation,
 * in each pool by what the asset is still worth there. Unconfirmed.
 */
export function impairmentPostings(
  { amount }: Pick<ValueChange, 'amount'>,
  of: { readonly assetId: string; readonly stands: readonly AssetStand[]; readonly accounts: AssetAccounts },
): Posting[] {
  const { roles, choices } = of.accounts;
  const line = lineOf(of.assetId);
  return netParts(amount, of.stands).flatMap(({ pool, part }) => [
    ...line(pool, choices.impairment, part),
    ...line(pool, roles.accumulatedDepreciation, -part),
  ]);
}

/** An asset that leaves, and where it stands. */
export interface LeavingAsset {
  readonly assetId: string;
  /** The stake it becomes where it is put into a firm. */
  readonly stakeId?: string | undefined;
  readonly stands: readonly AssetStand[];
  readonly reserves: Reserves;
  readonly accounts: AssetAccounts;
}

/**
 * An asset leaves the books, in every pool whole: Dr accumulated depreciation / Cr fixed assets, and what it
 * was still worth goes where the way of leaving says.
 *
 * - Handed over for nothing: Dr reserve.
 * - Put into a firm: Dr long-term investment at what was agreed, under the name of the stake; what it was
 *   worth beyond or below that goes where the chart says (case D1: 311).
 * - Disposed of: Dr clearing, and from there to other expense or income (2023: 154, 515, 504); where the
 *   county goes by the practice of 2022, Dr reserve at once (311 / 151) and no clearing.
 *
 * The reserve of a pool gives up no more than stands of it: what is beyond was bought with the collective's
 * own money and is a loss of that pool (2023: 515). What comes in and is spent stands in the earmarked pool,
 * because the proceeds are used again and never distributed; what the reserve gives up elsewhere moves there.
 * Tax that its paper charges is owed with it (2023: 214): the money counts without it.
 * Source: domain facts §2.2, §2.3, §5, §6.3; the accounts of 2023 are unconfirmed.
 * @throws DomainError `tax.noAccount`
 */
export function leavingPostings(leaving: Leaving, asset: LeavingAsset): Posting[] {
  const { roles, choices } = asset.accounts;
  if (isDisposal(leaving.way))
    return choices.disposalLoss === roles.reserve
      ? reserveDisposal(leaving, asset)
      : clearedDisposal(leaving, asset);
  const [line, stakeLine] = [lineOf(asset.assetId), lineOf(asset.stakeId ?? asset.assetId)];
  const [values, taxes] = [leaving.agreedValue, leaving.tax ?? 0n].map(
    (amount) => new Map(netParts(amount, asset.stands).map(({ pool, part }) => [pool, part])),
  );
  const against = leaving.way === 'handOver' ? roles.reserve : choices.contributionDifference;
  return asset.stands.flatMap((stand) => {
    const { pool, cost, accumulated } = stand;
    const [value, tax] = [values?.get(pool) ?? 0n, taxes?.get(pool) ?? 0n];
    return [
      ...stakeLine(pool, roles.longTermInvestment, value),
      ...line(pool, roles.accumulatedDepreciation, accumulated),
      ...worthLines({ pool, worth: cost - accumulated - value + tax, against }, asset),
      ...taxLines({ pool, tax }, asset),
      ...line(pool, roles.fixedAssets, -cost),
    ];
  });
}

/** Tax that the paper of what left charges: owed, and by as much less has the pool received. */
export function taxLines(
  { pool, tax }: { readonly pool: Pool; readonly tax: Fen | undefined },
  { assetId, accounts }: Pick<LeavingAsset, 'assetId' | 'accounts'>,
): Posting[] {
  if (tax === undefined || tax === 0n) return [];
  return lineOf(assetId)({ pool, poolFlow: 'received' }, requireTaxAccount(accounts), -tax);
}

/** What is given up of a worth in one pool: on the account it goes to, of the reserve as far as it goes. */
export function worthLines(
  { pool, worth, against }: { readonly pool: Pool; readonly worth: Fen; readonly against: string },
  { assetId, reserves, accounts }: Pick<LeavingAsset, 'assetId' | 'reserves' | 'accounts'>,
): Posting[] {
  const line = lineOf(assetId);
  if (against !== accounts.roles.reserve) return line(pool, against, worth);
  const { covered, rest } = givenUp(worth, reserves.get(pool));
  return [...line(pool, against, covered), ...line(pool, lossAccount(accounts), rest)];
}

/** The practice of 2022: the reserve gives up what an asset was worth, and takes what came in for it. */
function reserveDisposal({ proceeds, costs, tax = 0n }: Leaving, asset: LeavingAsset): Posting[] {
  const { roles } = asset.accounts;
  const net = proceeds - tax;
  const { reserve } = roles;
  const line = lineOf(asset.assetId);
  const out = asset.stands.flatMap(({ pool, cost, accumulated }) => [
    ...line(pool, roles.accumulatedDepreciation, accumulated),
    ...worthLines({ pool, worth: cost - accumulated, against: reserve }, asset),
    ...line(pool, roles.fixedAssets, -cost),
  ]);
  const [gained, lost] = [net > costs ? net - costs : 0n, lostOf(asset)];
  // What came in makes good the loss first; the reserve takes the rest, and bears the costs as far as it can.
  const made = gained < lost ? gained : lost;
  const { covered = 0n } = partsOf(asset).find(({ pool }) => pool === DISPOSAL_POOL) ?? {};
  const left = (asset.reserves.get(DISPOSAL_POOL) ?? 0n) - covered + net - made;
  const borne = givenUp(costs, left);
  const spent = { pool: DISPOSAL_POOL, poolFlow: 'deducted' } as const;
  return [
    ...out,
    ...line({ pool: DISPOSAL_POOL, poolFlow: 'received' }, roles.bank, proceeds),
    ...taxLines({ pool: DISPOSAL_POOL, tax }, asset),
    ...line(DISPOSAL_POOL, reserve, made - net),
    ...line(DISPOSAL_POOL, roles.otherIncome, -made),
    ...line(spent, reserve, borne.covered),
    ...line(spent, roles.otherExpense, borne.rest),
    ...line(DISPOSAL_POOL, roles.bank, -costs),
  ];
}

/** Through the clearing account, which comes to nothing in every pool. */
function clearedDisposal({ proceeds, costs, tax = 0n }: Leaving, asset: LeavingAsset): Posting[] {
  const { roles } = asset.accounts;
  const line = lineOf(asset.assetId);
  const hasMoney = proceeds > 0n || costs > 0n;
  const parts = partsOf(asset);
  const out = asset.stands.flatMap(({ pool, cost, accumulated }) => [
    ...line(pool, roles.accumulatedDepreciation, accumulated),
    ...line(pool, roles.disposal, cost - accumulated),
    ...line(pool, roles.fixedAssets, -cost),
    ...parts.filter((part) => part.pool === pool).flatMap(settled),
  ]);
  return [...out, ...(hasMoney ? moneyLines() : [])];

  /** As a loss, or taken to where the money is with the reserve that gives it up. */
  function settled({ pool, worth, covered, rest }: PoolPart): Posting[] {
    const { reserve, disposal } = roles;
    if (!hasMoney)
      return [...line(pool, resultAccount(worth, asset.accounts), worth), ...line(pool, disposal, -worth)];
    if (pool === DISPOSAL_POOL) return [];
    return [
      ...line(pool, reserve, covered),
      ...line(pool, lossAccount(asset.accounts), rest),
      ...line(pool, disposal, -worth),
      ...line(DISPOSAL_POOL, disposal, covered),
      ...line(DISPOSAL_POOL, reserve, -covered),
    ];
  }

  function moneyLines(): Posting[] {
    const here = parts.map(({ pool, worth, covered }) => (pool === DISPOSAL_POOL ? worth : covered));
    const rest = sumFen(here) + costs - (proceeds - tax);
    return [
      ...line({ pool: DISPOSAL_POOL, poolFlow: 'received' }, roles.bank, proceeds),
      ...taxLines({ pool: DISPOSAL_POOL, tax }, asset),
      ...line(DISPOSAL_POOL, roles.disposal, tax - proceeds),
      ...line({ pool: DISPOSAL_POOL, poolFlow: 'deducted' }, roles.disposal, costs),
      ...line(DISPOSAL_POOL, roles.bank, -costs),
      ...line(DISPOSAL_POOL, resultAccount(rest, asset.accounts), rest),
      ...line(DISPOSAL_POOL, roles.disposal, -rest),
    ];
  }
}

/** What an asset is worth in one pool, and what of it the reserve gives up. */
interface PoolPart extends GivenUp {
  readonly pool: Pool;
  readonly worth: Fen;
}

function partsOf({ stands, reserves }: Pick<LeavingAsset, 'stands' | 'reserves'>): PoolPart[] {
  return stands.map(({ pool, cost, accumulated }) => {
    const worth = cost - accumulated;
    return { pool, worth, ...givenUp(worth, reserves.get(pool)) };
  });
}

function lostOf(asset: Pick<LeavingAsset, 'stands' | 'reserves'>): Fen {
  return sumFen(partsOf(asset).map(({ rest }) => rest));
}

/** Where a loss (above zero) or a gain goes. */
function resultAccount(rest: Fen, { roles, choices }: AssetAccounts): string {
  return rest > 0n ? choices.disposalLoss : roles.otherIncome;
}

/** An amount over the pools by what the asset is still worth there; by its cost where it is worth nothing. */
function netParts(amount: Fen, stands: readonly AssetStand[]): { pool: Pool; part: Fen }[] {
  const worth = ({ cost, accumulated }: AssetStand): Fen => (cost > accumulated ? cost - accumulated : 0n);
  const isWorthless = stands.every((stand) => worth(stand) === 0n);
  const parts = allocate(
    amount,
    stands.map((stand) => ({ key: stand.pool, weight: isWorthless ? stand.cost : worth(stand) })),
  );
  return stands.map(({ pool }) => ({ pool, part: parts.find(({ key }) => key === pool)?.amount ?? 0n }));
}

/** A pool, and what the line does to its money. */
interface MoneyPlace {
  readonly pool: Pool;
  readonly poolFlow?: PoolFlow;
}

/** A line over a signed amount, debit above zero; none over nothing. */
export function lineOf(assetId: string) {
  return (at: Pool | MoneyPlace, ledgerAccount: string, signed: Fen): Posting[] => {
    if (signed === 0n) return [];
    const { pool, poolFlow }: MoneyPlace = typeof at === 'string' ? { pool: at } : at;
    const side = signed > 0n ? ('debit' as const) : ('credit' as const);
    const amount = signed > 0n ? signed : -signed;
    return [{ ledgerAccount, side, amount, pool, assetId, ...(poolFlow === undefined ? {} : { poolFlow }) }];
  };
}
