import type { CalendarDay } from '../calendar/calendar-day';
import { type CircumstanceWord, circumstancesOf } from '../policy/circumstances';
import type { PolicyPack } from '../policy/pack';
import type { Problem } from '../shared/problem';
import { holdsOn, readEnd, readPaper, readPastDay, type StatusEnd } from './household-status';

/** That something holds of a household from a day on for which documents look at it first. */
export interface HouseholdCircumstance {
  readonly householdId: string;
  readonly circumstanceNumber: number;
  /** The document's id of the word. */
  readonly circumstance: string;
  readonly fromDay: CalendarDay;
  /** The last day on which it held, or that it never did; undefined while it stands. */
  readonly end: { readonly endedOn: CalendarDay; readonly why: StatusEnd } | undefined;
}

/** A circumstance as typed. */
export interface CircumstanceForm {
  readonly circumstance: string;
  readonly circumstanceFrom: string;
  /** What happened, and the paper that says so. */
  readonly circumstancePaper: string;
}

/** The end of a circumstance as typed. */
export interface CircumstanceEndForm {
  /** Which of the household's, by its number. */
  readonly circumstanceNumber: string;
  readonly circumstanceEnd: string;
  readonly circumstanceEndedOn: string;
  readonly circumstanceEndPaper: string;
}

/** A word with the document it is of. */
export interface OfferedCircumstance extends CircumstanceWord {
  readonly pack: string;
}

/**
 * What documents of a place ask of households, each word once: that of the document named first. A drop of
 * before a document came counts for it (GX-1-4: since 2022, in a document of July 2022), so the words are of
 * no day.
 */
export function offeredCircumstances(packs: readonly PolicyPack[]): OfferedCircumstance[] {
  const offered = new Map<string, OfferedCircumstance>();
  for (const pack of packs)
    for (const word of circumstancesOf(pack))
      if (!offered.has(word.id)) offered.set(word.id, { ...word, pack: pack.id });
  return [...offered.values()];
}

/** The ids of what holds of a household on a day, each once. */
export function circumstancesOn(all: readonly HouseholdCircumstance[], day: CalendarDay): string[] {
  return [
    ...new Set(all.filter((each) => holdsOn(each, day)).map(({ circumstance }) => circumstance)),
  ].sort();
}

/**
 * Reads a circumstance.
 * @returns problems `form.*`, `calendar.notADay`, `person.dayAhead`, `circumstance.noWords` (no document asks
 *   for any), `circumstance.unknown` (with the words there are), `circumstance.stands`
 */
export function readCircumstance(
  form: CircumstanceForm,
  facts: {
    readonly words: readonly OfferedCircumstance[];
    readonly known: readonly HouseholdCircumstance[];
    readonly today: CalendarDay;
  },
): {
  readonly circumstance: { word: OfferedCircumstance; fromDay: CalendarDay; paper: string };
  readonly problems: Problem[];
} {
  const problems: Problem[] = [];
  const { words, today } = facts;
  const field = 'circumstance';
  const at = { field: 'circumstanceFrom', value: form.circumstanceFrom };
  const fromDay = readPastDay(at, today, problems) ?? '';
  const word = words.find(({ id }) => id === form.circumstance);
  if (form.circumstance.trim() === '') problems.push({ code: 'form.missing', field });
  else if (words.length === 0) problems.push({ code: 'circumstance.noWords', field });
  else if (word === undefined)
    problems.push({ code: 'circumstance.unknown', field, facts: { known: words.map(({ name }) => name) } });
  // One that ended on the day before is another: it came back.
  const stands = facts.known.some(
    ({ circumstance, end }) =>
      circumstance === form.circumstance &&
      end?.why !== 'mistaken' &&
      (end === undefined || end.endedOn >= fromDay),
  );
  if (fromDay !== '' && stands) problems.push({ code: 'circumstance.stands', field });
  const paper = readPaper({ field: 'circumstancePaper', value: form.circumstancePaper }, problems);
  return { circumstance: { word: word ?? { id: '', name: '', pack: '' }, fromDay, paper }, problems };
}

/**
 * Reads the end of a circumstance: its last day, or that it was entered wrongly.
 * @returns problems `form.*`, `calendar.notADay`, `person.dayAhead`, `circumstance.endBeforeStart` (with the
 *   first day)
 */
export function readCircumstanceEnd(
  form: CircumstanceEndForm,
  circumstance: HouseholdCircumstance,
  today: CalendarDay,
): ReturnType<typeof readEnd> {
  return readEnd(
    {
      why: { field: 'circumstanceEnd', value: form.circumstanceEnd },
      endedOn: { field: 'circumstanceEndedOn', value: form.circumstanceEndedOn },
      paper: { field: 'circumstanceEndPaper', value: form.circumstanceEndPaper },
    },
    { ...circumstance, before: 'circumstance.endBeforeStart' },
    today,
  );
}
