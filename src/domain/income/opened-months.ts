import type { Month } from '../calendar/calendar-day';
import { compareQuantities } from '../money/charge';
import type { Stream } from '../ledger/journal-entry';
import type { Fen } from '../money/fen';
import type { Problem } from '../shared/problem';

/** What the opening of the books carries of a station as owed: one stream of one month of generation. */
export interface OpenedIncome {
  readonly month: Month;
  readonly stream: Stream;
  readonly amount: Fen;
}

const PRICE_FIELDS = { energy: 'energyPrice', subsidy: 'subsidyPrice' } as const;

/** What a slip's month owes by the opening, for each stream the amount; nothing where it carries none. */
export function openedIn(
  month: Month,
  opened: readonly OpenedIncome[],
): Partial<Record<'energy' | 'subsidy', Fen>> {
  const found: Partial<Record<'energy' | 'subsidy', Fen>> = {};
  for (const { stream, amount, ...each } of opened) {
    if (each.month !== month || (stream !== 'energy' && stream !== 'subsidy')) continue;
    found[stream] = (found[stream] ?? 0n) + amount;
  }
  return found;
}

/** What the opening may carry of a slip whose month is not known yet: a stream without a price. */
export function openedSomewhen(
  slip: { readonly energyPriceYuanPerKwh: string; readonly subsidyPriceYuanPerKwh: string },
  opened: readonly OpenedIncome[],
): ReturnType<typeof openedIn> {
  const prices = { energy: slip.energyPriceYuanPerKwh, subsidy: slip.subsidyPriceYuanPerKwh };
  const found: ReturnType<typeof openedIn> = {};
  for (const { stream, amount } of opened) {
    if (stream !== 'energy' && stream !== 'subsidy') continue;
    if (compareQuantities(prices[stream], '0') === 0) found[stream] = amount;
  }
  return found;
}

/**
 * What the opening carries is settled: the slip of that month counts the other stream alone, at a price of
 * nothing for this one, or the same money stands in the books twice. Code `settlement.inOpening`.
 * Source: product decisions §3, opening balances.
 */
export function openedProblems(
  slip: {
    readonly generationMonth: Month;
    readonly energyPriceYuanPerKwh: string;
    readonly subsidyPriceYuanPerKwh: string;
  },
  opened: readonly OpenedIncome[],
): Problem[] {
  const carried = openedIn(slip.generationMonth, opened);
  const prices = { energy: slip.energyPriceYuanPerKwh, subsidy: slip.subsidyPriceYuanPerKwh };
  return (['energy', 'subsidy'] as const).flatMap((stream) => {
    const amount = carried[stream];
    if (amount === undefined || compareQuantities(prices[stream], '0') === 0) return [];
    const facts = { amount, month: slip.generationMonth };
    return [{ code: 'settlement.inOpening', field: PRICE_FIELDS[stream], value: prices[stream], facts }];
  });
}
