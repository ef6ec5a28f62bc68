import type { ComponentChildren } from 'preact';
import type { Fen } from '../../domain/money/fen';
import { Money } from '../../platform/views/money';

/** Where an asset stands in the books: its net value first, then what that is made of. */
export function AssetStand(props: {
  readonly books: { readonly cost: Fen; readonly accumulated: Fen };
  /** Further facts, as terms and their texts. */
  readonly children?: ComponentChildren;
}) {
  const { cost, accumulated } = props.books;
  return (
    <dl class="facts">
      <dt>账上净值</dt>
      <dd>
        <b>
          <Money fen={cost - accumulated} />
        </b>
      </dd>
      <dt>固定资产</dt>
      <dd>
        <Money fen={cost} />
      </dd>
      <dt>累计折旧</dt>
      <dd>
        <Money fen={accumulated} />
      </dd>
      {props.children}
    </dl>
  );
}
