import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import { type Fen, plainYuan } from '../money/fen';
import { compareRatios, ratio, readRatio } from '../money/ratio';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import { readFreeDays } from './free-days';
import {
  DUE_RULES,
  type DueRule,
  GROWTH_ROUNDINGS,
  LINKAGE_FOR,
  type LeaseTerms,
  type LinkageDuties,
  PAID_EVERY,
  RENT_TYPES,
  RENT_UNITS,
  type RentGrowth,
  type RentRate,
  type RentType,
} from './lease';
import { leftProblems } from './lease-days';

/** What a person types of a contract over an asset; everything is text as typed. */
export interface LeaseForm {
  readonly leaseNumber: string;
  readonly assetId: string;
  /** Which part of the asset; blank for all of it. */
  readonly leasedPart: string;
  readonly tenant: string;
  readonly signedOn: string;
  readonly firstOn: string;
  readonly lastOn: string;
  readonly rentType: string;
  /** Yuan of a fixed rent; a share, `8%`, of the others. */
  readonly rent: string;
  readonly fund: string;
  readonly perMonths: string;
  readonly everyMonths: string;
  readonly dueRule: string;
  readonly dueDays: string;
  readonly dueDate: string;
  /** Another rent from a day on. */
  readonly steps: readonly { readonly from: string; readonly rent: string }[];
  /** Days for which no rent is asked. */
  readonly freeDays?: readonly { readonly from: string; readonly to: string }[];
  readonly growth: string;
  readonly growthRounding: string;
  readonly deposit: string;
  readonly jobs: string;
  readonly wages: string;
  /** For whom the work is; asked where work or wages are promised. */
  readonly linkageFor?: string;
  readonly remarks: string;
}

/** A contract as it was signed. */
export interface NewLease {
  readonly number: string;
  readonly part: string;
  readonly tenant: string;
  readonly signedOn: CalendarDay;
  readonly terms: LeaseTerms;
  readonly deposit: Fen;
  readonly duties: LinkageDuties;
  readonly remarks: string;
}

/** Another contract over the same asset, with the days it is in force. */
export interface OtherLease {
  readonly number: string;
  readonly part: string;
  readonly firstOn: CalendarDay;
  readonly lastOn: CalendarDay;
}

/** What the register says of the asset and of the contracts there are. */
export interface LeaseFacts {
  readonly today: CalendarDay;
  readonly acquiredOn: CalendarDay;
  readonly leftOn?: CalendarDay | undefined;
  /** Since when it stands still by decision. */
  readonly suspendedOn?: CalendarDay | undefined;
  readonly others: readonly OtherLease[];
  readonly numbersTaken: readonly string[];
}

/**
 * Reads a contract, or says everything that is wrong with it: nobody leases before there is an asset or after
 * it has left, nor what another has leased for the same days. Codes `lease.*`, `form.*`, `money.*`,
 * `calendar.*`.
 */
export function readLease(form: LeaseForm, facts: LeaseFacts): { lease: NewLease; problems: Problem[] } {
  const problems: Problem[] = [];
  for (const field of ['leaseNumber', 'tenant'] as const) {
    if (form[field].trim() === '') problems.push({ code: 'form.missing', field });
  }
  const { leaseNumber, leasedPart, tenant, remarks } = form;
  problems.push(...privateNumberProblems({ leaseNumber, leasedPart, tenant, remarks }));
  if (facts.numbersTaken.includes(leaseNumber.trim())) {
    problems.push({ code: 'lease.numberTaken', field: 'leaseNumber', value: leaseNumber });
  }
  const signedOn = readDay({ field: 'signedOn', value: form.signedOn }, problems);
  if (signedOn !== undefined && signedOn > facts.today) {
    const told = { today: facts.today };
    problems.push({ code: 'lease.signedLater', field: 'signedOn', value: signedOn, facts: told });
  }
  const terms = readTerms(form, problems);
  if (isCalendarDay(terms.firstOn) && isCalendarDay(terms.lastOn)) {
    problems.push(...daysProblems({ ...terms, part: leasedPart.trim() }, facts));
  }
  const lease = {
    number: leaseNumber.trim(),
    part: leasedPart.trim(),
    tenant: tenant.trim(),
    signedOn: form.signedOn,
    terms,
    deposit: optionalAmount(form, 'deposit', problems) ?? 0n,
    duties: readDuties(form, problems),
    remarks: remarks.trim(),
  };
  return { lease, problems };
}

