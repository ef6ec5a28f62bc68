import type { CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import { type Ratio, readRatio, timesRatio } from '../money/ratio';

/** Whether what is agreed holds the tax already, or the tax is charged on top of it. */
export const TAX_BASES = ['inclusive', 'net'] as const;
export type TaxBasis = (typeof TAX_BASES)[number];

/** How long a tax period is. */
export const TAX_SPANS = ['month', 'quarter'] as const;
export type TaxSpan = (typeof TAX_SPANS)[number];

/** Something that holds from a day on, until a day or for good. */
interface Dated {
  readonly from: CalendarDay;
  readonly to?: CalendarDay | undefined;
}

/** Value-added tax of a small seller: a file under `seeds/tax`. */
export interface VatTable {
  /** Whether a county has held it against the papers. */
  readonly confirmed: boolean;
  /** Per cent of the sales without tax, as plain digits. */
  readonly rates: readonly (Dated & { readonly percent: string })[];
  /** Sales up to which nothing is owed, by the length of the period. */
  readonly thresholds: readonly (Dated & {
    readonly upTo: Readonly<Record<TaxSpan, Fen>>;
    readonly reached: 'exempt' | 'taxed';
  })[];
  /** Sales of twelve months above which nobody is small. */
  readonly smallUpTo: Fen;
}

/** What holds for the sales of a period. */
export interface VatRule {
  readonly percent: string;
  readonly threshold: Fen;
  /** What becomes of sales of exactly the threshold. */
  readonly reached: 'exempt' | 'taxed';
}

/** The rate and the threshold in force on a day; undefined where the table has none: nothing is guessed. */
export function vatRuleOn(table: VatTable, day: CalendarDay, span: TaxSpan): VatRule | undefined {
  const rate = inForce(table.rates, day);
  const threshold = inForce(table.thresholds, day);
  if (rate === undefined || threshold === undefined) return undefined;
  return { percent: rate.percent, threshold: threshold.upTo[span], reached: threshold.reached };
}

/** The last one that has begun and not ended. */
function inForce<Each extends Dated>(all: readonly Each[], day: CalendarDay): Each | undefined {
  return all.filter(({ from, to }) => from <= day && (to === undefined || day <= to)).at(-1);
}

/** An amount told with and without its tax. Fen; net + tax = gross. */
export interface Taxed {
  readonly net: Fen;
  readonly tax: Fen;
  readonly gross: Fen;
}

/**
 * The tax in an amount, or on top of it: rounded half up to the fen once, at the line it is printed on, and
 * the other part is what is left, so that the two always add up to the whole. A reversal mirrors it.
 * Source: 增值税法 art. 11, the simple method; product decision on rounding.
 */
export function vatOf(amount: Fen, basis: TaxBasis, percent: string): Taxed {
  const rate = readRatio(`${percent}%`);
  if (basis === 'net') {
    const tax = timesRatio(amount, rate);
    return { net: amount, tax, gross: amount + tax };
  }
  const tax = timesRatio(amount, partWithin(rate));
  return { net: amount - tax, tax, gross: amount };
}

/** Which part of an amount that holds the tax is tax: 3 % on top are 3 in 103. */
function partWithin({ numerator, denominator }: Ratio): Ratio {
  return { numerator, denominator: denominator + numerator };
}
