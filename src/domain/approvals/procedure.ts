import type { CalendarDay } from '../calendar/calendar-day';
import { DomainError } from '../shared/domain-error';
import { halfWidth } from '../shared/half-width';
import { privateNumberProblems } from '../shared/private-number';
import { FormProblems, type Problem } from '../shared/problem';
import { letterCount } from '../shared/short-reason';
import { readDay } from '../shared/typed-fields';
import { publicityPeriod } from './publicity';
import { type MeetingCounts, meetingProblems } from './quorum';
import { failedVoteProblems } from './refused-steps';
import { type CountsForm, readCounts } from './read-counts';
import { noticeProblems } from './notice-days';
import { isOfficeReview, isResult, isVillageMeeting, type Route, type Step } from './route';

/** A step of a procedure as it was held: on which day, and of what hangs out, to which day. */
export interface TakenStep {
  readonly stepId: string;
  readonly heldOn: CalendarDay;
  /** The last day of publicity; absent of any other step. */
  readonly until?: CalendarDay | undefined;
}

/** A step as typed: which it is, its day, the paper that shows it, and how a meeting voted. */
export interface StepForm extends CountsForm {
  /** Its place in the route, from 1: who saw another step as the next one notes nothing. */
  readonly stepNumber: string;
  readonly heldOn: string;
  /** What shows it; of a filing, the number that it was given. */
  readonly stepPaper: string;
  /** Of a meeting whose papers have to be out before it: the day on which they were. */
  readonly papersOutOn?: string | undefined;
}

/** A step that was read. */
export interface ReadStep {
  readonly heldOn: CalendarDay;
  readonly until: CalendarDay | undefined;
  readonly paper: string;
  readonly papersOutOn: CalendarDay | undefined;
  readonly counts: MeetingCounts | undefined;
}

/** The step that comes next, or undefined when all were taken. */
export function stepAfter(route: Route, taken: readonly TakenStep[]): Step | undefined {
  return route.steps[taken.length];
}

/**
 * Refuses a step that is not the one that comes next: of two people who note one at once, the second would
 * note the step after it.
 * @throws FormProblems `form.missing`, `form.notACount`; DomainError `approvals.stepTaken`,
 *   `approvals.otherStep`
 */
export function requireNext(taken: readonly TakenStep[], typed: string): void {
  const text = halfWidth(typed).trim();
  const field = 'stepNumber';
  if (text === '') throw new FormProblems([{ code: 'form.missing', field }]);
  if (!/^[1-9]\d?$/.test(text)) throw new FormProblems([{ code: 'form.notACount', field, value: typed }]);
  const number = Number(text);
  const before = taken[number - 1];
  if (before !== undefined) throw new DomainError('approvals.stepTaken', { number, heldOn: before.heldOn });
  if (number !== taken.length + 1) throw new DomainError('approvals.otherStep');
}

/** What a step is held against. */
export interface StepGround {
  readonly taken: readonly TakenStep[];
  readonly from: CalendarDay;
  readonly today: CalendarDay;
  readonly isRefused?: boolean;
}

/** The longest text that names a paper. */
const LONGEST_PAPER = 200;

/**
 * Reads the next step of a procedure. It is held no earlier than the one before, after all days of publicity
 * have gone where that was publicity, and no later than today; it names the paper that shows it. Of a review
 * the day is the day it is given, and it needs no paper.
 * @param ground `from`: the day of what is decided on, before which nobody could; it may be typed in later;
 *   `isRefused`: a body said no, as it may at once while something hangs
 * @returns problems `form.missing`, `form.tooLong`, `form.privateNumber`, `form.notACount`,
 *   `calendar.notADay`, `approvals.meetingAhead`, `approvals.stepBeforeGround`, `approvals.stepBeforeLast`,
 *   `approvals.publicityGoesOn`,
 *   and of a meeting those of `noticeProblems` and `meetingProblems`, or `failedVoteProblems`
 */
