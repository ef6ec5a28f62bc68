import type { ComponentChildren } from 'preact';
import type { Fen } from '../../domain/money/fen';
import { PostForm } from '../../platform/views/csrf-field';
import { shortDay } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, fieldId, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { ScrollBox } from '../../platform/views/table';

/** One line of either side. Fen; in above zero. */
export interface MatchLineView {
  readonly id: string;
  readonly on: string;
  readonly amount: Fen;
  readonly text: string;
  /** Beside the text: counterparty and reference, or the voucher's number. */
  readonly beside: string;
  readonly href: string;
  /** Why it stands alone, where somebody said so. */
  readonly explained?: string | undefined;
}

/** Lines that belong together, or seem to. */
export interface MatchGroupView {
  readonly id: string;
  readonly rule: string;
  readonly bank: readonly MatchLineView[];
  readonly books: readonly MatchLineView[];
  /** Bank less books, and why. */
  readonly difference?: { readonly amount: Fen; readonly reason: string } | undefined;
}

/** Bank left, books right, what seems certain above. */
export interface BankMatchingPageProps {
  readonly frame: OfficeFrameProps;
  readonly account: string;
  readonly form: FormState;
  readonly bank: readonly MatchLineView[];
  readonly books: readonly MatchLineView[];
  readonly certain: readonly MatchGroupView[];
  readonly possible: readonly MatchGroupView[];
  readonly matched: readonly MatchGroupView[];
  /** Matches that stand and are not listed. */
  readonly moreMatched: number;
  readonly codes: readonly Option[];
  readonly importHref: string;
  readonly reconciliationHref: string;
  readonly hasStatement: boolean;
  /** Where the forms post, and the digest of what is certain; absent for who may only look. */
  readonly acts?:
    | { readonly match: string; readonly accept: string; readonly undo: string; readonly shown: string }
    | undefined;
}

type Side = 'bank' | 'books';

const SIDE_WORDS = { bank: '银行对账单', books: '账上' } as const;

function sumOf(lines: readonly MatchLineView[]): Fen {
  return lines.reduce((sum, line) => sum + line.amount, 0n);
}

function LineRow(props: { line: MatchLineView; side: Side; ticked: boolean; mayTick: boolean }) {
  const { line, side, ticked, mayTick } = props;
  const name = `${side}[${line.id}]`;
  return (
    <tr>
      {mayTick && (
        <td class="tick">
          <input
            type="checkbox"
            id={fieldId(name)}
            name={name}
            value="1"
            checked={ticked}
            data-tick={side}
            data-fen={line.amount.toString()}
          />
        </td>
      )}
      <td class="narrow">
        {mayTick ? <label for={fieldId(name)}>{shortDay(line.on)}</label> : shortDay(line.on)}
      </td>
      <td>
        {mayTick ? <label for={fieldId(name)}>{line.text}</label> : line.text}
        {line.beside !== '' && <small>{line.beside}</small>}
        {line.explained !== undefined && <small class="explained">{line.explained}</small>}
      </td>
      <td class="n">
        <a class="quiet" href={line.href} aria-label="看这一笔">
          <Money fen={line.amount} />
        </a>
      </td>
    </tr>
  );
}

