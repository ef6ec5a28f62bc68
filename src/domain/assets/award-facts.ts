import { plainYuan } from '../money/fen';
import type { PolicyPack } from '../policy/pack';
import type { Asset } from './asset';
import { isTitledElsewhere } from './asset-classes';
import type { About, BooksRecord } from './matter-facts';
import { wordsFor } from './matter-words';

/** What an award for an asset is called by documents. */
const AWARD_OF: Partial<Record<Asset['kind'], string>> = { workshop: 'workshop', coldStore: 'warehouse' };

/**
 * The award that was given for a workshop or for a store of the produce's origin, where the document speaks
 * of one. Whether there was one, how much it was and what its other terms were, the office says: the funds of
 * the register are money of the village, an award may have gone to who runs it. Source: SQ-D 三(二), GX 三.
 */
export function awardRecords(
  asset: Pick<Asset, 'kind' | 'cost' | 'titleLevel'>,
  { pack, about }: { readonly pack: PolicyPack; readonly about: About },
): BooksRecord[] {
  const kind = AWARD_OF[asset.kind];
  if (kind === undefined || !wordsFor(pack, 'subsidy', 'kind').some(({ id }) => id === kind)) return [];
  const investment = isTitledElsewhere(asset) ? {} : { investment: plainYuan(asset.cost) };
  return [{ subject: 'subsidy', about, facts: { kind, ...investment } }];
}
