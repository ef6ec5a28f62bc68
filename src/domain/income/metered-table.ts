import { addDays, type CalendarDay } from '../calendar/calendar-day';
import { compareQuantities, product, readQuantity, sumQuantities } from '../money/charge';
import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';
import { headingIn, type TableHeading, type TextRow } from '../shared/table-headings';
import { type MeteredStation, spanOf, spanProblem } from './metered-month';

/** Units in which portals write energy, with what one of them is in kWh. */
export const METER_UNITS = { kWh: '1', MWh: '1000', tenMWh: '10000' } as const;
export type MeterUnit = keyof typeof METER_UNITS;

export type MeterColumn = 'span' | 'kwh' | 'plant';

/** The words by which such tables are read. */
export interface MeterTableWords {
  readonly columns: Readonly<Record<MeterColumn, readonly string[]>>;
  readonly units: Readonly<Record<MeterUnit, readonly string[]>>;
  /** How a row begins that only adds up. */
  readonly totals: readonly string[];
  /** What stands where nothing was measured. */
  readonly nothing: readonly string[];
}

/** A row that says what a month or a day gave. */
export interface MeteredRow {
  readonly row: number;
  readonly span: string;
  readonly kwh: string;
}

export interface ReadMeterTable {
  readonly heading: TableHeading<MeterColumn> | undefined;
  readonly unit: MeterUnit | undefined;
  readonly rows: readonly MeteredRow[];
  /** Rows that only add up, and rows in which nothing was measured. */
  readonly totals: readonly number[];
  readonly empty: readonly number[];
  /** Days between the first and the last of the table of which it says nothing. */
  readonly missing: readonly CalendarDay[];
  readonly problems: readonly Problem[];
}

/** No more rows than three years of days. */
const ROWS_AT_MOST = 1_100;
/** How far a total may be from its rows, which a portal rounds. Source: domain facts §6.4, within 1 kWh. */
const ROUNDED_KWH = '1';

/**
 * Reads what an inverter's portal exports: a month or a day and its energy in each row. The unit is that of
 * the heading, else what a person says, and is never guessed: MWh for kWh is a thousand times the energy. A
 * row of totals is held against the rows, days that are missing are named, nothing stands twice. Codes
 * `meterTable.*`, `meterKwh.*`.
 */
export function readMeterTable(
  rows: readonly TextRow[],
  words: MeterTableWords,
  given: { readonly station: MeteredStation; readonly unit: string },
): ReadMeterTable {
  const parts = (['span', 'kwh', 'plant'] as const).map((part) => ({
    ...{ part, words: words.columns[part], needed: part !== 'plant' },
  }));
  const heading = headingIn(rows, parts);
  const nothing = { heading, rows: [], totals: [], empty: [], missing: [] };
  if (heading === undefined)
    return { ...nothing, unit: undefined, problems: [{ code: 'meterTable.noHeading', field: 'file' }] };
  const below = rows.filter(({ number }) => number > heading.row);
  const unit = unitOf(rows, heading, words) ?? METER_UNIT_NAMES.find((name) => name === given.unit);
  if (below.length > ROWS_AT_MOST) {
    const facts = { most: ROWS_AT_MOST, rows: below.length };
    return { ...nothing, unit, problems: [{ code: 'meterTable.tooMany', field: 'file', facts }] };
  }
  const problems: Problem[] = unit === undefined ? [{ code: 'meterTable.unitUnsaid', field: 'unit' }] : [];
  const read = readRows(below, { heading, words, unit: unit ?? 'kWh' }, problems);
  const seen = new Set<string>();
  for (const { row, span, kwh } of read.spans) {
    const found = seen.has(span) ? { code: 'meterKwh.twice' } : spanProblem({ span, kwh }, given.station);
    seen.add(span);
    if (found !== undefined && unit !== undefined)
      problems.push(placed(found, { row, part: 'span', value: span }));
  }
  for (const [place, total] of read.totals.entries())
    problems.push(...totalProblem(total, read, read.totals[place - 1]?.row ?? 0));
  if (read.rows.length === 0 && problems.length === 0)
    problems.push({ code: 'meterTable.empty', field: 'file' });
  const totals = read.totals.map(({ row }) => row);
  return {
    heading,
    unit,
    rows: read.rows,
    empty: read.empty,
    totals,
    missing: missingOf(read.rows),
    problems,
  };
}

const METER_UNIT_NAMES: readonly MeterUnit[] = ['kWh', 'MWh', 'tenMWh'];

/** The unit in the brackets behind the heading of the energy. */
function unitOf(
  rows: readonly TextRow[],
  heading: TableHeading<MeterColumn>,
  words: MeterTableWords,
): MeterUnit | undefined {
  const head = rows.find(({ number }) => number === heading.row)?.cells[heading.places.get('kwh') ?? -1];
  const said = /\(([^()]*)\)\s*$/
    .exec(halfWidth(head ?? ''))?.[1]
    ?.trim()
    .toLowerCase();
  return METER_UNIT_NAMES.find((name) => words.units[name].some((word) => word.toLowerCase() === said));
}

