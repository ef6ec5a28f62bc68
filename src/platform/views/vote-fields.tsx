import { fieldLabel } from '../../glossary/terms';
import type { FormState } from './error-summary';
import { Field } from './field';

const COUNTS = ['due', 'present', 'inFavour', 'against', 'abstained'] as const;

/** How a meeting voted, in whole people. @param roll of how many the body is by its roll, in words */
export function VoteFields({ form, roll }: { readonly form: FormState; readonly roll: string | undefined }) {
  return (
    <>
      {COUNTS.map((name) => (
        <Field
          form={form}
          name={name}
          label={fieldLabel(name)}
          kind="number"
          unit="人"
          hint={name === 'due' ? roll : undefined}
        />
      ))}
    </>
  );
}
