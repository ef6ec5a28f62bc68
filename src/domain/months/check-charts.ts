import { addDays, type CalendarDay } from '../calendar/calendar-day';
import { CHART_CHANGE } from '../ledger/chart-mapping';
import { type CheckedEntry, type Findings, placeOf } from '../ledger/check-pass';

/** A change of the chart as it is kept beside its vouchers. */
export interface KeptChartChange {
  readonly validFrom: CalendarDay;
  readonly fromChart: string;
  readonly toChart: string;
  readonly closingEntryId: string | null;
  readonly openingEntryId: string | null;
}

/** Which charts the books are said to be kept under. */
export interface KeptCharts {
  /** The present one, and from which day; empty where there was no other. */
  readonly chart: string;
  readonly chartFrom: CalendarDay;
  /** Oldest first. */
  readonly changes: readonly KeptChartChange[];
}

/**
 * An entry stands under the chart of its day, and a voucher that carries balances over is the one its change
 * names: on the eve it takes them out, on the day it brings them in.
 */
export function checkChartOf(entry: CheckedEntry, { chart, changes }: KeptCharts, findings: Findings): void {
  findings.looked += 1;
  const should = changes.find(({ validFrom }) => entry.postedOn < validFrom)?.fromChart ?? chart;
  if (entry.chart !== should) {
    findings.add('check.chartOther', placeOf(entry), { found: entry.chart, should });
  }
  if (entry.source.kind !== CHART_CHANGE || entry.reversesId !== undefined) return;
  const isNamed = changes.some(
    ({ validFrom, ...change }) =>
      entry.source.id === validFrom &&
      ((change.closingEntryId === entry.entryId && entry.postedOn === addDays(validFrom, -1)) ||
        (change.openingEntryId === entry.entryId && entry.postedOn === validFrom)),
  );
  if (!isNamed) findings.add('check.chartVoucher', placeOf(entry), { from: entry.source.id });
}

/**
 * The changes follow one another, each from the chart that the one before led to, and the last leads to what
 * the books say; the vouchers they name are there.
 * @param there the ids of the entries that stand in the books
 */
export function checkChanges(
  { chart, chartFrom, changes }: KeptCharts,
  there: ReadonlySet<string>,
  findings: Findings,
): void {
  changes.forEach(({ toChart, closingEntryId, openingEntryId }, place) => {
    const next = changes[place + 1]?.fromChart ?? chart;
    if (toChart !== next) findings.add('check.chartKept', {}, { found: toChart, kept: next });
    for (const entryId of [closingEntryId, openingEntryId]) {
      if (entryId === null || there.has(entryId)) continue;
      findings.add('check.factWithoutEntry', { entryId }, { table: 'chart_changes' });
    }
  });
  const last = changes.at(-1)?.validFrom ?? '';
  if (last !== chartFrom) findings.add('check.chartKept', {}, { found: last, kept: chartFrom });
}

/**
 * The books are kept in the region of their collective: on it hang the county's detail accounts. Code
 * `check.regionDiffers`.
 */
export function checkRegion(kept: readonly string[], found: readonly string[], findings: Findings): void {
  findings.looked += 1;
  if (kept.join() !== found.join())
    findings.add('check.regionDiffers', {}, { kept: kept.join(' '), found: found.join(' ') });
}