interface Reading {
  readonly heading: TableHeading<MeterColumn>;
  readonly words: MeterTableWords;
  readonly unit: MeterUnit;
}

interface TotalRow {
  readonly row: number;
  readonly kwh: string | undefined;
  readonly value: string;
}

interface ReadRows {
  readonly rows: MeteredRow[];
  /** Every month or day that is said, with an energy of nothing where that cannot be read. */
  readonly spans: MeteredRow[];
  /** Rows that cannot be read whole: no total that goes over them is held. */
  readonly unread: number[];
  readonly totals: TotalRow[];
  readonly empty: number[];
}

function readRows(
  below: readonly TextRow[],
  { heading, words, unit }: Reading,
  problems: Problem[],
): ReadRows {
  const found: ReadRows = { rows: [], spans: [], unread: [], totals: [], empty: [] };
  const plants = new Set<string>();
  for (const { number: row, cells } of below) {
    const cell = (part: MeterColumn): string => cells[heading.places.get(part) ?? -1]?.trim() ?? '';
    const typed = readQuantity(cell('kwh'));
    const kwh = typed === undefined ? undefined : product(typed, METER_UNITS[unit]);
    const isTotal = words.totals.some((word) => cells.some((each) => each.startsWith(word)));
    const span = spanIn(cell('span'));
    if (span === undefined && isTotal) {
      found.totals.push({ row, kwh, value: cell('kwh') });
      continue;
    }
    if (cell('plant') !== '') plants.add(cell('plant'));
    const isNothing = words.nothing.includes(cell('kwh'));
    if (span === undefined)
      problems.push(placed({ code: 'meterTable.noSpan' }, { row, part: 'span', value: cell('span') }));
    else if (isNothing) found.empty.push(row);
    else found.spans.push({ row, span, kwh: kwh ?? '0' });
    if (kwh === undefined && !isNothing)
      problems.push(placed({ code: 'meterTable.noKwh' }, { row, part: 'kwh', value: cell('kwh') }));
    if (span !== undefined && kwh !== undefined) found.rows.push({ row, span, kwh });
    else if (!isNothing) found.unread.push(row);
  }
  if (plants.size > 1)
    problems.push({ code: 'meterTable.plants', field: 'file', facts: { plants: [...plants].slice(0, 5) } });
  return found;
}

/** A month or a day as portals write it: with the signs of a date, in one, or with a clock at midnight. */
function spanIn(text: string): string | undefined {
  const plain = halfWidth(text)
    .replace(/\s+00:00(:00)?$/, '')
    .replace(/[\u5e74\u6708]/g, '-')
    .replace(/\u65e5/g, '')
    .replace(/-$/, '')
    .replace(/^20\d{4}(?:\d{2})?$/, (digits) =>
      [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].filter((part) => part !== '').join('-'),
    );
  return spanOf(plain.trim());
}

/** A total is held against all rows above it, or those since the total before, where all can be read. */
function totalProblem(
  { row, kwh, value }: TotalRow,
  { rows, unread }: Pick<ReadRows, 'rows' | 'unread'>,
  before: number,
): Problem[] {
  if (kwh === undefined) return [placed({ code: 'meterTable.noKwh' }, { row, part: 'kwh', value })];
  const sumSince = (from: number): string =>
    sumQuantities(rows.filter((line) => line.row > from && line.row < row).map((line) => line.kwh));
  const sum = sumSince(0);
  const isUnread = unread.some((line) => line < row);
  if (isUnread || isNear(kwh, sum) || isNear(kwh, sumSince(before))) return [];
  return [
    placed({ code: 'meterTable.totalDiffers', facts: { total: kwh, sum } }, { row, part: 'kwh', value }),
  ];
}

function isNear(one: string, other: string): boolean {
  const [more, less] = compareQuantities(one, other) > 0 ? [one, other] : [other, one];
  return compareQuantities(more, sumQuantities([less, ROUNDED_KWH])) <= 0;
}

function placed(
  problem: Pick<Problem, 'code' | 'facts'>,
  at: { readonly row: number; readonly part: MeterColumn; readonly value: string },
): Problem {
  const { row, part, value } = at;
  const facts = { line: row, ...problem.facts };
  return { code: problem.code, field: `row.${String(row)}.${part}`, value, facts };
}

function missingOf(rows: readonly MeteredRow[]): CalendarDay[] {
  const days = rows
    .map(({ span }) => span)
    .filter((span) => span.length === 10)
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const known = new Set(days);
  const missing: CalendarDay[] = [];
  for (let day = first; day < last; day = addDays(day, 1)) if (!known.has(day)) missing.push(day);
  return missing;
}
