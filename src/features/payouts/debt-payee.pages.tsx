import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';

/** Whose a sum is that was granted as one. */
export interface DebtPayeePageProps {
  readonly frame: OfficeFrameProps;
  readonly backHref: string;
  readonly action: string;
  /** Field names: payeeName, payeeKind, payeeAccount, payeeBank, payeePaper. */
  readonly form: FormState;
  readonly kinds: readonly Option[];
  readonly what: string;
  readonly amount: Fen;
  readonly voucher: { readonly href: string; readonly label: string };
  /** Who it is now and where he is paid, the number masked; undefined where nobody is named. */
  readonly now: string | undefined;
}

export function DebtPayeePage(page: DebtPayeePageProps) {
  const { form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          付给谁
          <span class="hint">
            <a href={page.backHref}>列发放清单</a>
          </span>
        </h1>
        <ErrorSummary form={form} />
        <p>
          {page.what}　<Money fen={page.amount} /> 元　列支凭证{' '}
          <a href={page.voucher.href}>{page.voucher.label}</a>
        </p>
        {page.now !== undefined && <p>{`现在写的是：${page.now}。再写一次，以后一次为准。`}</p>}
        <PostForm action={page.action} entry>
          <Field form={form} name="payeeName" label={fieldLabel('payeeName')} hint="和银行户名一字不差" />
          <Field form={form} name="payeeKind" label={fieldLabel('payeeKind')} options={page.kinds} />
          <Field
            form={form}
            name="payeeAccount"
            label={fieldLabel('payeeAccount')}
            hint="加密保存，以后只显示末四位"
          />
          <Field form={form} name="payeeBank" label={fieldLabel('payeeBank')} hint="如 石桥信用社" />
          <Field
            form={form}
            name="payeePaper"
            label={fieldLabel('payeePaper')}
            hint="如 2026年5号施工合同、发票号码"
          />
          <FormButtons submit="记下" cancelHref={page.backHref}>
            <span class="hint">记下以后，在清单上和别人一样由镇里审核。</span>
          </FormButtons>
        </PostForm>
      </div>
    </OfficeFrame>
  );
}
