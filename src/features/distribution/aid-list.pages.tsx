import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { type CheckView, CheckList } from '../../platform/views/check-result';
import { PostForm } from '../../platform/views/csrf-field';
import { cameBack, ErrorSummary, fieldProblems, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { OwedPeople, type OwedPersonRow, WithdrawList } from './owed-list.pages';
import { PlaceField } from './place-field.pages';

/** One thing the document asks to be noted. */
export interface AidNoteField {
  readonly name: string;
  /** What it is: a step, a signature, a paper, an answer. */
  readonly topic: string;
  readonly label: string;
  readonly kind: 'day' | 'number' | 'choice';
  readonly options: readonly Option[];
}

/** A list of rewards or subsidies. */
export interface AidListPageProps {
  readonly frame: OfficeFrameProps;
  readonly number: number;
  readonly amount: Fen;
  readonly aidHref: string;
  readonly kind: string;
  readonly ground: string;
  readonly basis: string;
  readonly state: GlyphState;
  readonly stateWord: string;
  readonly rows: readonly OwedPersonRow[];
  /** What was shared out, why all get the same, who entered and accepted it, as sentences. */
  readonly sentences: readonly string[];
  readonly checks: readonly CheckView[];
  readonly notes: readonly AidNoteField[];
  /** The reversed vouchers of the same claim whose place it may take, and that it is another. */
  readonly places: readonly Option[];
  /** Field names: aidNotes[…]; noteKey, noteWhy; aidOn, aidReason, placeOf; withdrawnWhy. */
  readonly form: FormState;
  readonly voucher: { readonly href: string; readonly label: string } | undefined;
  /** Why this person cannot accept it: it is their own. */
  readonly barred: string | undefined;
  readonly noteAction: string | undefined;
  /** Where something that was noted is taken off, and what stands; absent where nothing does. */
  readonly noteOff: { readonly action: string; readonly noted: readonly Option[] } | undefined;
  readonly acceptAction: string | undefined;
  readonly withdrawAction: string | undefined;
}

/** The fields of what a document asks to be noted. */
export function NoteFields({ form, notes }: { form: FormState; notes: readonly AidNoteField[] }) {
  return (
    <>
      {notes.map(({ name, topic, label, kind, options }) =>
        kind === 'choice' ? (
          <Field form={form} name={name} label={label} options={options} hint={topic} />
        ) : (
          <Field form={form} name={name} label={label} kind={kind} hint={topic} />
        ),
      )}
    </>
  );
}

function Notes({ page: { form, notes }, action }: { page: AidListPageProps; action: string }) {
  return (
    <section>
      <h2>
        手续和材料<span class="hint">文件要的，办好一样记一样，写办好的日子</span>
      </h2>
      <PostForm action={action} entry>
        <NoteFields form={form} notes={notes} />
        <FormButtons submit="记下手续" />
      </PostForm>
    </section>
  );
}

function NoteOff({ form, off }: { form: FormState; off: NonNullable<AidListPageProps['noteOff']> }) {
  return (
    <details class="fold" open={cameBack(form, ['noteKey', 'noteWhy'])}>
      <summary>撤掉一样手续</summary>
      <PostForm action={off.action} entry>
        <Field form={form} name="noteKey" label={fieldLabel('noteKey')} options={off.noted} />
        <Field form={form} name="noteWhy" label={fieldLabel('noteWhy')} hint="如 记错了清单，还没有入户" />
        <FormButtons submit="撤掉一样手续" />
      </PostForm>
    </details>
  );
}

function Accept({ page: { form, places }, action }: { page: AidListPageProps; action: string }) {
  const isAsked = fieldProblems(form, 'aidReason').length > 0 || (form.values['aidReason'] ?? '') !== '';
  return (
    <section>
      <h2>
        同意<span class="hint">同意就列支：村里从这时起欠这些人</span>
      </h2>
      <PostForm action={action} entry>
        <Field form={form} name="aidOn" label={fieldLabel('aidOn')} kind="day" hint="如 2025-07-11" />
        {isAsked && <Field form={form} name="aidReason" label={fieldLabel('aidReason')} kind="area" />}
        <PlaceField form={form} places={places} />
        <FormButtons submit="同意、列支" />
      </PostForm>
    </section>
  );
}

/** A list, person by person; what the document says of it; what is noted with it; then who accepts it. */
export function AidListPage(page: AidListPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {`第${page.number}张清单 `}
          <Money fen={page.amount} />
          <span class="hint">
            <a href={page.aidHref}>奖励补助</a>
            {`　${page.kind}　${page.ground}　标准：${page.basis}`}
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        <p class="plan-state">
          <StateChip state={page.state}>{page.stateWord}</StateChip>
          {page.voucher !== undefined && <a href={page.voucher.href}>{page.voucher.label}</a>}
        </p>
        <OwedPeople caption="清单上的人" rows={page.rows} amount={page.amount} />
        {page.sentences.map((sentence) => (
          <p class="small">{sentence}</p>
        ))}
        {page.barred !== undefined && <p class="barred">{page.barred}</p>}
        {page.checks.length > 0 && <CheckList checks={page.checks} />}
        {page.noteAction !== undefined && <Notes page={page} action={page.noteAction} />}
        {page.noteOff !== undefined && <NoteOff form={page.form} off={page.noteOff} />}
        {page.acceptAction !== undefined && <Accept page={page} action={page.acceptAction} />}
        {page.withdrawAction !== undefined && (
          <WithdrawList
            form={page.form}
            action={page.withdrawAction}
            hint="如 标准写错，重新记"
            submit="撤掉清单"
          />
        )}
      </div>
    </OfficeFrame>
  );
}
