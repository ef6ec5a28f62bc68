import type { CalendarDay } from '../calendar/calendar-day';
import { type LocalNumber, type StandardPaper, valuesById } from '../policy/local-standard';
import type { LocalNumbers, PolicyPack, PoolId } from '../policy/pack';
import type { Decider, Unit } from '../policy/pack-words';
import { planInputs } from '../policy/plan-inputs';
import { valueInUnit } from '../policy/value-in-unit';
import type { Problem } from '../shared/problem';

/**
 * A number a plan is judged by that its document leaves open, as a plain decimal: who decides it, since when
 * it holds and in which paper it stands. Without a value nobody has given one, and the rule is undecided.
 */
export interface PlanNumber {
  readonly id: string;
  readonly decidedBy: Decider;
  readonly value: string | undefined;
  readonly from: CalendarDay | undefined;
  readonly paper: StandardPaper | undefined;
}

/** A number that a plan of a pool has to know: a need of the pack, or a sum that the books do not hold. */
export interface AskedNumber {
  readonly id: string;
  readonly kind: 'need' | 'sum';
  readonly unit: Unit;
  readonly decidedBy: Decider;
  /** The clause that speaks of it, and what it is; a sum the pack does not explain has no words. */
  readonly cite: string;
  readonly says: string;
}

/** Sums that rules speak of and the books do not hold: the village says them. */
export const TYPED_SUMS = ['collective_income', 'new_income', 'agreed_due'] as const;
export type TypedSum = (typeof TYPED_SUMS)[number];

/** Every number that judging a plan of a pool takes and the document does not give, in the pack's order. */
export function askedNumbers(pack: PolicyPack, pool: PoolId): AskedNumber[] {
  const looked = planInputs(pack, pool);
  const needs = pack.needs
    .filter((need) => looked.some((inputs) => inputs.needs.includes(need)))
    .map(({ id, unit, decidedBy, cite, says }): AskedNumber => {
      return { id, kind: 'need', unit, decidedBy, cite, says };
    });
  const sums = TYPED_SUMS.flatMap((id): AskedNumber[] => {
    const first = looked.find((inputs) => inputs.facts.includes(id));
    if (first === undefined) return [];
    const measure = pack.measures.find((each) => each.id === id);
    const { cite = first.cite, says = '' } = measure ?? {};
    return [{ id, kind: 'sum', unit: 'yuan', decidedBy: 'village', cite, says }];
  });
  return [...needs, ...sums];
}

/** Reads what a village decided, by the id of the number. Codes `plan.numberNotAsked`, `policy.notInUnit`. */
export function readDecisions(
  typed: Readonly<Record<string, string>>,
  asked: readonly AskedNumber[],
): { readonly decided: LocalNumbers; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const decided: [string, string][] = [];
  for (const [id, value] of Object.entries(typed).filter(([, text]) => text.trim() !== '')) {
    const field = `decisions.${id}`;
    const number = asked.find((each) => each.id === id && each.decidedBy === 'village');
    const read = number === undefined ? undefined : valueInUnit(value, number.unit);
    if (number === undefined) problems.push({ code: 'plan.numberNotAsked', field, value: id });
    else if (read === undefined)
      problems.push({ code: 'policy.notInUnit', field, value, facts: { unit: number.unit } });
    else decided.push([id, read]);
  }
  return { decided: Object.fromEntries(decided), problems };
}

/**
 * What is known of the numbers a plan asks for: what the county gave, or what the village decided for this
 * plan. Numbers of the document in whose place a stricter one of the
 * county stands come with them.
 */
export function planNumbers(
  pack: PolicyPack,
  pool: PoolId,
  given: { readonly standards: readonly LocalNumber[]; readonly decided: LocalNumbers },
): PlanNumber[] {
  const { standards, decided } = given;
  const asked = askedNumbers(pack, pool).map(({ id, decidedBy }): PlanNumber => {
    const standard = standards.find((each) => each.id === id);
    if (standard !== undefined) return numberOf(standard);
    const value = decidedBy === 'village' ? decided[id] : undefined;
    return { id, decidedBy, value, from: undefined, paper: undefined };
  });
  const looked = new Set(planInputs(pack, pool).flatMap(({ values }) => values.map(({ id }) => id)));
  return [...asked, ...standards.filter(({ id }) => looked.has(id)).map(numberOf)];
}

function numberOf({ id, decidedBy, value, from, paper }: LocalNumber): PlanNumber {
  return { id, decidedBy, value, from, paper };
}

/** The numbers as rules are judged by them; what nobody has given is left out. */
export function givenNumbers(numbers: readonly PlanNumber[]): LocalNumbers {
  return valuesById(numbers.flatMap(({ id, value }) => (value === undefined ? [] : [{ id, value }])));
}

/**
 * What a village decided for a plan of the numbers that a pack asks it for: they are its own, whoever's pack
 * they are judged by.
 */
export function villageNumbers(pack: PolicyPack, pool: PoolId, kept: readonly PlanNumber[]): LocalNumbers {
  const asked = askedNumbers(pack, pool).filter(({ decidedBy }) => decidedBy === 'village');
  return givenNumbers(
    kept.filter(({ id, decidedBy }) => decidedBy === 'village' && asked.some((each) => each.id === id)),
  );
}
