import { type Fen, requireYuan } from '../money/fen';
import { compareRatios, type Ratio, ratio, readRatio } from '../money/ratio';
import type { Facts } from '../shared/domain-error';
import type { AmountCondition, AmountOperator, Condition, WordCondition } from './condition';
import type { LocalNumbers, PolicyPack } from './pack';
import type { PlainFacts } from './subjects';

/** What conditions are held against. */
export interface Judged {
  readonly pack: PolicyPack;
  readonly facts: PlainFacts;
  readonly local: LocalNumbers;
}

/** Whether conditions hold; undefined while a fact or number named in `missing` is not there. */
export interface Finding {
  readonly holds: boolean | undefined;
  readonly missing: readonly string[];
  readonly facts: Facts;
}

/**
 * Whether all conditions hold. One that fails settles it even while another cannot be told; none at all
 * hold. `facts` holds what was compared, amounts in fen, and `shortfall`: the fen by which a failed amount
 * misses its bound.
 * @throws DomainError `money.notAnAmount` for an amount, `money.notARatio` for a local number, that is not
 *   a plain decimal
 */
export function findAll(conditions: readonly Condition[], judged: Judged): Finding {
  const findings = conditions.map((condition) =>
    condition.kind === 'words' ? findWords(condition, judged) : findAmounts(condition, judged),
  );
  const facts: Facts = Object.fromEntries(findings.flatMap((finding) => Object.entries(finding.facts)));
  if (findings.some((finding) => finding.holds === false)) return { holds: false, missing: [], facts };
  const missing = [...new Set(findings.flatMap((finding) => finding.missing))];
  return { holds: missing.length > 0 ? undefined : true, missing, facts };
}

function findWords({ fact, operator, words }: WordCondition, { pack, facts }: Judged): Finding {
  const word = given(facts, fact);
  if (word === undefined) return { holds: undefined, missing: [fact], facts: {} };
  const listed = words.flatMap((entry) => wordsOfEntry(pack, entry));
  const holds = operator === 'is_not' ? !listed.includes(word) : listed.includes(word);
  return { holds, missing: [], facts: { [fact]: word } };
}

function wordsOfEntry(pack: PolicyPack, entry: string): string[] {
  const list = pack.lists.find((candidate) => entry === `list:${candidate.id}`);
  return list === undefined ? [entry] : list.of.map((word) => word.id);
}

/**
 * A share of nothing can neither reach nor miss a bound: with a denominator of zero or less it is
 * undecided.
 */
function findAmounts(condition: AmountCondition, judged: Judged): Finding {
  const amount = amountOf(judged, condition.fact);
  const base = condition.of === undefined ? undefined : amountOf(judged, condition.of);
  const bound = boundOf(condition, judged);
  const seen: Facts = { ...amount.facts, ...base?.facts, ...bound.facts };
  const missing = [...amount.missing, ...(base?.missing ?? []), ...bound.missing];
  if (base?.fen !== undefined && base.fen <= 0n && condition.of !== undefined) missing.push(condition.of);
  if (amount.fen === undefined || bound.number === undefined || missing.length > 0) {
    return { holds: undefined, missing, facts: seen };
  }
  const target = targetFen(bound.number, base?.fen);
  const holds = compares(condition.operator, compareRatios(ratio(amount.fen, 1n), target));
  const shortfall = missedBy(condition.operator, amount.fen, target);
  return { holds, missing: [], facts: holds ? seen : { ...seen, shortfall } };
}

interface FoundAmount {
  readonly fen: Fen | undefined;
  readonly missing: readonly string[];
  readonly facts: Facts;
}

function amountOf({ facts }: Judged, name: string): FoundAmount {
  const text = given(facts, name);
  if (text === undefined) return { fen: undefined, missing: [name], facts: {} };
  const fen = requireYuan(text);
  return { fen, missing: [], facts: { [name]: fen } };
}

interface FoundBound {
  readonly number: Ratio | undefined;
  readonly missing: readonly string[];
  readonly facts: Facts;
}

/** The right side of a comparison: yuan, or a share where a denominator is named. */
function boundOf({ bound }: AmountCondition, judged: Judged): FoundBound {
  if (bound.kind === 'number') return { number: readRatio(bound.value), missing: [], facts: {} };
  if (bound.kind === 'fact') {
    const { fen, missing, facts } = amountOf(judged, bound.id);
    return { number: fen === undefined ? undefined : ratio(fen, 100n), missing, facts };
  }
  const value = judged.pack.values.find((candidate) => candidate.id === bound.id)?.value;
  const text = bound.kind === 'value' ? value : given(judged.local, bound.id);
  if (text === undefined) return { number: undefined, missing: [bound.id], facts: {} };
  return { number: readRatio(text), missing: [], facts: { [bound.id]: text } };
}

/** The bound in fen, exact: yuan times a hundred, or the share of the denominator. */
function targetFen(number: Ratio, base: Fen | undefined): Ratio {
  return ratio(number.numerator * (base ?? 100n), number.denominator);
}

function compares(operator: AmountOperator, comparison: number): boolean {
  const holds: Readonly<Record<AmountOperator, boolean>> = {
    at_least: comparison >= 0,
    at_most: comparison <= 0,
    more_than: comparison > 0,
    less_than: comparison < 0,
  };
  return holds[operator];
}

/** The fewest fen to add to, or take from, an amount for the comparison to hold. */
function missedBy(operator: AmountOperator, amount: Fen, target: Ratio): Fen {
  const down = floorDivide(target.numerator, target.denominator);
  const up = -floorDivide(-target.numerator, target.denominator);
  const missed: Readonly<Record<AmountOperator, Fen>> = {
    at_least: up - amount,
    at_most: amount - down,
    more_than: down + 1n - amount,
    less_than: amount - (up - 1n),
  };
  return missed[operator];
}

function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

function given(record: Readonly<Record<string, string | undefined>>, key: string): string | undefined {
  const value = Object.hasOwn(record, key) ? record[key]?.trim() : undefined;
  return value === '' ? undefined : value;
}
