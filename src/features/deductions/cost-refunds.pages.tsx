import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { AskedField } from '../../platform/views/asked-field';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** Something of a cost that came back. */
export interface CostRefundRow {
  readonly refundedOn: string;
  readonly amount: Fen;
  readonly reason: string;
  readonly paper: string;
  readonly voucherHref: string;
}

/** A cost that was paid, and what came back of it. */
export interface CostRefundsPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly postedOn: string;
  readonly costHref: string;
  readonly amount: Fen;
  /** What was paid of it; less than its amount while some of it is owed. */
  readonly paid: Fen;
  readonly refunded: Fen;
  readonly rows: readonly CostRefundRow[];
  /** Field names: refundedOn, amount, reason, byPaper, attachments. */
  readonly form: FormState;
  /** Absent for those who only look, where nothing more can come back, or where a keeper paid it. */
  readonly action: string | undefined;
  /** Whether a joint station's keeper paid it. */
  readonly byKeeper: boolean;
  /** Whether a keeper paid it for owners, and these are the keeper's books. */
  readonly forOwners?: boolean;
  /** Whether the cost is one of an earlier year. */
  readonly isEarlier: boolean;
  readonly cancelHref: string;
}

function Given({ rows }: { rows: readonly CostRefundRow[] }) {
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption="已经退回的"
      rows={rows}
      columns={[
        {
          head: '到账日期',
          names: true,
          cell: (row) => <a href={row.voucherHref}>{row.refundedOn}</a>,
        },
        { head: '退回', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        { head: '为什么退', cell: (row) => row.reason },
        { head: '凭什么', cell: (row) => row.paper },
      ]}
    />
  );
}

function whyNot({ byKeeper, paid, refunded }: CostRefundsPageProps): string | undefined {
  if (byKeeper)
    return '这是联村电站代管单位付的费用，退回的钱先到代管单位，由它记退回；本村的一份到“本月”里入账。';
  if (paid === 0n) return '没有可以退回的钱；记错了就冲销凭证。';
  return paid === refunded ? '付了的已经全部退回。' : undefined;
}

function Entry({ page, action }: { page: CostRefundsPageProps; action: string }) {
  const { form } = page;
  return (
    <section>
      <h2>记一笔退回</h2>
      <PostForm action={action} entry>
        <Field
          form={form}
          name="refundedOn"
          label={fieldLabel('refundedOn')}
          kind="day"
          hint="如 2025-07-11"
        />
        <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" />
        <Field
          form={form}
          name="reason"
          label={fieldLabel('reason')}
          kind="area"
          hint="会印在公示上，如 退保，退剩下三个月的保险费"
        />
        <Field form={form} name="byPaper" label={fieldLabel('byPaper')} hint="如 退保批单，写编号、日期" />
        <AskedField
          form={form}
          name="twiceReason"
          label={fieldLabel('twiceReason')}
          hint="为什么不是同一笔退了两次，会印在公示上"
        />
        <AttachmentsField form={form} label={fieldLabel('attachments')} />
        <FormButtons submit="入账" cancelHref={page.cancelHref} />
        <p class="small">
          {page.forOwners
            ? '会记一张凭证：借 银行存款，贷 应付款。按各村当初分担的退给各村，到转付各村的钱里一起付；各村的本月工作里多一件事。'
            : page.isEarlier
              ? '会记一张凭证：借 银行存款，贷 收益分配，因为费用是以前年度的。'
              : '会记一张凭证：借 银行存款，贷 经营支出。以后年度才退回的，贷 收益分配。'}
          {page.forOwners ? '' : '扣除的费用从到账那天起少这么多。'}
        </p>
      </PostForm>
    </section>
  );
}

/** What was paid and came back; of what nobody has paid yet only that it is owed. */
function Spent({ page: { amount, paid, refunded } }: { page: CostRefundsPageProps }) {
  if (paid === 0n)
    return (
      <>
        <dt>还欠着</dt>
        <dd>
          <Money fen={amount} />
          　一分没付
        </dd>
      </>
    );
  return (
    <>
      <dt>付了</dt>
      <dd>
        <Money fen={paid} />
        {paid < amount && '　其余的还欠着'}
      </dd>
      <dt>已退回</dt>
      <dd>
        <Money fen={refunded} />
      </dd>
      <dt>实际花了</dt>
      <dd>
        <Money fen={paid - refunded} />
      </dd>
    </>
  );
}

/** What a cost came to, what of it came back, and the form for more. */
export function CostRefundsPage(page: CostRefundsPageProps) {
  const { form, action } = page;
  const why = whyNot(page);
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          费用退回<span class="hint">{`${page.name}　金额单位：元`}</span>
        </h1>
        <ErrorSummary form={form} />
        <dl class="facts">
          <dt>费用</dt>
          <dd>
            <a href={page.costHref}>{page.name}</a>
            {`　${page.postedOn} 记账`}
          </dd>
          <Spent page={page} />
        </dl>
        <Given rows={page.rows} />
        {why !== undefined && <p>{why}</p>}
        {action !== undefined && why === undefined && <Entry page={page} action={action} />}
      </div>
    </OfficeFrame>
  );
}
