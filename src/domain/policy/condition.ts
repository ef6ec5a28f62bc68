import { FACT_NAME, type Quantity, readQuantity } from './quantity';

/**
 * One line of a rule, in words a clerk can read aloud:
 * - words: `bucket is_not other`, `bucket is_one_of posts, reward`, `recipients is_one_of list:target`,
 *   `proofs includes_all list:files`;
 * - text: `reason is_given`;
 * - days and months: `month not_after appointed_to`;
 * - amounts and counts: `planned at_most distributable`, `amount exactly 50 times days`, and with the
 *   denominator always named `planned_named of planned at_least need:main_use.floor`.
 * Lines may be gathered: all of them, any one, none.
 */
export type Condition = WordCondition | TextCondition | DayCondition | AmountCondition | GatheredCondition;

export interface WordCondition {
  readonly kind: 'words';
  readonly fact: string;
  readonly operator: WordOperator;
  /** Codes, or `list:ID` for all codes of a list. */
  readonly words: readonly string[];
}

/** Something was written, whatever it says. */
export interface TextCondition {
  readonly kind: 'text';
  readonly fact: string;
}

/** A day or a month beside another one, or beside a day the document gives (`value:ID`). */
export interface DayCondition {
  readonly kind: 'days';
  readonly fact: string;
  readonly operator: DayOperator;
  readonly bound: { readonly kind: 'fact' | 'value'; readonly id: string };
}

export interface AmountCondition {
  readonly kind: 'amounts';
  readonly left: Quantity;
  readonly operator: AmountOperator;
  readonly right: Quantity;
}

export interface GatheredCondition {
  readonly kind: Gathering;
  readonly of: readonly Condition[];
}

/** How lines are gathered under one key of the file: every one holds, at least one, not one. */
export const GATHERINGS = ['all', 'any', 'none'] as const;
export type Gathering = (typeof GATHERINGS)[number];

const WORD_OPERATORS = ['is', 'is_not', 'is_one_of', 'includes_all', 'includes_any'] as const;
const DAY_OPERATORS = ['not_before', 'not_after', 'before', 'after'] as const;
const AMOUNT_OPERATORS = ['at_least', 'at_most', 'more_than', 'less_than', 'exactly'] as const;

/** `includes_…` are for facts that hold several words: whether all, or at least one, of these are there. */
export type WordOperator = (typeof WORD_OPERATORS)[number];
/** `not_before` and `not_after` allow the day itself, `before` and `after` do not. */
export type DayOperator = (typeof DAY_OPERATORS)[number];
/**
 * `at_least` and `at_most` include the number, `more_than` and `less_than` do not.
 * Source: Civil Code art. 1259 on the words of bounds.
 */
export type AmountOperator = (typeof AMOUNT_OPERATORS)[number];

const WORD = /^(?:list:)?[a-z][a-z0-9_.]*$/;
const OPERATORS: readonly string[] = [...WORD_OPERATORS, ...DAY_OPERATORS, ...AMOUNT_OPERATORS];

/** Reads one condition line; undefined when it is not one. */
export function readCondition(line: string): Condition | undefined {
  const [, told] = /^(\S+) is_given$/.exec(line) ?? [];
  if (told !== undefined) return FACT_NAME.test(told) ? { kind: 'text', fact: told } : undefined;
  const parts = line.split(' ');
  const place = parts.findIndex((part) => OPERATORS.includes(part));
  if (place < 1 || parts.includes('')) return undefined;
  const [left, right] = [parts.slice(0, place).join(' '), parts.slice(place + 1).join(' ')];
  const operator = parts[place];
  const isWord = WORD_OPERATORS.find((each) => each === operator);
  if (isWord !== undefined) return wordCondition(left, isWord, right);
  const isDay = DAY_OPERATORS.find((each) => each === operator);
  if (isDay !== undefined) return dayCondition(left, isDay, right);
  const isAmount = AMOUNT_OPERATORS.find((each) => each === operator);
  return isAmount === undefined ? undefined : amountCondition(left, isAmount, right);
}

function wordCondition(fact: string, operator: WordOperator, right: string): WordCondition | undefined {
  const words = right.split(/, */);
  const single = words.length === 1 && !right.startsWith('list:');
  const several = operator !== 'is' && operator !== 'is_not';
  if (!FACT_NAME.test(fact) || !words.every((word) => WORD.test(word)) || (!several && !single))
    return undefined;
  return { kind: 'words', fact, operator, words };
}

function dayCondition(fact: string, operator: DayOperator, right: string): DayCondition | undefined {
  const bound = readQuantity(right);
  if (!FACT_NAME.test(fact) || (bound?.kind !== 'fact' && bound?.kind !== 'value')) return undefined;
  return { kind: 'days', fact, operator, bound: { kind: bound.kind, id: bound.id } };
}

function amountCondition(left: string, operator: AmountOperator, right: string): AmountCondition | undefined {
  const [first, second] = [readQuantity(left), readQuantity(right)];
  if (first === undefined || second === undefined) return undefined;
  return { kind: 'amounts', left: first, operator, right: second };
}
