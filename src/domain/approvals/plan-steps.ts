import type { CalendarDay } from '../calendar/calendar-day';
import { isOfficeReview, isVillageMeeting, type Step } from './route';

/** A step that was taken: its day, and of what hangs out the last day. */
export interface PassedStep {
  readonly decidedOn: CalendarDay;
  readonly untilOn: CalendarDay | null;
}

/** How a plan stands that was decided: its last sheet does not hang yet, hangs, or has hung its days. */
export type Standing = 'decided' | 'hanging' | 'closed';

/**
 * How many of the first steps decide: all but the last publicity and what is filed after it. Where nothing
 * hangs last, all but what is filed.
 */
export function decidingCount(steps: readonly Step[]): number {
  const beforeFiling = steps.findLastIndex(({ kind }) => kind !== 'filing') + 1;
  return steps[beforeFiling - 1]?.kind === 'publicity' ? beforeFiling - 1 : beforeFiling;
}

/** Whether so many steps decide; what hangs last of these has hung when a later step is taken. */
export function isDecided(steps: readonly Step[], taken: number): boolean {
  const count = decidingCount(steps);
  return taken > count || (taken === count && steps[count - 1]?.kind !== 'publicity');
}

/** Whether what comes next is the first sheet: publishing it is that step, and nothing else is. */
export function isTakenByPublishing(steps: readonly Step[], taken: number): boolean {
  const isPublicity = ({ kind }: Step): boolean => kind === 'publicity';
  const next = steps[taken];
  return next !== undefined && isPublicity(next) && !steps.slice(0, taken).some(isPublicity);
}

/** How a decided plan stands on a day. */
export function standingOf(
  steps: readonly Step[],
  passed: readonly PassedStep[],
  today: CalendarDay,
): Standing {
  if (passed.some(({ untilOn }) => untilOn !== null && untilOn >= today)) return 'hanging';
  return passed.length >= steps.length ? 'closed' : 'decided';
}

/** What was decided, with the steps it takes. */
export interface Decided<Each> {
  readonly steps: readonly Step[];
  readonly decisions: readonly Each[];
}

interface EachDecision {
  readonly stepId: string;
  readonly outcome: string;
  readonly decidedOn: CalendarDay;
}

/** The day on which the last of the steps that decide was taken; undefined while none was. */
export function lastDecidingDay({ steps, decisions }: Decided<EachDecision>): CalendarDay | undefined {
  const passed = decisions.filter(({ outcome }) => outcome === 'passed');
  return passed.slice(0, decidingCount(steps)).at(-1)?.decidedOn;
}

/** How the village's own body decided: its meeting, not that of the Party's members. */
export function villageDecision<Each extends EachDecision>(of: Decided<Each>): Each | undefined {
  return passedAt(of, isVillageMeeting);
}

/** How an office above agreed; undefined while none did. */
export function officeAgreement<Each extends EachDecision>(of: Decided<Each>): Each | undefined {
  return passedAt(of, isOfficeReview);
}

function passedAt<Each extends EachDecision>(
  { steps, decisions }: Decided<Each>,
  is: (step: Step) => boolean,
): Each | undefined {
  const ids = new Set(steps.filter(is).map(({ id }) => id));
  return decisions.findLast(({ stepId, outcome }) => outcome === 'passed' && ids.has(stepId));
}