export function readStep(
  step: Step,
  form: StepForm,
  ground: StepGround,
): { readonly read: ReadStep; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const heldOn = readDay({ field: 'heldOn', value: form.heldOn }, problems) ?? '';
  if (heldOn !== '') problems.push(...dayProblems(heldOn, ground));
  const paper = form.stepPaper.trim();
  if (letterCount(paper) === 0 && !isOfficeReview(step))
    problems.push({ code: 'form.missing', field: 'stepPaper' });
  if (paper.length > LONGEST_PAPER)
    problems.push({ code: 'form.tooLong', field: 'stepPaper', facts: { max: LONGEST_PAPER } });
  problems.push(...privateNumberProblems({ stepPaper: paper }));
  const papersOutOn = readPapersOut(step, { form, heldOn, from: ground.from }, problems);
  const counts = readVote(step, { form, isRefused: ground.isRefused === true }, problems);
  const hangs = step.kind === 'publicity' && heldOn !== '';
  const until = hangs ? publicityPeriod(step, heldOn).to : undefined;
  return { read: { heldOn, until, paper, papersOutOn, counts }, problems };
}

/** How a meeting voted: as it has to where it passed, and truly short of it where it failed. */
function readVote(
  step: Step,
  { form, isRefused }: { readonly form: StepForm; readonly isRefused: boolean },
  problems: Problem[],
): MeetingCounts | undefined {
  if (step.kind !== 'meeting') return undefined;
  const { counts, problems: unread } = readCounts(form);
  problems.push(...unread);
  const wrong = isRefused ? failedVoteProblems : meetingProblems;
  if (unread.length === 0) problems.push(...wrong(step, counts));
  return counts;
}

/** The day on which a meeting's papers were out, where its route asks for it. */
function readPapersOut(
  step: Step,
  typed: { readonly form: StepForm; readonly heldOn: CalendarDay; readonly from: CalendarDay },
  problems: Problem[],
): CalendarDay | undefined {
  if (step.kind !== 'meeting' || step.noticeDays === undefined) return undefined;
  const { form, heldOn, from } = typed;
  const outOn = readDay({ field: 'papersOutOn', value: form.papersOutOn ?? '' }, problems);
  if (outOn === undefined || heldOn === '') return outOn;
  problems.push(...noticeProblems(step, { outOn, heldOn, from }));
  return outOn;
}

function dayProblems(heldOn: CalendarDay, { taken, from, today, isRefused = false }: StepGround): Problem[] {
  const at = { field: 'heldOn', value: heldOn };
  const last = taken.at(-1);
  const before = last?.heldOn ?? from;
  if (heldOn > today) return [{ code: 'approvals.meetingAhead', ...at }];
  const early = last === undefined ? 'approvals.stepBeforeGround' : 'approvals.stepBeforeLast';
  if (heldOn < before) return [{ code: early, ...at, facts: { before } }];
  const until = last?.until;
  if (until === undefined || heldOn > until || isRefused) return [];
  return [{ code: 'approvals.publicityGoesOn', ...at, facts: { until } }];
}

/**
 * Whether a village has done what comes before something is carried out: every deliberation, its meeting and
 * the publicity of the decision, whose days have gone. The township's review and the publicity of the result
 * are looked at apart.
 */
export function isDecidedInVillage(route: Route, taken: readonly TakenStep[], today: CalendarDay): boolean {
  const own = route.steps.filter(
    (step) => !isOfficeReview(step) && step.kind !== 'filing' && !isResult(step),
  );
  const held = new Map(taken.map((step) => [step.stepId, step]));
  return own.every(({ id }) => {
    const step = held.get(id);
    return step !== undefined && (step.until === undefined || step.until < today);
  });
}

/** Whether every review of a route was given. */
export function isReviewed(route: Route, taken: readonly TakenStep[]): boolean {
  const ids = new Set(taken.map(({ stepId }) => stepId));
  return route.steps.every(({ kind, id }) => kind !== 'review' || ids.has(id));
}

/** The day of the village body's decision: its last meeting that was held, if there was one. */
export function decidedOn(route: Route, taken: readonly TakenStep[]): CalendarDay | undefined {
  const meetings = new Set(route.steps.filter(isVillageMeeting).map(({ id }) => id));
  return taken.findLast(({ stepId }) => meetings.has(stepId))?.heldOn;
}

/**
 * What of the steps that are kept is not as the route has it: out of order, one left out, a day before that
 * of the step before, days of publicity other than the route's.
 */
export function isInOrder(route: Route, taken: readonly TakenStep[]): boolean {
  return taken.every((each, index) => {
    const step = route.steps[index];
    const before = taken[index - 1];
    if (step === undefined || step.id !== each.stepId) return false;
    const until = step.kind === 'publicity' ? publicityPeriod(step, each.heldOn).to : undefined;
    if (until !== each.until) return false;
    if (before === undefined) return true;
    return before.until === undefined ? before.heldOn <= each.heldOn : before.until < each.heldOn;
  });
}
