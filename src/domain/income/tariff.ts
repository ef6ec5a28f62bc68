import { type CalendarDay, firstDayOf, type Month, monthOf, yearOf } from '../calendar/calendar-day';
import { compareQuantities, product, sumQuantities } from '../money/charge';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay, readNumber } from '../shared/typed-fields';
import { ofRegion, type Regional } from './region-codes';

/** What the grid and the state pay for a station's energy from a day on, yuan per kWh, by which paper. */
export interface StationPrice {
  readonly validFrom: CalendarDay;
  readonly energyPrice: string;
  readonly subsidyPrice: string;
  readonly pricePaper: string;
  readonly reason: string;
}

/** What a person types about a price; everything is text as typed. */
export type StationPriceForm = Readonly<Record<keyof StationPrice, string>>;

/** What electricity is usually worth: a file under `seeds/tariffs`. Numbers are decimal text. */
export interface TariffTable {
  /** Whether somebody held it against the documents. */
  readonly confirmed: boolean;
  readonly benchmarks: readonly (Regional & { readonly price: string })[];
  /** The most that energy and subsidy come to, of stations connected from a year on; the earliest first. */
  readonly tariffs: readonly { readonly fromYear: number; readonly most: string }[];
  readonly leastOfBenchmark: string;
  readonly marginAboveTariff: string;
}

/** Between which prices a station's energy is usually paid; either is absent where nobody knows. */
export interface PriceBounds {
  /** Of the energy alone. */
  readonly least?: string;
  /** Of energy and subsidy together. */
  readonly most?: string;
}

/** Source: domain facts §6.5 [J]; the prices are unconfirmed. */
export function priceBounds(
  table: TariffTable,
  regionPath: readonly string[],
  connectedOn: CalendarDay,
): PriceBounds {
  const benchmark = ofRegion(table.benchmarks, regionPath)?.price;
  const tariff = table.tariffs.filter(({ fromYear }) => fromYear <= yearOf(connectedOn)).at(-1)?.most;
  return {
    ...(benchmark === undefined ? {} : { least: product(benchmark, table.leastOfBenchmark) }),
    ...(tariff === undefined ? {} : { most: sumQuantities([tariff, table.marginAboveTariff]) }),
  };
}

/** Prices outside what is usual: possible, and worth a second look. Codes `tariff.low`, `tariff.high`. */
export function unusualPrices(
  { energyPrice, subsidyPrice }: Pick<StationPrice, 'energyPrice' | 'subsidyPrice'>,
  { least, most }: PriceBounds,
): Problem[] {
  const problems: Problem[] = [];
  const sum = sumQuantities([energyPrice, subsidyPrice]);
  if (least !== undefined && compareQuantities(energyPrice, least) < 0) {
    problems.push({ code: 'tariff.low', field: 'energyPrice', value: energyPrice, facts: { least } });
  }
  if (most !== undefined && compareQuantities(sum, most) > 0) {
    problems.push({ code: 'tariff.high', field: 'subsidyPrice', value: subsidyPrice, facts: { sum, most } });
  }
  return problems;
}

/**
 * Reads a price, or says everything that is wrong with it. A slip is of a month, so a price holds from the
 * first day of one; what is unusual wants a reason. Codes `tariff.*`, `form.*`, `calendar.*`.
 */
export function readStationPrice(
  form: StationPriceForm,
  bounds: PriceBounds,
): { readonly price: StationPrice; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const price = {
    validFrom: readDay({ field: 'validFrom', value: form.validFrom }, problems) ?? '',
    energyPrice: readNumber({ field: 'energyPrice', value: form.energyPrice }, 'aboveZero', problems) ?? '',
    subsidyPrice: readNumber({ field: 'subsidyPrice', value: form.subsidyPrice }, 'zero', problems) ?? '',
    pricePaper: form.pricePaper.trim(),
    reason: form.reason.trim(),
  };
  const { validFrom: value } = price;
  if (value !== '' && value !== firstDayOf(monthOf(value))) {
    problems.push({ code: 'tariff.notFirstDay', field: 'validFrom', value });
  }
  if (price.pricePaper === '') problems.push({ code: 'form.missing', field: 'pricePaper' });
  problems.push(...privateNumberProblems({ pricePaper: price.pricePaper, reason: price.reason }));
  const isRead = price.energyPrice !== '' && price.subsidyPrice !== '';
  if (isRead && price.reason === '') problems.push(...unusualPrices(price, bounds));
  return { price, problems };
}

/** The price of a month: the last one from its first day or before, and of one day the last entered. */
export function priceAt(prices: readonly StationPrice[], month: Month): StationPrice | undefined {
  return prices
    .filter(({ validFrom }) => validFrom <= firstDayOf(month))
    .reduce<StationPrice | undefined>(
      (latest, each) => (latest === undefined || each.validFrom >= latest.validFrom ? each : latest),
      undefined,
    );
}