function SideTable({ side, page }: { side: Side; page: BankMatchingPageProps }) {
  const lines = page[side];
  const mayTick = page.acts !== undefined;
  return (
    <section>
      <h2>
        {SIDE_WORDS[side]}
        <span class="hint">{`没对上 ${lines.length} 笔`}</span>
      </h2>
      {lines.length === 0 ? (
        <EmptyState sentence={side === 'bank' ? '银行的每一笔都对上了。' : '账上的每一笔都对上了。'} />
      ) : (
        <ScrollBox label={SIDE_WORDS[side]}>
          <table class="data bank-side">
            <caption class="read-aloud">{`${SIDE_WORDS[side]}没对上的`}</caption>
            <thead>
              <tr>
                {mayTick && (
                  <th scope="col">
                    <span class="read-aloud">勾</span>
                  </th>
                )}
                <th scope="col">日期</th>
                <th scope="col">{side === 'bank' ? '摘要' : '凭证'}</th>
                <th scope="col" class="n">
                  金额
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <LineRow
                  line={line}
                  side={side}
                  ticked={page.form.values[`${side}[${line.id}]`] !== undefined}
                  mayTick={mayTick}
                />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={mayTick ? 3 : 2}>
                  合计
                </th>
                <td class="n">
                  <Money fen={sumOf(lines)} />
                </td>
              </tr>
            </tfoot>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}

/** The sums of what is ticked; a script keeps them up to date, without one they are reckoned on submit. */
function TickedBar({ page, acts }: { page: BankMatchingPageProps; acts: BankMatchingPageProps['acts'] }) {
  if (acts === undefined) return null;
  return (
    <div class="action-bar bank-bar">
      <span hidden data-needs-script>
        勾上的：银行 <b data-sum="bank">0.00</b>　账上 <b data-sum="books">0.00</b>　相差{' '}
        <b data-sum="difference">0.00</b>
      </span>
      <button type="submit" class="primary">
        配上
        <kbd hidden data-needs-script>
          Ctrl Enter
        </kbd>
      </button>
      <details class="bank-difference" open={page.form.problems.length > 0}>
        <summary>两边不相等，写明差在哪里</summary>
        <Field form={page.form} name="code" label="差异原因" options={page.codes} />
        <Field form={page.form} name="note" label="说明" />
      </details>
    </div>
  );
}

function GroupLines({ lines, side }: { lines: readonly MatchLineView[]; side: Side }) {
  return (
    <ul>
      {lines.map((line) => (
        <li>
          <span class="narrow">{shortDay(line.on)}</span>
          <span>
            {line.text}
            {line.beside !== '' && <small>{line.beside}</small>}
          </span>
          <a class="quiet n" href={line.href}>
            <Money fen={line.amount} />
          </a>
        </li>
      ))}
      {lines.length === 0 && <li class="word">{side === 'bank' ? '不经过银行' : '账上没有'}</li>}
    </ul>
  );
}

function Group({ group, children }: { group: MatchGroupView; children?: ComponentChildren }) {
  return (
    <li class="bank-group">
      <GroupLines lines={group.bank} side="bank" />
      <GroupLines lines={group.books} side="books" />
      <div class="bank-group-foot">
        <span class="word">{group.rule}</span>
        {group.difference !== undefined && (
          <span class="explained">
            相差 <Money fen={group.difference.amount} signed />　{group.difference.reason}
          </span>
        )}
        {children}
      </div>
    </li>
  );
}

function Certain({ page }: { page: BankMatchingPageProps }) {
  const { certain, acts } = page;
  if (certain.length === 0) return null;
  return (
    <section class="bank-certain">
      <h2>
        {`能确定的 ${certain.length} 组`}
        <span class="hint">没有别的可能。看过再认可，程序不会自己配。</span>
      </h2>
      <ol>
        {certain.map((group) => (
          <Group group={group} />
        ))}
      </ol>
      {acts !== undefined && (
        <PostForm action={acts.accept}>
          <input type="hidden" name="shown" value={acts.shown} />
          <div class="buttons">
            <button type="submit" class="primary">{`${certain.length} 组全部认可`}</button>
          </div>
        </PostForm>
      )}
    </section>
  );
}

function Possible({ page }: { page: BankMatchingPageProps }) {
  const { possible, acts } = page;
  if (possible.length === 0) return null;
  return (
    <section>
      <h2>
        {`可能的 ${possible.length} 组`}
        <span class="hint">也可能是别的，一组一组看。</span>
      </h2>
      <ol>
        {possible.map((group) => (
          <Group group={group}>
            {acts !== undefined && (
              <PostForm action={acts.match}>
                {group.bank.map(({ id }) => (
                  <input type="hidden" name={`bank[${id}]`} value="1" />
                ))}
                {group.books.map(({ id }) => (
                  <input type="hidden" name={`books[${id}]`} value="1" />
                ))}
                <button type="submit">认可这一组</button>
              </PostForm>
            )}
          </Group>
        ))}
      </ol>
    </section>
  );
}

function MatchedList({ page }: { page: BankMatchingPageProps }) {
  const { matched, acts, moreMatched } = page;
  if (matched.length === 0) return null;
  return (
    <details class="fold">
      <summary>{`已对上的 ${matched.length + moreMatched} 组，看最近的`}</summary>
      <ol>
        {matched.map((group) => (
          <Group group={group}>
            {acts !== undefined && (
              <details class="bank-undo">
                <summary>拆开</summary>
                <PostForm action={acts.undo}>
                  <input type="hidden" name="matchId" value={group.id} />
                  <label>
                    为什么拆开
                    <input type="text" name="reason" />
                  </label>
                  <button type="submit">拆开</button>
                </PostForm>
              </details>
            )}
          </Group>
        ))}
      </ol>
    </details>
  );
}

/** What is certain, what is possible, then both sides to tick by hand, and what was matched. */
export function BankMatchingPage(page: BankMatchingPageProps) {
  const done = page.bank.length + page.books.length + page.certain.length + page.possible.length === 0;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide bank-matching">
        <h1>
          对账<span class="hint">{page.account}　金额单位：元</span>
          <a class="aside" href={page.reconciliationHref}>
            余额调节表
          </a>
        </h1>
        {!page.hasStatement ? (
          <EmptyState
            sentence="还没有对账单。"
            action={page.acts && { href: page.importHref, label: '从导入对账单开始。' }}
          />
        ) : (
          <>
            <ErrorSummary form={page.form} />
            {done && <p class="verdict">银行和账逐笔对上了。</p>}
            <Certain page={page} />
            <Possible page={page} />
            <PostForm action={page.acts?.match ?? ''} entry>
              <div class="bank-columns">
                <SideTable side="bank" page={page} />
                <SideTable side="books" page={page} />
              </div>
              {!done && <TickedBar page={page} acts={page.acts} />}
            </PostForm>
            <MatchedList page={page} />
          </>
        )}
      </div>
    </OfficeFrame>
  );
}
