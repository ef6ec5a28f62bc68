/**
 * One line of a rule, in words a clerk can read aloud. Two kinds:
 * - words: `bucket is_not other`, `bucket is_one_of posts, reward`, `recipients is_one_of list:target`;
 * - amounts: `planned at_most distributable`, `amount at_least 5000`, and with the denominator always named
 *   `planned_named of planned at_least need:main_use.floor`.
 * The right side of an amount is a number, another fact, `value:ID` (given by the document) or `need:ID`
 * (left open).
 */
export type Condition = WordCondition | AmountCondition;

export interface WordCondition {
  readonly kind: 'words';
  readonly fact: string;
  readonly operator: WordOperator;
  /** Codes, or `list:ID` for all codes of a list. */
  readonly words: readonly string[];
}

export interface AmountCondition {
  readonly kind: 'amounts';
  readonly fact: string;
  /** The denominator: the fact is judged as a share of this one. */
  readonly of: string | undefined;
  readonly operator: AmountOperator;
  readonly bound: Bound;
}

export type WordOperator = 'is' | 'is_not' | 'is_one_of';
/**
 * `at_least` and `at_most` include the number, `more_than` and `less_than` do not.
 * Source: Civil Code art. 1259 on the words of bounds.
 */
export type AmountOperator = 'at_least' | 'at_most' | 'more_than' | 'less_than';

export type Bound =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'fact' | 'value' | 'need'; readonly id: string };

const NAME = /^[a-z][a-z0-9_]*$/;
const WORD = /^(?:list:)?[a-z][a-z0-9_.]*$/;
const REFERENCE = /^(value|need):([a-z][a-z0-9_.]*)$/;
const NUMBER = /^\d+(?:\.\d+)?$/;

/** Reads one condition line; undefined when it is not one. */
export function readCondition(line: string): Condition | undefined {
  const parts = /^(\S+) (?:of (\S+) )?([a-z_]+) (.+)$/.exec(line);
  if (parts === null) return undefined;
  const [, fact = '', of, operator = '', right = ''] = parts;
  if (!NAME.test(fact) || (of !== undefined && !NAME.test(of))) return undefined;
  if (isWordOperator(operator)) return of === undefined ? wordCondition(fact, operator, right) : undefined;
  if (!isAmountOperator(operator)) return undefined;
  const bound = readBound(right);
  return bound === undefined ? undefined : { kind: 'amounts', fact, of, operator, bound };
}

function wordCondition(fact: string, operator: WordOperator, right: string): WordCondition | undefined {
  const words = right.split(/, */);
  const single = words.length === 1 && !right.startsWith('list:');
  if (!words.every((word) => WORD.test(word)) || (operator !== 'is_one_of' && !single)) return undefined;
  return { kind: 'words', fact, operator, words };
}

function readBound(text: string): Bound | undefined {
  if (NUMBER.test(text)) return { kind: 'number', value: text };
  if (NAME.test(text)) return { kind: 'fact', id: text };
  const [, kind, id = ''] = REFERENCE.exec(text) ?? [];
  return kind === 'value' || kind === 'need' ? { kind, id } : undefined;
}

function isWordOperator(text: string): text is WordOperator {
  return ['is', 'is_not', 'is_one_of'].includes(text);
}

function isAmountOperator(text: string): text is AmountOperator {
  return ['at_least', 'at_most', 'more_than', 'less_than'].includes(text);
}
