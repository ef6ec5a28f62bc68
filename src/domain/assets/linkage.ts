import { type CalendarDay, daysInclusive, yearOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import type { LeaseTerms, LinkageDuties } from './lease';

/** What a tenant really gave, as reported; everything is text as typed. No person is named. */
export interface LinkageReportForm {
  readonly linkageFrom: string;
  readonly linkageTo: string;
  /** How many worked there, and how many of them are helped people. */
  readonly jobsGiven: string;
  readonly helpedJobs: string;
  /** Yuan paid to all of them, and of it to the helped. */
  readonly wagesGiven: string;
  readonly helpedWages: string;
  /** The pay sheet, the list of who works there. */
  readonly linkagePaper: string;
}

/** What a tenant really gave in some days. */
export interface LinkageReport {
  /** Both included, of one calendar year. */
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly jobs: number;
  readonly helpedJobs: number;
  readonly wages: Fen;
  readonly helpedWages: Fen;
}

/** A report as it was entered, and why it counts no more where somebody withdrew it. */
export interface ToldReport extends LinkageReport {
  readonly reportNumber: number;
  readonly paper: string;
  readonly withdrawn: string | undefined;
}

/** The reports that count. */
export function standingReportsOf<Report extends Pick<ToldReport, 'withdrawn'>>(
  reports: readonly Report[],
): Report[] {
  return reports.filter(({ withdrawn }) => withdrawn === undefined);
}

/**
 * Reads a report, or says everything that is wrong with it. It is of days of the contract that are over, in
 * one calendar year, and none of them was reported before; the helped are among all. Codes `form.*`,
 * `money.*`, `calendar.*`, `linkage.*`.
 */
export function readLinkageReport(
  form: LinkageReportForm,
  facts: {
    readonly terms: Pick<LeaseTerms, 'firstOn' | 'lastOn'>;
    readonly today: CalendarDay;
    readonly reports: readonly LinkageReport[];
  },
): { readonly report: LinkageReport; readonly paper: string; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const from = readDay({ field: 'linkageFrom', value: form.linkageFrom }, problems);
  const to = readDay({ field: 'linkageTo', value: form.linkageTo }, problems);
  if (from !== undefined && to !== undefined) problems.push(...daysProblems({ from, to }, facts));
  const given = {
    jobs: readPeople(form, 'jobsGiven', problems),
    helpedJobs: readPeople(form, 'helpedJobs', problems),
    wages: readAmount({ field: 'wagesGiven', value: form.wagesGiven }, 'zero', problems),
    helpedWages: readAmount({ field: 'helpedWages', value: form.helpedWages }, 'zero', problems),
  };
  problems.push(...amongAllProblems(form, given));
  const { jobs = 0, helpedJobs = 0, wages = 0n, helpedWages = 0n } = given;
  const report = { from: from ?? facts.today, to: to ?? facts.today, jobs, helpedJobs, wages, helpedWages };
  const paper = form.linkagePaper.trim();
  if (paper === '') problems.push({ code: 'form.missing', field: 'linkagePaper' });
  problems.push(...privateNumberProblems({ linkagePaper: paper }));
  return { report, paper, problems };
}

function readPeople(
  form: LinkageReportForm,
  field: 'jobsGiven' | 'helpedJobs',
  problems: Problem[],
): number | undefined {
  const value = form[field].trim();
  if (/^\d{1,5}$/.test(value)) return Number(value);
  problems.push({ code: value === '' ? 'form.missing' : 'form.notACount', field, value });
  return undefined;
}

/** What of a report was typed so that it can be read. */
type GivenLinkage = {
  readonly [Field in 'jobs' | 'helpedJobs' | 'wages' | 'helpedWages']: LinkageReport[Field] | undefined;
};

/**
 * Who is helped works there, too, and is paid out of the same wages; nobody is paid where nobody works. What
 * cannot be read is held against nothing.
 */
function amongAllProblems(form: LinkageReportForm, given: GivenLinkage): Problem[] {
  const { jobs, helpedJobs, wages = 0n, helpedWages = 0n } = given;
  const problems: Problem[] = [];
  const add = (code: string, field: 'helpedJobs' | 'helpedWages' | 'wagesGiven'): number =>
    problems.push({ code, field, value: form[field] });
  if (jobs !== undefined && helpedJobs !== undefined && helpedJobs > jobs)
    add('linkage.moreThanAll', 'helpedJobs');
  if (given.wages !== undefined && helpedWages > wages) add('linkage.moreThanAll', 'helpedWages');
  if (jobs === 0 && wages > 0n) add('linkage.nobodyPaid', 'wagesGiven');
  if (helpedJobs === 0 && helpedWages > 0n) add('linkage.nobodyPaid', 'helpedWages');
  return problems;
}

function daysProblems(
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
  { terms, today, reports }: Parameters<typeof readLinkageReport>[1],
): Problem[] {
  const of = (code: string, facts: NonNullable<Problem['facts']> = {}): Problem[] => [
    { code, field: 'linkageTo', value: to, facts },
  ];
  const { firstOn, lastOn } = terms;
  if (to < from) return of('calendar.reversed');
  if (yearOf(from) !== yearOf(to)) return of('linkage.twoYears');
  if (to > today) return of('linkage.notOver', { today });
  if (from < firstOn || to > lastOn) return of('linkage.outside', { from: firstOn, to: lastOn });
  const other = reports.find((each) => each.from <= to && from <= each.to);
  return other === undefined ? [] : of('linkage.reportedAlready', { from: other.from, to: other.to });
}

/** What was promised for a calendar year of a contract, and what was given. */
export interface LinkageYear {
  readonly year: number;
  /** The days of the contract in it, up to today; both included. */
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  /** Whether no further day of it is to come. */
  readonly isOver: boolean;
  /** Days of it that nobody reported. */
  readonly unreported: number;
  /** The fewest who worked there in any of the reports, of whom the duty speaks; undefined without report. */
  readonly jobs: number | undefined;
  readonly wages: Fen;
  /** How many are missing of those promised; none where nothing was promised, or nothing is reported. */
  readonly jobsShort: number;
  /** What is missing of the wages of the year, told once it is over and reported wholly. */
  readonly wagesShort: Fen;
}

/**
 * Holds what was promised against what was reported, calendar year by calendar year. Wages are promised by
 * the year: of a year that the contract fills in part, the part by days, rounded half up to the fen. A duty
 * for helped people is met by helped people alone. Source: product decision; the contract says the numbers.
 * @returns no year where nothing was promised
 */
export function linkageYears(
  lease: { readonly terms: LeaseTerms; readonly duties: LinkageDuties },
  reports: readonly LinkageReport[],
  today: CalendarDay,
): LinkageYear[] {
  const { terms, duties } = lease;
  if (duties.jobs === undefined && duties.wagesPerYear === undefined) return [];
  const last = terms.lastOn < today ? terms.lastOn : today;
  const years: LinkageYear[] = [];
  for (let year = yearOf(terms.firstOn); year <= yearOf(last); year += 1) {
    const from = year === yearOf(terms.firstOn) ? terms.firstOn : `${year}-01-01`;
    const to = year === yearOf(last) ? last : `${year}-12-31`;
    if (from > to) continue;
    const isOver = to === terms.lastOn || to === `${year}-12-31`;
    const own = reports.filter((each) => yearOf(each.from) === year);
    years.push(yearOfDuty(duties, own, { year, from, to, isOver }));
  }
  return years;
}

function yearOfDuty(
  { jobs: promised, wagesPerYear, for: whom }: LinkageDuties,
  reports: readonly LinkageReport[],
  span: Pick<LinkageYear, 'year' | 'from' | 'to' | 'isOver'>,
): LinkageYear {
  const { year, from, to, isOver } = span;
  const helped = whom === 'helped';
  const worked = reports.map((each) => (helped ? each.helpedJobs : each.jobs));
  const jobs = worked.length === 0 ? undefined : Math.min(...worked);
  const wages = sumFen(reports.map((each) => (helped ? each.helpedWages : each.wages)));
  const reported = reports.reduce((days, each) => days + daysInclusive(each.from, each.to), 0);
  const unreported = Math.max(0, daysInclusive(from, to) - reported);
  const owed = partOf(wagesPerYear ?? 0n, daysInclusive(from, to), year);
  const isWhole = isOver && unreported === 0;
  return {
    ...span,
    ...{ unreported, jobs, wages },
    jobsShort: jobs === undefined ? 0 : Math.max(0, (promised ?? 0) - jobs),
    wagesShort: isWhole && owed > wages ? owed - wages : 0n,
  };
}

/** So many days' part of a year's sum, half up to the fen. */
function partOf(sum: Fen, days: number, year: number): Fen {
  const whole = BigInt(daysInclusive(`${year}-01-01`, `${year}-12-31`));
  return (sum * BigInt(days) * 2n + whole) / (whole * 2n);
}

/** The report of the latest days; undefined where there is none. */
export function lastReport(reports: readonly LinkageReport[]): LinkageReport | undefined {
  return [...reports].sort((one, other) => one.to.localeCompare(other.to)).at(-1);
}

/** What the reports of one asset's contracts say of a calendar year. */
export interface WorkersOfYear {
  readonly jobs: number;
  readonly helpedJobs: number;
  /** What one of the helped got in the year, rounded down; told only where every day of it is reported. */
  readonly wagePerHelped: Fen | undefined;
}

/**
 * Who worked at an asset in a calendar year, over all its contracts: those of each contract's last report in
 * that year, and what the helped among them got. Undefined where nothing was reported.
 */
export function workersOfYear(
  contracts: readonly (readonly LinkageReport[])[],
  year: number,
): WorkersOfYear | undefined {
  const reported = contracts
    .map((reports) => reports.filter(({ from }) => yearOf(from) === year))
    .filter((reports) => reports.length > 0);
  if (reported.length === 0) return undefined;
  const ends = reported.flatMap((reports) => lastReport(reports) ?? []);
  const helpedJobs = ends.reduce((sum, each) => sum + each.helpedJobs, 0);
  const wages = sumFen(reported.flat().map((each) => each.helpedWages));
  const whole = daysInclusive(`${year}-01-01`, `${year}-12-31`);
  const isWhole = reported.every(
    (reports) => reports.reduce((days, each) => days + daysInclusive(each.from, each.to), 0) === whole,
  );
  return {
    jobs: ends.reduce((sum, each) => sum + each.jobs, 0),
    helpedJobs,
    wagePerHelped: isWhole && helpedJobs > 0 ? wages / BigInt(helpedJobs) : undefined,
  };
}
