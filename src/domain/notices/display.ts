import { cameDownEarly, type DisplaySpan, type HangingRule } from '../approvals/display-clock';
import type { CalendarDay } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/** What is typed when a sheet was put up; its photo comes beside it. */
export interface DisplayForm {
  readonly displayedOn: string;
  readonly displayPlace: string;
}

/** What is typed when it was taken down. */
export interface TakedownForm {
  readonly takenDownOn: string;
  readonly takedownReason: string;
}

/** What a display is held against. */
export interface DisplayFacts {
  readonly today: CalendarDay;
  /** The first day that the sheet itself prints. */
  readonly notBefore: CalendarDay;
  readonly mediaType: string;
  readonly rule: HangingRule;
  readonly displays: readonly DisplaySpan[];
}

/** So many times a sheet is put up: more is a mistake. */
export const MOST_DISPLAYS = 30;

/**
 * What is wrong with a display: `notices.displayBefore`, `notices.displayLater`, `notices.beforeTornDown`,
 * `notices.hangsThere`, `notices.hungThere`, `notices.tooManyDisplays`, `keptFile.notAPhoto`, `form.*`,
 * `calendar.*`.
 */
export function displayProblems(form: DisplayForm, facts: DisplayFacts): Problem[] {
  const problems: Problem[] = [];
  const place = form.displayPlace.trim();
  const on = readDay({ field: 'displayedOn', value: form.displayedOn }, problems);
  if (on !== undefined) problems.push(...displayDayProblems({ on, place }, facts));
  if (place === '') problems.push({ code: 'form.missing', field: 'displayPlace' });
  problems.push(...privateNumberProblems({ displayPlace: place }));
  if (!facts.mediaType.startsWith('image/')) problems.push({ code: 'keptFile.notAPhoto', field: 'file' });
  const there = facts.displays.find((each) => each.place === place && hangsOn(each, form.displayedOn));
  if (there !== undefined) problems.push(thereProblem(there));
  if (facts.displays.length >= MOST_DISPLAYS)
    problems.push({ code: 'notices.tooManyDisplays', field: '', facts: { max: MOST_DISPLAYS } });
  return problems;
}

/**
 * What is wrong with a taking down: `notices.downBefore`, `notices.displayLater`, `form.*`, `calendar.*`. It
 * asks why only where the days were not over.
 */
export function takedownProblems(
  form: TakedownForm,
  facts: { readonly today: CalendarDay; readonly rule: HangingRule; readonly display: DisplaySpan },
): Problem[] {
  const { display, rule, today } = facts;
  const problems: Problem[] = [];
  const value = form.takenDownOn;
  const on = readDay({ field: 'takenDownOn', value }, problems);
  if (on !== undefined && on < display.displayedOn) {
    const told = { displayedOn: display.displayedOn };
    problems.push({ code: 'notices.downBefore', field: 'takenDownOn', value, facts: told });
  }
  if (on !== undefined && on > today)
    problems.push({ code: 'notices.displayLater', field: 'takenDownOn', value, facts: { today } });
  const isEarly = on !== undefined && cameDownEarly(rule, { ...display, takenDownOn: on });
  if (isEarly && form.takedownReason.trim() === '')
    problems.push({ code: 'form.missing', field: 'takedownReason' });
  return [...problems, ...privateNumberProblems({ takedownReason: form.takedownReason })];
}

/**
 * Nothing is put up before it is printed, nor on a day to come, nor, once one came down early, before that
 * day: what is entered of another place afterwards would spare the sheet its days.
 */
function displayDayProblems(
  { on, place }: { readonly on: CalendarDay; readonly place: string },
  { today, notBefore, rule, displays }: DisplayFacts,
): Problem[] {
  const field = 'displayedOn';
  const torn = displays.find(
    (each) => each.place !== place && cameDownEarly(rule, each) && on < (each.takenDownOn ?? ''),
  );
  if (torn !== undefined) {
    const facts = { place: torn.place, takenDownOn: torn.takenDownOn ?? '' };
    return [{ code: 'notices.beforeTornDown', field, value: on, facts }];
  }
  if (on < notBefore)
    return [{ code: 'notices.displayBefore', field, value: on, facts: { from: notBefore } }];
  return on > today ? [{ code: 'notices.displayLater', field, value: on, facts: { today } }] : [];
}

function thereProblem({ place, number, takenDownOn }: DisplaySpan): Problem {
  if (takenDownOn === undefined)
    return { code: 'notices.hangsThere', field: 'displayPlace', value: place, facts: { place, number } };
  const facts = { place, number, takenDownOn };
  return { code: 'notices.hungThere', field: 'displayedOn', facts };
}

/**
 * Whether what goes up at a place on a day would hang there beside this display: it hangs on, so only what
 * came down by that day leaves room. On the day one comes down another may go up.
 */
function hangsOn({ takenDownOn }: DisplaySpan, day: CalendarDay): boolean {
  return takenDownOn === undefined || day < takenDownOn;
}
