import { fieldLabel } from '../../glossary/terms';
import type { FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';

/** Whose place this takes; nothing where no reversed voucher waits. */
export function PlaceField({ form, places }: { form: FormState; places: readonly Option[] }) {
  if (places.length === 0) return null;
  return <Field form={form} name="placeOf" label={fieldLabel('placeOf')} options={places} />;
}
