import { fieldLabel } from '../../glossary/terms';
import { AskedField } from '../../platform/views/asked-field';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';

/** The correction of an earlier year. */
export interface PriorYearPageProps {
  readonly frame: OfficeFrameProps;
  /** Field names: those of the domain's CorrectionForm. */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
  /** Income and expense accounts. */
  readonly accounts: readonly Option[];
  /** Accounts the other side may stand on. */
  readonly counters: readonly Option[];
  readonly pools: readonly Option[];
  readonly counterparties: readonly Option[];
}

const CHANGES: readonly Option[] = [
  { value: 'more', label: '那年少记了，补上' },
  { value: 'less', label: '那年多记了，减掉' },
];

/** What was wrong, by how much, and against which account; it never touches this year's surplus. */
export function PriorYearPage(page: PriorYearPageProps) {
  const { form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          更正以前年度
          <span class="hint">记在还开着的月份，进收益分配，不进今年的收益</span>
        </h1>
        <ErrorSummary form={form} />
        <PostForm action={page.action} entry>
          <Field form={form} name="postedOn" label={fieldLabel('postedOn')} kind="day" hint="如 2026-02-10" />
          <Field
            form={form}
            name="aboutPeriod"
            label="所属月份"
            kind="month"
            hint="错在哪个月，如 2025-11；那一年要已经结转"
          />
          <Field form={form} name="account" label={fieldLabel('account')} options={page.accounts} />
          <Field form={form} name="change" label={fieldLabel('change')} options={CHANGES} />
          <Field form={form} name="pool" label={fieldLabel('pool')} options={page.pools} />
          <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" />
          <Field form={form} name="counter" label={fieldLabel('counter')} options={page.counters} />
          <Field
            form={form}
            name="counterparty"
            label={fieldLabel('counterparty')}
            options={page.counterparties}
            hint="对方科目是应付款的，选欠谁的；其他的不用选"
          />
          <Field form={form} name="reason" label={fieldLabel('reason')} hint="会印在凭证上，不写人名" />
          <AskedField
            form={form}
            name="twiceReason"
            label={fieldLabel('twiceReason')}
            hint="为什么不是同一笔更正了两次，会印在凭证上"
          />
          <FormButtons submit="入账" cancelHref={page.cancelHref} />
          <p class="small">
            以前年度的收支更正，按收益分配处理。这一条来自制度的通行做法，原文还没有核对，县里另有规定的从其规定。
          </p>
        </PostForm>
      </div>
    </OfficeFrame>
  );
}
