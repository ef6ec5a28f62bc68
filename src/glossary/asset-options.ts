import { fullDayText } from '../platform/views/day-text';

/** An asset as a list to choose from shows it. */
interface ListedAsset {
  readonly id: string;
  readonly name: string;
  /** The day it left the register. */
  readonly leftOn?: string | undefined;
}

/** Assets to choose from; those that have left the register come last and say since when. */
export function assetOptions(assets: readonly ListedAsset[]): { value: string; label: string }[] {
  const left = (asset: ListedAsset): number => (asset.leftOn === undefined ? 0 : 1);
  return [...assets]
    .sort((one, other) => left(one) - left(other))
    .map(({ id, name, leftOn }) => ({
      value: id,
      label: leftOn === undefined ? name : `${name}（${fullDayText(leftOn)}离开台账）`,
    }));
}
