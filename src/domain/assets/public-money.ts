import { type Fen, sumFen } from '../money/fen';
import { type Asset, type Fund, type FundLevel, isStation } from './asset';
import { isTitledElsewhere } from './asset-classes';

/** Levels whose money is public. */
const PUBLIC_LEVELS: readonly FundLevel[] = [
  ...(['central', 'province', 'city', 'county', 'township'] as const),
  'localBond',
];

/** Whether money of a level is public. */
export function isPublicMoney(level: FundLevel): boolean {
  return PUBLIC_LEVELS.includes(level);
}

/**
 * What the stations of a village cost, and what of it public money paid; undefined where it has none whose
 * cost stands in its register. How much is "mainly", the document does not say. Source: SQ-A 五(七).
 */
export function publicPartOfStations(
  registered: readonly {
    readonly asset: Pick<Asset, 'kind' | 'titleLevel' | 'cost'>;
    readonly funds: readonly Fund[];
  }[],
): { readonly part: Fen; readonly whole: Fen } | undefined {
  const own = registered.filter(({ asset }) => isStation(asset.kind) && !isTitledElsewhere(asset));
  const whole = sumFen(own.map(({ asset }) => asset.cost));
  const given = own.flatMap(({ funds }) => funds).filter(({ level }) => isPublicMoney(level));
  return whole === 0n ? undefined : { part: sumFen(given.map(({ amount }) => amount)), whole };
}
