import { fieldLabel } from '../../glossary/terms';
import { AskedField } from '../../platform/views/asked-field';
import { PostForm } from '../../platform/views/csrf-field';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { ImprovementMoney, type ImprovementMoneyProps } from './improvement-money.pages';

/** The lists of a change of value, what was typed, and where it goes. */
export interface ChangeEntryProps extends ImprovementMoneyProps {
  readonly kinds: readonly Option[];
  readonly action: string;
}

/** The form of an improvement or a write-down. */
export function ChangeEntry(props: ChangeEntryProps) {
  const { form, action } = props;
  return (
    <section>
      <h2>记改良或减值</h2>
      <PostForm action={`${action}/change`} entry>
        <Field form={form} name="kind" label={fieldLabel('kind')} options={props.kinds} />
        <Field
          form={form}
          name="happenedOn"
          label={fieldLabel('happenedOn')}
          kind="day"
          hint="如 2025-07-11"
        />
        <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" />
        <ImprovementMoney {...props} />
        <Field
          form={form}
          name="months"
          label={fieldLabel('months')}
          kind="number"
          unit="月"
          hint="从下个月算起；不变就不填"
        />
        <Field form={form} name="salvage" label={fieldLabel('salvage')} hint="金额或 5%；不变就不填" />
        <Field form={form} name="paper" label={fieldLabel('paper')} hint="哪份决定、合同或验收" />
        <AskedField
          form={form}
          name="twiceReason"
          label={fieldLabel('twiceReason')}
          hint="为什么不是同一笔记了两次"
        />
        <FormButtons submit="入账" cancelHref={action} />
        <p class="small">
          改良：借 固定资产，贷 银行存款或应付款。减值：借 其他支出，贷 累计折旧。下个月起按新的数提折旧。
        </p>
      </PostForm>
    </section>
  );
}
