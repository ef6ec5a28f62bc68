import { addMonths, type CalendarDay, firstDayOf, lastDayOf, monthOf } from '../calendar/calendar-day';
import type { Month } from '../calendar/calendar-day';
import type { Pool, Stream } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { type TaxBasis, vatOf } from '../money/taxed';
import type { TaxSpan, VatRule } from './vat';

/** The days of a tax period, both included. */
export interface TaxDays {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** The tax period a day lies in: its calendar month, or its quarter. */
export function taxPeriodOf(day: CalendarDay, span: TaxSpan): TaxDays {
  const month = monthOf(day);
  if (span === 'month') return { from: firstDayOf(month), to: lastDayOf(month) };
  const first = addMonths(month, -((Number(month.slice(5)) - 1) % 3));
  return { from: firstDayOf(first), to: lastDayOf(addMonths(first, 2)) };
}

/** To what a sale or its tax belongs; what an asset itself was sold for is of no stream and no month. */
export interface TaxPlace {
  readonly pool: Pool;
  readonly assetId: string;
  readonly stream?: Stream | undefined;
  readonly month?: Month | undefined;
}

/** Income that became owed in a period. Fen. */
export interface Sale extends TaxPlace {
  /** What the payer owes, the tax included. */
  readonly amount: Fen;
  /** Undefined where nobody has said: what is owed is all there is, so it holds the tax. */
  readonly basis: TaxBasis | undefined;
  /** The tax that its paper charges, which is owed already; undefined where it charges none. */
  readonly stated: Fen | undefined;
  /** Tax of it that the payer kept back and hands over himself: paid, and no part of the amount. */
  readonly keptBack?: Fen | undefined;
  /** A building that was sold: it may bear a rate of its own. */
  readonly isImmovable?: boolean;
}

/** The tax of a place. */
export interface TaxPart extends TaxPlace {
  readonly amount: Fen;
}

/** What a period's sales come to, and what they owe. Fen. */
export interface PeriodTax {
  /** All sales without tax: energy fee, subsidy, rent, assets and whatever else was sold, together. */
  readonly sales: Fen;
  /** What of them immovables were sold for. */
  readonly immovables: Fen;
  /** Whether the sales bear tax: above the threshold the whole amount does. */
  readonly isTaxed: boolean;
  /** Whether only the immovables among them do, because the others stay below the threshold without them. */
  readonly isOnlyImmovables: boolean;
  /** What papers charged: owed whatever the sales are. */
  readonly stated: Fen;
  /** What payers kept back: paid already, whatever the sales are. */
  readonly keptBack: Fen;
  /** What the threshold makes owed, place by place, beside what papers charged. */
  readonly parts: readonly TaxPart[];
}

/**
 * What the sales of a period owe. All sales count together, without their tax; up to the threshold nothing is
 * owed, above it the whole amount bears tax, each sale rounded once. What a paper charges as tax was owed
 * with its sale, and what a payer kept back is paid. Source: 增值税法 arts 11 and 23; STA notice 2014 no. 32
 * on counting the subsidy. Immovables count with the others; where they are left out, the others are held
 * against the threshold once more without them. Unconfirmed: the table says from which day.
 */
export function taxOfPeriod(sales: readonly Sale[], rule: VatRule): PeriodTax {
  const taxed = sales.map((sale) => ({ sale, ...taxOfSale(sale, rateOf(sale, rule)) }));
  const net = sumFen(taxed.map((each) => each.net));
  const immovables = sumFen(taxed.filter(({ sale }) => sale.isImmovable).map((each) => each.net));
  const isTaxed = isAbove(net, rule);
  const isOnlyImmovables = isTaxed && rule.immovables?.leftOut === true && !isAbove(net - immovables, rule);
  const parts = new Map<string, TaxPart>();
  for (const { sale, tax } of taxed) {
    if (!isTaxed || isSaid(sale) || tax === 0n) continue;
    if (isOnlyImmovables && sale.isImmovable !== true) continue;
    const { pool, assetId, stream, month } = sale;
    const before = parts.get(placeKey(sale))?.amount ?? 0n;
    parts.set(placeKey(sale), { pool, assetId, stream, month, amount: before + tax });
  }
  const stated = sumFen(sales.map((sale) => sale.stated ?? 0n));
  const keptBack = sumFen(sales.map((sale) => sale.keptBack ?? 0n));
  return {
    ...{ sales: net, immovables, isTaxed: isTaxed && sales.length > 0, isOnlyImmovables },
    ...{ stated, keptBack, parts: [...parts.values()] },
  };
}

function isAbove(net: Fen, { threshold, reached }: VatRule): boolean {
  return reached === 'exempt' ? net > threshold : net >= threshold;
}

function rateOf({ isImmovable = false }: Sale, { percent, immovables }: VatRule): string {
  return isImmovable ? (immovables?.percent ?? percent) : percent;
}

/** Whether a paper says the tax of a sale already. */
function isSaid({ stated, keptBack }: Sale): boolean {
  return stated !== undefined || keptBack !== undefined;
}

function taxOfSale({ amount, basis = 'inclusive', stated, keptBack }: Sale, percent: string) {
  if (keptBack !== undefined) return { net: amount, tax: keptBack };
  if (stated !== undefined) return { net: amount - stated, tax: stated };
  return vatOf(amount, basis, percent);
}

/**
 * What is still to be booked of a period's tax, place by place: what is owed now less what was booked. Below
 * zero where a sale was taken back since, so that a second booking gives its tax back.
 */
export function taxToBook(owed: readonly TaxPart[], booked: readonly TaxPart[]): TaxPart[] {
  const open = new Map<string, TaxPart>();
  const add = (part: TaxPart, amount: Fen): void => {
    const key = placeKey(part);
    open.set(key, { ...part, amount: (open.get(key)?.amount ?? 0n) + amount });
  };
  for (const part of owed) add(part, part.amount);
  for (const part of booked) add(part, -part.amount);
  return [...open.entries()]
    .filter(([, { amount }]) => amount !== 0n)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, part]) => part);
}

function placeKey({ pool, assetId, stream, month }: TaxPlace): string {
  return [pool, assetId, stream ?? '', month ?? ''].join(' ');
}
