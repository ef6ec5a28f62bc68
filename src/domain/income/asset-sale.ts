import type { AssetKind } from '../assets/asset-classes';
import type { LeavingWay } from '../assets/asset-life';
import { DISPOSAL_POOL } from '../assets/life-postings';
import { type CalendarDay, monthOf } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import type { TaxBasis } from '../money/taxed';
import type { DatedSale } from './tax-states';
import type { AssetSaleRules } from './vat';

/** An asset that left the books, and what came for it or was agreed. */
export interface LeftAsset {
  readonly assetId: string;
  readonly kind: AssetKind;
  readonly way: LeavingWay;
  readonly on: CalendarDay;
  /** Its tax included. */
  readonly amount: Fen;
  readonly basis: TaxBasis | undefined;
  /** The tax that its paper charges; undefined where it charges none. */
  readonly stated: Fen | undefined;
}

/**
 * What an asset was sold for, as a sale of the day on which it left; undefined where it is none: nothing
 * came, or its way of leaving or its kind is a sale only where the paper charges tax, and it charges none.
 * Its money stands in the earmarked pool, and so does its tax. What lives was sold as produce: its income is
 * operating income. Source: domain facts §6.3; what is a sale of what leaves is unconfirmed.
 */
export function assetSale(left: LeftAsset, rules: AssetSaleRules): DatedSale | undefined {
  const { assetId, kind, way, on, amount, basis, stated } = left;
  const counts = rules.ways.includes(way) && !rules.onlyWhereCharged.includes(kind);
  if (amount === 0n || (!counts && stated === undefined)) return undefined;
  return {
    ...{ pool: DISPOSAL_POOL, assetId, on, amount, basis, stated },
    ...(kind === 'biological' ? { stream: 'other' as const, month: monthOf(on) } : {}),
    isImmovable: rules.immovableKinds.includes(kind),
  };
}
