import type { CalendarDay } from '../calendar/calendar-day';
import type { Findings } from './check-pass';

/** A voucher that took the place of a reversed one, as the books have both. */
export interface CheckedReentry {
  readonly correctsId: string;
  readonly entryId: string;
  /** The reversed entry; absent where it is not in the books. */
  readonly corrected?: { readonly position: number; readonly statementOn: CalendarDay } | undefined;
  /** Where its reversal stands, and why it was made; absent while there is none. */
  readonly reversal?: { readonly position: number; readonly reason: string } | undefined;
  readonly entry?:
    | {
        readonly position: number;
        readonly postedOn: CalendarDay;
        readonly statementOn: CalendarDay;
        readonly isReversal: boolean;
      }
    | undefined;
}

/**
 * What was entered anew takes the place of a reversed entry: both stand in the books, the reversal between
 * them, and it counts where that entry did, in an open period or, where the day was wrong, on its own.
 * @param behind the last day, over all pools, that lies behind two settled periods; empty where there is none
 */
export function checkReentries(
  reentries: readonly CheckedReentry[],
  behind: CalendarDay,
  findings: Findings,
): void {
  for (const reentry of reentries) {
    findings.looked += 1;
    const { correctsId, entryId } = reentry;
    const code = faultOf(reentry, behind);
    if (code !== undefined) findings.add(code, { entryId }, { corrects: correctsId });
  }
}

function faultOf({ corrected, reversal, entry }: CheckedReentry, behind: CalendarDay): string | undefined {
  if (corrected === undefined || entry === undefined || entry.isReversal) return 'check.reentryLost';
  if (reversal === undefined) return 'check.reentryStands';
  const inOrder = corrected.position < reversal.position && reversal.position < entry.position;
  if (!inOrder) return 'check.reentryStands';
  const { statementOn, postedOn } = entry;
  const isMoved = corrected.statementOn <= behind && statementOn >= postedOn;
  const isOwnDay = reversal.reason === 'wrongDate' && statementOn === postedOn;
  return statementOn === corrected.statementOn || isMoved || isOwnDay ? undefined : 'check.reentryDay';
}
