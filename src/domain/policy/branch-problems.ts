import { compareRatios, ratio, type Ratio, readRatio } from '../money/ratio';
import type { Problem } from '../shared/problem';
import type { AmountOperator, Condition, DayOperator } from './condition';
import { simpleConditions, type SimpleCondition } from './condition-problems';
import { wordsOfEntry } from './find';
import type { PolicyPack, Rule } from './pack';
import type { Quantity } from './quantity';
import { factKind } from './subjects';

/**
 * Branches of a rule that no record can reach, and exceptions that could hold at once. Two exceptions have
 * to exclude each other by what their lines say: different words of one fact, or ranges that do not meet.
 */
export function branchProblems(pack: PolicyPack, rule: Rule, field: string): Problem[] {
  const isNever = (lines: readonly Condition[]): boolean => contradicts(pack, rule, lines);
  const never = (at: string): Problem => ({ code: 'policy.branchNeverReached', field: at, value: rule.id });
  if (isNever(rule.when)) return [never(`${field}.when`)];
  const unreached = rule.except.flatMap(({ when }, index) =>
    isNever([...rule.when, ...when]) ? [never(`${field}.except.${index}.when`)] : [],
  );
  const overlapping = rule.except.flatMap(({ when }, index): Problem[] => {
    const earlier = rule.except.slice(0, index).findIndex((other) => !isNever([...other.when, ...when]));
    const facts = { other: earlier + 1, rule: rule.id };
    const at = `${field}.except.${index}.when`;
    return earlier < 0
      ? []
      : [{ code: 'policy.exceptionsOverlap', field: at, value: String(index + 1), facts }];
  });
  const covered = coversAll(pack, rule) ? [never(`${field}.need`)] : [];
  return [...unreached, ...overlapping, ...covered];
}

/** What a line allows of one fact, or of the difference of two quantities. */
type Allowed =
  | { readonly kind: 'words'; readonly key: string; readonly words: readonly string[]; readonly not: boolean }
  | { readonly kind: 'range'; readonly key: string; readonly range: Range };

interface Range {
  readonly low: Ratio | undefined;
  readonly high: Ratio | undefined;
  readonly withLow: boolean;
  readonly withHigh: boolean;
}

/** Whether lines that all have to hold exclude each other. What cannot be told from them does not count. */
function contradicts(pack: PolicyPack, rule: Rule, lines: readonly Condition[]): boolean {
  const allowed = together(lines).flatMap((line) => allowedBy(pack, line));
  const keys = new Set(allowed.map(({ key }) => key));
  return [...keys].some((key) => {
    const of = allowed.filter((each) => each.key === key);
    return isEmptyRange(of) || isEmptyWords(of, factKind(rule.subject, key) === 'flag');
  });
}

/** Lines that all have to hold; what is gathered by `any` or `none` is passed over. */
function together(lines: readonly Condition[]): SimpleCondition[] {
  const all = lines.filter((line) => line.kind !== 'any' && line.kind !== 'none');
  return all.flatMap((line) => (line.kind === 'all' ? together(line.of) : simpleConditions([line])));
}

function allowedBy(pack: PolicyPack, line: SimpleCondition): Allowed[] {
  if (line.kind === 'words') {
    const words = line.words.flatMap((entry) => wordsOfEntry(pack, entry));
    if (line.operator.startsWith('includes')) return [];
    return [{ kind: 'words', key: line.fact, words, not: line.operator === 'is_not' }];
  }
  if (line.kind === 'days') {
    const key = `${line.fact} ${line.bound.kind}:${line.bound.id}`;
    return [{ kind: 'range', key, range: rangeOf(DAY_AS_AMOUNT[line.operator], ratio(0n, 1n)) }];
  }
  if (line.kind === 'text') return [];
  const bound = constant(pack, line.right);
  const left = JSON.stringify(line.left);
  const key = bound === undefined ? `${left} ${JSON.stringify(line.right)}` : left;
  return [{ kind: 'range', key, range: rangeOf(line.operator, bound ?? ratio(0n, 1n)) }];
}

