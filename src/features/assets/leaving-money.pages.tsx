import { fieldLabel } from '../../glossary/terms';
import type { FormState } from '../../platform/views/error-summary';
import { Field } from '../../platform/views/field';

/** What came in and was spent when an asset leaves, and for which stake it was put into a firm. */
export function LeavingMoney({ form }: { form: FormState }) {
  return (
    <>
      <Field
        form={form}
        name="proceeds"
        label={fieldLabel('proceeds')}
        kind="number"
        unit="元"
        hint="已经到银行的；没有就不填"
      />
      <Field
        form={form}
        name="costs"
        label={fieldLabel('costs')}
        kind="number"
        unit="元"
        hint="已经付的；没有就不填"
      />
      <Field
        form={form}
        name="agreedValue"
        label={fieldLabel('agreedValue')}
        kind="number"
        unit="元"
        hint="入股才填"
      />
      <Field
        form={form}
        name="stakeName"
        label={fieldLabel('stakeName')}
        hint="入股才填，如 青禾合作社股权；按作价登记进台账，以后的分红记在它名下"
      />
    </>
  );
}
