import { FORMS, type FormAct } from './form-act';
import type { Scene } from './scene';

/** The form filled: what the file says, and the day of the scene in the field for it. */
export function filled<Form extends object>(blank: Form, { verb, typed }: FormAct, { on }: Scene): Form {
  const { day } = FORMS[verb];
  return Object.assign(blank, typed, day === undefined ? {} : { [day]: on });
}
