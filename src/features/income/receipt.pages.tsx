import { type Fen, yuanText } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { PostForm } from '../../platform/views/csrf-field';
import { yearMonthText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import {
  ErrorSummary,
  FieldErrors,
  fieldId,
  fieldPath,
  fieldProblems,
  type FormState,
} from '../../platform/views/error-summary';
import { Control, Field, type Option } from '../../platform/views/field';
import { KeptFormButtons } from '../../platform/views/kept-form-buttons';
import { Money } from '../../platform/views/money';
import { MonthFrame } from '../../platform/views/month-frame';
import type { MonthWork } from '../../platform/views/month-work';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
import { ShortName } from '../../platform/views/short-name';
import { DataTable } from '../../platform/views/table';

/** Money owed to the village that a receipt can settle. */
export interface OpenReceivable {
  readonly id: string;
  /** The asset it comes from. */
  readonly source: string;
  /** 电费, 国家补贴, 租金: a word of the glossary. */
  readonly stream: string;
  /** The month it was earned in, `2025-05`. */
  readonly aboutPeriod: string;
  readonly voucherNumber: string;
  readonly open: Fen;
  /** Whether its amount holds the tax, and how much of it is tax. */
  readonly tax?: string;
  /** What it is called under the document of its day. */
  readonly nature?: string | undefined;
}

/** Money that came into the bank, spread over what was owed. */
export interface ReceiptFormPageProps {
  readonly frame: OfficeFrameProps;
  readonly work?: MonthWork | undefined;
  /** Field names: receivedOn, amount, `amounts[<receivable id>]`. */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref?: string | undefined;
  readonly receivables: readonly OpenReceivable[];
  /** What was paid in advance for their assets; the receipt may be taken from it. */
  readonly advances: readonly Advance[];
  /** Where the last fen of a fee are given up; absent where there are none. */
  readonly remainderHref?: string | undefined;
  /** Where a batch of subsidy is spread over its months; absent for other money. */
  readonly batch?: BatchForm | undefined;
}

/** A batch of subsidy whose notice names no months. */
export interface BatchForm {
  readonly action: string;
  readonly month: string | undefined;
  readonly amount: string;
  readonly on: string;
  readonly payer: string;
  /** Who owes any: the grid, keepers of joint stations. */
  readonly payers: readonly Option[];
}

/** Money that came before the income it is for fell due. */
export interface Advance {
  readonly source: string;
  readonly amount: Fen;
}

/** A name under which a receivable's box is posted. */
export function receivableField(id: string): string {
  return `amounts[${id}]`;
}

/** What has not come, and what is said of the tax in it. */
function openOf({ open, tax, nature }: OpenReceivable) {
  return (
    <>
      <Money fen={open} />
      {nature !== undefined && <small>{nature}</small>}
      {tax !== undefined && <small>{tax}</small>}
    </>
  );
}

/** What is still owed, each with a box for an amount under its name. */
export function ReceivablesTable(props: {
  readonly form: FormState;
  readonly receivables: readonly OpenReceivable[];
  readonly caption: string;
  readonly head: string;
}) {
  const { form, receivables } = props;
  return (
    <DataTable
      caption={props.caption}
      class="entry-table"
      rows={receivables}
      columns={[
        {
          head: '哪笔钱',
          names: true,
          total: '合计',
          cell: (row) => (
            <span id={`receivable-${row.id}`}>
              <ShortName name={receivableName(row)} most={30} />
            </span>
          ),
        },
        { head: '凭证', narrow: true, cell: (row) => row.voucherNumber },
        {
          head: '还没到账',
          numeric: true,
          cell: openOf,
          total: <Money fen={receivables.reduce((sum, row) => sum + row.open, 0n)} />,
        },
        {
          head: props.head,
          numeric: true,
          cell: (row) => (
            <>
              <Control
                form={form}
                name={receivableField(row.id)}
                kind="number"
                labelledBy={`receivable-${row.id}`}
              />
              <FieldErrors form={form} name={receivableField(row.id)} />
            </>
          ),
        },
      ]}
    />
  );
}

/** Shown where there is an advance only: nobody else has to think about it. */
function FromAdvance({ page: { form, advances } }: { page: ReceiptFormPageProps }) {
  if (advances.length === 0) return null;
  const name = 'fromAdvance';
  const wrong = fieldProblems(form, name).length > 0;
  return (
    <div class={wrong ? 'field is-wrong' : 'field'}>
      <label for={fieldId(name)}>用预收的钱抵</label>
      <div class="field-body">
        <input
          type="checkbox"
          id={fieldId(name)}
          name={name}
          value="on"
          checked={form.values[name] !== undefined}
        />
        <span class="hint">
          {advances.map(({ source, amount }) => `${source}预收 ${yuanText(amount)}`).join('，')}
          。钱以前就到了账，银行这次没有收到，就勾上。
        </span>
        <FieldErrors form={form} name={name} />
      </div>
    </div>
  );
}

/** Asked only of who typed what the bank paid beyond an energy fee. */
function Excess({ form }: { form: FormState }) {
  const name = 'excessReason';
  if ((form.values[name] ?? '') === '' && fieldProblems(form, name).length === 0) return null;
  return (
    <Field
      form={form}
      name={name}
      label={fieldLabel(name)}
      kind="area"
      hint="多的几分记作其他收入，如 电网按整月合计四舍五入"
    />
  );
}

function receivableName(row: OpenReceivable): string {
  return `${row.source}　${yearMonthText(row.aboutPeriod)}${row.stream}`;
}

/** A form whose problems of a receivable's box say which money they are about. */
export function namingReceivables(form: FormState, receivables: readonly OpenReceivable[]): FormState {
  return {
    ...form,
    sentence: (problem) => {
      const row = receivables.find(({ id }) => fieldPath(receivableField(id)) === fieldPath(problem.field));
      if (row === undefined) return form.sentence(problem);
      return `${receivableName(row)}：${form.sentence({ ...problem, field: 'amount' })}`;
    },
  };
}

/** The notice may name the months itself; where it names none, the oldest are paid first. */
function Batch({ batch }: { batch: BatchForm | undefined }) {
  if (batch === undefined) return null;
  return (
    <form method="get" action={batch.action} class="report-choice">
      <input type="hidden" name="stream" value="subsidy" />
      {batch.month !== undefined && <input type="hidden" name="month" value={batch.month} />}
      <label>
        这批一共（元）
        <input name="amount" inputMode="decimal" size={14} value={batch.amount} />
      </label>
      <label>
        到账日期
        <input name="on" size={10} value={batch.on} />
      </label>
      {batch.payers.length > 1 && (
        <label>
          谁付的
          <select name="payer">
            {batch.payers.map(({ value, label }) => (
              <option value={value} selected={value === batch.payer}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit">从最早的月份起分</button>
    </form>
  );
}

function BankLine({ form }: { form: FormState }) {
  return (
    <>
      <Field
        form={form}
        name="receivedOn"
        label={fieldLabel('receivedOn')}
        kind="day"
        hint="照银行回单，如 2025-07-11"
      />
      <Field
        form={form}
        name="amount"
        label="到账金额"
        kind="number"
        unit="元"
        hint="下面各格加起来要等于它"
      />
    </>
  );
}

/** The bank line first, then which debts it pays; both sums must meet. */
export function ReceiptFormPage({ form: asked, ...page }: ReceiptFormPageProps) {
  const form = namingReceivables(asked, page.receivables);
  return (
    <MonthFrame frame={page.frame} work={page.work} entry kept>
      <h1>
        到账<span class="hint">银行收到的一笔钱，付的是哪几笔应收</span>
      </h1>
      <ErrorSummary form={form} />
      <Batch batch={page.batch} />
      {page.remainderHref !== undefined && (
        <p>
          电费只差几分、银行不会再付的，<a href={page.remainderHref}>去了结尾差</a>。
        </p>
      )}
      {page.receivables.length === 0 ? (
        <EmptyState
          sentence="没有等着到账的钱。"
          action={page.cancelHref === undefined ? undefined : { href: page.cancelHref, label: '回到本月。' }}
        />
      ) : (
        <PostForm action={page.action} entry tryOut="keep">
          <BankLine form={form} />
          <ReceivablesTable
            form={form}
            receivables={page.receivables}
            caption="还没到账的钱"
            head="这次到账"
          />
          <FromAdvance page={{ ...page, form }} />
          <Excess form={form} />
          <AttachmentsField form={form} label={fieldLabel('attachments')} />
          <KeptFormButtons cancelHref={page.cancelHref} keptAt={form.keptAt} />
          <p class="small">
            会记一张凭证：借 银行存款，贷 应收款；用预收的钱抵，借 应付款。没填的格子照旧欠着。
          </p>
        </PostForm>
      )}
    </MonthFrame>
  );
}
