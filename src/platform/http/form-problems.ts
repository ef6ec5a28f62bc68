import { ValidationPipe } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, type ValidatorOptions, validate } from 'class-validator';
import type { Facts } from '../../domain/shared/domain-error';
import { FormProblems, type Problem, refuseProblems } from '../../domain/shared/problem';

const RULES: ValidatorOptions = { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true };

/**
 * Checks every form and query with the rules of its class and refuses it with all its problems, in one
 * go.
 */
export function formPipe(): ValidationPipe {
  return new ValidationPipe({
    ...RULES,
    transform: true,
    exceptionFactory: (errors) => new FormProblems(problemsOf(errors)),
  });
}

/**
 * Reads what was posted as a form of the given class.
 * @throws FormProblems with every problem of every field
 */
export async function readForm<T extends object>(form: new () => T, body: object): Promise<T> {
  const read = plainToInstance(form, body);
  refuseProblems(problemsOf(await validate(read, RULES)));
  return read;
}

/** What the validator found, as problems: path, code, what was typed, and the facts of the rule. */
export function problemsOf(errors: readonly ValidationError[], path = ''): Problem[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const own = error.constraints === undefined ? [] : [problemOf(error, field)];
    return [...own, ...problemsOf(error.children ?? [], field)];
  });
}

/** The validator's own rules and the codes they have here; a rule of ours names its code as its message. */
const CODES: Readonly<Record<string, string>> = {
  isNotEmpty: 'form.missing',
  isDefined: 'form.missing',
  whitelistValidation: 'form.unknownField',
  maxLength: 'form.tooLong',
  isIn: 'form.notAllowed',
  isEnum: 'form.notAllowed',
};

const OWN_CODE = /^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/;

function problemOf(error: ValidationError, field: string): Problem {
  const [rule = '', message = ''] = Object.entries(error.constraints ?? {})[0] ?? [];
  const value: unknown = error.value;
  if (rule !== 'whitelistValidation' && (value === undefined || value === null || value === '')) {
    return { code: 'form.missing', field };
  }
  const code = OWN_CODE.test(message) ? message : (CODES[rule] ?? 'form.invalid');
  // What is refused because it is a person's is not said again.
  if (code === 'form.privateNumber') return { code, field };
  const facts = factsOf(error.contexts?.[rule]);
  const typed = typedOf(value, field);
  return { code, field, ...typed, facts: { ...facts, ...typed } };
}

/** What was typed, as it is said again; a password is said on no page and in no answer. */
function typedOf(value: unknown, field: string): { readonly value?: string } {
  if (/password/i.test(field)) return {};
  return typeof value === 'string' || typeof value === 'number' ? { value: String(value).slice(0, 200) } : {};
}

function factsOf(context: unknown): Facts {
  if (typeof context !== 'object' || context === null) return {};
  return Object.fromEntries(Object.entries(context).filter(isFact));
}

function isFact(entry: [string, unknown]): entry is [string, string | number] {
  return typeof entry[1] === 'string' || typeof entry[1] === 'number';
}
