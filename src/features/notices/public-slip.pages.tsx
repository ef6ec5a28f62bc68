import type { VNode } from 'preact';
import { yuanText, type Fen } from '../../domain/money/fen';
import { slipPageWords } from '../../glossary/slip-page-words';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { fullDayText } from '../../platform/views/day-text';
import { PublicFrame } from '../../platform/views/error.pages';
import { Money } from '../../platform/views/money';
import { type Contact, ContactList } from './public-words.pages';
import type { SlipPartStory, SlipRule } from './slip-money.service';

/** One thing that a household is paid for on a list. */
export interface SlipPart {
  readonly amount: Fen;
  /** Undefined where it was taken back in the books since. */
  readonly story: SlipPartStory | undefined;
  readonly state: string;
  /** Whether the bank did not pay it. */
  readonly isBack: boolean;
}

/** What a household reads of what it is paid: its own, and nobody else's. */
export interface PublicSlipPageProps {
  readonly demo: boolean;
  readonly village: string;
  readonly villageHref: string;
  readonly list: string;
  readonly amount: Fen;
  readonly capital: string;
  readonly parts: readonly SlipPart[];
  readonly contacts: readonly Contact[];
}

function Sources({ sources }: Pick<SlipPartStory, 'sources'>): VNode {
  if (sources.length === 0) return <p>这笔钱的账正在更正，来路请问会计。</p>;
  return (
    <ul class="rows">
      {sources.map((source) => (
        <li>
          <span class="name">{widePunctuation(slipPageWords.source(source))}</span>
          <Money fen={source.amount} />
          {source.cameOn !== undefined && !source.isOpening && (
            <span class="about">{slipPageWords.came(source.cameOn)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Rule({ rule }: { readonly rule: SlipRule }): VNode {
  const { plan, decidedOn, document, place, quote, paraphrased, use } = rule;
  return (
    <>
      <dt>哪一批</dt>
      <dd>{decidedOn === undefined ? plan : `${plan}，${fullDayText(decidedOn)}开会通过`}</dd>
      <dt>按哪条</dt>
      <dd>
        {widePunctuation(`《${document}》${place}：${use}`)}
        <details class="clause">
          <summary>{paraphrased ? '看大意' : '看原文'}</summary>
          <blockquote>{widePunctuation(quote)}</blockquote>
        </details>
      </dd>
    </>
  );
}

function Part({ part: { amount, story, state, isBack } }: { readonly part: SlipPart }): VNode {
  return (
    <section>
      <h2>
        {story === undefined
          ? '账上已经收回的一笔'
          : widePunctuation(`${story.what}，${slipPageWords.when(story.when)}`)}
      </h2>
      <p class={isBack ? 'refusal' : undefined}>{state}</p>
      {story !== undefined && (
        <>
          <h3>钱从哪来（元）</h3>
          <Sources sources={story.sources} />
          <dl class="facts">
            {story.rule !== undefined && <Rule rule={story.rule} />}
            <dt>怎么算</dt>
            <dd>
              {story.reckonings.map(({ text }) => widePunctuation(text)).join('；')}
              {story.reckonings.map(({ rounded }) =>
                rounded === undefined ? null : <p class="note">{slipPageWords.rounded(rounded)}</p>,
              )}
            </dd>
            <dt>您得</dt>
            <dd>{yuanText(amount)} 元</dd>
          </dl>
        </>
      )}
    </section>
  );
}

/** From the station to the fen in one household's hand. Its own figures, and no name, number or account. */
export function PublicSlipPage(page: PublicSlipPageProps): VNode {
  return (
    <PublicFrame demo={page.demo} place={page.village} placeHref={page.villageHref}>
      <h1 class="notice-title">我的发放单</h1>
      <p class="note">{page.list}发放清单</p>
      <p class="story">
        <b>
          <Money fen={page.amount} /> 元
        </b>
        <br />
        {page.capital}
      </p>
      {page.parts.map((part) => (
        <Part part={part} />
      ))}
      <h2>有疑问找谁</h2>
      {page.contacts.length === 0 ? <p>请问村会计。</p> : <ContactList contacts={page.contacts} />}
      <p class="note">
        这一页只有您自己的数，凭通知单上的码才能看，请不要把码给别人。通知单丢了，请会计重新打一张，原来的码就不能用了。
      </p>
    </PublicFrame>
  );
}

/** Where a code is typed, and what a code gets that opens nothing: the same whatever is wrong with it. */
export function SlipCodePage({
  demo,
  says,
}: {
  readonly demo: boolean;
  readonly says: string | undefined;
}): VNode {
  return (
    <PublicFrame demo={demo} place="村账公开" placeHref="/public">
      <h1 class="notice-title">看我的发放单</h1>
      <form class="stack" method="get" action="/slip">
        <label for="code">通知单上的码</label>
        <p class="note" id="code-hint">
          在发放通知单的二维码旁边，共16个字母和数字。里面没有字母 I、O 和数字 0、1。
        </p>
        <input
          id="code"
          class="code-box"
          name="code"
          type="text"
          maxlength={40}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby={says === undefined ? 'code-hint' : 'code-hint code-fault'}
          {...(says === undefined ? {} : { 'aria-invalid': true })}
        />
        {says !== undefined && (
          <p class="fault" id="code-fault">
            {says}
          </p>
        )}
        <button class="button" type="submit">
          看发放单
        </button>
      </form>
      <p class="note">通知单丢了，或者码打不开，请村会计重新打一张。</p>
    </PublicFrame>
  );
}
