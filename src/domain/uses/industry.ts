import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { namedAs } from '../shared/plain-name';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount } from '../shared/typed-fields';

/** The use that packs name for industry. */
export const INDUSTRY_USE = 'industry';

/** Uses that pay industry where a document names none for it. */
const LIKE_INDUSTRY = ['development', 'hardship'];

/** Whether a use pays industry: the one its document names for it; where it names none, its development. */
export function paysIndustry(use: string, uses: readonly string[]): boolean {
  return uses.includes(INDUSTRY_USE) ? use === INDUSTRY_USE : LIKE_INDUSTRY.includes(use);
}

/** An industry project as typed: which claim of an approved plan pays it, who runs it, what it promises. */
export interface IndustryForm {
  readonly claimId: string;
  readonly industryName: string;
  readonly industryOperator: string;
  /** Yuan of linkage funds that go into it; blank where none do. */
  readonly industryFund: string;
  /** How many households it promises to carry along. */
  readonly promisedHouseholds: string;
  /** Yuan a year that it promises the village, and the first such year; both blank where it promises none. */
  readonly yearlyReturn: string;
  readonly returnFrom: string;
}

/** An industry project, paid stage by stage. */
export interface IndustryProject {
  readonly claimId: string;
  readonly name: string;
  readonly operator: string;
  readonly fund: Fen;
  readonly promised: number;
  /** What it gives back a year, from a year on. */
  readonly returns: { readonly yearly: Fen; readonly from: number } | undefined;
}

/**
 * Reads a project.
 * @param given the claims for industry of approved plans, and what is taken already
 * @returns problems `form.*`, `money.*`, `industry.claimUnknown`, `industry.nameTaken`,
 *   `industry.returnHalf`, `industry.returnFar`
 */
export function readIndustry(
  form: IndustryForm,
  given: {
    readonly claims: readonly string[];
    readonly namesTaken: readonly string[];
    readonly today: CalendarDay;
  },
): { readonly project: IndustryProject; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const name = form.industryName.trim();
  const operator = form.industryOperator.trim();
  if (form.claimId.trim() === '') problems.push({ code: 'form.missing', field: 'claimId' });
  else if (!given.claims.includes(form.claimId))
    problems.push({ code: 'industry.claimUnknown', field: 'claimId' });
  if (name === '') problems.push({ code: 'form.missing', field: 'industryName' });
  const standing = namedAs(name, given.namesTaken);
  if (standing !== undefined)
    problems.push({ code: 'industry.nameTaken', field: 'industryName', value: name, facts: { standing } });
  if (operator === '') problems.push({ code: 'form.missing', field: 'industryOperator' });
  problems.push(...privateNumberProblems({ industryName: name, industryOperator: operator }));
  const typed = form.industryFund.trim();
  const fund =
    typed === '' ? 0n : (readAmount({ field: 'industryFund', value: typed }, 'zero', problems) ?? 0n);
  const promised = readCount('promisedHouseholds', form.promisedHouseholds, problems);
  const returns = readReturns(form, yearOf(given.today), problems);
  return { project: { claimId: form.claimId, name, operator, fund, promised, returns }, problems };
}

/** For how many years ahead a first return is promised at most: beyond it is a slip of the hand. Ours. */
const LATEST_RETURN = 10;

function readReturns(form: IndustryForm, thisYear: number, problems: Problem[]): IndustryProject['returns'] {
  const [value, year] = [form.yearlyReturn.trim(), form.returnFrom.trim()];
  if (value === '' && year === '') return undefined;
  if (value === '' || year === '') {
    problems.push({ code: 'industry.returnHalf', field: value === '' ? 'yearlyReturn' : 'returnFrom' });
    return undefined;
  }
  const yearly = readAmount({ field: 'yearlyReturn', value }, 'aboveZero', problems) ?? 0n;
  const from = readYear('returnFrom', year, problems);
  const last = thisYear + LATEST_RETURN;
  if (from > last)
    problems.push({ code: 'industry.returnFar', field: 'returnFrom', value: year, facts: { last } });
  return { yearly, from };
}

/** A count of households, zero allowed: a blank counts none. Code `form.notACount`. */
function readCount(field: string, text: string, problems: Problem[]): number {
  const value = text.trim();
  if (value === '') return 0;
  if (!/^\d{1,4}$/.test(value)) problems.push({ code: 'form.notACount', field, value });
  return Number(value) || 0;
}

/** A year of four digits. Code `calendar.notAYear`. */
export function readYear(field: string, value: string, problems: Problem[]): number {
  if (!/^20\d\d$/.test(value)) problems.push({ code: 'calendar.notAYear', field, value });
  return Number(value) || 0;
}

/** What came back of a project in a year, beside what it promised. Fen. */
export interface ReturnYear {
  readonly year: number;
  readonly promised: Fen;
  /** What fell due of it by the vouchers that were named. */
  readonly due: Fen;
  /** What of that has come. */
  readonly received: Fen;
  /** What has not come of a year that is over; zero while it goes on. */
  readonly short: Fen;
}

/** Year by year from the first promised or named one up to this one. */
export function returnYears(
  { returns }: Pick<IndustryProject, 'returns'>,
  named: readonly { readonly year: number; readonly amount: Fen; readonly received: Fen }[],
  thisYear: number,
): ReturnYear[] {
  const first = Math.min(thisYear + 1, ...named.map(({ year }) => year), returns?.from ?? thisYear + 1);
  const years = Array.from({ length: Math.max(0, thisYear - first + 1) }, (_, index) => first + index);
  return years.map((year) => {
    const promised = returns !== undefined && year >= returns.from ? returns.yearly : 0n;
    const own = named.filter((each) => each.year === year);
    const due = sumFen(own.map(({ amount }) => amount));
    const received = sumFen(own.map((each) => each.received));
    const gap = promised - received;
    return { year, promised, due, received, short: year < thisYear && gap > 0n ? gap : 0n };
  });
}
