import type { CalendarDay } from '../calendar/calendar-day';
import type { Quarter } from '../calendar/quarter';

/** Green, yellow, red; `grey` is not judged: something is not known and nothing is wrong that is. */
export const COLOURS = ['red', 'yellow', 'grey', 'green'] as const;
export type Colour = (typeof COLOURS)[number];

/** What of a quarter is kept: who kept it when, the bounds it was judged by, every asset. */
export interface KeptQuarter {
  readonly id: string;
  readonly quarter: Quarter;
  readonly asOf: CalendarDay;
  readonly bounds: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

/** The text a kept quarter is hashed by. @param lines the asset's id, name, colour and six as kept */
export function quarterText(
  head: KeptQuarter,
  lines: readonly {
    readonly assetId: string;
    readonly name: string;
    readonly colour: string;
    readonly six: string;
  }[],
): string {
  const { id, quarter, asOf, bounds, recordedBy, recordedAt } = head;
  return JSON.stringify([
    ...['three-colours/1', id, quarter, asOf, bounds, recordedBy, recordedAt],
    lines.map(({ assetId, name, colour, six }) => [assetId, name, colour, six]),
  ]);
}
