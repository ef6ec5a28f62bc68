import type { ComponentChildren } from 'preact';
import type { HoldingKind } from '../../domain/assets/holdings';
import type { Fen } from '../../domain/money/fen';
import { Money } from '../../platform/views/money';

/** How the accounts are called on which it stands; a stake loses nothing month by month. */
const WORDS: Readonly<Record<HoldingKind | 'fixed', readonly [cost: string, lost?: string]>> = {
  fixed: ['固定资产', '累计折旧'],
  equity: ['长期投资'],
  biological: ['生物资产', '生物资产累计折旧'],
};

/** Where an asset stands in the books: its net value first, then what that is made of. */
export function AssetStand(props: {
  readonly books: { readonly cost: Fen; readonly accumulated: Fen };
  readonly holding?: HoldingKind | undefined;
  /** Further facts, as terms and their texts. */
  readonly children?: ComponentChildren;
}) {
  const { cost, accumulated } = props.books;
  const [costWord, lostWord] = WORDS[props.holding ?? 'fixed'];
  return (
    <dl class="facts">
      <dt>账上净值</dt>
      <dd>
        <b>
          <Money fen={cost - accumulated} />
        </b>
      </dd>
      <dt>{costWord}</dt>
      <dd>
        <Money fen={cost} />
      </dd>
      {lostWord !== undefined && (
        <>
          <dt>{lostWord}</dt>
          <dd>
            <Money fen={accumulated} />
          </dd>
        </>
      )}
      {props.children}
    </dl>
  );
}
