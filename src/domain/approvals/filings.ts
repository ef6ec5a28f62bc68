import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/** What a county filed: under which number of which year, and on which day. */
export interface Filing {
  readonly year: number;
  readonly number: number;
  readonly filedOn: CalendarDay;
}

/** A filing as the county types it. */
export interface FilingForm {
  /** The day on which it was filed. */
  readonly heldOn: string;
  /** Its receipt, or where that lies; blank where it gives none. */
  readonly receiptPaper: string;
}

/** The longest text of a receipt. */
const LONGEST = 100;

/**
 * The number as it is written: the year and four digits, `2026-0007`. Ours; how a county writes its own is
 * unconfirmed.
 */
export function filingNumber({ year, number }: Pick<Filing, 'year' | 'number'>): string {
  return `${String(year)}-${String(number).padStart(4, '0')}`;
}

/**
 * Reads a filing, which gets the next number of its day's year, so that the numbers of a year have no gap.
 * As in a book that is written in order, no number has an earlier day than the one before it. Numbers of one
 * row for each county and year are ours, unconfirmed.
 * @param filed what the county filed so far
 * @returns problems `form.missing`, `form.tooLong`, `form.privateNumber`, `calendar.notADay`,
 *   `approvals.meetingAhead`, `approvals.filedBefore`
 */
export function readFiling(
  form: FilingForm,
  { filed, today }: { readonly filed: readonly Filing[]; readonly today: CalendarDay },
): { readonly filing: Filing; readonly receipt: string; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const filedOn = readDay({ field: 'heldOn', value: form.heldOn }, problems) ?? today;
  const year = yearOf(filedOn);
  const last = lastOf(filed, year);
  const at = { field: 'heldOn', value: filedOn };
  if (filedOn > today) problems.push({ code: 'approvals.meetingAhead', ...at });
  if (last !== undefined && filedOn < last.filedOn)
    problems.push({
      ...{ code: 'approvals.filedBefore', ...at },
      facts: { number: filingNumber(last), before: last.filedOn },
    });
  const receipt = form.receiptPaper.trim();
  if (receipt.length > LONGEST)
    problems.push({ code: 'form.tooLong', field: 'receiptPaper', facts: { max: LONGEST } });
  problems.push(...privateNumberProblems({ receiptPaper: receipt }));
  return { filing: { year, number: (last?.number ?? 0) + 1, filedOn }, receipt, problems };
}

/** The last number of a year. */
function lastOf(filed: readonly Filing[], year: number): Filing | undefined {
  return filed
    .filter((each) => each.year === year)
    .reduce<Filing | undefined>(
      (last, each) => (last === undefined || each.number > last.number ? each : last),
      undefined,
    );
}

/**
 * What is amiss in a county's book of filings: a number that is missing between others, and a day before
 * that of the number before it.
 * @returns the filings at which it is, each with its code: `check.filingGap`, `check.filingDay`
 */
export function filingBreaks(filed: readonly Filing[]): { readonly at: Filing; readonly code: string }[] {
  const inOrder = [...filed].sort((one, other) => one.year - other.year || one.number - other.number);
  return inOrder.flatMap((at, index) => {
    const before = inOrder[index - 1];
    const sameYear = before?.year === at.year ? before : undefined;
    return [
      ...(at.number === (sameYear?.number ?? 0) + 1 ? [] : [{ at, code: 'check.filingGap' }]),
      ...(sameYear !== undefined && at.filedOn < sameYear.filedOn ? [{ at, code: 'check.filingDay' }] : []),
      ...(yearOf(at.filedOn) === at.year ? [] : [{ at, code: 'check.filingDay' }]),
    ];
  });
}
