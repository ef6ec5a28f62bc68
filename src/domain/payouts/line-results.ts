import type { CalendarDay } from '../calendar/calendar-day';
import type { PayLineState } from './pay-list';
import type { ReturnKind } from './read-outcomes';

/** How a line stands in the books: as the bank left it, or `takenBack` where its payment was reversed. */
export type LineStanding = PayLineState | 'takenBack';

/** What became of a line, and when. */
export interface LineResult {
  readonly on: CalendarDay;
  /** Why it came back; `takenBack` where its payment is none any more; undefined where it was paid. */
  readonly returned?: ReturnKind | 'takenBack' | undefined;
}

/** How the lines of a list ended, act by act. */
export interface EndedLines {
  readonly acts: readonly {
    readonly number: number;
    readonly doneOn: CalendarDay;
    /** The voucher, where the act booked one. */
    readonly entryId: string | null;
  }[];
  readonly outcomes: readonly {
    readonly lineNumber: number;
    readonly actNumber: number;
    /** `open`: what was noted of the line before was a mistake. */
    readonly outcome: 'confirmed' | 'returned' | 'open';
    readonly returnKind: ReturnKind | '';
  }[];
}

/** What became of each line by its number, the first first; of one that is on its way nothing. */
export type LineResults = ReadonlyMap<number, readonly LineResult[]>;

/**
 * What became of each line as the books have it: an act whose voucher was reversed did nothing, and a line of
 * which so no payment is left was taken back on the day of the reversal. What was noted by mistake and taken
 * back was nothing.
 * @param reversedOn the day on which a voucher was reversed, by the voucher
 */
export function lineResults(
  { acts, outcomes }: EndedLines,
  reversedOn: ReadonlyMap<string, CalendarDay>,
): LineResults {
  const actOf = new Map(acts.map((act) => [act.number, act]));
  const results = new Map<number, LineResult[]>();
  const takenBack = new Map<number, CalendarDay>();
  for (const { lineNumber, actNumber, outcome, returnKind } of outcomes) {
    const act = actOf.get(actNumber);
    const gone = reversedOn.get(act?.entryId ?? '');
    if (outcome === 'open') results.get(lineNumber)?.pop();
    else if (gone === undefined) {
      const result = { on: act?.doneOn ?? '', ...(outcome === 'confirmed' ? {} : whyOf(returnKind)) };
      results.set(lineNumber, [...(results.get(lineNumber) ?? []), result]);
    } else if (outcome === 'confirmed') takenBack.set(lineNumber, gone);
  }
  for (const [lineNumber, on] of takenBack)
    if ((results.get(lineNumber) ?? []).length === 0)
      results.set(lineNumber, [{ on, returned: 'takenBack' }]);
  return results;
}

function whyOf(returnKind: ReturnKind | ''): { readonly returned: ReturnKind } {
  return { returned: returnKind === '' ? 'other' : returnKind };
}

/** How a line stands, as its results have it. */
export function standingOf(
  { number, state }: { readonly number: number; readonly state: PayLineState },
  results: LineResults,
): LineStanding {
  const last = results.get(number)?.at(-1);
  if (last === undefined || state === 'open' || state === 'dropped') return state;
  if (last.returned === undefined) return 'confirmed';
  return last.returned === 'takenBack' ? 'takenBack' : 'returned';
}

/** Whether nothing of a line is paid, though it ended: it is owed as before. */
export function isOwedAgain(standing: LineStanding): boolean {
  return standing === 'returned' || standing === 'takenBack';
}
