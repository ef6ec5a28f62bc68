import type { CalendarDay } from '../calendar/calendar-day';
import { type Judgement, judge } from './judge';
import type { PolicyPack } from './pack';

/** What a document allows or asks, in days or months, with the line that says so. */
export interface DeadlineBound {
  readonly count: number;
  readonly says: string;
  /** Key of the cited clause. */
  readonly clause: string;
}

/** What took how long, and from which day on; `isDone` where a document asks whether it was done. */
export interface TimedMatter {
  readonly kind: string;
  readonly unit: 'days' | 'months';
  readonly isDone?: boolean;
  readonly on: CalendarDay;
}

/** No deadline of a document is longer, in days or in months. */
const MOST = 400;

/** What a document says of something that took so long; undefined where it says nothing of the kind. */
export function judgeDeadline(pack: PolicyPack, of: TimedMatter, count: number): Judgement | undefined {
  const { kind, unit, isDone, on } = of;
  const done = isDone === undefined ? {} : { done: isDone ? 'yes' : 'no' };
  const found = judge(pack, { subject: 'deadline', facts: { kind, [unit]: String(count), ...done }, on });
  return found.find(({ outcome }) => outcome !== 'undecided');
}

/**
 * After how many days or months a document first finds fault with something. Found by asking its own line, so
 * that the number stands in the document alone. Undefined where it says nothing of the kind.
 */
export function firstFault(pack: PolicyPack, of: TimedMatter): DeadlineBound | undefined {
  if (judgeDeadline(pack, of, MOST)?.outcome !== 'failed') return undefined;
  for (let count = 0; count <= MOST; count += 1) {
    const found = judgeDeadline(pack, of, count);
    if (found?.outcome === 'failed') return { count, says: found.says, clause: found.clause };
  }
  return undefined;
}
