import { fieldLabel } from '../../glossary/terms';
import type { FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';

/** The lists of an improvement's money, and what was typed. */
export interface ImprovementMoneyProps {
  readonly form: FormState;
  readonly pools: readonly Option[];
  readonly paidFrom: readonly Option[];
  readonly fundLevels: readonly Option[];
}

/** With whose money an improvement is made. */
export function ImprovementMoney({ form, pools, paidFrom, fundLevels }: ImprovementMoneyProps) {
  return (
    <>
      <Field form={form} name="pool" label={fieldLabel('pool')} options={pools} hint="改良用哪笔钱" />
      <Field
        form={form}
        name="paidFrom"
        label={fieldLabel('paidFrom')}
        options={paidFrom}
        hint="改良才用填"
      />
      <Field
        form={form}
        name="fundLevel"
        label={fieldLabel('fundLevel')}
        options={fundLevels}
        hint="改良的钱是哪一级的"
      />
      <Field
        form={form}
        name="fundYear"
        label={fieldLabel('fundYear')}
        kind="number"
        hint="改良才填，如 2025"
      />
      <Field
        form={form}
        name="reason"
        label={fieldLabel('reason')}
        kind="area"
        hint="用光伏或其他收益改良的要写，会印在公示上"
      />
    </>
  );
}
