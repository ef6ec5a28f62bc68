import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';

/** Another voucher, by its number. */
export interface VoucherLink {
  readonly number: string;
  readonly href: string;
}

/** What a voucher's page says of its corrections. */
export interface VoucherCorrections {
  /** The voucher that reverses it, or the one it reverses. */
  readonly reversedBy?: VoucherLink | undefined;
  readonly reverses?: (VoucherLink & { readonly reason: string }) | undefined;
  /** Where it took back, or was taken back, after people were paid: how much, and what becomes of it. */
  readonly paidWhy?: string | undefined;
  /** Of a reversal: the chart of what it takes back, where that is one of before. */
  readonly crossedFrom?: string | undefined;
  /** The voucher that took its place after it was reversed, or the one whose place it took. */
  readonly takenBy?: VoucherLink | undefined;
  readonly placeOf?: VoucherLink | undefined;
  /** What was typed as new in its place, where it was reversed within its own year, which is over. */
  readonly putRightBy?: VoucherLink | undefined;
  /** The voucher beside it that moved its income and expense to an earlier year, or the one it moved. */
  readonly moved?: (VoucherLink & { readonly year: number }) | undefined;
  readonly moves?: VoucherLink | undefined;
  /** The day on which statements count a correction; moved where that is another than of what it corrects. */
  readonly countsOn?: { readonly day: string; readonly isMoved: boolean } | undefined;
  /** Where its fact is entered anew; absent where it stands, or nobody enters it by hand. */
  readonly anewHref?: string | undefined;
  /** The earlier year to which the income and expense of what is entered anew go. */
  readonly anewOf?: number | undefined;
  /** The form for earlier years, where such a fact takes its place in another pool. */
  readonly anewElsewhereHref?: string | undefined;
  /** Reversal form, fields reason and postedOn; absent when it was reversed already or the person may not. */
  readonly reversing?:
    | {
        readonly action: string;
        readonly form: FormState;
        readonly reasons: readonly Option[];
        /** The chart of the voucher, where it is one of before. */
        readonly crossedFrom?: string | undefined;
        /** What people were paid of it already: a reversal asks for a reason of its own. */
        readonly paidAlready?: string | undefined;
        /** What the reversal would leave short, today, in sentences. */
        readonly willBeShort: readonly string[];
      }
    | undefined;
  /** What this reversal has left short and nobody has made good yet, in sentences. */
  readonly isShort: readonly string[];
}

/** Which period's statement counts a correction, where its own day would say another. */
function Counted({ countsOn }: Pick<VoucherCorrections, 'countsOn'>) {
  if (countsOn === undefined) return null;
  const day = fullDayText(countsOn.day);
  return (
    <p class="returned">
      {countsOn.isMoved
        ? `更正的那一期之后又分完了一期，不再改动；这张按 ${day} 算，算在还没分的那一期。`
        : `收益分配仍按 ${day} 算，和它更正的那张在同一期。`}
    </p>
  );
}

/** Of which year its income and expense are, where it was booked in a later one. */
function Moved({ moved, moves }: Pick<VoucherCorrections, 'moved' | 'moves'>) {
  if (moved !== undefined) {
    return (
      <p class="returned">
        {`这是 ${moved.year} 年的收支，不算今年的收益：同时由 `}
        <a href={moved.href}>{moved.number}</a> 转入收益分配。
      </p>
    );
  }
  if (moves === undefined) return null;
  return (
    <p class="returned">
      和 <a href={moves.href}>{moves.number}</a> 同时记账；那张冲销，这张跟着冲销。
    </p>
  );
}

