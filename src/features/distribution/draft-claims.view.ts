import { type Fen, plainYuan, readYuan, sumFen } from '../../domain/money/fen';
import type { FormBody, FormValue } from '../../platform/http/form-body';
import type { DistributionPlan } from './plan-read.service';

/** The claims of a plan as the values of its form. */
export function draftValues(plan: DistributionPlan): Record<string, string> {
  const claims = plan.lines.flatMap((line) =>
    line.claims.map((claim) => ({ bucket: line.bucket.id, claim })),
  );
  const fields = claims.flatMap(({ bucket, claim }, index): [string, string][] => {
    const at = (field: string): string => `claims[${String(index)}][${field}]`;
    return [
      [at('bucket'), bucket],
      [at('forWhat'), claim.forWhat],
      [at('beneficiaries'), claim.unit === 'none' ? '' : String(claim.beneficiaries)],
      [at('unit'), claim.unit],
      [at('targetGroup'), claim.targetGroup],
      [at('amount'), plainYuan(claim.amount)],
    ];
  });
  const reasons = Object.entries(plan.reasons).map(([key, reason]): [string, string] => [
    `reasons[${key}]`,
    reason,
  ]);
  const decisions = plan.numbers.flatMap(({ id, decidedBy, value, from }): [string, string][] =>
    decidedBy === 'village' && from === undefined && value !== undefined ? [[`decisions[${id}]`, value]] : [],
  );
  const note: [string, string] = ['leftOverNote', plan.leftOverNote];
  return Object.fromEntries([...fields, ...reasons, ...decisions, note]);
}

/** The numbers typed in a form, by their id. */
export function typedDecisions(values: Readonly<Record<string, string>>): Record<string, string> {
  return typedIn(values, /^decisions\[(.+)\]$/);
}

/** The reasons typed in a form, by the key of the check that asks for them. */
export function typedReasons(values: Readonly<Record<string, string>>): Record<string, string> {
  return typedIn(values, /^reasons\[(.+)\]$/);
}

function typedIn(values: Readonly<Record<string, string>>, names: RegExp): Record<string, string> {
  const typed = Object.entries(values).flatMap(([name, value]): [string, string][] => {
    const id = names.exec(name)?.[1];
    return id === undefined ? [] : [[id, value]];
  });
  return Object.fromEntries(typed);
}

/** What is typed as an amount to give; undefined for what is none, and for one below zero. */
function typedAmount(values: Readonly<Record<string, string>>, row: number): Fen | undefined {
  const amount = readYuan(values[`claims[${String(row)}][amount]`] ?? '');
  return amount === undefined || amount < 0n ? undefined : amount;
}

/**
 * The rows of a form that stand under a use, and what their amounts add up to; what is no amount counts
 * nothing.
 */
export function claimsUnder(
  values: Readonly<Record<string, string>>,
  bucket: string,
): { readonly rows: readonly number[]; readonly amount: Fen } {
  const rows = claimRows(values).filter((row) => values[`claims[${String(row)}][bucket]`] === bucket);
  return { rows, amount: sumFen(rows.map((row) => typedAmount(values, row) ?? 0n)) };
}

/** The uses that rows of a form stand under, each once. */
export function typedUses(values: Readonly<Record<string, string>>): string[] {
  const uses = claimRows(values).map((row) => values[`claims[${String(row)}][bucket]`] ?? '');
  return [...new Set(uses)].filter((use) => use !== '');
}

/** How many boxes for amounts are filled with what is no amount. */
export function unreadableAmounts(values: Readonly<Record<string, string>>): number {
  const wrong = claimRows(values).filter((row) => {
    const text = values[`claims[${String(row)}][amount]`]?.trim() ?? '';
    return text !== '' && typedAmount(values, row) === undefined;
  });
  return wrong.length;
}

/** The number of rows a form holds: the next blank one gets this place. */
export function claimCount(values: Readonly<Record<string, string>>): number {
  return Math.max(0, ...claimRows(values).map((row) => row + 1));
}

function claimRows(values: Readonly<Record<string, string>>): number[] {
  const rows = Object.keys(values).flatMap((name) => {
    const row = /^claims\[(\d{1,4})\]\[bucket\]$/.exec(name)?.[1];
    return row === undefined ? [] : [Number(row)];
  });
  return rows.sort((one, other) => one - other);
}

/** What a person fills in of a row; the rest of it the page sets by itself. */
const TYPED = ['forWhat', 'beneficiaries', 'amount'];

/** The buttons that draw the page again instead of saving it. */
const BUTTONS = ['moreRows', 'fillUse', 'tryOut', 'dropTyped'];

/** A posted draft without the rows nobody filled in, and without the button that was pressed. */
export function withoutBlankClaims(body: FormBody): FormBody {
  const rest = Object.fromEntries(Object.entries(body).filter(([name]) => !BUTTONS.includes(name)));
  const { claims } = rest;
  if (!Array.isArray(claims)) return rest;
  return { ...rest, claims: claims.filter(isFilled) };
}

function isFilled(row: FormValue): boolean {
  if (typeof row === 'string' || Array.isArray(row)) return true;
  return TYPED.some((field) => row[field] !== undefined);
}
