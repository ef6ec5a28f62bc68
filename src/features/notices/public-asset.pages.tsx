import type { VNode } from 'preact';
import type { Fen } from '../../domain/money/fen';
import { PublicFrame } from '../../platform/views/error.pages';
import { Money } from '../../platform/views/money';
import { type Contact, ContactList } from './public-words.pages';

/** What everyone sees who scans the card of an asset. */
export interface PublicAssetPageProps {
  readonly demo: boolean;
  readonly village: string;
  /** Where the village's sheets are: what its income was spent on. */
  readonly villageHref: string;
  readonly name: string;
  readonly kind: string;
  /** Label and text of each thing known, in reading order. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  /** It left the books: the day in words. */
  readonly left?: string | undefined;
  /** Whose money built it; absent where it stands in the owner's register. */
  readonly funds?: readonly { readonly from: string; readonly amount: Fen }[] | undefined;
  readonly cost?: Fen | undefined;
  readonly photos: readonly {
    readonly src: string;
    readonly words: string;
    readonly day: string;
    readonly width: number;
    readonly height: number;
  }[];
  readonly contacts: readonly Contact[];
}

function Funds({ funds, cost }: Pick<PublicAssetPageProps, 'funds' | 'cost'>): VNode {
  if (funds === undefined || cost === undefined)
    return <p>产权不在本村，原值和资金来源记在产权单位的台账上；村里登记的是收益权。</p>;
  return (
    <table class="figures plain">
      <tbody>
        {funds.map((fund) => (
          <tr>
            <th scope="row">{fund.from}</th>
            <td>
              <Money fen={fund.amount} />
            </td>
          </tr>
        ))}
        <tr class="total">
          <th scope="row">一共</th>
          <td>
            <Money fen={cost} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** What it is, what it looks like, whose money built it, where its income goes, whom to ask. */
export function PublicAssetPage(page: PublicAssetPageProps): VNode {
  return (
    <PublicFrame demo={page.demo} place={page.village} placeHref={page.villageHref}>
      <h1 class="notice-title">{page.name}</h1>
      <p class="note">{page.kind}</p>
      {page.left !== undefined && <p>{page.left}</p>}
      <dl class="facts">
        {page.facts.map(({ label, text }) => (
          <>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </>
        ))}
      </dl>
      {page.photos.map(({ src, words, day, width, height }) => (
        <p>
          <img src={src} alt={words} loading="lazy" width={width} height={height} />
          <br />
          {`${words}（${day}）`}
        </p>
      ))}
      <h2>谁出的钱（元）</h2>
      <Funds funds={page.funds} cost={page.cost} />
      <h2>挣的钱去哪了</h2>
      <ul class="links">
        <li>
          <a href={page.villageHref}>
            <span class="link-title">看{page.village}的公示</span>
            <span class="about">收了多少、花在哪里，每一笔都在公示上</span>
          </a>
        </li>
      </ul>
      <h2>有疑问找谁</h2>
      <ContactList contacts={page.contacts} />
    </PublicFrame>
  );
}
