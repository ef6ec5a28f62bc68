import { fieldLabel } from '../../glossary/terms';
import { FieldErrors, fieldId, fieldProblems, type FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';

const NAME = 'placeOf';

/**
 * Whose place this takes; nothing where no reversed voucher waits. Each choice stands whole under the other:
 * in a list that opens its month and amount would be cut off.
 */
export function PlaceField({ form, places }: { form: FormState; places: readonly Option[] }) {
  if (places.length === 0) return null;
  const wrong = fieldProblems(form, NAME).length > 0;
  const named = `${fieldId(NAME)}-named`;
  return (
    <div class={wrong ? 'field is-wrong' : 'field'} role="radiogroup" aria-labelledby={named}>
      <label id={named}>{fieldLabel(NAME)}</label>
      <div class="field-body">
        <PlaceChoices places={places} chosen={form.values[NAME]} firstId={fieldId(NAME)} />
        <FieldErrors form={form} name={NAME} />
      </div>
    </div>
  );
}

/**
 * The choices alone, one under the other.
 * @param firstId what a refusal leads to; a page of several forms has one of them
 */
export function PlaceChoices(of: {
  readonly places: readonly Option[];
  readonly chosen: string | undefined;
  readonly firstId: string | undefined;
}) {
  return (
    <div>
      {of.places.map(({ value, label }, index) => (
        <label>
          <input
            type="radio"
            id={index === 0 ? of.firstId : undefined}
            name={NAME}
            value={value}
            checked={of.chosen === value}
          />{' '}
          {label}
          <br />
        </label>
      ))}
    </div>
  );
}
