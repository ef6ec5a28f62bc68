import type { Month } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';

/** Subsidy still owed for a station's month. */
export interface OwedMonth {
  readonly id: string;
  readonly assetId: string;
  readonly month: Month;
  readonly outstanding: Fen;
}

/**
 * A batch of subsidy over the months it is for where the notice names none: the oldest month first, each
 * wholly before the next; within a month station by station, in a fixed order. The parts add up to the batch,
 * unless it is more than all that is owed: the rest is handed back and belongs to nobody yet.
 */
export function oldestFirst(
  batch: Fen,
  owed: readonly OwedMonth[],
): { readonly parts: ReadonlyMap<string, Fen>; readonly rest: Fen } {
  const inTurn = [...owed].sort((one, other) => compare(keyOf(one), keyOf(other)));
  const parts = new Map<string, Fen>();
  let rest = batch;
  for (const { id, outstanding } of inTurn) {
    const part = outstanding < rest ? outstanding : rest;
    if (part <= 0n) continue;
    parts.set(id, part);
    rest -= part;
  }
  return { parts, rest };
}

function keyOf({ month, assetId, id }: OwedMonth): string {
  return `${month} ${assetId} ${id}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : 1;
}
