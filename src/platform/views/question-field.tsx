import { FieldErrors, fieldId, fieldProblems, type FormState } from './error-summary';
import { Control, Field, type Option } from './field';

/** One question of a document, as it is asked. */
export interface QuestionRow {
  readonly question: string;
  readonly label: string;
  /** What the answer is for: the lines that wait for it, in words. */
  readonly hint: string;
  readonly kind: 'choice' | 'several' | 'text' | 'number' | 'day';
  readonly options: readonly Option[];
  readonly unit?: string | undefined;
  /** What was answered last, and from which day. */
  readonly last?: string | undefined;
  /**
   * Before the brackets of the field's name: `answers`, or `matters[answers]` with something that is entered.
   */
  readonly base?: string;
}

/** Several words of the document, each with its box. */
function Several({ form, question }: { form: FormState; question: QuestionRow }) {
  return (
    <div>
      {question.options.map(({ value, label }) => {
        const name = `several[${question.question}][${value}]`;
        return (
          <label>
            <input type="checkbox" name={name} value="yes" checked={form.values[name] === 'yes'} /> {label}
            <br />
          </label>
        );
      })}
    </div>
  );
}

function Box({ form, question, name }: { form: FormState; question: QuestionRow; name: string }) {
  const { kind, options } = question;
  if (kind === 'several') return <Several form={form} question={question} />;
  if (kind === 'choice')
    return <Control form={form} name={name} options={[{ value: '', label: '还不知道' }, ...options]} />;
  const isNoneOffered = kind === 'text' && question.base === undefined;
  return (
    <>
      <Control form={form} name={name} kind={kind} />
      {isNoneOffered && (
        <label>
          <input
            type="checkbox"
            name={`none[${question.question}]`}
            value="yes"
            checked={form.values[`none[${question.question}]`] === 'yes'}
          />{' '}
          没有
        </label>
      )}
    </>
  );
}

/** A question with its box, what it was answered last, and which lines wait for it. */
export function QuestionField({ form, question }: { form: FormState; question: QuestionRow }) {
  const name = `${question.base ?? 'answers'}[${question.question}]`;
  const wrong = fieldProblems(form, name).length > 0;
  return (
    <div class={wrong ? 'field is-wrong' : 'field'}>
      <label for={fieldId(name)}>{question.label}</label>
      <div class="field-body">
        <Box form={form} question={question} name={name} />
        {question.unit !== undefined && <span class="unit">{question.unit}</span>}
        {question.last !== undefined && <span class="hint">{question.last}</span>}
        <span class="hint">{question.hint}</span>
        <FieldErrors form={form} name={name} />
      </div>
    </div>
  );
}

/** What the document asks of something that is entered, below its form; nothing where it asks nothing. */
export function EntryQuestions({ form, questions }: { form: FormState; questions: readonly QuestionRow[] }) {
  if (questions.length === 0) return null;
  return (
    <fieldset id={fieldId('matters')}>
      <legend>文件要问的</legend>
      <p class="small">适用的文件有不许办的情形，答了才能登记；和这一处没有关系的空着。</p>
      {questions.map((question) => (
        <QuestionField form={form} question={question} />
      ))}
      <Field form={form} name="matters[paper]" label="依据" hint="文书的名称和文号" />
      <Field form={form} name="matters[reason]" label="不照办的理由" hint="文件要求写理由时才写" />
    </fieldset>
  );
}