/** A contract's days and the part of the asset it is about. */
interface LeasedDays {
  readonly firstOn: CalendarDay;
  readonly lastOn: CalendarDay;
  readonly part: string;
}

function daysProblems(leased: LeasedDays, facts: LeaseFacts): Problem[] {
  const { firstOn, lastOn } = leased;
  if (lastOn < firstOn) return [{ code: 'calendar.reversed', field: 'lastOn', value: lastOn }];
  const { acquiredOn } = facts;
  if (firstOn < acquiredOn) {
    return [{ code: 'lease.beforeAsset', field: 'firstOn', value: firstOn, facts: { acquiredOn } }];
  }
  return [...leftProblems(lastOn, facts, 'lastOn'), ...overlapProblems(leased, facts.others, 'firstOn')];
}

/**
 * Days of an asset that are leased already: of the same part, or where one of the two is of the whole.
 * Code `lease.overlaps`.
 */
export function overlapProblems(leased: LeasedDays, others: readonly OtherLease[], field: string): Problem[] {
  const { firstOn, lastOn, part } = leased;
  const other = others.find(
    (each) =>
      (each.part === part || each.part === '' || part === '') &&
      each.firstOn <= lastOn &&
      firstOn <= each.lastOn,
  );
  if (other === undefined) return [];
  const facts = { number: other.number, from: other.firstOn, to: other.lastOn };
  return [{ code: 'lease.overlaps', field, facts }];
}

function readTerms(form: LeaseForm, problems: Problem[]): LeaseTerms {
  const { firstOn, lastOn } = form;
  for (const field of ['firstOn', 'lastOn'] as const) readDay({ field, value: form[field] }, problems);
  const type = oneOf(form, { field: 'rentType', allowed: RENT_TYPES }, problems) ?? 'fixed';
  const first = readRent({ field: 'rent', value: form.rent }, type, problems);
  const everyMonths = monthsOf(form, { field: 'everyMonths', allowed: PAID_EVERY }, problems);
  const growth = readGrowth(form, type, problems);
  const fund = type === 'agreedReturn' ? readFund(form, problems) : undefined;
  const free = readFreeDays(form, type, problems);
  return {
    firstOn,
    lastOn,
    type,
    rates: [{ from: firstOn, value: first ?? '0' }, ...readSteps(form, type, problems)],
    perMonths: type === 'fixed' ? monthsOf(form, { field: 'perMonths', allowed: RENT_UNITS }, problems) : 12,
    everyMonths,
    due: readDueRule(form, everyMonths, problems),
    ...(growth === undefined ? {} : { growth }),
    ...(free.length === 0 ? {} : { free }),
    ...(fund === undefined ? {} : { fund: fund.toString() }),
  };
}

/** What is typed as a rent: yuan where it is fixed, a share above nothing and up to all where it is not. */
export function readRent(
  typed: { readonly field: string; readonly value: string },
  type: RentType,
  problems: Problem[],
): string | undefined {
  if (type === 'fixed') {
    const amount = readAmount(typed, 'aboveZero', problems);
    return amount === undefined ? undefined : plainYuan(amount);
  }
  const { field, value } = typed;
  if (value.trim() === '') problems.push({ code: 'form.missing', field });
  else if (!isShare(value)) problems.push({ code: 'lease.notAShare', field, value });
  else return value.trim();
  return undefined;
}

function isShare(text: string): boolean {
  if (!/^\d{1,3}(\.\d{1,6})?%$/.test(text.trim())) return false;
  const share = readRatio(text);
  return share.numerator > 0n && compareRatios(share, ratio(1n, 1n)) <= 0;
}

function readFund(form: LeaseForm, problems: Problem[]): Fen | undefined {
  return readAmount({ field: 'fund', value: form.fund }, 'aboveZero', problems);
}

