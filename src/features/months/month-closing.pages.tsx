import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { monthText } from '../../platform/views/day-text';
import { fieldProblems, type FormState } from '../../platform/views/error-summary';
import { Field } from '../../platform/views/field';
import { type MonthState, StateGlyph } from '../../platform/views/state-glyph';

/** Something done to the month, as its history tells it. */
export interface ActLine {
  readonly act: 'held' | 'reopened' | 'sealed';
  readonly who: string;
  /** As people read it: `2025-07-11 10:42`. */
  readonly at: string;
  readonly reason?: string | undefined;
}

/** Something in the way: what it is, and where it is mended. */
export interface Wanted {
  readonly sentence: string;
  readonly href?: string | undefined;
}

/** How far the closing of a month is, and what the person who looks may do about it. */
export interface MonthClosing {
  readonly month: string;
  readonly state: MonthState;
  /** For who keeps the books of a held month: where it is opened again, or why it is not. */
  readonly reopening?: { readonly action: string; readonly refusal?: string | undefined } | undefined;
  /** For the township, on a held month: where it is sealed, and everything that is in the way. */
  readonly sealing?: { readonly action: string; readonly wanting: readonly Wanted[] } | undefined;
  /** The open month in which a late fact is booked. */
  readonly openMonth?: { readonly month: string; readonly href: string } | undefined;
  readonly acts: readonly ActLine[];
}

const ACT_WORDS: Readonly<Record<ActLine['act'], string>> = {
  held: '结账',
  reopened: '重新打开',
  sealed: '封账',
};

function LateFacts({ closing }: { closing: MonthClosing }) {
  const { month, openMonth } = closing;
  if (openMonth === undefined) return null;
  return (
    <>
      晚到的单据记在<a href={openMonth.href}>{monthText(openMonth.month)}</a>
      {`，“所属月份”写 ${month}。`}
    </>
  );
}

/** What is checked when a month is sealed, before anything is kept. */
const CHECKS = [
  '前面的月份都已封账，结账要办的事都办完',
  '每张凭证重新加一遍，和各科目的发生额一分不差',
  '每种资金的借方等于贷方',
  '封账的人不是结账的人',
];

function Sealing({ closing }: { closing: MonthClosing }) {
  const { month, sealing } = closing;
  if (sealing === undefined) return null;
  const { action, wanting } = sealing;
  const ready = wanting.length === 0;
  return (
    <section class="sealing">
      <h2>{ready ? `${monthText(month)}可以封账了` : `封账前还有${wanting.length}件事`}</h2>
      {!ready && (
        <ul class="blockers">
          {wanting.map(({ sentence, href }) => (
            <li>
              <StateGlyph state="attention" named />
              <p>
                {sentence}
                {href !== undefined && <a href={href}>去处理</a>}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p class="small">{`封账时核对：${CHECKS.join('；')}。有一项不对就不封。`}</p>
      <PostForm action={action} class="hold">
        <button type="submit" class={ready ? 'primary' : 'waiting'} disabled={!ready}>
          {`${monthText(month)}封账`}
        </button>
        <span class="hint">
          {ready ? '封账后余额从此不变，这个月再也打不开。' : '上面的事办完才能封账。'}
        </span>
      </PostForm>
    </section>
  );
}

/** Above the vouchers: that a month takes no more entries, where they go instead, and its sealing. */
export function ClosingHead({ closing }: { readonly closing: MonthClosing }) {
  if (closing.state === 'open') return null;
  return (
    <>
      <p class="closing">
        {closing.state === 'sealed' ? '已封账，余额从此不变，再也打不开。' : '已结账，不再记账，等镇里封账。'}
        <LateFacts closing={closing} />
      </p>
      <Sealing closing={closing} />
    </>
  );
}

function Reopening({ closing, form }: { closing: MonthClosing; form: FormState }) {
  const { month, reopening } = closing;
  if (reopening === undefined) return null;
  const { action, refusal } = reopening;
  if (refusal !== undefined) {
    return (
      <p class="hold">
        <button type="button" class="waiting" disabled>
          重新打开
        </button>
        <span class="hint">{refusal}</span>
      </p>
    );
  }
  const isTyped = form.values['reason'] !== undefined || fieldProblems(form, 'reason').length > 0;
  return (
    <details class="fold" open={isTyped}>
      <summary>{`${monthText(month)}记漏了，要重新打开`}</summary>
      <p class="small">打开后可以再往这个月记账，记完要再结账。理由留在下面的经过里，谁都能看到。</p>
      <PostForm action={action}>
        <Field
          form={form}
          name="reason"
          label={fieldLabel('reason')}
          kind="area"
          hint="4 到 200 个字，不写个人的名字"
        />
        <div class="buttons">
          <button type="submit">{`重新打开${monthText(month)}`}</button>
        </div>
      </PostForm>
    </details>
  );
}

/** Below the vouchers: opening the month again, and everything that was ever done to it. */
export function ClosingFoot(props: { readonly closing: MonthClosing; readonly form: FormState }) {
  const { closing, form } = props;
  return (
    <>
      <Reopening closing={closing} form={form} />
      {closing.acts.length > 0 && (
        <section class="acts">
          <h3>经过</h3>
          <ol>
            {closing.acts.map((line) => (
              <li>
                {`${line.at}　${line.who}${ACT_WORDS[line.act]}`}
                {line.reason !== undefined && `，理由：${line.reason}`}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
