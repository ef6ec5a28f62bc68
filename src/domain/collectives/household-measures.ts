import { addDays, addMonthsTo, type CalendarDay, daysInclusive } from '../calendar/calendar-day';
import { type DeadlineBound, firstFault, judgeDeadline } from '../policy/deadline-bounds';
import { type Judgement, judge, judgementProblems } from '../policy/judge';
import type { PolicyPack } from '../policy/pack';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { type HouseholdStatus, holdsOn, readPaper, readPastDay, type StatusEnd } from './household-status';

/** The word of a household that is watched, in every document and in `seeds/people/standings.yaml`. */
const MONITORED = 'monitored';

/** What is done to help a household that is watched, from a day on. */
export interface HouseholdMeasure {
  readonly householdId: string;
  readonly statusNumber: number;
  readonly measureNumber: number;
  readonly startedOn: CalendarDay;
  /** Why it never was; undefined while it stands. */
  readonly withdrawnWhy: string | undefined;
}

/** A measure as typed. */
export interface MeasureForm {
  readonly measure: string;
  /** Who sees to it. */
  readonly measureHelper: string;
  readonly measureFrom: string;
  /** Why it came later than the document allows. */
  readonly measureWhyLate: string;
}

/** Whether a household is one of those that are watched, by a standing. */
export function isMonitored({ status }: Pick<HouseholdStatus, 'status'>): boolean {
  return status === MONITORED;
}

/** The first day of what stands of the measures of a standing. */
export function firstMeasureOn(
  measures: readonly HouseholdMeasure[],
  of: Pick<HouseholdStatus, 'householdId' | 'statusNumber'>,
): CalendarDay | undefined {
  return measures
    .filter(
      ({ householdId, statusNumber }) => householdId === of.householdId && statusNumber === of.statusNumber,
    )
    .filter(({ withdrawnWhy }) => withdrawnWhy === undefined)
    .map(({ startedOn }) => startedOn)
    .sort()[0];
}

/**
 * Reads a measure: it is one of the standing that holds on its first day.
 * @param facts `packOn`: the document of the first day of that standing, which says how soon measures come
 * @returns problems `form.*`, `calendar.notADay`, `person.dayAhead`, `measure.notMonitored`,
 *   `policy.reasonMissing` (the first measure of a standing is late: FY-02c)
 */
export function readMeasure(
  form: MeasureForm,
  facts: {
    readonly statuses: readonly HouseholdStatus[];
    readonly measures: readonly HouseholdMeasure[];
    readonly packOf: (status: HouseholdStatus) => PolicyPack | undefined;
    readonly today: CalendarDay;
  },
): {
  readonly measure: {
    statusNumber: number;
    startedOn: CalendarDay;
    measure: string;
    helper: string;
    lateReason: string;
  };
  readonly problems: Problem[];
} {
  const problems: Problem[] = [];
  const measure = readPaper({ field: 'measure', value: form.measure }, problems);
  const helper = readPaper({ field: 'measureHelper', value: form.measureHelper }, problems);
  const lateReason = form.measureWhyLate.trim();
  problems.push(...privateNumberProblems({ measureWhyLate: lateReason }));
  const at = { field: 'measureFrom', value: form.measureFrom };
  const startedOn = readPastDay(at, facts.today, problems) ?? '';
  const status = facts.statuses.find((each) => isMonitored(each) && holdsOn(each, startedOn));
  if (startedOn !== '' && status === undefined) problems.push({ code: 'measure.notMonitored', ...at });
  if (status !== undefined && startedOn !== '') {
    const first = firstMeasureOn(facts.measures, status);
    const judged =
      first === undefined || startedOn < first ? judgeFirst(facts.packOf(status), status, startedOn) : [];
    problems.push(...judgementProblems(judged, { field: 'measureWhyLate', reason: lateReason }));
  }
  const statusNumber = status?.statusNumber ?? 0;
  return { measure: { statusNumber, startedOn, measure, helper, lateReason }, problems };
}

/** A day and the line of a document that asks for something by it, and whether it was done. */
export interface HelpDeadline extends Omit<DeadlineBound, 'count'> {
  readonly dueOn: CalendarDay;
  readonly isDone: boolean;
}

const IDENTIFIED = { kind: 'new_household', unit: 'days' } as const;

