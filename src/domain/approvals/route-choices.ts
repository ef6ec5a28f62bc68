import type { CalendarDay } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { writtenProblems } from '../shared/short-reason';
import { readDay } from '../shared/typed-fields';

/** What a county may give a route: plans of a period, and of a year. */
export const ROUTED_KINDS = ['plan', 'year_plan'] as const;
export type RoutedKind = (typeof ROUTED_KINDS)[number];

/** By which route plans that are new from a day on are decided: in one village, or in all below an office. */
export interface RouteChoice {
  readonly number: number;
  /** The village, or the office whose villages it is for. */
  readonly placeId: string;
  readonly kind: RoutedKind;
  /** Null where nothing is chosen for the place any more. */
  readonly routeId: string | null;
  readonly fromOn: CalendarDay;
}

/** A choice as it is typed. */
export interface RouteChoiceForm {
  readonly routePlace: string;
  readonly routedKind: string;
  /** The id of a route, or {@link LEFT_OPEN}. */
  readonly chosenRoute: string;
  readonly routeFrom: string;
  readonly routePaper: string;
  readonly routeWhy: string;
}

/** Typed where a place gets no route of its own any more. */
export const LEFT_OPEN = 'open';

/**
 * The choice that holds in a village on a day: of the nearest place that has one, there the last first day,
 * there the last one made. A place that was left open goes by the next one above.
 * @param places the village and the offices above it, nearest first
 * @returns undefined where the village goes by its own
 */
export function routeChoiceFor<Each extends RouteChoice>(
  choices: readonly Each[],
  asked: { readonly places: readonly string[]; readonly kind: RoutedKind; readonly day: CalendarDay },
): Each | undefined {
  for (const place of asked.places) {
    const held = choiceOf(choices, place, asked);
    if (held !== undefined && held.routeId !== null) return held;
  }
  return undefined;
}

/** The choice that a place itself has on a day, also one that leaves it open. */
function choiceOf<Each extends RouteChoice>(
  choices: readonly Each[],
  placeId: string,
  { kind, day }: { readonly kind: RoutedKind; readonly day: CalendarDay },
): Each | undefined {
  return choices
    .filter((each) => each.placeId === placeId && each.kind === kind && each.fromOn <= day)
    .sort((one, other) => (one.fromOn === other.fromOn ? one.number - other.number : byDay(one, other)))
    .at(-1);
}

function byDay(one: RouteChoice, other: RouteChoice): number {
  return one.fromOn < other.fromOn ? -1 : 1;
}

/** The longest name of a paper. */
const LONGEST = 100;

/** What a choice is held against. */
export interface RouteChoiceGround {
  readonly choices: readonly RouteChoice[];
  /** The places that may be given a route: the county, its townships and villages. */
  readonly places: readonly string[];
  readonly routes: readonly string[];
  readonly today: CalendarDay;
}

/**
 * Reads a choice, which holds from today or a later day on: what is under way keeps its route, and what was
 * drafted before was drafted rightly. It is changed by a later one alone.
 * @returns problems `form.missing`, `form.notAllowed`, `form.tooLong`, `form.privateNumber`,
 *   `calendar.notADay`, `policy.reasonTooShort`, `approvals.routeFromPast`, `approvals.routeSame`
 */
export function readRouteChoice(
  form: RouteChoiceForm,
  { choices, places, routes, today }: RouteChoiceGround,
): {
  readonly choice: Omit<RouteChoice, 'number'>;
  readonly paper: string;
  readonly why: string;
  readonly problems: Problem[];
} {
  const problems: Problem[] = [];
  const { routePlace: placeId, chosenRoute } = form;
  const among = (field: string, value: string, known: readonly string[]): void => {
    if (value === '') problems.push({ code: 'form.missing', field });
    else if (!known.includes(value)) problems.push({ code: 'form.notAllowed', field, value });
  };
  among('routePlace', placeId, places);
  among('routedKind', form.routedKind, ROUTED_KINDS);
  among('chosenRoute', chosenRoute, [...routes, LEFT_OPEN]);
  const kind = ROUTED_KINDS.find((each) => each === form.routedKind) ?? 'plan';
  const routeId = chosenRoute === LEFT_OPEN ? null : chosenRoute;
  const fromOn = readDay({ field: 'routeFrom', value: form.routeFrom }, problems) ?? today;
  if (fromOn < today)
    problems.push({ code: 'approvals.routeFromPast', field: 'routeFrom', value: fromOn, facts: { today } });
  const [paper, why] = [form.routePaper.trim(), form.routeWhy.trim()];
  if (paper === '') problems.push({ code: 'form.missing', field: 'routePaper' });
  if (paper.length > LONGEST)
    problems.push({ code: 'form.tooLong', field: 'routePaper', facts: { max: LONGEST } });
  if (why === '') problems.push({ code: 'form.missing', field: 'routeWhy' });
  problems.push(...writtenProblems({ routeWhy: why }), ...privateNumberProblems({ routePaper: paper }));
  const held = choiceOf(choices, placeId, { kind, day: fromOn });
  if ((held?.routeId ?? null) === routeId && problems.length === 0)
    problems.push({ code: 'approvals.routeSame', field: 'chosenRoute', value: chosenRoute });
  return { choice: { placeId, kind, routeId, fromOn }, paper, why, problems };
}
