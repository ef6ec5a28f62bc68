import {
  type ComparedDraft,
  type ComparedDrafts,
  compareDrafts,
} from '../../domain/distribution/compare-revisions';
import type { PlanCheck } from '../../domain/distribution/plan-checks';
import { costKindOf, type YearPlanContent, yearFigures } from '../../domain/distribution/year-plan';
import { usedByUse } from '../../domain/distribution/year-plan-checks';
import { sumFen } from '../../domain/money/fen';
import { bucketsOf, type PolicyPack, type PoolId } from '../../domain/policy/pack';
import { labelOf } from '../../glossary/terms';
import { moneyName } from '../../glossary/year-money-words';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { outcomeOf } from './plan-check.view';
import type { PlanBasis } from './plan-head.service';
import { typedLines } from './typed-checks';
import type { ChangedCheck } from './what-if.pages';

type Values = Readonly<Record<string, string>>;

/** What is typed of a plan; names of buttons, tokens and the copy's own name are none of it. */
const OF_A_PLAN =
  /^(?:(?:claims|reasons|decisions|uses|money)\[|(?:leftOverNote|reserve|reserveFor|changeWhy)$)/;

/** Of what a form holds, what belongs to the plan. */
export function copiedValues(values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => OF_A_PLAN.test(name)));
}

/** What of a copy a draft takes over: numbers that the village does not decide stay who gives them. */
export function draftedValues(values: Values, villageNumbers: readonly string[]): Record<string, string> {
  const isOthers = (name: string): boolean => {
    const id = /^decisions\[(.+)\]$/.exec(name)?.[1];
    return id !== undefined && !villageNumbers.includes(id);
  };
  return Object.fromEntries(Object.entries(copiedValues(values)).filter(([name]) => !isOthers(name)));
}

/** A period as it stands in the form of a copy, to be compared with the plan. */
export function comparedTyped(basis: PlanBasis, values: Values): ComparedDraft {
  const lines = typedLines(basis, values);
  const names = new Map(bucketsOf(basis.pack, basis.pool).map(({ id, name }) => [id, widePunctuation(name)]));
  const { distributable } = basis;
  return {
    distributable,
    leftOver: distributable - sumFen(lines.map(({ amount }) => amount)),
    lines: lines.map(({ bucket: id, amount, claims }) => ({
      ...{ id, name: names.get(id) ?? id, amount },
      claims: claims.map((claim) => ({ forWhat: widePunctuation(claim.forWhat), amount: claim.amount })),
    })),
  };
}

/** Two contents of a year, by the figures of money, the uses, what is kept back and what is left. */
export function compareYears(
  before: YearPlanContent,
  now: YearPlanContent,
  by: { readonly pack: PolicyPack; readonly pool: PoolId },
): ComparedDrafts {
  return compareDrafts(yearDraftOf(before, by), yearDraftOf(now, by));
}

/** The content of a year as it is compared with another. */
export function yearDraftOf(
  content: YearPlanContent,
  by: { readonly pack: PolicyPack; readonly pool: PoolId },
): ComparedDraft {
  const { expected, left } = yearFigures(content);
  const names = new Map(bucketsOf(by.pack, by.pool).map(({ id, name }) => [id, widePunctuation(name)]));
  const money = content.money.map(({ code, amount }) => ({
    ...{ id: `money ${code}`, name: moneyName(code, by), claims: [] },
    amount: costKindOf(code) === undefined ? amount : -amount,
  }));
  const uses = Object.entries(usedByUse(content)).map(([id, amount]) => ({
    ...{ id, name: names.get(id) ?? id, amount },
    claims: content.uses.filter(({ bucket }) => bucket === id),
  }));
  const reserve = { id: 'reserve', name: labelOf('field.reserve'), amount: content.reserve, claims: [] };
  return { distributable: expected, leftOver: left, lines: [...money, ...uses, reserve] };
}

/** The checks that come out otherwise than of the plan, with those that are asked of one of both alone. */
export function changedChecks(
  before: readonly PlanCheck[],
  now: readonly PlanCheck[],
  titleOf: (check: PlanCheck) => string,
): ChangedCheck[] {
  const ofKey = (checks: readonly PlanCheck[], key: string) => checks.find((check) => check.key === key);
  const keys = [...new Set([...now, ...before].map(({ key }) => key))];
  return keys.flatMap((key): ChangedCheck[] => {
    const [one, other] = [ofKey(before, key), ofKey(now, key)];
    const named = other ?? one;
    const [then, today] = [one && outcomeOf(one), other && outcomeOf(other)];
    if (named === undefined || then === today) return [];
    return [{ title: titleOf(named), before: then, now: today }];
  });
}
