import { addDays, addMonthsTo, type CalendarDay, daysInclusive, yearOf } from '../calendar/calendar-day';
import { type Fen, requireYuan, sumFen } from '../money/fen';
import { ratio, readRatio, timesRatio } from '../money/ratio';
import { invariant } from '../shared/invariant';
import { changesAfter, dueDay } from './due-day';
import { type DuePart, raisedParts } from './due-parts';
import { freeDaysBetween, ratesOf, ratesWithout } from './lease-rates';
import { type LeaseChange, type LeaseTerms, type RentRate, termsAfter, type TurnoverReport } from './lease';

/** Days of one rent within one calendar year: how its amount came about. */
export interface RentStep {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  /** What the rent is named as: yuan, or a share. */
  readonly value: string;
  /** The whole that these days are a part of, before it is cut: a month's rent, a year's, a payment's. */
  readonly whole: Fen;
  /** The turnover that was reported, of a rent that is a share of it. */
  readonly turnover?: Fen;
  readonly days: number;
  readonly ofDays: number;
  readonly amount: Fen;
}

/** What is owed for days of one calendar year: income of that year, whenever it is paid. */
export interface RentDue {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly dueOn: CalendarDay;
  /** Undefined while the turnover it is a share of is not reported. */
  readonly amount: Fen | undefined;
  readonly steps: readonly RentStep[];
  /** What of it is due on which day, where a change of rent made it more than was due with its payment. */
  readonly raised?: readonly DuePart[];
  /** The payment it belongs to: the days that are paid at once. */
  readonly payment: { readonly from: CalendarDay; readonly to: CalendarDay };
}

/**
 * What the parts of a payment come to, on the last one; undefined on the others and where it has one part.
 * Where each part is printed rounded, the whole is not their sum.
 */
export function wholeAtLast(
  { from, payment }: Pick<RentDue, 'from' | 'payment'>,
  dues: readonly Pick<RentDue, 'from' | 'payment' | 'amount'>[],
): Fen | undefined {
  const parts = dues.filter((each) => each.payment.from === payment.from);
  if (parts.length < 2 || parts.at(-1)?.from !== from) return undefined;
  return sumFen(parts.map(({ amount }) => amount ?? 0n));
}

/**
 * Every due of a contract whose payment begins, or is due, by a day. A payment that reaches into the next
 * calendar year is a due for each year: rent of several years is spread over them. Payments are counted from
 * the contract's first day; a part of one is reckoned by days. Each is what has run up to its end less what
 * had run up to its begin, so the dues of a full year are its rent to the fen. A renewal begins a payment of
 * its own: what was due of the days before it stays as it was. A rent that changes after its payment was due
 * is a due of its own from that day on; what it came to before stays due with the payment. Source: facts
 * §2.2, §2.3.
 */
export function rentDues(
  terms: LeaseTerms,
  until: CalendarDay,
  turnovers: readonly TurnoverReport[] = [],
): RentDue[] {
  const rates = ratesOf(terms);
  const dues: RentDue[] = [];
  for (const payment of paymentsOf(terms)) {
    const dueOn = dueDay(terms, payment);
    if (payment.from > until && dueOn > until) break;
    const steps = payment.units.flatMap((unit) => unitSteps(unit, { terms, rates, turnovers }));
    const changes = changesAfter(dueOn, terms);
    for (const [from, to] of partsOf(payment, changes)) {
      const own = steps.filter((step) => step.from >= from && step.to <= to);
      const amount = own.length === 0 ? undefined : sumFen(own.map((step) => step.amount));
      const { from: first, to: last } = payment;
      const changed = changes.filter((day) => day > first && day <= from);
      const due = changed.at(-1) ?? dueOn;
      const days = { from, to, dueOn: due, payment: { from: first, to: last } };
      const raised =
        amount === undefined || changed.length === 0
          ? undefined
          : raisedParts([dueOn, ...changed], (later) =>
              rentOf({ ...payment, from, to }, { terms, rates: ratesWithout(terms, later), turnovers }),
            );
      dues.push({ ...days, amount, steps: own, ...(raised === undefined ? {} : { raised }) });
    }
  }
  return dues;
}

