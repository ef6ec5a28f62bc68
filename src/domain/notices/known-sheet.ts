import { type DisplaySpan, type HangingRule, publicityClock } from '../approvals/display-clock';
import type { SheetStanding } from '../approvals/publicity-over';
import type { CalendarDay } from '../calendar/calendar-day';
import { countObjections, type Objection } from './objection';

/** When it was entered that a sheet was put up, and that it came down; undefined where it was not. */
export interface DisplayInstants {
  readonly enteredAt?: string | undefined;
  readonly downAt?: string | undefined;
}

/** All that is on record of a sheet, each with the instant at which it was entered. */
export interface KeptSheet {
  readonly publishedOn: CalendarDay;
  readonly rule: HangingRule;
  readonly displays: readonly (DisplaySpan & DisplayInstants)[];
  readonly objections: readonly (Objection & {
    readonly enteredAt?: string | undefined;
    readonly answeredAt?: string | undefined;
  })[];
}

/**
 * Where a sheet stood on a day as was known at an instant: what was entered later counts neither for it nor
 * against it. Of what bears the very instant what helps came first, what hinders after.
 * @returns undefined where it was not published yet
 */
export function sheetAsKnown(
  { publishedOn, rule, displays, objections }: KeptSheet,
  { day, at }: { readonly day: CalendarDay; readonly at: string },
): SheetStanding | undefined {
  if (publishedOn > day) return undefined;
  const hung = displays
    .filter(({ enteredAt = at }) => enteredAt <= at)
    .map(({ takenDownOn, downAt = '', ...display }): DisplaySpan => {
      return { ...display, ...(downAt < at ? { takenDownOn } : {}) };
    });
  const told = objections
    .filter(({ enteredAt = '' }) => enteredAt < at)
    .map(({ answer, answeredAt = '', ...each }) => ({
      ...each,
      ...(answeredAt <= at ? { answer } : {}),
    }));
  return { clock: publicityClock(rule, hung, day), openObjections: countObjections(told, day).open };
}
