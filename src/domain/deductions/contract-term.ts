import { type CalendarDay, firstDayOf, lastDayOf } from '../calendar/calendar-day';
import { halfYearOf } from '../calendar/half-year';
import { charge, chargeOn, readQuantity } from '../money/charge';
import { type Fen, readYuan } from '../money/fen';
import { compareRatios, readRatio } from '../money/ratio';
import { invariant } from '../shared/invariant';
import type { Problem } from '../shared/problem';

/** What may be deducted before anything is distributed; the policy pack says which kinds it names. */
export const DEDUCTION_KINDS = ['land_rent', 'o_and_m', 'insurance', 'other'] as const;
export type DeductionKind = (typeof DEDUCTION_KINDS)[number];

/** The part of a year a yearly price is charged for, and its factor. */
export const YEAR_PARTS = { year: '1', 'half-year': '0.5', quarter: '0.25' } as const;
export type YearPart = keyof typeof YEAR_PARTS;

/**
 * How a contract reckons its charge. Quantities, prices and rates are plain decimal text.
 * - `fixed`: an amount once in each part of the year.
 * - `landRent`: mu × yuan per mu and year × the part of the year × the own share of a joint station.
 * - `percentOfReceipt`: a rate on the running receipts of the statement period; each posting books the
 *   difference.
 * - `perWattYear`: by bill, never above yuan per W and year × capacity.
 */
export type ContractTerm =
  | { readonly type: 'fixed'; readonly amount: string; readonly yearPart: YearPart }
  | {
      readonly type: 'landRent';
      readonly mu: string;
      readonly yuanPerMuYear: string;
      readonly yearPart: YearPart;
      readonly ownShare?: string;
    }
  | { readonly type: 'percentOfReceipt'; readonly rate: string }
  | { readonly type: 'perWattYear'; readonly yuanPerWattYear: string; readonly capacityKw: string };

/** What the books say when a charge is reckoned; fen. */
export interface ChargeBasis {
  /** Receipts of the pool in the statement period so far. */
  readonly receivedInPeriod: Fen;
  /** What this contract has charged in the period of its term ({@link chargePeriod}). */
  readonly chargedInPeriod: Fen;
  /** What this contract has charged in the calendar year so far. */
  readonly chargedInYear: Fen;
}

/** What the term asks for now, in fen; undefined where only a bill can tell (a term with a cap). */
export function chargeDue(term: ContractTerm, basis: ChargeBasis): Fen | undefined {
  switch (term.type) {
    case 'fixed': {
      const amount = readYuan(term.amount);
      invariant(amount !== undefined, 'a fixed term states an amount');
      return amount - basis.chargedInPeriod;
    }
    case 'landRent': {
      const part = YEAR_PARTS[term.yearPart];
      return charge(term.mu, term.yuanPerMuYear, part, shareFactor(term.ownShare)) - basis.chargedInPeriod;
    }
    case 'percentOfReceipt':
      return chargeOn(basis.receivedInPeriod, rateFactor(term.rate)) - basis.chargedInPeriod;
    case 'perWattYear':
      return undefined;
  }
}

/**
 * The days for which a term is charged once: its part of the calendar year; for a rate on receipts the
 * half-year, for a cap the year. A charge of a later day counts as well: no order charges anything twice.
 */
export function chargePeriod(term: ContractTerm, day: CalendarDay): { from: CalendarDay; to: CalendarDay } {
  const year = day.slice(0, 4);
  if (term.type === 'percentOfReceipt') return halfYearOf(day);
  const part = term.type === 'perWattYear' ? 'year' : term.yearPart;
  if (part === 'half-year') return halfYearOf(day);
  if (part === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` };
  const first = 3 * Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1;
  const month = (number: number): string => `${year}-${String(number).padStart(2, '0')}`;
  return { from: firstDayOf(month(first)), to: lastDayOf(month(first + 2)) };
}

/** The most a capped term lets the year cost, in fen: 200 kW at 0.03 yuan per W is 6,000.00. */
export function capOfYear(term: ContractTerm): Fen | undefined {
  return term.type === 'perWattYear' ? charge(term.yuanPerWattYear, term.capacityKw, '1000') : undefined;
}

/**
 * Everything wrong with a term as typed; a fixed amount is one of yuan and fen. Codes `form.notAQuantity`,
 * `money.notARatio`, `money.notAnAmount`.
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
  if (field === 'rate' || field === 'ownShare') return isShareText(value) ? undefined : 'money.notARatio';
  if (field === 'amount') return (readYuan(value) ?? 0n) > 0n ? undefined : 'money.notAnAmount';
  return readQuantity(value) === undefined ? 'form.notAQuantity' : undefined;
}

function isShareText(value: string): boolean {
  return /^\d+(\.\d+)?%$/.test(value) && compareRatios(readRatio(value), readRatio('100%')) <= 0;
}

function shareFactor(share: string | undefined): string {
  return share === undefined ? '1' : rateFactor(share);
}

function rateFactor(percent: string): string {
  const { numerator, denominator } = readRatio(percent);
  const digits = numerator.toString().padStart(denominator.toString().length, '0');
  const decimals = denominator.toString().length - 1;
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
