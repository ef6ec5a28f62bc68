import type { CalendarDay, Month } from '../calendar/calendar-day';
import type { Stream } from '../ledger/journal-entry';
import { type MoneyStrand, stepAs } from '../ledger/trace-money';
import type { Fen } from '../money/fen';

/** Money that came by one receipt of an asset, a stream and a month. */
export interface TracedSource {
  readonly assetId: string | undefined;
  readonly stream: Stream | undefined;
  readonly month: Month | undefined;
  /** The day on which it came to the bank; undefined of what was granted before it came. */
  readonly cameOn: CalendarDay | undefined;
  /** Whether it lay in the village before its books began. */
  readonly isOpening: boolean;
  readonly amount: Fen;
}

/**
 * What a grant was met with, first in, first out, the oldest first; what has not come stands last.
 * @param strands of the voucher's pool, see `traceMoney`
 */
export function sourcesOf(strands: readonly MoneyStrand[], entryId: string): TracedSource[] {
  const used = strands.filter((strand) => stepAs(strand, 'used')?.entryId === entryId);
  const merged = new Map<string, TracedSource>();
  for (const strand of used.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))) {
    const { amount, ...from } = sourceOf(strand);
    const key = JSON.stringify(from);
    merged.set(key, { ...from, amount: amount + (merged.get(key)?.amount ?? 0n) });
  }
  return [...merged.values()];
}

function sourceOf(strand: MoneyStrand): TracedSource {
  const brought = stepAs(strand, 'brought');
  const came = stepAs(strand, 'banked') ?? brought;
  const { assetId, stream, generationMonth: month } = brought ?? {};
  const isOpening = brought?.poolFlow === 'opening';
  return { assetId, stream, month, cameOn: came?.postedOn, isOpening, amount: strand.amount };
}

/** The order of the statements, in which money meets its uses. */
function orderOf(strand: MoneyStrand): string {
  const line = stepAs(strand, 'brought');
  if (line === undefined) return '9999-12-31';
  const { statementOn, position, lineNumber } = line;
  return [statementOn, String(position).padStart(12, '0'), String(lineNumber).padStart(6, '0')].join(' ');
}
