import type { FormState } from '../../platform/views/error-summary';

/**
 * A form refused because somebody else changed the same thing meanwhile: it names what was changed, and what
 * is saved the next time is saved knowing of it. Refused for another reason it stays on what it was drawn
 * with.
 * @param meanwhile the code of that refusal
 * @param basedOn how much was entered by now
 */
export function seenAnew(form: FormState, meanwhile: string, basedOn: number): FormState {
  if (form.problems.every(({ code }) => code !== meanwhile)) return form;
  return { ...form, values: { ...form.values, basedOn: String(basedOn) } };
}
