import type { CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import type { Asset, Fund } from './asset';
import { isTitledElsewhere } from './asset-classes';
import type { Particulars } from './asset-particulars';
import type { StationCapacity } from './own-capacity';

/**
 * What everyone may know of an asset: what it is, whose money built it, how it stands. Whoever keeps it, runs
 * it or has leased it may be a person and is not here, nor is where exactly it stands.
 */
export interface PublicCard {
  readonly name: string;
  readonly kind: Asset['kind'];
  readonly assetClass: Asset['assetClass'];
  readonly titleHolder: string;
  readonly acquiredOn: CalendarDay;
  readonly capacity?: StationCapacity;
  /** Blank where nobody has said it. */
  readonly projectName: string;
  readonly projectYear: string;
  readonly plateNumber: string;
  readonly condition: string;
  /** Money by level and year; absent where cost and funds stand in the owner's register. */
  readonly funds?: readonly Fund[];
  readonly cost?: Fen;
  readonly leftOn?: CalendarDay;
}

/** An asset of a household is nobody else's business: its title names a person. */
export function mayBePublic({ assetClass, titleLevel }: Pick<Asset, 'assetClass' | 'titleLevel'>): boolean {
  return assetClass !== 'household' && titleLevel !== 'household';
}

/** What a card is made of beside the asset itself. */
export interface CardSources {
  readonly funds: readonly Fund[];
  readonly particulars: Particulars | undefined;
  readonly capacity: StationCapacity | undefined;
}

/**
 * What of an asset everyone may know.
 * @param facts its funds, and the particulars and the capacity of the day, undefined where nothing is known
 */
export function publicCardOf(asset: Asset, { funds, particulars, capacity }: CardSources): PublicCard {
  const { name, kind, assetClass, titleHolder, acquiredOn, leftOn } = asset;
  return {
    ...{ name, kind, assetClass, titleHolder, acquiredOn },
    ...(capacity === undefined ? {} : { capacity }),
    projectName: particulars?.projectName ?? '',
    projectYear: particulars?.projectYear ?? '',
    plateNumber: particulars?.plateNumber ?? '',
    condition: particulars?.condition ?? '',
    ...(isTitledElsewhere(asset) ? {} : { funds, cost: asset.cost }),
    ...(leftOn === undefined ? {} : { leftOn }),
  };
}
