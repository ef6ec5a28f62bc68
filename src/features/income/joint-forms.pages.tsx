import type { CutMonth } from '../../domain/income/cut-month';
import type { Fen } from '../../domain/money/fen';
import { jointWords } from '../../glossary/joint-words';
import { fieldLabel } from '../../glossary/terms';
import { isAsked } from '../../platform/views/asked-field';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import {
  ErrorSummary,
  FieldErrors,
  fieldId,
  fieldProblems,
  type FormState,
} from '../../platform/views/error-summary';
import { Control, Field, FormButtons } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** Paying owners what came for them. */
export interface PassingOnPageProps {
  readonly frame: OfficeFrameProps;
  /** Field names: paidOn, `amounts[<owner>]`, attachments. */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
  readonly owed: readonly { readonly owner: string; readonly owed: Fen }[];
}

/** The name under which an owner's box is posted. */
export function ownerField(owner: string): string {
  return `amounts[${owner}]`;
}

function OwedBoxes({ form, owed }: Pick<PassingOnPageProps, 'form' | 'owed'>) {
  return (
    <DataTable
      caption="要转付给各村的钱"
      class="entry-table"
      rows={owed}
      columns={[
        {
          head: '谁的',
          names: true,
          cell: (row) => <span id={`owner-${row.owner}`}>{row.owner}</span>,
          total: '合计',
        },
        {
          head: '还没转付',
          numeric: true,
          cell: (row) => <Money fen={row.owed} />,
          total: <Money fen={owed.reduce((sum, row) => sum + row.owed, 0n)} />,
        },
        {
          head: '这次转付',
          numeric: true,
          cell: (row) => (
            <>
              <Control
                form={form}
                name={ownerField(row.owner)}
                kind="number"
                labelledBy={`owner-${row.owner}`}
              />
              <FieldErrors form={form} name={ownerField(row.owner)} />
            </>
          ),
        },
      ]}
    />
  );
}

/** Each owner's box is filled with all that came for him. */
export function PassingOnPage({ form, ...page }: PassingOnPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          转付给各村<span class="hint">银行付出去的一笔，分给哪几家</span>
        </h1>
        <ErrorSummary form={form} />
        <PostForm action={page.action} entry>
          <Field form={form} name="paidOn" label={fieldLabel('paidOn')} kind="day" hint="照银行回单" />
          <OwedBoxes form={form} owed={page.owed} />
          <AttachmentsField form={form} label={fieldLabel('attachments')} />
          <FormButtons submit="入账" cancelHref={page.cancelHref} />
          <p class="small">
            会记一张凭证：借 应付款，贷
            银行存款。来的钱是各村的，不算这里的收入和支出；代管单位补给各村的税，付的是自己的钱。
          </p>
        </PostForm>
      </div>
    </OfficeFrame>
  );
}

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
  /** Field names: validFrom, rows, paperTitle, paperNumber, paperIssuedOn, reason. */
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
          <CutsMonth form={form} />
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

/** Whoever types a day in the middle of a month sees by which table that month goes before it is saved. */
function CutsMonth({ form }: { form: FormState }) {
  const name = 'cutsMonth';
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
          { head: '谁的变了', cell: (row) => row.parts.map((part) => <div>{part}</div>) },
          { head: '依据', cell: (row) => `${row.paper}（${fullDayText(row.issuedOn)}）` },
          { head: '理由', cell: (row) => row.reason },
        ]}
      />
    </section>
  );
}
