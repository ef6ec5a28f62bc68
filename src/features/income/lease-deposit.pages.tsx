import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** What happened to a deposit. */
export interface DepositLine {
  readonly on: string;
  readonly what: string;
  readonly amount: Fen;
  readonly reason: string;
  readonly voucherHref: string;
}

/** The deposit of a contract. */
export interface LeaseDepositPageProps {
  readonly frame: OfficeFrameProps;
  readonly number: string;
  readonly leaseHref: string;
  readonly tenant: string;
  readonly lastOn: string;
  readonly agreed: Fen;
  readonly held: Fen;
  /** The contract is over and the money is still here. */
  readonly isDueBack: boolean;
  readonly rows: readonly DepositLine[];
  /** Field names: those of the domain's DepositForm. */
  readonly form: FormState;
  /** Received, given back, or against what the tenant owes. */
  readonly acts: readonly Option[];
  readonly action: string | undefined;
}

function Stand({ page }: { page: LeaseDepositPageProps }) {
  return (
    <dl class="facts">
      <dt>手里的押金</dt>
      <dd>
        <b>
          <Money fen={page.held} />
        </b>
        {page.isDueBack && <b>　合同已经到期，要退给对方</b>}
      </dd>
      <dt>合同约定</dt>
      <dd>
        <Money fen={page.agreed} />
      </dd>
      <dt>合同最后一天</dt>
      <dd>{page.lastOn}</dd>
    </dl>
  );
}

function Rows({ rows }: { rows: readonly DepositLine[] }) {
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption="押金的收和退"
      rows={rows}
      columns={[
        { head: '日期', narrow: true, cell: (row) => row.on },
        { head: '什么事', names: true, cell: (row) => row.what },
        { head: '金额（元）', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        {
          head: '凭证',
          cell: (row) => (
            <>
              <a href={row.voucherHref}>看凭证</a>
              {row.reason !== '' && <small>{row.reason}</small>}
            </>
          ),
        },
      ]}
    />
  );
}

function Entry({ page, action }: { page: LeaseDepositPageProps; action: string }) {
  const { form } = page;
  return (
    <PostForm action={action} entry>
      <Field form={form} name="depositAct" label={fieldLabel('depositAct')} options={page.acts} />
      <Field
        form={form}
        name="depositOn"
        label={fieldLabel('depositOn')}
        kind="day"
        hint="收和退照银行回单"
      />
      <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" />
      <Field
        form={form}
        name="depositReason"
        label={fieldLabel('depositReason')}
        hint="抵欠款、收得比约定多才写"
      />
      <AttachmentsField form={form} label={fieldLabel('attachments')} />
      <FormButtons submit="入账" cancelHref={page.leaseHref} />
      <p class="small">
        押金是对方的钱，不算收入，不分。收：借 银行存款，贷 应付款；退：反过来；抵欠款：借 应付款，贷 应收款。
        扣损坏赔偿的，先记一笔应收其他收入，再抵。
      </p>
    </PostForm>
  );
}

/** What is held of a contract's deposit, what happened to it, and what may happen next. */
export function LeaseDepositPage(page: LeaseDepositPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          <a href={page.leaseHref}>{`合同 ${page.number}`}</a>
          <span class="hint">{`押金　${page.tenant}　金额单位：元`}</span>
        </h1>
        <ErrorSummary form={page.form} />
        <Stand page={page} />
        <Rows rows={page.rows} />
        {page.action !== undefined && <Entry page={page} action={page.action} />}
      </div>
    </OfficeFrame>
  );
}
