import { compareRatios, type Ratio, ratio } from '../money/ratio';
import type { Facts } from '../shared/domain-error';
import type {
  AmountCondition,
  AmountOperator,
  Condition,
  DayCondition,
  GatheredCondition,
  TextCondition,
  WordCondition,
} from './condition';
import type { PolicyPack } from './pack';
import { atomsOf } from './quantity';
import { given, type Judged, missedBy, multiply, reckon, valueText } from './reckon';
import { factKind } from './subjects';

/** Whether conditions hold; undefined while a fact or number named in `missing` is not there. */
export interface Finding {
  readonly holds: boolean | undefined;
  readonly missing: readonly string[];
  readonly facts: Facts;
}

/**
 * Whether all conditions hold. One that fails settles it even while another cannot be told; none at all
 * hold. `facts` holds what was compared, amounts in fen, and by how much a failed amount lies below its bound
 * (`shortfall`) or above it (`excess`): fen for money, text for a count.
 * @throws DomainError `money.notAnAmount` for an amount, `money.notARatio` for a count or local number, that
 *   is not a plain decimal
 */
export function findAll(conditions: readonly Condition[], judged: Judged): Finding {
  return gather('all', conditions, judged);
}

function find(condition: Condition, judged: Judged): Finding {
  switch (condition.kind) {
    case 'words':
      return findWords(condition, judged);
    case 'text':
      return findText(condition, judged);
    case 'days':
      return findDays(condition, judged);
    case 'amounts':
      return findAmounts(condition, judged);
    case 'all':
    case 'any':
    case 'none':
      return gather(condition.kind, condition.of, judged);
  }
}

/** `all` is settled by one that fails, `any` and `none` by one that holds; only then is nothing missing. */
function gather(how: GatheredCondition['kind'], of: readonly Condition[], judged: Judged): Finding {
  const findings = of.map((condition) => find(condition, judged));
  const facts: Facts = Object.fromEntries(findings.flatMap((finding) => Object.entries(finding.facts)));
  const settling = how !== 'all';
  if (findings.some((finding) => finding.holds === settling))
    return { holds: how === 'any', missing: [], facts };
  const missing = [...new Set(findings.flatMap((finding) => finding.missing))];
  return { holds: missing.length > 0 ? undefined : how !== 'any', missing, facts };
}

function findWords({ fact, operator, words }: WordCondition, { pack, facts }: Judged): Finding {
  const text = given(facts, fact);
  if (text === undefined) return { holds: undefined, missing: [fact], facts: {} };
  const asked = words.flatMap((entry) => wordsOfEntry(pack, entry));
  const held = operator.startsWith('includes') ? text.split(/, */) : [text];
  const holds =
    operator === 'is_not'
      ? !asked.includes(text)
      : operator === 'includes_all'
        ? asked.every((word) => held.includes(word))
        : held.some((word) => asked.includes(word));
  return { holds, missing: [], facts: { [fact]: text } };
}

/** The codes a word of a condition stands for: itself, or those of its list. */
export function wordsOfEntry(pack: PolicyPack, entry: string): string[] {
  const list = pack.lists.find((candidate) => entry === `list:${candidate.id}`);
  return list === undefined ? [entry] : list.of.map((word) => word.id);
}

/** An empty text is nothing written; one that was not handed in cannot be told. */
function findText({ fact }: TextCondition, { facts }: Judged): Finding {
  if (!Object.hasOwn(facts, fact) || facts[fact] === undefined)
    return { holds: undefined, missing: [fact], facts: {} };
  return { holds: given(facts, fact) !== undefined, missing: [], facts: {} };
}

function findDays({ fact, operator, bound }: DayCondition, judged: Judged): Finding {
  const { facts } = judged;
  const day = given(facts, fact);
  const other = bound.kind === 'fact' ? given(facts, bound.id) : valueText(bound.id, judged);
  const missing = [...(day === undefined ? [fact] : []), ...(other === undefined ? [bound.id] : [])];
  if (day === undefined || other === undefined) return { holds: undefined, missing, facts: {} };
  const held: Readonly<Record<DayCondition['operator'], boolean>> = {
    not_before: day >= other,
    not_after: day <= other,
    before: day < other,
    after: day > other,
  };
  return { holds: held[operator], missing: [], facts: { [fact]: day, [bound.id]: other } };
}

function findAmounts(condition: AmountCondition, judged: Judged): Finding {
  const left = reckon(condition.left, judged);
  const right = reckon(condition.right, judged);
  const seen: Facts = { ...left.facts, ...right.facts };
  if (left.number === undefined || right.number === undefined)
    return { holds: undefined, missing: [...left.missing, ...right.missing], facts: seen };
  const holds = compares(condition.operator, compareRatios(left.number, right.number));
  const facts = holds ? seen : { ...seen, ...missOf(condition, judged, right.number) };
  return { holds, missing: [], facts };
}

function compares(operator: AmountOperator, comparison: number): boolean {
  const holds: Readonly<Record<AmountOperator, boolean>> = {
    at_least: comparison >= 0,
    at_most: comparison <= 0,
    more_than: comparison > 0,
    less_than: comparison < 0,
    exactly: comparison === 0,
  };
  return holds[operator];
}

/** By how much the left side is below or above its bound, where that is whole fen or a whole count. */
function missOf({ left, operator }: AmountCondition, judged: Judged, bound: Ratio): Facts {
  const whole = left.kind === 'part' ? reckon(left.whole, judged).number : ratio(1n, 1n);
  const amount = reckon(left.kind === 'part' ? left.part : left, judged);
  if (whole === undefined || amount.number === undefined) return {};
  const isMoney = atomsOf(left).some(
    (atom) => atom.kind === 'fact' && factKind(judged.subject, atom.id) === 'amount',
  );
  const units = ratio(isMoney ? 100n : 1n, 1n);
  const have = multiply([amount.number, units]);
  if (have.numerator % have.denominator !== 0n) return {};
  const asked = multiply([bound, whole, units]);
  const missed = missedBy(operator, have.numerator / have.denominator, asked);
  const isAbove = operator === 'less_than' || compareRatios(have, asked) > 0;
  return { [isAbove ? 'excess' : 'shortfall']: isMoney ? missed : missed.toString() };
}
