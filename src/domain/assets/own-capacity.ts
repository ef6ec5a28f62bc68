import type { CalendarDay } from '../calendar/calendar-day';
import { rowsOfOwner, type ShareTable, tableInForce } from '../collectives/share-table';
import { product } from '../money/charge';
import { percentDigits, type Ratio, readRatio, sumRatios } from '../money/ratio';
import type { Asset } from './asset';

/** A station as its plate says it, and what of it is the village's by the share table of a day. */
export interface StationCapacity {
  /** Of the whole station. */
  readonly capacityKw: string;
  /** Of a joint station alone: the village's share in per cent, and as many kW of the whole. */
  readonly own?: { readonly sharePercent: string; readonly kw: string };
}

/**
 * How large a station is. One that is shared stands in the register with the whole capacity and one owner's
 * part of the cost: both are said, so that nobody takes the whole for the village's own.
 * @returns undefined for what generates nothing
 */
export function stationCapacity(
  { capacityKw, ownShareKey }: Pick<Asset, 'capacityKw' | 'ownShareKey'>,
  shareTables: readonly ShareTable[],
  day: CalendarDay,
): StationCapacity | undefined {
  if (capacityKw === undefined) return undefined;
  const rows = rowsOfOwner(tableInForce(shareTables, day)?.rows ?? [], ownShareKey ?? '');
  if (ownShareKey === undefined || rows.length === 0) return { capacityKw };
  return capacityByShare(capacityKw, sumRatios(rows.map((row) => readRatio(row.share))));
}

/** How much of a station's capacity a share of it is; nothing of it for who lost his share. */
export function capacityByShare(capacityKw: string, share: Ratio): StationCapacity {
  const sharePercent = percentDigits(share);
  return { capacityKw, own: { sharePercent, kw: product(capacityKw, sharePercent, '0.01') } };
}

/**
 * The same as a card shows it: by the keeper's table where the station is kept by another. The owner's own
 * register learns of a new one with the first slip under it. Source: product decision "Joint stations".
 * @param kept what the keeper's table gives the owner; undefined where nobody else keeps the station
 */
export function capacityShown(
  station: {
    readonly asset: Pick<Asset, 'capacityKw' | 'ownShareKey'>;
    readonly shareTables: readonly ShareTable[];
  },
  kept: { readonly share: Ratio } | undefined,
  day: CalendarDay,
): StationCapacity | undefined {
  const { asset, shareTables } = station;
  return kept === undefined || asset.capacityKw === undefined
    ? stationCapacity(asset, shareTables, day)
    : capacityByShare(asset.capacityKw, kept.share);
}