const DAY_AS_AMOUNT: Readonly<Record<DayOperator, AmountOperator>> = {
  not_before: 'at_least',
  not_after: 'at_most',
  before: 'less_than',
  after: 'more_than',
};

function constant(pack: PolicyPack, quantity: Quantity): Ratio | undefined {
  if (quantity.kind === 'number') return readRatio(quantity.value);
  if (quantity.kind !== 'value') return undefined;
  const values = pack.values.filter(({ id, unit }) => id === quantity.id && unit !== 'day');
  const [only] = values;
  return values.length === 1 && only !== undefined && only.value !== '' ? readRatio(only.value) : undefined;
}

function rangeOf(operator: AmountOperator, bound: Ratio): Range {
  const isLow = operator === 'at_least' || operator === 'more_than' || operator === 'exactly';
  const isHigh = operator === 'at_most' || operator === 'less_than' || operator === 'exactly';
  return {
    low: isLow ? bound : undefined,
    high: isHigh ? bound : undefined,
    withLow: operator !== 'more_than',
    withHigh: operator !== 'less_than',
  };
}

function isEmptyRange(allowed: readonly Allowed[]): boolean {
  const ranges = allowed.flatMap((each) => (each.kind === 'range' ? [each.range] : []));
  return ranges.some((one) => ranges.some((other) => isApart(one, other)));
}

/** Whether one range lies wholly below the other. */
function isApart(below: Range, above: Range): boolean {
  if (below.high === undefined || above.low === undefined) return false;
  const comparison = compareRatios(below.high, above.low);
  return comparison < 0 || (comparison === 0 && !(below.withHigh && above.withLow));
}

function isEmptyWords(allowed: readonly Allowed[], isFlag: boolean): boolean {
  const lines = allowed.flatMap((each) => (each.kind === 'words' ? [each] : []));
  const positive = lines.filter((line) => !line.not).map((line) => line.words);
  const first = isFlag ? ['yes', 'no'] : positive[0];
  if (first === undefined || lines.length === 0) return false;
  const excluded = lines.filter((line) => line.not).flatMap((line) => line.words);
  return !first.some((word) => positive.every((words) => words.includes(word)) && !excluded.includes(word));
}

/** Whether exceptions over one fact leave nothing for the rule itself: yes and no, or up to and above. */
function coversAll(pack: PolicyPack, rule: Rule): boolean {
  const lines = rule.except.map(({ when }) => together(when).flatMap((line) => allowedBy(pack, line)));
  const single = lines.flatMap((allowed) => (allowed.length === 1 ? allowed : []));
  const [first] = single;
  if (first === undefined || rule.except.some(({ when }) => when.length !== 1)) return false;
  if (!single.every(({ key, kind }) => key === first.key && kind === first.kind)) return false;
  if (first.kind === 'words')
    return (
      factKind(rule.subject, first.key) === 'flag' &&
      ['yes', 'no'].every((word) => single.some((each) => allowsWord(each, word)))
    );
  return coversNumbers(single.flatMap((each) => (each.kind === 'range' ? [each.range] : [])));
}

function allowsWord(allowed: Allowed, word: string): boolean {
  return allowed.kind === 'words' && allowed.words.includes(word) !== allowed.not;
}

/** Numbers up to one end and from another on: between them lies nothing, or one number with its own line. */
function coversNumbers(ranges: readonly Range[]): boolean {
  const isOneOf = (number: Ratio): boolean =>
    ranges.some(
      ({ low, high }) => low !== undefined && high !== undefined && compareRatios(low, number) === 0,
    );
  const reaches = (below: Range, above: Range): boolean => {
    if (below.low !== undefined || below.high === undefined || above.low === undefined) return false;
    if (above.high !== undefined) return false;
    const gap = compareRatios(above.low, below.high);
    return gap < 0 || (gap === 0 && (above.withLow || below.withHigh || isOneOf(below.high)));
  };
  return ranges.some((below) => ranges.some((above) => reaches(below, above)));
}
