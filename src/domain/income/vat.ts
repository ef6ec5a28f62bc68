import type { CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';

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
  /** What of what assets are sold for is a sale. */
  readonly assetSales: AssetSaleRules;
  /** Sales of twelve months above which nobody is small. */
  readonly smallUpTo: Fen;
}

/** What holds for the sales of a period. */
export interface VatRule {
  readonly percent: string;
  readonly threshold: Fen;
  /** What becomes of sales of exactly the threshold. */
  readonly reached: 'exempt' | 'taxed';
  /** What holds for immovables alone; absent where they are sales like any other. */
  readonly immovables?: ImmovableRule;
}

/** The rate of immovables, and whether they are left out where other sales are held against the threshold. */
interface ImmovableRule {
  readonly percent: string;
  readonly leftOut: boolean;
}

/** What of what assets are sold for is a sale. Unconfirmed as a whole. */
export interface AssetSaleRules {
  /** Ways of leaving whose money is a sale; by any other it is one only where its paper charges tax. */
  readonly ways: readonly string[];
  /** Kinds of assets that are a sale only where the paper charges tax, by whatever way they leave. */
  readonly onlyWhereCharged: readonly string[];
  readonly immovableKinds: readonly string[];
  readonly immovables: readonly (Dated & ImmovableRule)[];
}

/** The rate and the threshold in force on a day; undefined where the table has none: nothing is guessed. */
export function vatRuleOn(table: VatTable, day: CalendarDay, span: TaxSpan): VatRule | undefined {
  const rate = inForce(table.rates, day);
  const threshold = inForce(table.thresholds, day);
  if (rate === undefined || threshold === undefined) return undefined;
  const immovables = inForce(table.assetSales.immovables, day);
  return {
    ...{ percent: rate.percent, threshold: threshold.upTo[span], reached: threshold.reached },
    ...(immovables === undefined ? {} : { immovables }),
  };
}

/** The last one that has begun and not ended. */
function inForce<Each extends Dated>(all: readonly Each[], day: CalendarDay): Each | undefined {
  return all.filter(({ from, to }) => from <= day && (to === undefined || day <= to)).at(-1);
}
