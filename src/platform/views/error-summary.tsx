import type { Problem } from '../../domain/shared/problem';

/** What was typed into a form and what is wrong with it. Empty problems on the first showing. */
export interface FormState {
  /** Typed or prefilled values by field name, exactly as posted: `readingTo`, `funds[0][amount]`. */
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  /** Further problems, of a table with more of them than anybody reads in one go. */
  readonly more?: number;
  /** When it was kept as it is typed, as people say it; absent where it is not. */
  readonly keptAt?: string | undefined;
  /** The glossary's sentence for a problem: what is wrong, by how much, what would be right. */
  readonly sentence: (problem: Problem) => string;
}

/** The path a problem names for a posted field: `funds[0][amount]` is `funds.0.amount`. */
export function fieldPath(name: string): string {
  return name.replace(/\[([^\]]*)\]/g, '.$1');
}

/** The anchor of a field, for the links of the summary. */
export function fieldId(name: string): string {
  return `field-${fieldPath(name)}`;
}

/** The problems of one field. */
export function fieldProblems(form: FormState, name: string): readonly Problem[] {
  const path = fieldPath(name);
  return form.problems.filter((problem) => fieldPath(problem.field) === path);
}

/**
 * Whether a form came back with one of these fields typed or wrong: the fold that holds it stands open. A
 * blank field is not among what was typed.
 */
export function cameBack(form: FormState, names: readonly string[]): boolean {
  return names.some((name) => form.values[name] !== undefined || fieldProblems(form, name).length > 0);
}

/**
 * All problems of a form, counted and linked to their fields; takes the focus. Nothing when there are none.
 * @param at the page the fields stand on, where it is another one; null where nobody here may mend them
 */
export function ErrorSummary({ form, at = '' }: { readonly form: FormState; readonly at?: string | null }) {
  if (form.problems.length === 0) return null;
  const { more = 0 } = form;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} autofocus>
      <h2>{`有 ${form.problems.length + more} 处要改`}</h2>
      <ol>
        {form.problems.map((problem) => (
          <li>
            {problem.field === '' || at === null ? (
              form.sentence(problem)
            ) : (
              <a href={`${at}#${fieldId(problem.field)}`}>{form.sentence(problem)}</a>
            )}
          </li>
        ))}
      </ol>
      {more > 0 && <p>{`先改这 ${form.problems.length} 处，其余 ${more} 处下次再说。`}</p>}
    </div>
  );
}

/** What was typed, unless it was left empty or the sentence repeats it already. */
function TypedValue({ value, sentence }: { value: string; sentence: string }) {
  return value === '' || sentence.includes(value) ? null : <b>{`填的是“${value}”。`}</b>;
}

/** Under a field: what was typed, what is wrong with it and what would be right. */
export function FieldErrors({ form, name }: { readonly form: FormState; readonly name: string }) {
  const problems = fieldProblems(form, name);
  if (problems.length === 0) return null;
  return (
    <p class="field-wrong" id={`${fieldId(name)}-wrong`}>
      {problems.map((problem) => (
        <span>
          <TypedValue value={problem.value ?? ''} sentence={form.sentence(problem)} />
          {form.sentence(problem)}
        </span>
      ))}
    </p>
  );
}
