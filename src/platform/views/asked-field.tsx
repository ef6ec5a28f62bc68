import { Field } from './field';
import type { FormState } from './error-summary';

/** Whether a form was told that it wants this field, or has something typed in it. */
export function isAsked({ values, problems }: FormState, name: string): boolean {
  return (values[name] ?? '') !== '' || problems.some(({ field }) => field === name);
}

/** A field that is asked only of who was told that it is wanted: nobody else has anything to say there. */
export function AskedField(field: {
  readonly form: FormState;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
}) {
  return isAsked(field.form, field.name) ? <Field {...field} kind="area" /> : null;
}
