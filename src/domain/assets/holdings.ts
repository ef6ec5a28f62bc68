import type { AccountRoles } from '../ledger/chart';
import type { Pool } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import type { AssetKind } from './asset-classes';

/** Assets with an account of their own beside the fixed assets: a stake in others, and what lives. */
export const HOLDING_KINDS = ['equity', 'biological'] as const;
export type HoldingKind = (typeof HOLDING_KINDS)[number];

/** What stands of a holding on one account in one pool; debit above zero. */
export interface HoldingStand {
  readonly pool: Pool;
  readonly ledgerAccount: string;
  readonly balance: Fen;
}

export function isHolding(kind: AssetKind): kind is HoldingKind {
  return HOLDING_KINDS.some((each) => each === kind);
}

/**
 * The accounts a holding stands on: a stake on long-term investment (141); what lives on the biological
 * assets, consumable, productive with what these lost, and public (2023: 131, 132, 133, 134). The chart of
 * 2004 had livestock and woods and nothing that these lost: none of its accounts has the role, and what
 * stands there leaves by a voucher that is written. Source: domain facts §2.1; the use is unconfirmed.
 * @returns none where the chart keeps no such thing
 */
export function holdingAccounts(kind: HoldingKind, roles: AccountRoles): readonly string[] {
  return kind === 'equity' ? [roles.longTermInvestment] : biologicalAccounts(roles);
}

function biologicalAccounts(roles: AccountRoles): string[] {
  const { consumableBiological, productiveBiological, publicBiological, biologicalDepreciation } = roles;
  return [consumableBiological, productiveBiological, publicBiological, biologicalDepreciation].filter(
    (account) => account !== undefined,
  );
}

/** Every account on which something stands under the name of one asset. */
export function carryingAccounts(roles: AccountRoles): readonly string[] {
  const { fixedAssets, accumulatedDepreciation, longTermInvestment } = roles;
  return [fixedAssets, accumulatedDepreciation, longTermInvestment, ...biologicalAccounts(roles)];
}

/** What a holding cost and what it has lost, both above zero, over all pools. */
export function totalHolding(
  stands: readonly HoldingStand[],
  { biologicalDepreciation }: Pick<AccountRoles, 'biologicalDepreciation'>,
): { readonly cost: Fen; readonly accumulated: Fen } {
  const isLost = ({ ledgerAccount }: HoldingStand): boolean => ledgerAccount === biologicalDepreciation;
  return {
    cost: sumFen(stands.filter((stand) => !isLost(stand)).map(({ balance }) => balance)),
    accumulated: -sumFen(stands.filter(isLost).map(({ balance }) => balance)),
  };
}

/**
 * What the books have of one asset of any kind, over all accounts that carry it: its cost and what it has
 * lost by depreciation and write-downs, both above zero; nothing where none of them has a balance.
 */
export function carriedInBooks(
  stands: readonly Pick<HoldingStand, 'ledgerAccount' | 'balance'>[],
  { accumulatedDepreciation, biologicalDepreciation }: AccountRoles,
): { readonly cost: Fen; readonly accumulated: Fen } | undefined {
  if (stands.every(({ balance }) => balance === 0n)) return undefined;
  const isLost = ({ ledgerAccount }: Pick<HoldingStand, 'ledgerAccount'>): boolean =>
    ledgerAccount === accumulatedDepreciation || ledgerAccount === biologicalDepreciation;
  return {
    cost: sumFen(stands.filter((stand) => !isLost(stand)).map(({ balance }) => balance)),
    accumulated: -sumFen(stands.filter(isLost).map(({ balance }) => balance)),
  };
}
