import type { Pool, PoolFlow, Posting } from '../ledger/journal-entry';
import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { isDisposal } from './asset-life';
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
 * What comes in and is spent stands in the earmarked pool, because the proceeds are used again and never
 * distributed; what the asset was worth elsewhere moves there with its reserve. Source: domain facts §2.2,
 * §2.3, §5; the accounts of 2023 are unconfirmed.
 */
export function leavingPostings(leaving: Leaving, asset: LeavingAsset): Posting[] {
  if (isDisposal(leaving.way)) return disposalPostings(leaving, asset);
  const { roles, choices } = asset.accounts;
  const [line, stakeLine] = [lineOf(asset.assetId), lineOf(asset.stakeId ?? asset.assetId)];
  const values = new Map(netParts(leaving.agreedValue, asset.stands).map(({ pool, part }) => [pool, part]));
  return asset.stands.flatMap((stand) => {
    const { pool, cost, accumulated } = stand;
    const value = values.get(pool) ?? 0n;
    const rest = cost - accumulated - value;
    return [
      ...stakeLine(pool, roles.longTermInvestment, value),
      ...line(pool, roles.accumulatedDepreciation, accumulated),
      ...line(pool, leaving.way === 'handOver' ? roles.reserve : choices.contributionDifference, rest),
      ...line(pool, roles.fixedAssets, -cost),
    ];
  });
}

function disposalPostings({ proceeds, costs }: Leaving, asset: LeavingAsset): Posting[] {
  const { roles, choices } = asset.accounts;
  const line = lineOf(asset.assetId);
  const takesReserve = choices.disposalLoss === roles.reserve;
  const against = takesReserve ? roles.reserve : roles.disposal;
  const hasMoney = proceeds > 0n || costs > 0n;
  const out = asset.stands.flatMap(({ pool, cost, accumulated }) => {
    const net = cost - accumulated;
    return [
      ...line(pool, roles.accumulatedDepreciation, accumulated),
      ...line(pool, against, net),
      ...line(pool, roles.fixedAssets, -cost),
      ...(takesReserve || (hasMoney && pool === DISPOSAL_POOL) ? [] : settled(pool, net)),
    ];
  });
  const net = sumFen(asset.stands.map(({ cost, accumulated }) => cost - accumulated));
  return [...out, ...(hasMoney ? moneyLines() : [])];

  /** The clearing of a pool comes to nothing: as a loss, or taken to where the money is. */
  function settled(pool: Pool, worth: Fen): Posting[] {
    const account = hasMoney ? roles.reserve : resultAccount(worth, asset.accounts);
    const moved = hasMoney
      ? [...line(DISPOSAL_POOL, against, worth), ...line(DISPOSAL_POOL, roles.reserve, -worth)]
      : [];
    return [...line(pool, account, worth), ...line(pool, against, -worth), ...moved];
  }

  function moneyLines(): Posting[] {
    const rest = net + costs - proceeds;
    return [
      ...line({ pool: DISPOSAL_POOL, poolFlow: 'received' }, roles.bank, proceeds),
      ...line(DISPOSAL_POOL, against, -proceeds),
      ...line({ pool: DISPOSAL_POOL, poolFlow: 'deducted' }, against, costs),
      ...line(DISPOSAL_POOL, roles.bank, -costs),
      ...(takesReserve ? [] : line(DISPOSAL_POOL, resultAccount(rest, asset.accounts), rest)),
      ...(takesReserve ? [] : line(DISPOSAL_POOL, against, -rest)),
    ];
  }
}

/** Where a loss (above zero) or a gain goes; the practice of 2022 takes either to the reserve. */
function resultAccount(rest: Fen, { roles, choices }: AssetAccounts): string {
  if (choices.disposalLoss === roles.reserve || rest > 0n) return choices.disposalLoss;
  return roles.otherIncome;
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
