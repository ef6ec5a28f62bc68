import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { MonthFrame } from '../../platform/views/month-frame';
import type { OfficeFrameProps } from '../../platform/views/office-frame';

/** Rent kept ahead that no due of a contract takes any more. */
export interface RentAdvancePageProps {
  readonly frame: OfficeFrameProps;
  readonly number: string;
  readonly leaseHref: string;
  readonly tenant: string;
  readonly asset: string;
  readonly free: Fen;
  /** Field names: returnBy, returnedOn, amount, attachments. */
  readonly form: FormState;
  readonly action: string;
  /** Paid back, or against what else the tenant owes. */
  readonly ways: readonly Option[];
}

function ReturnForm({ page: { form, ...page } }: { page: RentAdvancePageProps }) {
  return (
    <>
      <dl class="facts">
        <dt>多出来的预收款</dt>
        <dd>
          <Money fen={page.free} />
        </dd>
        <dt>对方</dt>
        <dd>{page.tenant}</dd>
        <dt>资产</dt>
        <dd>{page.asset}</dd>
      </dl>
      <PostForm action={page.action} entry>
        <Field form={form} name="returnBy" label={fieldLabel('returnBy')} options={page.ways} />
        <Field
          form={form}
          name="returnedOn"
          label={fieldLabel('returnedOn')}
          kind="day"
          hint="退的照银行回单"
        />
        <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" />
        <AttachmentsField form={form} label={fieldLabel('attachments')} />
        <FormButtons submit="入账" cancelHref={page.leaseHref} />
        <p class="small">会记一张凭证：退钱的，借 应付款，贷 银行存款；抵欠款的，借 应付款，贷 应收款。</p>
      </PostForm>
    </>
  );
}

/** What a tenant paid ahead and is owed back, since no due of the contract takes it. */
export function RentAdvancePage(page: RentAdvancePageProps) {
  return (
    <MonthFrame frame={page.frame} entry>
      <h1>
        退预收的租金
        <span class="hint">
          <a href={page.leaseHref}>{`合同 ${page.number}`}</a>　{page.tenant}
        </span>
      </h1>
      <ErrorSummary form={page.form} />
      {page.free > 0n ? (
        <ReturnForm page={page} />
      ) : (
        <EmptyState
          sentence="预收的钱以后各期都要用，没有多出来的。"
          action={{ href: page.leaseHref, label: '回到合同。' }}
        />
      )}
    </MonthFrame>
  );
}
