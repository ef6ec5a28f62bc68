import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A cost that was deducted and is not paid, or not wholly. */
export interface OwedCostRow {
  readonly id: string;
  readonly name: string;
  /** By name; blank where it is owed to nobody by name. */
  readonly creditor: string;
  readonly postedOn: string;
  readonly amount: Fen;
  readonly open: Fen;
  readonly voucherHref: string;
  readonly payHref: string;
}

/** Costs that are owed, and their payment. */
export interface CostPaymentsPageProps {
  readonly frame: OfficeFrameProps;
  readonly rows: readonly OwedCostRow[];
  /** Everything that is still owed. */
  readonly open: Fen;
  readonly options: readonly Option[];
  /** Field names: cost, paidOn, amount, attachments. */
  readonly form: FormState;
  /** Absent for those who only look. */
  readonly action: string | undefined;
  readonly cancelHref: string;
}

function Owed({ page }: { page: CostPaymentsPageProps }) {
  const columns = [
    { head: '费用', names: true, cell: (row: OwedCostRow) => <a href={row.voucherHref}>{row.name}</a> },
    { head: '欠谁', cell: (row: OwedCostRow) => row.creditor || '没写' },
    { head: '记账日期', narrow: true, cell: (row: OwedCostRow) => row.postedOn },
    { head: '费用金额', numeric: true, cell: (row: OwedCostRow) => <Money fen={row.amount} /> },
    { head: '还欠', numeric: true, cell: (row: OwedCostRow) => <Money fen={row.open} /> },
  ];
  const pay = { head: '要做什么', cell: (row: OwedCostRow) => <a href={row.payHref}>付这一笔</a> };
  return (
    <DataTable
      caption="欠着没付的费用"
      rows={page.rows}
      columns={page.action === undefined ? columns : [...columns, pay]}
    />
  );
}

/** What is owed of necessary costs, then the payment. */
export function CostPaymentsPage(page: CostPaymentsPageProps) {
  const { form, action } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          欠付的费用 <Money fen={page.open} />
          <span class="hint">费用记账那天已经从收益里扣了，付款时不再扣　金额单位：元</span>
        </h1>
        <ErrorSummary form={form} />
        {page.rows.length === 0 ? <p>没有欠着没付的费用。</p> : <Owed page={page} />}
        {action !== undefined && page.rows.length > 0 && (
          <section>
            <PostForm action={action} entry>
              <Field form={form} name="cost" label={fieldLabel('owedCost')} options={page.options} />
              <Field form={form} name="paidOn" label={fieldLabel('paidOn')} kind="day" hint="如 2025-07-11" />
              <Field
                form={form}
                name="amount"
                label={fieldLabel('amount')}
                kind="number"
                unit="元"
                hint="可以分几次付"
              />
              <AttachmentsField form={form} label={fieldLabel('attachments')} />
              <FormButtons submit="入账" cancelHref={page.cancelHref} />
              <p class="small">会记一张凭证：借 应付款项，贷 银行存款。</p>
            </PostForm>
          </section>
        )}
      </div>
    </OfficeFrame>
  );
}
