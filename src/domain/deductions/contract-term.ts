import { COST_KINDS, type CostKind } from '../assets/custody-bearers';
import { type CalendarDay, firstDayOf, lastDayOf } from '../calendar/calendar-day';
import { halfYearOf } from '../calendar/half-year';
import { compareQuantities, readQuantity } from '../money/charge';
import { readYuan } from '../money/fen';
import { compareRatios, readRatio } from '../money/ratio';
import type { Problem } from '../shared/problem';

/** What may be deducted before anything is distributed; the policy pack says which kinds it names. */
export const DEDUCTION_KINDS = COST_KINDS;
export type DeductionKind = CostKind;

/** The part of a year a yearly price is charged for, and its factor. */
export const YEAR_PARTS = { year: '1', 'half-year': '0.5', quarter: '0.25' } as const;
export type YearPart = keyof typeof YEAR_PARTS;

/** For what a fixed amount is paid at once: a part of the year, or the whole contract, as a premium is. */
export const FIXED_PARTS = ['year', 'half-year', 'quarter', 'once'] as const;
export type FixedPart = (typeof FIXED_PARTS)[number];

/** The ways in which a contract reckons its charge. */
export const TERM_TYPES = ['fixed', 'landRent', 'percentOfReceipt', 'perWattYear'] as const;

/**
 * How a contract reckons its charge. Quantities, prices and rates are plain decimal text.
 * - `fixed`: an amount once in each part of the year, or once for the whole contract.
 * - `landRent`: mu × yuan per mu and year × the part of the year × the own share of a joint station.
 * - `percentOfReceipt`: a rate on the running receipts of the statement period; each posting books the
 *   difference.
 * - `perWattYear`: by bill, never above yuan per W and year × capacity.
 */
export type ContractTerm =
  | { readonly type: 'fixed'; readonly amount: string; readonly yearPart: FixedPart }
  | {
      readonly type: 'landRent';
      readonly mu: string;
      readonly yuanPerMuYear: string;
      readonly yearPart: YearPart;
      readonly ownShare?: string;
    }
  | { readonly type: 'percentOfReceipt'; readonly rate: string }
  | { readonly type: 'perWattYear'; readonly yuanPerWattYear: string; readonly capacityKw: string };

/**
 * The days for which a term is charged once: its part of the calendar year; for a rate on receipts the
 * half-year, for a cap the year. A charge of a later day counts as well: no order charges anything twice. Of
 * what is paid once only the contract knows the days; here they are those of the year.
 */
export function chargePeriod(term: ContractTerm, day: CalendarDay): { from: CalendarDay; to: CalendarDay } {
  const year = day.slice(0, 4);
  if (term.type === 'percentOfReceipt') return halfYearOf(day);
  const part = term.type === 'perWattYear' ? 'year' : term.yearPart;
  if (part === 'half-year') return halfYearOf(day);
  if (part === 'year' || part === 'once') return { from: `${year}-01-01`, to: `${year}-12-31` };
  const first = 3 * Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1;
  const month = (number: number): string => `${year}-${String(number).padStart(2, '0')}`;
  return { from: firstDayOf(month(first)), to: lastDayOf(month(first + 2)) };
}

/**
 * Everything wrong with a term as typed; a fixed amount is one of yuan and fen. Codes `form.notAQuantity`,
 * `form.notPositive`, `money.notARatio`, `money.notAnAmount`.
 */
export function termProblems(term: ContractTerm): Problem[] {
  const fields: Record<string, string | undefined> = { ...term };
  const problems: Problem[] = [];
  for (const [field, value] of Object.entries(fields)) {
    if (field === 'type' || field === 'yearPart' || value === undefined) continue;
    const code = termFieldProblem(field, value);
    if (code !== undefined) problems.push({ code, field: `term.${field}`, value });
  }
  return problems;
}

/** The code of what is wrong with one field of a term, if anything. */
function termFieldProblem(field: string, value: string): string | undefined {
  if (field === 'rate' || field === 'ownShare') {
    if (!isShareText(value)) return 'money.notARatio';
    return field === 'rate' && isNothing(value) ? 'form.notPositive' : undefined;
  }
  if (field === 'amount') return (readYuan(value) ?? 0n) > 0n ? undefined : 'money.notAnAmount';
  const quantity = readQuantity(value);
  if (quantity === undefined) return 'form.notAQuantity';
  return compareQuantities(quantity, '0') > 0 ? undefined : 'form.notPositive';
}

/** A rate of nothing charges nothing: who pays nothing has no contract, or its end. */
function isNothing(share: string): boolean {
  return compareRatios(readRatio(share), readRatio('0%')) === 0;
}

function isShareText(value: string): boolean {
  return /^\d+(\.\d+)?%$/.test(value) && compareRatios(readRatio(value), readRatio('100%')) <= 0;
}
