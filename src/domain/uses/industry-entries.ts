import type { CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import { COUNTED_STATUS } from './linkage-duty';

/** How households are carried along. Source: DC 三(一)6, the ways it names, and wages and dividends. */
export const LINK_WAYS = ['jobs', 'orders', 'shares', 'land', 'service', 'custody', 'other'] as const;
export type LinkWay = (typeof LINK_WAYS)[number];

/** A stage of a project as typed: when it was reached, what was done, what is paid for it. */
export interface StageForm {
  readonly reachedOn: string;
  readonly stageDone: string;
  readonly amount: string;
  readonly paper: string;
}

/** A stage that was reached; nothing is owed by it until somebody else accepts it. */
export interface Stage {
  readonly reachedOn: CalendarDay;
  readonly done: string;
  readonly amount: Fen;
  readonly paper: string;
}

/** @returns problems `form.*`, `calendar.*`, `money.*`, `industry.ahead` */
export function readStage(
  form: StageForm,
  today: CalendarDay,
): { readonly stage: Stage; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const reachedOn = readPast('reachedOn', form.reachedOn, { today, problems });
  const done = readText('stageDone', form.stageDone, problems);
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems) ?? 0n;
  const paper = readText('paper', form.paper, problems);
  return { stage: { reachedOn, done, amount, paper }, problems };
}

/** Households that a project carries along from a day on, as typed: their numbers on the list. */
export interface LinksForm {
  readonly linkedOn: string;
  readonly linkWay: string;
  readonly householdNumbers: string;
  readonly linkPaper: string;
}

/** A household of the list of a day. */
export interface ListedHousehold {
  readonly id: string;
  readonly householdNumber: number;
  /** Its statuses as words, and as the documents' ids of them, in one order. */
  readonly statuses: readonly string[];
  readonly statusIds: readonly string[];
}

/** A household as it is when it is named. */
export interface LinkedNow {
  readonly householdId: string;
  readonly status: string | undefined;
  readonly statusWords: string | undefined;
}

/** Households that are carried along from a day on. */
export interface Links {
  readonly linkedOn: CalendarDay;
  readonly way: string;
  readonly paper: string;
  readonly households: readonly LinkedNow[];
}

/**
 * @param given who is on the list of the day, and whom the project carries along already
 * @returns problems `form.*`, `calendar.*`, `industry.ahead`, `industry.numbersUnreadable`,
 *   `industry.householdUnknown`, `industry.linkedAlready`
 */
export function readLinks(
  form: LinksForm,
  given: {
    readonly today: CalendarDay;
    readonly listed: readonly ListedHousehold[];
    readonly linked: ReadonlySet<string>;
  },
): { readonly links: Links; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const linkedOn = readPast('linkedOn', form.linkedOn, { today: given.today, problems });
  const way = form.linkWay;
  if (!LINK_WAYS.some((each) => each === way))
    problems.push({ code: 'form.notAllowed', field: 'linkWay', value: way });
  const numbers = numbersOf(form.householdNumbers, problems);
  const households = numbers.flatMap((number) => {
    const found = given.listed.find(({ householdNumber }) => householdNumber === number);
    const code = found === undefined ? 'industry.householdUnknown' : 'industry.linkedAlready';
    if (found === undefined || given.linked.has(found.id))
      problems.push({ code, field: 'householdNumbers', value: String(number) });
    return found === undefined ? [] : [{ householdId: found.id, ...statusOf(found) }];
  });
  return {
    links: { linkedOn, way, paper: readText('linkPaper', form.linkPaper, problems), households },
    problems,
  };
}

/** The status by which a household is helped: 脱贫户 before any other, since a document counts those. */
function statusOf({ statuses, statusIds }: ListedHousehold): Omit<LinkedNow, 'householdId'> {
  const counted = statusIds.indexOf(COUNTED_STATUS);
  const at = counted < 0 ? 0 : counted;
  return { status: statusIds[at], statusWords: statuses[at] };
}

function numbersOf(text: string, problems: Problem[]): number[] {
  const field = 'householdNumbers';
  const words = text.split(/[\s,，、;；]+/).filter((word) => word !== '');
  if (words.length === 0) problems.push({ code: 'form.missing', field });
  const wrong = words.find((word) => !/^\d{1,5}$/.test(word));
  if (wrong !== undefined) problems.push({ code: 'industry.numbersUnreadable', field, value: wrong });
  return wrong === undefined ? [...new Set(words.map(Number))] : [];
}

/** What was seen when somebody followed a project up, as typed. */
export interface ReviewForm {
  readonly lookedOn: string;
  readonly finding: string;
  /** Yuan that households earned by it since the last look; blank where nobody counted. */
  readonly householdGain: string;
}

/** What was seen when somebody followed a project up. */
export interface Review {
  readonly lookedOn: CalendarDay;
  readonly finding: string;
  readonly gain: Fen | undefined;
}

/** @returns problems `form.*`, `calendar.*`, `money.*`, `industry.ahead` */
export function readReview(
  form: ReviewForm,
  today: CalendarDay,
): { readonly review: Review; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const lookedOn = readPast('lookedOn', form.lookedOn, { today, problems });
  const finding = readText('finding', form.finding, problems);
  const value = form.householdGain.trim();
  const gain = value === '' ? undefined : readAmount({ field: 'householdGain', value }, 'zero', problems);
  return { review: { lookedOn, finding, gain }, problems };
}

/** A day that is not to come. Codes `form.missing`, `calendar.notADay`, `industry.ahead`. */
export function readPast(
  field: string,
  value: string,
  { today, problems }: { readonly today: CalendarDay; readonly problems: Problem[] },
): CalendarDay {
  const day = readDay({ field, value }, problems) ?? '';
  if (day > today) problems.push({ code: 'industry.ahead', field, value, facts: { today } });
  return day;
}

/** A text that has to be there and names nobody by a number. Codes `form.missing`, `form.privateNumber`. */
export function readText(field: string, value: string, problems: Problem[]): string {
  const text = value.trim();
  if (text === '') problems.push({ code: 'form.missing', field });
  problems.push(...privateNumberProblems({ [field]: text }));
  return text;
}
