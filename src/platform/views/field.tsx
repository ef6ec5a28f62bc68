import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { FormTokensContext } from './csrf-field';
import { FieldErrors, fieldId, fieldProblems, type FormState } from './error-summary';

/** One choice of a list: the posted value and the words shown. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/**
 * What one control is for; days and months are typed as `2025-06-24` and `2025-05`, so a wrong one can be
 * shown back.
 */
export interface ControlProps {
  readonly form: FormState;
  readonly name: string;
  readonly kind?: 'text' | 'number' | 'day' | 'month' | 'area' | 'rows';
  /** Gives a list to choose from instead of a box to type in. */
  readonly options?: readonly Option[];
  /** A value the program can vouch for; grey until F4 takes it. */
  readonly suggestion?: string | undefined;
  /** What stood here a month ago: F4 takes it where nothing is suggested. */
  readonly last?: string | undefined;
  /** Enter in the empty box takes the suggestion, too. */
  readonly enterTakes?: boolean;
  /** The element that names the control where no label of its own stands by it. */
  readonly labelledBy?: string;
  /** Typing begins here as the page opens; what is wrong goes first. */
  readonly first?: boolean;
}

/** The box or list of one field, with what was typed before. */
export function Control(props: ControlProps) {
  const { form, name, kind = 'text', options, suggestion, labelledBy } = props;
  const wrong = fieldProblems(form, name).length > 0;
  const { corrects, filled = {} } = useContext(FormTokensContext);
  const given = form.values[name] ?? '';
  // A fact that is entered anew begins with what stood on the reversed one, until something is kept of it.
  const value = corrects === undefined || form.keptAt !== undefined ? given : (filled[name] ?? given);
  const shared = {
    id: fieldId(name),
    name,
    'aria-labelledby': labelledBy,
    'aria-invalid': wrong ? ('true' as const) : undefined,
    'aria-describedby': wrong ? `${fieldId(name)}-wrong` : undefined,
    'data-last': props.last,
  };
  if (options !== undefined) return <Choice shared={shared} options={options} value={value} />;
  if (kind === 'rows')
    return <textarea {...shared} class="in-paste" rows={12} spellcheck={false} value={value} />;
  if (kind === 'area') return <textarea {...shared} rows={2} value={value} />;
  return (
    <input
      {...shared}
      type="text"
      class={`in-${kind}`}
      value={value}
      inputMode={kind === 'number' ? 'decimal' : undefined}
      autofocus={props.first === true && props.form.problems.length === 0}
      placeholder={suggestion}
      data-suggestion={suggestion}
      data-enter={props.enterTakes ? 'takes' : undefined}
    />
  );
}

interface SharedAttributes {
  readonly id: string;
  readonly name: string;
  readonly 'aria-labelledby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'data-last': string | undefined;
}

function Choice(props: { shared: SharedAttributes; options: readonly Option[]; value: string }) {
  const { shared, options, value } = props;
  const known = options.some((option) => option.value === value);
  return (
    <select {...shared}>
      {!known && <option value="">请选</option>}
      {options.map((option) => (
        <option value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** A control with its label, its unit or hint, and its errors. */
export interface FieldProps extends ControlProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** Unit after the box, for example 元. */
  readonly unit?: string;
}

/** One line of a form: label, box, unit, hint; below it, when wrong, the value, the fault and the cure. */
export function Field({ label, hint, unit, ...control }: FieldProps) {
  const wrong = fieldProblems(control.form, control.name).length > 0;
  return (
    <div class={wrong ? 'field is-wrong' : 'field'}>
      <label for={fieldId(control.name)}>{label}</label>
      <div class="field-body">
        <Control {...control} />
        {unit !== undefined && <span class="unit">{unit}</span>}
        {hint !== undefined && <span class="hint">{hint}</span>}
        <FieldErrors form={control.form} name={control.name} />
      </div>
    </div>
  );
}

/** The two ways a table comes in: a file, or rows pasted from a spreadsheet. */
export interface UploadFieldProps {
  readonly form: FormState;
  /** What the file is, for example 期初余额表. */
  readonly label: string;
  readonly hint?: ComponentChildren;
}

/** What the file box of a browser offers first; what a file is, its bytes say on the server. */
const ACCEPTED =
  '.xlsx,.csv,.txt,.tsv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A box to choose a file in (`file`), of a form drawn with `upload`, and what a browser offers first. */
export function FileField({ form, label, hint, accept }: UploadFieldProps & { readonly accept: string }) {
  const wrong = fieldProblems(form, 'file').length > 0;
  return (
    <div class={wrong ? 'field is-wrong' : 'field'}>
      <label for={fieldId('file')}>{label}</label>
      <div class="field-body">
        <input
          type="file"
          id={fieldId('file')}
          name="file"
          accept={accept}
          class="in-file"
          aria-invalid={wrong ? 'true' : undefined}
          aria-describedby={wrong ? `${fieldId('file')}-wrong` : undefined}
        />
        <span class="hint">{hint}</span>
        <FieldErrors form={form} name="file" />
      </div>
    </div>
  );
}

/**
 * A file box (`file`) and below it a box to paste rows into (`pasted`), of a form drawn with `upload`. A file
 * that was refused has to be chosen again: no browser gives it back.
 */
export function UploadField({ form, label, hint }: UploadFieldProps) {
  return (
    <>
      <FileField
        form={form}
        label={label}
        accept={ACCEPTED}
        hint={hint ?? '.xlsx 或 .csv，最大 5 MB；只读第一张工作表。'}
      />
      <div class="field">
        <label for={fieldId('pasted')}>或者粘贴</label>
        <div class="field-body">
          <textarea
            id={fieldId('pasted')}
            name="pasted"
            class="in-paste"
            rows={4}
            spellcheck={false}
            value={form.values.pasted ?? ''}
          />
          <span class="hint">在 Excel 里选中表头和数据，复制，粘贴到这里。</span>
        </div>
      </div>
    </>
  );
}

/** The row of buttons that ends a form, with what will be booked or why it cannot be sent yet. */
export function FormButtons(props: {
  readonly submit: string;
  readonly cancelHref?: string | undefined;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="buttons">
      <button type="submit" class="primary">
        {props.submit}
        <kbd hidden data-needs-script>
          Ctrl Enter
        </kbd>
      </button>
      {props.cancelHref !== undefined && <a href={props.cancelHref}>不填了，回去</a>}
      {props.children}
    </div>
  );
}