/** What the days of a part of a payment come to. */
function rentOf({ from, to, units }: Payment, reckoned: Reckoned): Fen {
  const steps = units.flatMap((unit) => unitSteps(unit, reckoned));
  return sumFen(steps.filter((step) => step.from >= from && step.to <= to).map(({ amount }) => amount));
}

/** Days that are one whole of rent: a month where a rent by the year is paid monthly, and the reverse. */
interface Unit {
  readonly index: number;
  /** The days of the whole, and those of them that the payment covers. */
  readonly wholeFrom: CalendarDay;
  readonly wholeTo: CalendarDay;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

interface Payment {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly units: readonly Unit[];
}

function unitMonths({ type, perMonths, everyMonths }: LeaseTerms): number {
  return type === 'turnover' ? everyMonths : Math.min(perMonths, everyMonths);
}

function* paymentsOf(terms: LeaseTerms): Generator<Payment> {
  const { firstOn, lastOn, everyMonths, renewedFrom = [] } = terms;
  const months = unitMonths(terms);
  const perPayment = everyMonths / months;
  invariant(Number.isInteger(perPayment), 'a payment is a whole number of units of rent');
  const dayOf = (index: number): CalendarDay => addMonthsTo(firstOn, index * months);
  for (let first = 0; dayOf(first) <= lastOn; first += perPayment) {
    const units: Unit[] = [];
    for (let index = first; index < first + perPayment && dayOf(index) <= lastOn; index += 1) {
      const wholeTo = addDays(dayOf(index + 1), -1);
      const from = dayOf(index);
      units.push({ index, wholeFrom: from, wholeTo, from, to: earlier(wholeTo, lastOn) });
    }
    yield* cutPayment({ from: dayOf(first), to: units.at(-1)?.to ?? lastOn, units }, renewedFrom);
  }
}

/** A payment, in parts where days begin on which it is cut. */
function cutPayment({ from, to, units }: Payment, days: readonly CalendarDay[]): Payment[] {
  const cuts = days.filter((day) => day > from && day <= to);
  return [from, ...cuts].map((first, place) => {
    const next = cuts[place];
    const last = next === undefined ? to : addDays(next, -1);
    const own = units.filter((unit) => unit.from <= last && unit.to >= first);
    const within = own.map((unit) => ({
      ...unit,
      ...{ from: later(unit.from, first), to: earlier(unit.to, last) },
    }));
    return { from: first, to: last, units: within };
  });
}

interface Reckoned {
  readonly terms: LeaseTerms;
  readonly rates: readonly RentRate[];
  readonly turnovers: readonly TurnoverReport[];
}

/**
 * A unit's days cut where the calendar year or the rent changes. What falls on days is what has run up to
 * their end less what had run up to their begin, so the cuts change nothing but where it is cut. Free days
 * run up nothing: what is paid of a whole is its part for the other days, rounded once.
 */
function unitSteps(unit: Unit, reckoned: Reckoned): RentStep[] {
  const [first, last] = wholeDays(unit, reckoned.terms);
  const ofDays = daysInclusive(first, last);
  return spansOf(unit, reckoned.rates).flatMap((span) => {
    const whole = wholeOf(unit, span.value, reckoned);
    if (whole === undefined) return [];
    const free = freeDaysBetween(reckoned.rates, first, span.from);
    const before = daysInclusive(first, span.from) - 1 - free;
    const amount = runningPart(whole, { before, count: span.days, of: ofDays });
    const turnover = reportOf(unit, reckoned);
    return [{ ...span, whole, ...(turnover === undefined ? {} : { turnover }), ofDays, amount }];
  });
}

/** The days that a whole is for: of a turnover those that it was reported for, however short they are. */
function wholeDays(
  { from, to, wholeFrom, wholeTo }: Unit,
  { type }: LeaseTerms,
): [first: CalendarDay, last: CalendarDay] {
  return type === 'turnover' ? [from, to] : [wholeFrom, wholeTo];
}

/** What falls on `count` parts of a whole behind `before` of them: all of its parts add up to it. */
function runningPart(
  whole: Fen,
  { before, count, of }: { readonly before: number; readonly count: number; readonly of: number },
): Fen {
  const upTo = (parts: number): Fen => timesRatio(whole, ratio(BigInt(parts), BigInt(of)));
  return upTo(before + count) - upTo(before);
}

type Span = Pick<RentStep, 'from' | 'to' | 'value' | 'days'>;

function spansOf(unit: Unit, rates: readonly RentRate[]): Span[] {
  const years = calendarYears(unit.from, unit.to).map((year) => `${year}-01-01`);
  const cuts = [...new Set([...years, ...rates.map(({ from }) => from)])]
    .filter((day) => day > unit.from && day <= unit.to)
    .sort();
  return [unit.from, ...cuts].map((from, place) => {
    const next = cuts[place];
    const to = next === undefined ? unit.to : addDays(next, -1);
    const value = rates.filter((rate) => rate.from <= from).at(-1)?.value ?? '0';
    return { from, to, value, days: daysInclusive(from, to) };
  });
}

/** What a rent comes to for a whole unit; undefined while the turnover is not reported. */
function wholeOf(unit: Unit, value: string, { terms, turnovers }: Reckoned): Fen | undefined {
  if (terms.type === 'turnover') {
    const reported = reportOf(unit, { terms, turnovers });
    return reported === undefined ? undefined : timesRatio(reported, readRatio(value));
  }
  const named =
    terms.type === 'fixed' ? requireYuan(value) : timesRatio(BigInt(terms.fund ?? '0'), readRatio(value));
  const of = terms.perMonths / unitMonths(terms);
  return runningPart(named, { before: unit.index % of, count: 1, of });
}

/** The turnover of a unit, the last report of it; undefined where there is none, and of another rent. */
function reportOf(
  { from }: Unit,
  { terms, turnovers }: Pick<Reckoned, 'terms' | 'turnovers'>,
): Fen | undefined {
  if (terms.type !== 'turnover') return undefined;
  return turnovers.filter(({ periodFrom }) => periodFrom === from).at(-1)?.turnover;
}

/** A payment's days, cut where a calendar year begins or the rent was changed. */
function partsOf(
  { from, to }: Pick<Payment, 'from' | 'to'>,
  changes: readonly CalendarDay[],
): [from: CalendarDay, to: CalendarDay][] {
  const years = calendarYears(from, to).map((year) => `${year}-01-01`);
  const cuts = [...new Set([...years, ...changes])].filter((day) => day > from && day <= to).sort();
  return [from, ...cuts].map((first, place) => {
    const next = cuts[place];
    return [first, next === undefined ? to : addDays(next, -1)];
  });
}

function calendarYears(from: CalendarDay, to: CalendarDay): string[] {
  const years: string[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) years.push(String(year));
  return years;
}

function earlier(one: CalendarDay, other: CalendarDay): CalendarDay {
  return one < other ? one : other;
}

function later(one: CalendarDay, other: CalendarDay): CalendarDay {
  return one > other ? one : other;
}

/**
 * The reports of turnover that still count: one of days that were cut since, or made longer, is asked for
 * again, for it speaks of other days.
 */
export function standingReports<Report extends TurnoverReport & { readonly reportedAt: string }>(
  signed: LeaseTerms,
  changes: readonly (LeaseChange & { readonly changedAt: string })[],
  reports: readonly Report[],
): Report[] {
  const lastDayOf = (until: string, first: CalendarDay): CalendarDay | undefined => {
    const made = changes.filter(({ changedAt }) => changedAt <= until);
    const terms = termsAfter(signed, made);
    return rentDues(terms, terms.lastOn).find(({ payment }) => payment.from === first)?.payment.to;
  };
  const now = changes.at(-1)?.changedAt ?? '';
  return reports.filter(
    ({ periodFrom, reportedAt }) =>
      reportedAt >= now || lastDayOf(reportedAt, periodFrom) === lastDayOf(now, periodFrom),
  );
}
