import { fieldLabel } from '../../glossary/terms';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';
import { KeptFormButtons } from '../../platform/views/kept-form-buttons';
import { Money } from '../../platform/views/money';
import { MonthFrame } from '../../platform/views/month-frame';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { TaxFields } from '../../platform/views/tax-fields';
import { TwiceReason } from './income-due.pages';
import type { SpreadRow } from './rent-payment-rows';

/** A tenant's payment for payments of a contract. */
export interface RentPaymentPageProps {
  readonly frame: OfficeFrameProps;
  readonly number: string;
  readonly leaseHref: string;
  readonly tenant: string;
  /**
   * Field names: paymentFrom, paymentUpTo, receivedOn, amount, spreadReason, taxBasis, taxPercent,
   * attachments.
   */
  readonly form: FormState;
  readonly action: string;
  /** Up to which payment, each with what it comes to with those before it. */
  readonly payments: readonly Option[];
  /** Whether the money typed is not what the payments chosen come to. */
  readonly isUneven: boolean;
  /** Where the money goes. */
  readonly spread: readonly SpreadRow[];
}

const UNEVEN = ['rent.notThePayments', 'rent.abovePayments', 'rent.nothingToPay', 'rent.paidAhead'];

/** Asked where the money is not what the payments come to. */
function SpreadReason({ page: { form, payments, isUneven } }: { page: RentPaymentPageProps }) {
  const isAsked =
    isUneven ||
    payments.length === 0 ||
    (form.values['spreadReason'] ?? '') !== '' ||
    form.problems.some(({ code }) => UNEVEN.includes(code));
  return (
    <div data-live="spreadReason">
      {isAsked && (
        <Field
          form={form}
          name="spreadReason"
          label={fieldLabel('spreadReason')}
          hint="写在凭证摘要里，如 分两次付的第一次"
        />
      )}
    </div>
  );
}

function howOf({ how, owed }: SpreadRow) {
  return (
    <>
      {how}
      {owed > 0n && (
        <small>
          还欠 <Money fen={owed} />
        </small>
      )}
    </>
  );
}

function Spread({ rows }: { rows: readonly SpreadRow[] }) {
  if (rows.length === 0) return <div data-live="spread" />;
  return (
    <section data-live="spread">
      <h2>这笔钱这样分</h2>
      <DataTable
        caption="这笔钱这样分"
        rows={rows}
        columns={[
          { head: '哪些天', names: true, narrow: true, cell: ({ what }) => what },
          { head: '怎么记', cell: howOf },
          { head: '金额（元）', numeric: true, cell: ({ amount }) => <Money fen={amount} /> },
        ]}
      />
    </section>
  );
}

function PaymentForm({ page }: { page: RentPaymentPageProps }) {
  const { form, payments } = page;
  return (
    <PostForm action={page.action} entry tryOut="keep">
      <input type="hidden" name="paymentFrom" value={form.values['paymentFrom'] ?? ''} />
      {payments.length === 0 ? (
        <input type="hidden" name="paymentUpTo" value="" />
      ) : (
        <Field
          form={form}
          name="paymentUpTo"
          label={fieldLabel('paymentUpTo')}
          options={payments}
          hint="一次付几期的，选最后一期"
        />
      )}
      <Field form={form} name="receivedOn" label={fieldLabel('receivedOn')} kind="day" hint="照银行回单" />
      <Field
        form={form}
        name="amount"
        label="到账金额"
        kind="number"
        unit="元"
        hint="照银行回单；和所选各期的合计不一样，要写一句说明"
      />
      <SpreadReason page={page} />
      {payments.length > 0 && <TaxFields form={form} isWhole={false} />}
      <TwiceReason form={form} />
      <AttachmentsField form={form} label={fieldLabel('attachments')} />
      <KeptFormButtons cancelHref={page.leaseHref} keptAt={form.keptAt} />
    </PostForm>
  );
}

/** What a tenant pays at once, for one payment or several, in full, in part or too much. */
export function RentPaymentPage(page: RentPaymentPageProps) {
  return (
    <MonthFrame frame={page.frame} entry kept>
      <h1>
        收租金
        <span class="hint">
          <a href={page.leaseHref}>{`合同 ${page.number}`}</a>　{page.tenant}
        </span>
      </h1>
      <ErrorSummary form={page.form} />
      {page.payments.length === 0 && (
        <p class="small">
          这份合同没有等着收的钱。银行真的收到了，写明说明，先记预收：可以抵以后的租金，用不上的再退给对方。
        </p>
      )}
      <PaymentForm page={page} />
      <Spread rows={page.spread} />
    </MonthFrame>
  );
}
