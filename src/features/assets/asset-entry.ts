import type { Asset, Fund } from '../../domain/assets/asset';
import { enteredFacts } from '../../domain/assets/asset-facts';
import type { EntryMattersForm } from '../../domain/assets/entry-matters';
import type { RuledEntry } from './entry-rules.service';

/** An asset that was read and is about to be entered. */
interface NewAsset {
  readonly id: string;
  readonly asset: Omit<Asset, 'id'>;
  readonly funds: readonly Fund[];
  readonly typed?: EntryMattersForm | undefined;
  readonly by: string;
}

/** A new asset as the document in force on the day of its acquisition looks at it: it bears no number yet. */
export function assetEntry({ id, asset, funds, typed, by }: NewAsset): RuledEntry & { readonly by: string } {
  const about = { kind: 'asset' as const, id, name: asset.name };
  const unnumbered = { asset_number: '', number_taken: 'no' };
  return {
    ...{ day: asset.acquiredOn, about, subjects: ['asset'], typed, by },
    recordsOf: (pack) => [
      {
        ...{ subject: 'asset', about, applies: true },
        facts: { ...enteredFacts({ asset: { ...asset, id }, funds }, pack), ...unnumbered },
      },
    ],
  };
}
