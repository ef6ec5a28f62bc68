import type { Fen } from '../../domain/money/fen';
import { remarks } from '../../glossary/remarks';
import { labelOf } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';

/** An item that one side does not know yet. */
export interface OutstandingView {
  readonly text: string;
  /** Its day and how many days it has been waiting; absent for a difference between matched lines. */
  readonly waiting?: { readonly on: string; readonly days: number } | undefined;
  readonly amount: Fen;
  readonly reason: string;
  readonly href: string;
}

/** One side of the statement: its balance, what is added and taken away, what it comes to. */
export interface ReconciliationSide {
  readonly title: string;
  readonly balance: Fen;
  readonly groups: readonly {
    readonly title: string;
    readonly items: readonly OutstandingView[];
    readonly sum: Fen;
  }[];
  readonly adjusted: Fen;
}

/** What bank and books differ by as both begin, and why; no words where nobody has said. */
export interface OpeningView {
  readonly difference: Fen;
  readonly reason: string;
}

/** The bank reconciliation of an account on a day. */
export interface ReconciliationPageProps {
  readonly frame: OfficeFrameProps;
  readonly account: string;
  readonly on: string;
  readonly action: string;
  readonly sides: readonly ReconciliationSide[];
  readonly opening: OpeningView;
  /** The form that says why both began apart; absent for who may only look. */
  readonly explaining?:
    { readonly action: string; readonly form: FormState; readonly codes: readonly Option[] } | undefined;
  /** What else is to be known of it, in words. */
  readonly told: readonly string[];
  readonly matchingHref: string;
  readonly files: { readonly xlsx: string; readonly pdf: string };
  /** The days that can be drawn, where the one asked for is none of them. */
  readonly covered?: { readonly first: string; readonly last: string } | undefined;
}

function Item({ item }: { item: OutstandingView }) {
  return (
    <tr>
      <td>
        <a href={item.href}>{item.text}</a>
        <small>
          {item.waiting !== undefined &&
            `${fullDayText(item.waiting.on)}　${item.waiting.days === 0 ? '当天' : `已 ${item.waiting.days} 天`}　`}
          {item.reason}
        </small>
      </td>
      <td class="n">
        <Money fen={item.amount} />
      </td>
    </tr>
  );
}

function Side({ side }: { side: ReconciliationSide }) {
  return (
    <section>
      <table class="data bank-reconciliation">
        <caption class="read-aloud">{side.title}</caption>
        <tbody>
          <tr class="balance">
            <th scope="row">{side.title}</th>
            <td class="n">
              <Money fen={side.balance} />
            </td>
          </tr>
          {side.groups.map((group) => (
            <>
              <tr class="group">
                <th scope="row">{group.title}</th>
                <td class="n">
                  <Money fen={group.sum} />
                </td>
              </tr>
              {group.items.length === 0 && group.sum === 0n ? (
                <tr>
                  <td colSpan={2} class="word">
                    没有
                  </td>
                </tr>
              ) : (
                group.items.map((item) => <Item item={item} />)
              )}
            </>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">调节后余额</th>
            <td class="n">
              <Money fen={side.adjusted} />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Verdict({ opening: { difference, reason } }: { opening: OpeningView }) {
  if (difference === 0n) return <p class="verdict">{labelOf('reconciliation.equal')}</p>;
  if (reason !== '') return <p class="verdict">{remarks.openingsExplained(difference, reason)}</p>;
  return (
    <p class="verdict is-wrong">
      期初就差 <Money fen={difference} signed />
      ，还没有人说明。请到对账页，在账上找出对账单开始以前还没到银行的几笔；找不出的，在下面写明原因；漏记的补记以后，也到对账页去抵。
    </p>
  );
}

/** Why both began apart, asked while nobody has said it. */
function Explain({ explaining }: { explaining: NonNullable<ReconciliationPageProps['explaining']> }) {
  const { action, form, codes } = explaining;
  return (
    <section>
      <h2>期初为什么差</h2>
      <ErrorSummary form={form} />
      <PostForm action={action} entry>
        <Field form={form} name="code" label="原因" options={codes} />
        <Field form={form} name="note" label="说明" kind="area" hint="哪天、哪笔、凭什么，写给查账的人看" />
        <FormButtons submit="写下原因" />
      </PostForm>
    </section>
  );
}

/** Why a day cannot be drawn: it lies behind the statements, or before they or the books begin. */
function outOfReach({ on, covered }: ReconciliationPageProps): string {
  if (covered === undefined) return '还没有对账单，画不出调节表。';
  return on < covered.first
    ? `调节表从 ${fullDayText(covered.first)} 起才能画：在这以前没有对账单，或者还没有建账。`
    : `对账单只到 ${fullDayText(covered.last)}，这一天画不出调节表。`;
}

/** Both sides beside each other; they end on the same amount, and the page says so. */
export function ReconciliationPage(page: ReconciliationPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          银行存款余额调节表
          <span class="hint">{`${page.account}　${fullDayText(page.on)}　金额单位：元`}</span>
          <span class="aside">
            <a href={page.matchingHref}>去对账</a>
            {page.sides.length > 0 && <a href={page.files.xlsx}>导出 Excel</a>}
            {page.sides.length > 0 && <a href={page.files.pdf}>打印（PDF）</a>}
          </span>
        </h1>
        <form method="get" action={page.action} class="bank-day">
          <label>
            哪一天
            <input type="text" name="on" class="in-day" value={page.on} />
          </label>
          <button type="submit">看这一天</button>
        </form>
        {page.sides.length === 0 ? (
          <EmptyState sentence={outOfReach(page)} />
        ) : (
          <>
            <Verdict opening={page.opening} />
            {page.told.map((sentence) => (
              <p class="hint">{sentence}</p>
            ))}
            <div class="bank-columns">
              {page.sides.map((side) => (
                <Side side={side} />
              ))}
            </div>
            {page.opening.difference !== 0n &&
              page.opening.reason === '' &&
              page.explaining !== undefined && <Explain explaining={page.explaining} />}
          </>
        )}
      </div>
    </OfficeFrame>
  );
}
