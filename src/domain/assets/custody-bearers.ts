import type { CalendarDay } from '../calendar/calendar-day';
import { DomainError } from '../shared/domain-error';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/** Days, both included. */
export interface Days {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/**
 * Who bears the tax that a paper charges on income of what is kept: the village out of its part, the owner
 * out of his, or both by their shares. No document says; the agreement does, or nothing taxed is booked.
 */
export const BEARERS = ['village', 'owner', 'share'] as const;
export type Bearer = (typeof BEARERS)[number];

/** Who bears what from a day on, as a dated fact beside the agreement. */
export interface CustodyBearers {
  readonly id: string;
  readonly validFrom: CalendarDay;
  readonly taxBearer: Bearer;
  readonly paper: string;
}

/** The same as typed. */
export interface CustodyBearersForm {
  readonly bearersFrom: string;
  readonly custodyTaxBearer: string;
  readonly paper: string;
}

/**
 * Reads who bears what, or says everything that is wrong with it: from a day of the agreement on, and on no
 * day whose taxed income is split by what was said before. Codes `custody.bearers*`, `form.*`,
 * `calendar.notADay`.
 * @param used the days of income that was split by what was said of them
 */
export function readCustodyBearers(
  form: CustodyBearersForm,
  custody: { readonly firstOn: CalendarDay; readonly lastOn: CalendarDay },
  used: readonly Days[],
): { bearers: Omit<CustodyBearers, 'id'>; problems: Problem[] } {
  const problems: Problem[] = [];
  const taxBearer = readBearer({ field: 'custodyTaxBearer', value: form.custodyTaxBearer }, problems);
  const paper = form.paper.trim();
  if (paper === '') problems.push({ code: 'form.missing', field: 'paper' });
  problems.push(...privateNumberProblems({ paper }));
  const field = 'bearersFrom';
  const validFrom = readDay({ field, value: form.bearersFrom }, problems);
  if (validFrom !== undefined) {
    const { firstOn, lastOn } = custody;
    if (validFrom < firstOn || validFrom > lastOn)
      problems.push({ code: 'custody.bearersOutside', field, value: validFrom, facts: { firstOn, lastOn } });
    const before = used.find(({ to }) => to >= validFrom);
    if (before !== undefined) problems.push({ code: 'custody.bearersUsed', field, facts: { ...before } });
  }
  return { bearers: { validFrom: validFrom ?? form.bearersFrom, taxBearer, paper }, problems };
}

function readBearer({ field, value }: { field: string; value: string }, problems: Problem[]): Bearer {
  const found = BEARERS.find((each) => each === value);
  if (found === undefined) problems.push({ code: 'form.notAllowed', field, value });
  return found ?? 'village';
}

/**
 * What holds over the days of income; undefined where nobody has said it for the first of them. Of several
 * from one day the last one entered holds.
 * @throws DomainError `custody.bearerChanges` where somebody else bears the tax on a later one of the days
 */
export function bearersOver(all: readonly CustodyBearers[], { from, to }: Days): CustodyBearers | undefined {
  const holding = bearersOn(all, from);
  if (holding === undefined) return undefined;
  for (const { validFrom } of all) {
    if (validFrom <= from || validFrom > to) continue;
    if (bearersOn(all, validFrom)?.taxBearer !== holding.taxBearer)
      throw new DomainError('custody.bearerChanges', { from, to, on: validFrom });
  }
  return holding;
}

/** What holds on a day; undefined where nobody has said it yet. */
export function bearersOn(all: readonly CustodyBearers[], day: CalendarDay): CustodyBearers | undefined {
  const begun = all.filter(({ validFrom }) => validFrom <= day);
  return begun.sort((one, other) => orderOf(one).localeCompare(orderOf(other))).at(-1);
}

/** Ids grow with time. */
function orderOf({ validFrom, id }: CustodyBearers): string {
  return `${validFrom} ${id}`;
}
