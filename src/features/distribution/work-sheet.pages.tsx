import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { spanText } from '../../platform/views/day-text';
import { ErrorSummary, fieldProblems, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { OwedPeople, type OwedPersonRow, WithdrawList } from './owed-list.pages';
import { PlaceField } from './place-field.pages';

/** A labour sheet. */
export interface WorkSheetPageProps {
  readonly frame: OfficeFrameProps;
  readonly workName: string;
  readonly workHref: string;
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly amount: Fen;
  readonly paper: string;
  readonly state: GlyphState;
  readonly stateWord: string;
  readonly rows: readonly OwedPersonRow[];
  /** Who entered and who accepted it, and why it was withdrawn, as sentences. */
  readonly history: readonly string[];
  readonly voucher: { readonly href: string; readonly label: string } | undefined;
  /** The reversed vouchers of the same claim whose place it may take, and that it is another. */
  readonly places: readonly Option[];
  /** Field names: acceptedOn, placeOf, againWhy; withdrawnWhy. */
  readonly form: FormState;
  /** Why this person cannot accept it: it is their own. */
  readonly barred: string | undefined;
  readonly acceptAction: string | undefined;
  readonly withdrawAction: string | undefined;
}

function Accept({ page: { form, places }, action }: { page: WorkSheetPageProps; action: string }) {
  const isAsked = fieldProblems(form, 'againWhy').length > 0 || (form.values['againWhy'] ?? '') !== '';
  return (
    <section>
      <h2>
        验收<span class="hint">验收就列支：村里从这时起欠这些人劳务报酬</span>
      </h2>
      <PostForm action={action} entry>
        <Field
          form={form}
          name="acceptedOn"
          label={fieldLabel('acceptedOn')}
          kind="day"
          hint="如 2025-07-11"
        />
        {isAsked && <Field form={form} name="againWhy" label={fieldLabel('againWhy')} kind="area" />}
        <PlaceField form={form} places={places} />
        <FormButtons submit="验收、列支" />
      </PostForm>
    </section>
  );
}

/** A labour sheet, person by person; then who accepts it. */
export function WorkSheetPage(page: WorkSheetPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {`第${page.number}张工单 `}
          <Money fen={page.amount} />
          <span class="hint">
            <a href={page.workHref}>{page.workName}</a>
            {`　${spanText(page.from, page.to)}　${page.paper}`}
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        <p class="plan-state">
          <StateChip state={page.state}>{page.stateWord}</StateChip>
          {page.voucher !== undefined && <a href={page.voucher.href}>{page.voucher.label}</a>}
        </p>
        <OwedPeople caption="工单上的人" rows={page.rows} amount={page.amount} />
        {page.history.map((sentence) => (
          <p class="small">{sentence}</p>
        ))}
        {page.barred !== undefined && <p class="barred">{page.barred}</p>}
        {page.acceptAction !== undefined && <Accept page={page} action={page.acceptAction} />}
        {page.withdrawAction !== undefined && (
          <WithdrawList
            form={page.form}
            action={page.withdrawAction}
            hint="如 天数记错，重新记"
            submit="撤掉工单"
          />
        )}
      </div>
    </OfficeFrame>
  );
}