/** Where a reversed fact is entered anew, and of which year it then is. */
function Anew({ voucher }: { voucher: VoucherCorrections }) {
  const { anewHref, anewOf, anewElsewhereHref, putRightBy } = voucher;
  if (putRightBy !== undefined) {
    return (
      <>
        当年已经另记 <a href={putRightBy.href}>{putRightBy.number}</a>，不用再重记。
      </>
    );
  }
  if (anewHref === undefined) return null;
  return (
    <>
      {' '}
      <a href={anewHref}>改正后重记</a>
      <br />
      <small>表已按原来的填好，公示和分配仍算在原来那一期；这件事不存在的，不用重记。</small>
      {anewOf !== undefined && (
        <>
          <br />
          <small>{`收入、费用算回 ${anewOf} 年：重记时另记一张凭证，转入收益分配，今年的收益不变。`}</small>
        </>
      )}
      {anewElsewhereHref !== undefined && (
        <>
          <br />
          <small>
            原来记错了资金、那张表上选不到的，到<a href={anewElsewhereHref}>更正以前年度</a>重记。
          </small>
        </>
      )}
    </>
  );
}

/** What took it back, what took its place, and what is short since. */
export function Reversals({ voucher }: { voucher: VoucherCorrections }) {
  const { reversedBy, reverses, takenBy, placeOf } = voucher;
  return (
    <>
      {reversedBy !== undefined && (
        <p class="returned">
          这张凭证已由 <a href={reversedBy.href}>{reversedBy.number}</a> 冲销，不再算数。
          {takenBy !== undefined && (
            <>
              已重记为 <a href={takenBy.href}>{takenBy.number}</a>。
            </>
          )}
          <Anew voucher={voucher} />
        </p>
      )}
      {placeOf !== undefined && (
        <p class="returned">
          重记 <a href={placeOf.href}>{placeOf.number}</a>，那张已冲销。
        </p>
      )}
      {reverses !== undefined && (
        <p class="returned">
          冲销 <a href={reverses.href}>{reverses.number}</a>：{reverses.reason}
          {voucher.crossedFrom !== undefined && '。'}
          {voucher.crossedFrom !== undefined && (
            <small>
              {`那张用的是 ${voucher.crossedFrom} 年科目表：这里按换表时余额转到的科目逐条冲销，收入、支出直接冲收益分配。`}
            </small>
          )}
        </p>
      )}
      {voucher.paidWhy !== undefined && <p class="returned">{voucher.paidWhy}</p>}
      <Moved moved={voucher.moved} moves={voucher.moves} />
      <Counted countsOn={voucher.countsOn} />
      {voucher.isShort.map((sentence) => (
        <p class="blocked-text" role="status">
          {`还没有补平：${sentence}`}
        </p>
      ))}
    </>
  );
}

/** The form that takes it back, with what that would leave short. */
export function ReverseForm({ reversing }: { reversing: NonNullable<VoucherCorrections['reversing']> }) {
  const { form } = reversing;
  const asksOfPaid = form.problems.some(({ field }) => field === 'paidWhy');
  return (
    <details class="fold" open={form.problems.length > 0}>
      <summary>这张记错了，要冲销</summary>
      <p class="small">冲销会另记一张相反的凭证，原来这张留着。一张凭证只能冲销一次。</p>
      {reversing.crossedFrom !== undefined && (
        <p class="small">
          {`这张用的是 ${reversing.crossedFrom} 年科目表：冲销按换表时余额转到的科目记，收入、支出直接冲收益分配，今年的收益不变。`}
        </p>
      )}
      {reversing.willBeShort.map((sentence) => (
        <p class="blocked-text">{`照样可以冲销，但是冲了以后：${sentence}`}</p>
      ))}
      {reversing.paidAlready !== undefined && !asksOfPaid && (
        <p class="blocked-text">{reversing.paidAlready}</p>
      )}
      <ErrorSummary form={form} />
      <PostForm action={reversing.action} entry>
        <Field form={form} name="reason" label={fieldLabel('reason')} options={reversing.reasons} />
        <Field
          form={form}
          name="postedOn"
          label={fieldLabel('postedOn')}
          kind="day"
          hint="要在记账中的月份里"
        />
        {reversing.paidAlready !== undefined && (
          <Field
            form={form}
            name="paidWhy"
            label={fieldLabel('paidWhy')}
            hint="收回来、重新列支，还是别的，写清楚；一直留着"
          />
        )}
        <div class="buttons">
          <button type="submit">冲销</button>
        </div>
      </PostForm>
    </details>
  );
}
