import type { YearPlanForm, YearUseForm } from '../../domain/distribution/read-year-plan';
import type { ProposedMoney } from '../../domain/distribution/year-plan';
import type { ProposedUse } from '../../domain/distribution/owner-proposal';
import { plainYuan, readYuan } from '../../domain/money/fen';
import type { FormBody, FormValue } from '../../platform/http/form-body';
import { typedDecisions, typedReasons } from './draft-claims.view';
import type { YearPlan } from './year-plan-read.service';

type Values = Readonly<Record<string, string>>;

const USE_FIELDS = ['bucket', 'forWhat', 'postPeople', 'postStandard', 'postMonths', 'amount'] as const;
const BUTTONS = ['moreRows', 'tryOut', 'dropTyped'];

/** A posted draft without its buttons, and without rows of uses in which nothing was typed. */
export function withoutBlankUses(body: FormBody): FormBody {
  const rest = Object.fromEntries(Object.entries(body).filter(([name]) => !BUTTONS.includes(name)));
  const { uses } = rest;
  return Array.isArray(uses) ? { ...rest, uses: uses.filter(isFilled) } : rest;
}

function isFilled(row: FormValue): boolean {
  if (typeof row === 'string' || Array.isArray(row)) return true;
  return Object.keys(row).some((field) => field !== 'bucket');
}

/** How many rows of uses a form has. */
export function useCount(values: Values): number {
  return (
    1 + Math.max(-1, ...Object.keys(values).map((name) => Number(/^uses\[(\d+)\]/.exec(name)?.[1] ?? -1)))
  );
}

/** What stands in a form, as it would be saved. */
export function yearFormOf(values: Values): YearPlanForm {
  const rows = Array.from({ length: useCount(values) }, (_row, index): YearUseForm => {
    const at = (field: string): string => values[`uses[${String(index)}][${field}]`] ?? '';
    const [bucket, forWhat, postPeople, postStandard, postMonths, amount] = USE_FIELDS.map(at);
    return {
      ...{ bucket: bucket ?? '', forWhat: forWhat ?? '', postPeople: postPeople ?? '' },
      ...{ postStandard: postStandard ?? '', postMonths: postMonths ?? '', amount: amount ?? '' },
    };
  });
  const money = Object.entries(values).flatMap(([name, moneyCode]) => {
    const index = /^money\[(\d+)\]\[moneyCode\]$/.exec(name)?.[1];
    if (index === undefined) return [];
    const at = (field: string): string => values[`money[${index}][${field}]`] ?? '';
    return [{ moneyCode, amount: at('amount'), why: at('why') }];
  });
  const { pool = '', year = '', reserve = '', reserveFor = '', changeWhy = '', proposal = '' } = values;
  return {
    ...{ pool, year, money, uses: rows, reserve, reserveFor, changeWhy, proposal },
    ...{ reasons: typedReasons(values), decisions: typedDecisions(values) },
  };
}

/** A plan as the values of its form; a figure that is still what the books propose stays blank. */
export function yearDraftValues(plan: YearPlan, proposed: readonly ProposedMoney[]): Values {
  const { content, numbers, reasons } = plan;
  const money = proposed.flatMap((each, index): [string, string][] => {
    const kept = content.money.find(({ code }) => code === each.code);
    const at = (field: string): string => `money[${String(index)}][${field}]`;
    const code: [string, string] = [at('moneyCode'), each.code];
    if (kept === undefined || kept.amount === kept.proposed || kept.amount === each.proposed) return [code];
    if (kept.amount === 0n && kept.proposed === undefined) return [code];
    return [code, [at('amount'), plainYuan(kept.amount)], [at('why'), kept.why]];
  });
  const uses = content.uses.flatMap(({ bucket, forWhat, posts, amount }, index): [string, string][] => {
    const at = (field: string): string => `uses[${String(index)}][${field}]`;
    const of: [string, string][] =
      posts === undefined
        ? [[at('amount'), plainYuan(amount)]]
        : [
            [at('postPeople'), String(posts.people)],
            [at('postStandard'), plainYuan(posts.standard)],
            [at('postMonths'), String(posts.months)],
          ];
    return [[at('bucket'), bucket], [at('forWhat'), forWhat], ...of];
  });
  const decided = numbers.flatMap(({ id, decidedBy, value, from }): [string, string][] =>
    decidedBy === 'village' && from === undefined && value !== undefined ? [[`decisions[${id}]`, value]] : [],
  );
  return {
    ...Object.fromEntries([...money, ...uses, ...decided]),
    ...Object.fromEntries(Object.entries(reasons).map(([key, reason]) => [`reasons[${key}]`, reason])),
    ...(plan.proposalId === null ? {} : { proposal: plan.proposalId }),
    // Why it differs from the decided one was said of this draft; a next one differs for reasons of its own.
    ...(plan.state === 'drafted' ? { changeWhy: plan.changeWhy } : {}),
    ...(content.reserve === 0n ? {} : { reserve: plainYuan(content.reserve), reserveFor: plan.reserveFor }),
  };
}

/**
 * A form with what a keeper proposes put into it: what is not there yet comes after the rest. A use for which
 * the village has a figure of its own keeps it.
 */
export function withProposed(
  values: Values,
  { proposalId, uses }: { readonly proposalId: string; readonly uses: readonly ProposedUse[] },
): Values {
  const { uses: standing } = yearFormOf(values);
  let next = standing.length;
  const put = uses.flatMap((use): [string, string][] => {
    const there = standing.findIndex((own) => isForTheSame(own, use));
    const own = standing[there];
    if (own !== undefined && hasFigure(own)) return [];
    const index = own === undefined ? next++ : there;
    const at = (field: string): string => `uses[${String(index)}][${field}]`;
    const { bucket, forWhat, amount } = use;
    return [
      [at('bucket'), bucket],
      [at('forWhat'), forWhat],
      [at('amount'), plainYuan(amount)],
    ];
  });
  return { ...values, ...Object.fromEntries(put), proposal: proposalId };
}

/** Of what a keeper proposes, that for which a form has another figure of the village's own. */
export function ownBeside(values: Values, uses: readonly ProposedUse[]): ProposedUse[] {
  const { uses: standing } = yearFormOf(values);
  return uses.filter((use) => {
    const own = standing.find((each) => isForTheSame(each, use));
    return own !== undefined && hasFigure(own) && !isTheSum(own, use);
  });
}

function isForTheSame({ bucket, forWhat }: YearUseForm, use: ProposedUse): boolean {
  return bucket === use.bucket && forWhat.trim() === use.forWhat;
}

function hasFigure({ amount, postPeople, postStandard, postMonths }: YearUseForm): boolean {
  return [amount, postPeople, postStandard, postMonths].some((typed) => typed.trim() !== '');
}

function isTheSum({ amount, ...posts }: YearUseForm, use: ProposedUse): boolean {
  return !hasFigure({ ...posts, amount: '' }) && readYuan(amount) === use.amount;
}
