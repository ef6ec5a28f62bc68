import { addMonths, type CalendarDay, isCalendarDay, lastDayOf, monthOf } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import type { PolicyPack } from './pack';
import { reasonProblems } from './written-reason';

/** That somebody confirmed that a pack still holds in a region, and until which day. */
export interface PackConfirmation {
  readonly id: string;
  /** The region it holds for: that of the office that confirmed. */
  readonly region: string;
  readonly officeId: string;
  readonly packId: string;
  /** Digest of the pack as it stood. */
  readonly digest: string;
  readonly until: CalendarDay;
  /** The paper it rests on, where there is one. */
  readonly paper: string | undefined;
  readonly reason: string;
  readonly by: string;
  /** The day it was given. */
  readonly on: CalendarDay;
  readonly at: string;
}

/**
 * Whether a pack still holds on a day: nobody has to say so (yet), somebody confirmed it, or it is `missing`:
 * then nobody can tell, and a plan under the pack says so.
 */
export type PackStanding =
  | { readonly kind: 'notNeeded' }
  | { readonly kind: 'confirmed'; readonly confirmation: PackConfirmation }
  | { readonly kind: 'missing'; readonly after: CalendarDay };

/**
 * How a pack stands on a day. A confirmation counts for the very text that was confirmed, in the region of
 * the office and those in it, through its last day.
 * @param place `named` says which one where several count: the one that reaches furthest, for who looks
 *   after the document; the first, for a plan, so that a later one changes nothing of what was decided
 * @param confirmations in the order in which they were given
 */
export function standingOn(
  { pack, digest }: { readonly pack: PolicyPack; readonly digest: string },
  place: {
    readonly regionPath: readonly string[];
    readonly day: CalendarDay;
    readonly named?: 'first' | 'furthest';
  },
  confirmations: readonly PackConfirmation[],
): PackStanding {
  const { confirmAfter } = pack.valid;
  const { regionPath, day, named = 'furthest' } = place;
  if (confirmAfter === undefined || day <= confirmAfter) return { kind: 'notNeeded' };
  const digests = [digest, ...pack.earlierForms];
  const counting = confirmations
    .filter((each) => each.packId === pack.id && digests.includes(each.digest))
    .filter((each) => day <= countsUntil(each) && regionPath.includes(each.region));
  const furthest = counting.reduce<PackConfirmation | undefined>(
    (last, next) => (last === undefined || countsUntil(next) >= countsUntil(last) ? next : last),
    undefined,
  );
  const confirmation = named === 'first' ? counting[0] : furthest;
  return confirmation === undefined
    ? { kind: 'missing', after: confirmAfter }
    : { kind: 'confirmed', confirmation: { ...confirmation, until: countsUntil(confirmation) } };
}

/** One that was given for longer than anybody may, before that was so, counts as long as anybody may. */
function countsUntil({ until, on }: PackConfirmation): CalendarDay {
  const last = confirmableUntil(on);
  return until < last ? until : last;
}

/** How long a pack is confirmed for at most: a document is asked for again at every second budget. */
const CONFIRMED_FOR_MONTHS = 24;

/** The last day a confirmation given today may reach: two years on; it counts. */
export function confirmableUntil(today: CalendarDay): CalendarDay {
  const month = addMonths(monthOf(today), CONFIRMED_FOR_MONTHS);
  const sameDay = `${month}${today.slice(month.length)}`;
  return isCalendarDay(sameDay) ? sameDay : lastDayOf(month);
}

/** A confirmation as typed. */
export interface ConfirmationForm {
  readonly packId: string;
  readonly until: string;
  /** May be blank. */
  readonly paperTitle: string;
  /** How it was found out that the document still holds. */
  readonly reason: string;
}

/**
 * What is wrong with a confirmation: `policy.notToBeConfirmed` (the pack names no such day),
 * `policy.confirmedForThePast`, `policy.confirmedBeyondPack`, `policy.confirmedTooFar`, `form.missing`,
 * `calendar.notADay`, `form.privateNumber`, the reason.
 */
export function confirmationProblems(
  form: ConfirmationForm,
  { valid }: PolicyPack,
  today: CalendarDay,
): Problem[] {
  const problems: Problem[] = [];
  if (valid.confirmAfter === undefined)
    problems.push({ code: 'policy.notToBeConfirmed', field: 'packId', value: form.packId });
  const until = readDay({ field: 'until', value: form.until }, problems);
  if (until !== undefined && until < today)
    problems.push({ code: 'policy.confirmedForThePast', field: 'until', value: until });
  if (until !== undefined && valid.to !== undefined && until > valid.to)
    problems.push({
      code: 'policy.confirmedBeyondPack',
      field: 'until',
      value: until,
      facts: { last: valid.to },
    });
  const last = confirmableUntil(today);
  if (until !== undefined && until > last)
    problems.push({ code: 'policy.confirmedTooFar', field: 'until', value: until, facts: { last } });
  const { paperTitle } = form;
  return [...problems, ...privateNumberProblems({ paperTitle }), ...reasonProblems(form.reason)];
}
