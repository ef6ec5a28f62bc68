import type { CalendarDay } from '../calendar/calendar-day';
import { lastWorkingDay, type WorkingYear } from '../calendar/working-days';
import type { PolicyPack } from '../policy/pack';
import { flowsOf } from './aid-questions';
import type { AidTerms } from './aid-terms';

/** A time that a document sets for paying a list, from a step that was noted. */
export interface AidDeadline {
  readonly flowId: string;
  /** What the time is for, and after what it runs, in the words of the document. */
  readonly says: string;
  readonly after: string;
  readonly from: CalendarDay;
  /** How many working days. */
  readonly count: number;
  /** Undefined where a year that it runs into has no working days in the calendar. */
  readonly last: CalendarDay | undefined;
}

/** The times that run of a list; of a step that is not noted none runs yet. */
export function aidDeadlines(
  { kind, notes }: { readonly kind: string; readonly notes: ReadonlyMap<string, string> },
  ground: {
    readonly pack: PolicyPack;
    readonly terms: Pick<AidTerms, 'runsAfter'>;
    readonly years: readonly WorkingYear[];
  },
): AidDeadline[] {
  const { pack, terms, years } = ground;
  return flowsOf(pack, kind).flatMap(({ id, steps, within, says }): AidDeadline[] => {
    const from = notes.get(`step:${terms.runsAfter[id] ?? ''}`);
    if (steps.length > 0 || within?.unit !== 'working_days' || from === undefined) return [];
    const count = Number(within.count);
    const last = lastWorkingDay(from, count, years);
    return [{ flowId: id, says, after: within.after, from, count, last }];
  });
}