function readSteps(form: LeaseForm, type: RentType, problems: Problem[]): RentRate[] {
  let before = form.firstOn;
  return form.steps.flatMap(({ from, rent }, index) => {
    if (from.trim() === '' && rent.trim() === '') return [];
    const field = `steps.${String(index)}`;
    const day = readDay({ field: `${field}.from`, value: from }, problems);
    const value = readRent({ field: `${field}.rent`, value: rent }, type, problems);
    if (day === undefined || value === undefined) return [];
    if (day <= before || day > form.lastOn) {
      const facts = { after: before, lastOn: form.lastOn };
      problems.push({ code: 'lease.stepOutside', field: `${field}.from`, value: from, facts });
    }
    before = day;
    return [{ from: day, value }];
  });
}

/** A share of turnover is one for the whole payment, and an agreed return a rate that is not to grow. */
function readGrowth(form: LeaseForm, type: RentType, problems: Problem[]): RentGrowth | undefined {
  if (form.growth.trim() === '') return undefined;
  const rounding = oneOf(form, { field: 'growthRounding', allowed: GROWTH_ROUNDINGS }, problems);
  if (type !== 'fixed') problems.push({ code: 'lease.growthOfFixed', field: 'growth', value: form.growth });
  else if (!isShare(form.growth)) {
    problems.push({ code: 'lease.notAShare', field: 'growth', value: form.growth });
  }
  return { percent: form.growth.trim(), rounding: rounding ?? 'fen' };
}

function readDueRule(form: LeaseForm, everyMonths: number, problems: Problem[]): DueRule {
  const rule = oneOf(form, { field: 'dueRule', allowed: DUE_RULES }, problems) ?? 'afterStart';
  if (rule === 'onDate') {
    const date = form.dueDate.trim();
    if (!isCalendarDay(`2025-${date}`)) {
      problems.push({ code: date === '' ? 'form.missing' : 'lease.notADate', field: 'dueDate', value: date });
    }
    if (everyMonths < 12) problems.push({ code: 'lease.dateOfYear', field: 'dueRule' });
    return { rule, date };
  }
  const days = form.dueDays.trim() === '' ? '0' : form.dueDays.trim();
  if (!/^\d{1,3}$/.test(days) || Number(days) > 366) {
    problems.push({ code: 'lease.notDays', field: 'dueDays', value: form.dueDays });
  }
  return { rule, days: Number(days) };
}

function readDuties(form: LeaseForm, problems: Problem[]): LinkageDuties {
  const value = form.linkageFor ?? '';
  const whom = LINKAGE_FOR.find((each) => each === value);
  if (value !== '' && whom === undefined)
    problems.push({ code: 'form.notAllowed', field: 'linkageFor', value });
  return {
    jobs: readJobs(form.jobs, problems),
    wagesPerYear: optionalAmount(form, 'wages', problems),
    ...(whom === undefined ? {} : { for: whom }),
  };
}

function readJobs(typed: string, problems: Problem[]): number | undefined {
  if (typed.trim() === '') return undefined;
  if (!/^\d{1,5}$/.test(typed.trim())) problems.push({ code: 'form.notACount', field: 'jobs', value: typed });
  return Number(typed);
}

function optionalAmount(form: LeaseForm, field: 'deposit' | 'wages', problems: Problem[]): Fen | undefined {
  return form[field].trim() === '' ? undefined : readAmount({ field, value: form[field] }, 'zero', problems);
}

function monthsOf(
  form: LeaseForm,
  of: { readonly field: 'perMonths' | 'everyMonths'; readonly allowed: readonly number[] },
  problems: Problem[],
): number {
  const months = of.allowed.find((each) => String(each) === form[of.field]);
  if (months === undefined) {
    problems.push({ code: 'form.notAllowed', field: of.field, value: form[of.field] });
  }
  return months ?? 12;
}

function oneOf<T extends string>(
  form: LeaseForm,
  of: { readonly field: 'rentType' | 'dueRule' | 'growthRounding'; readonly allowed: readonly T[] },
  problems: Problem[],
): T | undefined {
  const value = of.allowed.find((each) => each === form[of.field]);
  if (value === undefined) {
    problems.push({ code: 'form.notAllowed', field: of.field, value: form[of.field] });
  }
  return value;
}
