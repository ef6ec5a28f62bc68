import { FormProblems } from '../../domain/shared/problem';

/** One field of a posted form: a text, rows in order, or fields by name. */
export type FormValue = string | FormValue[] | FormBody;

/**
 * A posted form as fields by name. `amounts[abc]` and `funds[0][level]` are nested; a blank field is a
 * field not given.
 */
export interface FormBody {
  [name: string]: FormValue;
}

type Branch = Map<string, Branch | string>;

const MOST_FIELDS = 2_000;
const DEEPEST = 4;
const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * Reads an urlencoded form. Numbered rows keep their order and close their gaps: rows left wholly
 * blank vanish.
 * @throws FormProblems `form.tooManyFields`, `form.unknownField` for a name no form has
 */
export function readFormBody(text: string): FormBody {
  const fields = [...new URLSearchParams(text)];
  if (fields.length > MOST_FIELDS) {
    throw new FormProblems([{ code: 'form.tooManyFields', field: '', facts: { max: MOST_FIELDS } }]);
  }
  const tree: Branch = new Map();
  for (const [name, value] of fields) {
    if (value.trim() !== '') plant(tree, name, value);
  }
  return fieldsOf(tree);
}

/** The texts of a form by posted name, `funds[0][level]`, to show them again as they were typed. */
export function typedValues(body: FormBody): Record<string, string> {
  const values: Record<string, string> = {};
  const walk = (name: string, value: FormValue): void => {
    if (typeof value === 'string') values[name] = value;
    else for (const [key, inner] of Object.entries(value)) walk(`${name}[${key}]`, inner);
  };
  for (const [name, value] of Object.entries(body)) walk(name, value);
  return values;
}

function plant(tree: Branch, name: string, value: string): void {
  const path = pathOf(name);
  const last = path.pop() ?? '';
  let branch = tree;
  for (const key of path) {
    const next = branch.get(key);
    if (typeof next === 'string') throw unknownField(name);
    const inner: Branch = next ?? new Map<string, Branch | string>();
    branch.set(key, inner);
    branch = inner;
  }
  if (branch.has(last)) throw unknownField(name);
  branch.set(last, value);
}

function pathOf(name: string): string[] {
  const match = /^([^[\]]{1,100})((?:\[[^[\]]{1,100}\])*)$/.exec(name);
  const inner = match?.[2] ?? '';
  const path = [match?.[1] ?? '', ...inner.split(/[[\]]+/).filter((key) => key !== '')];
  if (match === null || path.length > DEEPEST || path.some((key) => FORBIDDEN.has(key)))
    throw unknownField(name);
  return path;
}

function unknownField(name: string): FormProblems {
  return new FormProblems([{ code: 'form.unknownField', field: name }]);
}

function fieldsOf(branch: Branch): FormBody {
  return Object.fromEntries([...branch].map(([key, value]) => [key, valueOf(value)]));
}

function valueOf(value: Branch | string): FormValue {
  if (typeof value === 'string') return value;
  const keys = [...value.keys()];
  if (!keys.every((key) => /^\d{1,4}$/.test(key))) return fieldsOf(value);
  const rows = [...value].sort(([one], [other]) => Number(one) - Number(other));
  return rows.map(([, row]) => valueOf(row));
}
