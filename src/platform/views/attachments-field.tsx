import type { FormState } from './error-summary';
import { Field } from './field';

/** How many papers lie behind a voucher: where nothing is typed, the one it is booked by. */
export function AttachmentsField({ form, label }: { form: FormState; label: string }) {
  return <Field form={form} name="attachments" label={label} kind="number" unit="张" hint="不填算 1 张" />;
}
