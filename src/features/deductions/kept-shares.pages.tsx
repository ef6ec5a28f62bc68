import type { CutMonth } from '../../domain/income/cut-month';
import { jointWords } from '../../glossary/joint-words';
import { fieldLabel } from '../../glossary/terms';
import { isAsked } from '../../platform/views/asked-field';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import {
  ErrorSummary,
  FieldErrors,
  fieldId,
  fieldProblems,
  type FormState,
} from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { type TouchedBillRow, TouchedBills } from './touched-bills.pages';

/** A new share table of a kept station. */
export interface ShareChangePageProps {
  readonly frame: OfficeFrameProps;
  readonly station: string;
  /** How they were changed before, the last change first. */
  readonly changes: readonly {
    readonly validFrom: string;
    readonly paper: string;
    readonly issuedOn: string;
    readonly reason: string;
    /** Whose part became what: `East 40% → 60%`. */
    readonly parts: readonly string[];
    /** The month that its table cuts, and by which one that goes. */
    readonly cut: CutMonth | undefined;
  }[];
  /** The bills that the typed table would split otherwise, where somebody is asked of them. */
  readonly touched: readonly TouchedBillRow[];
  /** Field names: validFrom, rows, paperTitle, paperNumber, paperIssuedOn, reason; what is asked. */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
}

/** The present table stands in the box, to be changed where something changed. */
export function ShareChangePage({ form, ...page }: ShareChangePageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          换份额表<span class="hint">{page.station}</span>
        </h1>
        <ErrorSummary form={form} />
        <PostForm action={page.action} entry>
          <Field
            form={form}
            name="validFrom"
            label={fieldLabel('validFrom')}
            kind="day"
            hint="从这天起的发电月份按新份额分，以前的不变；在月中的，那个月整月按原来的分"
          />
          <SeenBox form={form} name="cutsMonth" />
          <SeenBox form={form} name="keepsBills" />
          <TouchedBills bills={page.touched} />
          <Field
            form={form}
            name="rows"
            label="份额"
            kind="rows"
            hint="一行一份：编号、原来的村、占比、现在归谁，用制表符或逗号隔开，可以从 Excel 里粘贴。村合并了，改“现在归谁”，编号不动。"
          />
          <Field form={form} name="paperTitle" label={fieldLabel('paperTitle')} kind="text" />
          <Field form={form} name="paperNumber" label={fieldLabel('paperNumber')} kind="text" />
          <Field form={form} name="paperIssuedOn" label={fieldLabel('paperIssuedOn')} kind="day" />
          <Field
            form={form}
            name="reason"
            label={fieldLabel('reason')}
            kind="text"
            hint="份额变了的村，会在自己的月份页看到变成多少、依据哪份文件"
          />
          <FormButtons submit="存下新份额" cancelHref={page.cancelHref} />
        </PostForm>
        <ShareChanges changes={page.changes} />
      </div>
    </OfficeFrame>
  );
}

/** What is to be seen before it is saved: a box of whoever was told so. */
function SeenBox({ form, name }: { form: FormState; name: 'cutsMonth' | 'keepsBills' }) {
  if (!isAsked(form, name)) return null;
  return (
    <div class={fieldProblems(form, name).length > 0 ? 'field is-wrong' : 'field'}>
      <label for={fieldId(name)}>{fieldLabel(name)}</label>
      <div class="field-body">
        <input
          type="checkbox"
          id={fieldId(name)}
          name={name}
          value="yes"
          checked={form.values[name] === 'yes'}
        />
        <FieldErrors form={form} name={name} />
      </div>
    </div>
  );
}

function ShareChanges({ changes }: Pick<ShareChangePageProps, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <section>
      <h2>份额变过几次</h2>
      <DataTable
        caption="份额变过几次"
        rows={changes}
        columns={[
          {
            head: '起用',
            names: true,
            cell: (row) => (
              <>
                {fullDayText(row.validFrom)}
                {row.cut !== undefined && <small>{jointWords.cutMonth(row.cut)}</small>}
              </>
            ),
          },
          {
            head: '谁的变了',
            cell: ({ parts }) =>
              parts.length === 0 ? '各家的份额没有变' : parts.map((part) => <div>{part}</div>),
          },
          { head: '依据', cell: (row) => `${row.paper}（${fullDayText(row.issuedOn)}）` },
          { head: '理由', cell: (row) => row.reason },
        ]}
      />
    </section>
  );
}