/** What a document says of the first measure of a standing. */
function judgeFirst(
  pack: PolicyPack | undefined,
  { fromDay }: Pick<HouseholdStatus, 'fromDay'>,
  startedOn: CalendarDay,
): Judgement[] {
  if (pack === undefined) return [];
  const found = judgeDeadline(pack, { ...IDENTIFIED, on: fromDay }, daysInclusive(fromDay, startedOn) - 1);
  return found === undefined ? [] : [found];
}

/**
 * By when measures are asked for: so many days after who is watched was identified. Source: FY-02c, calendar
 * days: identified on the 1st, the 11th is in time.
 * @param pack the document in force on the first day of the standing
 */
export function measuresDue(
  pack: PolicyPack,
  { fromDay }: Pick<HouseholdStatus, 'fromDay'>,
  firstOn: CalendarDay | undefined,
): HelpDeadline | undefined {
  const fault = firstFault(pack, { ...IDENTIFIED, on: fromDay });
  if (fault === undefined) return undefined;
  const { says, clause, count } = fault;
  return { says, clause, dueOn: addDays(fromDay, count - 1), isDone: firstOn !== undefined };
}

/**
 * From when on the risk of a household is to be looked at again: so many months after its first measure. It
 * was looked at where a review of its standing is of that day or later; its standing ends where the risk is
 * gone.
 * Source: KZ-1-2, half a year: measures of 15 February, asked from 15 August on.
 * @param by the document in force today; the days on which somebody looked at the standing
 */
export function riskDue(
  by: { readonly pack: PolicyPack; readonly reviewedOn: readonly CalendarDay[]; readonly today: CalendarDay },
  firstOn: CalendarDay,
): HelpDeadline | undefined {
  const { pack, reviewedOn, today } = by;
  const fault = firstFault(pack, { kind: 'risk_review', unit: 'months', isDone: false, on: today });
  if (fault === undefined) return undefined;
  const { says, clause, count } = fault;
  const dueOn = addMonthsTo(firstOn, count);
  return { says, clause, dueOn, isDone: reviewedOn.some((day) => day >= dueOn) };
}

/**
 * What a document says of an end without a paper that shows what came of it. Source: FY-02d; an entry that
 * was mistaken ends nothing.
 */
export function closeOutProblems(
  pack: PolicyPack | undefined,
  of: { readonly paper: string; readonly why: string; readonly on: CalendarDay },
): Problem[] {
  if (pack === undefined || of.why !== 'ended') return [];
  const facts = { kind: 'close_out', evidence: of.paper.trim() === '' ? 'no' : 'yes' };
  const found = judge(pack, { subject: 'deadline', facts, on: of.on });
  return judgementProblems(found, { field: 'endPaper' });
}

/**
 * Measures of a standing that begin after its last day, or of one that never held: they would help nobody.
 * Either the day is wrong, or they are withdrawn first. Code `household.measuresLeft` (with the first day of
 * the last of them).
 */
export function leftMeasureProblems(
  measures: readonly HouseholdMeasure[],
  of: Pick<HouseholdStatus, 'householdId' | 'statusNumber'> & {
    readonly end: { readonly endedOn: CalendarDay; readonly why: StatusEnd };
  },
): Problem[] {
  const own = measures.filter(
    ({ householdId, statusNumber, withdrawnWhy }) =>
      householdId === of.householdId && statusNumber === of.statusNumber && withdrawnWhy === undefined,
  );
  const { endedOn, why } = of.end;
  const left = own.filter(({ startedOn }) => why === 'mistaken' || startedOn > endedOn);
  const last = left
    .map(({ startedOn }) => startedOn)
    .sort()
    .at(-1);
  if (last === undefined) return [];
  const field = why === 'mistaken' ? 'statusEnd' : 'endedOn';
  return [{ code: 'household.measuresLeft', field, facts: { count: left.length, last } }];
}

/** The households of which something is asked by a day. */
export function householdsAsked(
  watched: readonly {
    readonly status: Pick<HouseholdStatus, 'householdId'>;
    readonly measures: HelpDeadline | undefined;
    readonly risk: HelpDeadline | undefined;
  }[],
  what: 'measures' | 'risk',
  by: CalendarDay,
): { readonly householdId: string; readonly dueOn: CalendarDay }[] {
  return watched.flatMap(({ status: { householdId }, [what]: due }) =>
    due === undefined || due.isDone || due.dueOn > by ? [] : [{ householdId, dueOn: due.dueOn }],
  );
}
