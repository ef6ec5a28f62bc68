import { type CalendarDay, firstDayOf, type Month } from '../calendar/calendar-day';
import { compareQuantities, difference, product, readQuantity } from '../money/charge';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import type { MeteredMonth } from './metered-month';
import type { OddDay } from './odd-days';

/** How far the meter may be from the slip: per cent of the slip's energy, and kWh at least. */
export interface Tolerance {
  readonly percent: string;
  readonly leastKwh: string;
}

/** A station's own tolerance from a day on; of one day the latest holds. */
export interface DatedTolerance extends Tolerance {
  readonly validFrom: CalendarDay;
  readonly reason: string;
}

/** The tolerance of a month: the station's own as it stood on its first day, else what the file says. */
export function toleranceAt(
  own: readonly DatedTolerance[],
  month: Month,
  standard: Tolerance,
): Tolerance & { readonly since?: CalendarDay } {
  const found = own.filter(({ validFrom }) => validFrom <= firstDayOf(month));
  const latest = found.reduce<DatedTolerance | undefined>(
    (best, each) => (best === undefined || each.validFrom >= best.validFrom ? each : best),
    undefined,
  );
  if (latest === undefined) return standard;
  return { percent: latest.percent, leastKwh: latest.leastKwh, since: latest.validFrom };
}

/** A tolerance, and the months it holds for. */
export interface ToleranceSpan {
  readonly from: Month;
  readonly to: Month;
  readonly tolerance: Tolerance & { readonly since?: CalendarDay };
}

/** The tolerances of a row of months: one span as long as the same one holds. */
export function toleranceSpans(
  months: readonly Month[],
  toleranceOf: (month: Month) => ToleranceSpan['tolerance'],
): ToleranceSpan[] {
  const spans: ToleranceSpan[] = [];
  for (const month of months) {
    const tolerance = toleranceOf(month);
    const last = spans.at(-1);
    const isSame = last !== undefined && keyOf(last.tolerance) === keyOf(tolerance);
    if (isSame) spans[spans.length - 1] = { ...last, to: month };
    else spans.push({ from: month, to: month, tolerance });
  }
  return spans;
}

function keyOf({ percent, leastKwh, since = '' }: ToleranceSpan['tolerance']): string {
  return [percent, leastKwh, since].join(' ');
}

/** What a person types of a station's tolerance. */
export interface ToleranceForm {
  readonly validFrom: string;
  readonly tolerancePercent: string;
  readonly toleranceKwh: string;
  readonly reason: string;
}

const MOST_PERCENT = '20';
const HOURS_A_MONTH = '744';

/**
 * Reads a tolerance, or says what is wrong with it: no more per cent than make sense, and no more kWh than
 * these are of a month at full capacity. Codes `reconcile.*`, `form.*`, `calendar.*`, `number.*`.
 */
export function readTolerance(
  form: ToleranceForm,
  capacityKw: string,
): { tolerance: DatedTolerance; problems: Problem[] } {
  const problems: Problem[] = [];
  readDay({ field: 'validFrom', value: form.validFrom }, problems);
  const percent = readWithin(
    { field: 'tolerancePercent', value: form.tolerancePercent },
    { code: 'reconcile.tooWide', most: MOST_PERCENT },
    problems,
  );
  const leastKwh = readWithin(
    { field: 'toleranceKwh', value: form.toleranceKwh },
    { code: 'reconcile.leastTooWide', most: product(capacityKw, HOURS_A_MONTH, MOST_PERCENT, '0.01') },
    problems,
  );
  const reason = form.reason.trim();
  if (reason === '') problems.push({ code: 'form.missing', field: 'reason' });
  return { tolerance: { validFrom: form.validFrom, percent, leastKwh, reason }, problems };
}

function readWithin(
  { field, value }: { readonly field: string; readonly value: string },
  { code, most }: { readonly code: string; readonly most: string },
  problems: Problem[],
): string {
  const read = readQuantity(value);
  if (value.trim() === '') problems.push({ code: 'form.missing', field });
  else if (read === undefined) problems.push({ code: 'reconcile.notANumber', field, value });
  else if (compareQuantities(read, most) > 0) problems.push({ code, field, value, facts: { most } });
  return read ?? '0';
}

