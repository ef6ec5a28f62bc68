import { sumFen } from '../../domain/money/fen';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, fieldId, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { ScrollBox } from '../../platform/views/table';
import {
  CertainGroups,
  type MatchActs,
  MatchedGroups,
  type MatchGroupView,
  type MatchLineView,
  PossibleGroups,
} from './bank-groups.pages';

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
  readonly acts?: MatchActs | undefined;
}

type Side = 'bank' | 'books';

const SIDE_WORDS = { bank: '银行对账单', books: '账上' } as const;

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
      <td class="narrow">{mayTick ? <label for={fieldId(name)}>{line.day}</label> : line.day}</td>
      <td>
        {mayTick ? <label for={fieldId(name)}>{line.text}</label> : line.text}
        {line.beside !== '' && <small>{line.beside}</small>}
        {line.explained !== undefined && <small class="explained">{line.explained}</small>}
      </td>
      <td class="n">
        <a class="quiet" href={line.href}>
          <span class="read-aloud">看这一笔 </span>
          <Money fen={line.amount} />
        </a>
      </td>
    </tr>
  );
}

function SideHead({ side, mayTick }: { side: Side; mayTick: boolean }) {
  return (
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
  );
}

function SideTable({ side, page }: { side: Side; page: BankMatchingPageProps }) {
  const lines = page[side];
  const mayTick = page.acts !== undefined;
  return (
    <ScrollBox label={SIDE_WORDS[side]}>
      <table class="data bank-side">
        <caption class="read-aloud">{`${SIDE_WORDS[side]}没对上的`}</caption>
        <SideHead side={side} mayTick={mayTick} />
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
              <Money fen={sumFen(lines.map(({ amount }) => amount))} />
            </td>
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
  );
}

const ALL_DONE = { bank: '银行没有剩下要自己配的。', books: '账上没有剩下要自己配的。' } as const;

function OpenSide({ side, page }: { side: Side; page: BankMatchingPageProps }) {
  const lines = page[side];
  return (
    <section>
      <h2>
        {SIDE_WORDS[side]}
        <span class="hint">{`没对上 ${lines.length} 笔`}</span>
      </h2>
      {lines.length === 0 ? <EmptyState sentence={ALL_DONE[side]} /> : <SideTable side={side} page={page} />}
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
            <CertainGroups groups={page.certain} acts={page.acts} />
            <PossibleGroups groups={page.possible} acts={page.acts} />
            <PostForm action={page.acts?.match ?? ''} entry>
              <div class="bank-columns">
                <OpenSide side="bank" page={page} />
                <OpenSide side="books" page={page} />
              </div>
              {!done && <TickedBar page={page} acts={page.acts} />}
            </PostForm>
            <MatchedGroups groups={page.matched} more={page.moreMatched} acts={page.acts} />
          </>
        )}
      </div>
    </OfficeFrame>
  );
}
