import { type Fen, yuanText } from '../../domain/money/fen';
import { fieldLabel, labelOf } from '../../glossary/terms';
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
import { Control, Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { MonthFrame } from '../../platform/views/month-frame';
import type { MonthWork } from '../../platform/views/month-work';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
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

function Receivables({ page }: { page: ReceiptFormPageProps }) {
  const { form, receivables } = page;
  return (
    <DataTable
      caption="还没到账的钱"
      class="entry-table"
      rows={receivables}
      columns={[
        {
          head: '哪笔钱',
          names: true,
          total: '合计',
          cell: (row) => <span id={`receivable-${row.id}`}>{receivableName(row)}</span>,
        },
        { head: '凭证', narrow: true, cell: (row) => row.voucherNumber },
        {
          head: '还没到账',
          numeric: true,
          cell: (row) => <Money fen={row.open} />,
          total: <Money fen={receivables.reduce((sum, row) => sum + row.open, 0n)} />,
        },
        {
          head: '这次到账',
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

function receivableName(row: OpenReceivable): string {
  return `${row.source}　${yearMonthText(row.aboutPeriod)}${row.stream}`;
}

/** A form whose problems of a receivable's box say which money they are about. */
function namingReceivables(form: FormState, receivables: readonly OpenReceivable[]): FormState {
  return {
    ...form,
    sentence: (problem) => {
      const row = receivables.find(({ id }) => fieldPath(receivableField(id)) === fieldPath(problem.field));
      if (row === undefined) return form.sentence(problem);
      return `${receivableName(row)}：${form.sentence({ ...problem, field: 'amount' })}`;
    },
  };
}

/** The bank line first, then which debts it pays; both sums must meet. */
export function ReceiptFormPage({ form: asked, ...page }: ReceiptFormPageProps) {
  const form = namingReceivables(asked, page.receivables);
  return (
    <MonthFrame frame={page.frame} work={page.work} entry>
      <h1>
        到账<span class="hint">银行收到的一笔钱，付的是哪几笔应收</span>
      </h1>
      <ErrorSummary form={form} />
      {page.receivables.length === 0 ? (
        <EmptyState
          sentence="没有等着到账的钱。"
          action={page.cancelHref === undefined ? undefined : { href: page.cancelHref, label: '回到本月。' }}
        />
      ) : (
        <PostForm action={page.action} entry>
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
          <Receivables page={{ ...page, form }} />
          <FromAdvance page={{ ...page, form }} />
          <Field
            form={form}
            name="attachments"
            label={fieldLabel('attachments')}
            kind="number"
            unit="张"
            hint="不填算 1 张"
          />
          <FormButtons submit="入账" cancelHref={page.cancelHref} />
          <p class="small">
            会记一张凭证：借 银行存款，贷 应收款；用预收的钱抵，借 应付款。没填的格子照旧欠着。
          </p>
        </PostForm>
      )}
    </MonthFrame>
  );
}

/** Rent or other income that fell due. */
export interface RentFormPageProps {
  readonly frame: OfficeFrameProps;
  readonly work?: MonthWork | undefined;
  /**
   * Field names: assetId and those of the domain's IncomeDueForm: stream (rent|other), payer, coversFrom …
   */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref?: string | undefined;
  /** Assets that can earn it. */
  readonly assets: readonly Option[];
}

const STREAMS: readonly Option[] = ['rent', 'other'].map((value) => ({
  value,
  label: labelOf(`stream.${value}`),
}));

/** What is owed, by whom, for which days, due when. The receipt is entered when the money has come. */
export function RentFormPage(page: RentFormPageProps) {
  const { form } = page;
  return (
    <MonthFrame frame={page.frame} work={page.work} entry>
      <h1>
        应收租金<span class="hint">先记该收的，钱到了再记到账</span>
      </h1>
      <ErrorSummary form={form} />
      <PostForm action={page.action} entry>
        <Field form={form} name="stream" label={fieldLabel('stream')} options={STREAMS} />
        <Field form={form} name="assetId" label={fieldLabel('assetId')} options={page.assets} />
        <Field form={form} name="payer" label={fieldLabel('payer')} hint="照合同上的名称" />
        <Field
          form={form}
          name="coversFrom"
          label={fieldLabel('coversFrom')}
          kind="day"
          hint="如 2025-07-01，含当天"
        />
        <Field form={form} name="coversTo" label={fieldLabel('coversTo')} kind="day" hint="含当天" />
        <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" />
        <Field form={form} name="dueOn" label={fieldLabel('dueOn')} kind="day" />
        <Field form={form} name="postedOn" label={fieldLabel('postedOn')} kind="day" />
        <Field
          form={form}
          name="attachments"
          label={fieldLabel('attachments')}
          kind="number"
          unit="张"
          hint="不填算 1 张"
        />
        <FormButtons submit="入账" cancelHref={page.cancelHref} />
        <p class="small">会记一张凭证：借 应收款，贷 经营收入。</p>
      </PostForm>
    </MonthFrame>
  );
}