/** Income owed of the month, by stream. */
export interface OwedOfMonth {
  readonly stream: 'energy' | 'subsidy';
  readonly amount: Fen;
  /** The money that came. */
  readonly received: Fen;
  /** What was cleared by a cost that the payer kept back. */
  readonly netted?: Fen;
  readonly cut: Fen;
}

/** What three sides say of a station's month: the meter, the grid's slip, the bank. */
export interface MonthSides {
  readonly metered: MeteredMonth | undefined;
  /** Days that hold more than they gave, of this month or of its energy. */
  readonly oddDays?: readonly OddDay[];
  /** The energy of the whole station on the slip; undefined where there is no slip. */
  readonly settledKwh: string | undefined;
  readonly owed: readonly OwedOfMonth[];
  readonly tolerance: Tolerance;
}

/** Why a side is missing or another says something else. Amounts in fen, energy in kWh. */
export type MonthDifference =
  | { readonly why: 'unmetered' | 'unsettled' }
  | { readonly why: 'daysMissing'; readonly days: readonly CalendarDay[] }
  | { readonly why: 'oddDays'; readonly days: readonly OddDay[] }
  | { readonly why: 'kwhDiffers'; readonly kwh: string; readonly allowed: string }
  | { readonly why: 'waits' | 'partly'; readonly stream: OwedOfMonth['stream']; readonly amount: Fen }
  | { readonly why: 'netted' | 'cut'; readonly stream: OwedOfMonth['stream']; readonly amount: Fen };

/** A station's month with the three sides held against each other. */
export interface ReconciledMonth {
  readonly owed: Fen;
  readonly received: Fen;
  /** What is owed still. */
  readonly open: Fen;
  /** Everything that is missing or differs, meter before slip before bank; empty where all agree. */
  readonly differences: readonly MonthDifference[];
}

/**
 * Holds meter, slip and bank of a month against each other. The meter may be off by the tolerance, the wider
 * of its two; the bank by nothing. What was kept back for a cost is no money of the bank's. Days that are
 * missing are named, and no difference is told of a sum that they are missing from.
 */
export function reconcileMonth(sides: MonthSides): ReconciledMonth {
  const { metered, oddDays: days = [], settledKwh, owed, tolerance } = sides;
  const differences: MonthDifference[] = [];
  if (metered === undefined) differences.push({ why: 'unmetered' });
  else if (metered.missingDays.length > 0) {
    differences.push({ why: 'daysMissing', days: metered.missingDays });
  }
  if (days.length > 0) differences.push({ why: 'oddDays', days });
  if (settledKwh === undefined) differences.push({ why: 'unsettled' });
  else if (metered?.missingDays.length === 0) {
    const kwh = difference(metered.kwh, settledKwh);
    const share = product(settledKwh, tolerance.percent, '0.01');
    const allowed = compareQuantities(share, tolerance.leastKwh) > 0 ? share : tolerance.leastKwh;
    const size = kwh.startsWith('-') ? kwh.slice(1) : kwh;
    if (compareQuantities(size, allowed) > 0) differences.push({ why: 'kwhDiffers', kwh, allowed });
  }
  for (const each of owed) differences.push(...differencesOf(each));
  return {
    owed: sumFen(owed.map(({ amount, cut }) => amount - cut)),
    received: sumFen(owed.map(({ received }) => received)),
    open: sumFen(owed.map(openOf)),
    differences,
  };
}

function openOf({ amount, received, netted = 0n, cut }: OwedOfMonth): Fen {
  return amount - received - netted - cut;
}

function differencesOf(of: OwedOfMonth): MonthDifference[] {
  const { stream, received, netted = 0n, cut } = of;
  const open = openOf(of);
  const why = received + netted > 0n ? 'partly' : 'waits';
  return [
    ...(netted > 0n ? [{ why: 'netted' as const, stream, amount: netted }] : []),
    ...(cut > 0n ? [{ why: 'cut' as const, stream, amount: cut }] : []),
    ...(open > 0n ? [{ why, stream, amount: open } as const] : []),
  ];
}
