import type { CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import { type MoneyStrand, type TracedLine, traceMoney } from './trace-money';

/** Some of a debt that was settled, and the day. */
export interface Settled {
  readonly on: CalendarDay;
  readonly amount: Fen;
}

/**
 * The debt that some fen went through, and the line that settled it: where a settlement came last, and not a
 * change of the chart. Undefined where they went through none of these debts.
 */
export function debtOfStrand(
  { steps }: MoneyStrand,
  isDebt: (entryId: string) => boolean,
): { readonly owed: TracedLine; readonly settledBy: TracedLine | undefined } | undefined {
  const begun = steps.find(({ as, line }) => as === 'owed' && isDebt(line.entryId));
  if (begun === undefined) return undefined;
  const last = steps.filter(({ as }) => as === 'owed' || as === 'settled').at(-1);
  return { owed: begun.line, settledBy: last?.as === 'settled' ? last.line : undefined };
}

/**
 * What of each of these debts was settled and when, of those that stand: one that was taken back is not told.
 * @param lines of one pool: of the vouchers at least that touch an account on which the debts are
 */
export function settledDebts(
  lines: readonly TracedLine[],
  isDebt: (entryId: string) => boolean,
): ReadonlyMap<string, readonly Settled[]> {
  const found = new Map<string, Settled[]>();
  for (const strand of traceMoney(lines)) {
    const debt = debtOfStrand(strand, isDebt);
    if (debt === undefined) continue;
    const own = found.get(debt.owed.entryId) ?? [];
    if (debt.settledBy !== undefined) own.push({ on: debt.settledBy.postedOn, amount: strand.amount });
    found.set(debt.owed.entryId, own);
  }
  return found;
}
