import { halfWidth } from '../../domain/shared/half-width';
import { FormProblems, type Problem } from '../../domain/shared/problem';
import { cellName, cellPlace, refusedFile, type Table, type TableRow, type TornTable } from './table';

/** A column a program wants: how people head it, the usual heading first, and whether it must be there. */
export interface WantedColumn<Key extends string> {
  readonly key: Key;
  readonly headings: readonly [string, ...string[]];
  readonly needed: boolean;
}

/** The rows below the headings, each cell found by what its column means. */
export interface TableRecords<Key extends string> {
  readonly headingRow: number;
  readonly records: readonly TableRecord<Key>[];
  /** The columns found, in the order of the table. */
  readonly columns: readonly Key[];
}

export interface TableRecord<Key extends string> {
  readonly row: number;
  /** The cell's text; empty where the column is not there. */
  value(key: Key): string;
  /** The cell's name, `B7`; of the row's first cell where the column is not there. */
  cell(key: Key): string;
}

/** How headings stand to the columns wanted: the place of each one found, from 0, and what is wrong. */
export interface MatchedColumns<Key extends string> {
  readonly places: ReadonlyMap<Key, number>;
  readonly problems: readonly Problem[];
}

/**
 * Finds the wanted columns by their headings; blanks, full width and a unit in brackets make no difference.
 * Codes `file.columnMissing`, `file.columnTwice`, and `file.columnUnknown` for a heading nobody asked for,
 * which may be a wanted one misspelt.
 */
export function matchColumns<Key extends string>(
  headings: TableRow,
  wanted: readonly WantedColumn<Key>[],
  others: 'refused' | 'ignored' = 'refused',
): MatchedColumns<Key> {
  const places = new Map<Key, number>();
  const problems: Problem[] = [];
  headings.cells.forEach((heading, place) => {
    const key = keyOf(heading, wanted);
    const field = cellName(headings.number, place);
    if (key !== undefined && places.has(key))
      problems.push({ code: 'file.columnTwice', field, value: heading });
    else if (key !== undefined) places.set(key, place);
    else if (heading !== '' && others === 'refused')
      problems.push({ code: 'file.columnUnknown', field, value: heading, facts: { known: usual(wanted) } });
  });
  const missing = wanted.filter(({ key, needed }) => needed && !places.has(key));
  problems.push(
    ...missing.map(({ headings: [value] }) => ({ code: 'file.columnMissing', field: 'file', value })),
  );
  return { places, problems };
}

/** A title or two may stand above the headings. */
const ROWS_LOOKED_AT = 30;

/**
 * Finds the heading row among the first rows, the one with the most of the wanted columns, and reads the
 * rows below it. Headings that stand there once more, as over each printed page, are no row.
 * @throws FormProblems `file.headingsMissing`, `file.column*`, `file.merged` where merged cells reach into
 *   the rows
 */
export function recordsOf<Key extends string>(
  table: Table,
  wanted: readonly WantedColumn<Key>[],
  others: 'refused' | 'ignored' = 'refused',
): TableRecords<Key> {
  const headings = headingRowOf(table, wanted);
  const { places, problems } = matchColumns(headings, wanted, others);
  const merged = table.merges
    .filter((merge) => merge.lastRow >= headings.number)
    .map((merge) => ({ code: 'file.merged', field: merge.range }));
  if (problems.length + merged.length > 0) throw new FormProblems([...problems, ...merged]);
  const below = table.rows.filter((row) => row.number > headings.number && !repeats(row, wanted, places));
  if (below.length === 0) throw refusedFile('file.noRows');
  return {
    headingRow: headings.number,
    records: below.map((row) => recordOf(row, places)),
    columns: [...places].sort(([, one], [, other]) => one - other).map(([key]) => key),
  };
}

/** Whether a row is the headings once more: whatever stands in a column that was found is its heading. */
function repeats<Key extends string>(
  row: TableRow,
  wanted: readonly WantedColumn<Key>[],
  places: ReadonlyMap<Key, number>,
): boolean {
  const said = [...places].filter(([, place]) => (row.cells[place] ?? '') !== '');
  // One word alone may be what is meant.
  if (said.length < Math.min(2, places.size)) return false;
  return said.every(([key, place]) => keyOf(row.cells[place] ?? '', wanted) === key);
}

/** What can be said of a torn table's columns: its rows where those are well, and what is wrong with them. */
export interface BesideTorn<Key extends string> {
  readonly records?: TableRecords<Key>;
  readonly headingRow?: number;
  readonly problems: readonly Problem[];
}

/**
 * What can be said of the columns of a table some cells of which nobody can read, and its rows where the
 * columns are well. Headings that are unreadable themselves are not called missing as well: where it is one
 * heading and one wanted column, that is the column; where it is more, what is still wanted is told.
 */
export function recordsBeside<Key extends string>(
  read: TornTable,
  wanted: readonly WantedColumn<Key>[],
  others: 'refused' | 'ignored' = 'refused',
): BesideTorn<Key> {
  const { table, torn, problems: cells } = read;
  const best = bestRowOf(table, wanted);
  if (best === undefined) return { problems: mayHideHeadings(read) ? [] : [headingsMissing(wanted)] };
  const headingRow = best.number;
  const places = cells.map(({ field }) => cellPlace(field)).filter((place) => place?.row === headingRow);
  const headings = torn.has(headingRow) ? mendedHeadings(best, wanted, places) : best;
  if (!('cells' in headings)) return { headingRow, problems: headings.problems };
  const rows = table.rows.map((row) => (row === best ? headings : row));
  try {
    return { records: recordsOf({ ...table, rows }, wanted, others), headingRow, problems: [] };
  } catch (error) {
    if (!(error instanceof FormProblems)) throw error;
    return { headingRow, problems: error.problems.filter(({ code }) => code !== 'file.noRows') };
  }
}

/** Torn headings as they must have read, or what is still wanted of them. */
function mendedHeadings<Key extends string>(
  headings: TableRow,
  wanted: readonly WantedColumn<Key>[],
  torn: readonly ReturnType<typeof cellPlace>[],
): TableRow | { readonly problems: readonly Problem[] } {
  const columns = [...new Set(torn.flatMap((place) => (place === undefined ? [] : [place.column])))];
  const blank = headings.cells.map((cell, place) => (columns.includes(place) ? '' : cell));
  const found = new Set(blank.map((cell) => keyOf(cell, wanted)));
  const missing = wanted.filter(({ key, needed }) => needed && !found.has(key));
  const [column, ...more] = columns;
  const [only, ...others] = missing;
  if (only === undefined) return { ...headings, cells: blank };
  if (column !== undefined && more.length + others.length === 0) {
    const cells = Array.from({ length: Math.max(blank.length, column + 1) }, (_, at) => blank[at] ?? '');
    return { ...headings, cells: cells.map((cell, at) => (at === column ? only.headings[0] : cell)) };
  }
  const field = cellName(headings.number, column ?? 0);
  return { problems: [{ code: 'file.headingsTorn', field, facts: { known: usual(missing) } }] };
}

function headingRowOf<Key extends string>(table: Table, wanted: readonly WantedColumn<Key>[]): TableRow {
  const best = bestRowOf(table, wanted);
  if (best === undefined) throw new FormProblems([headingsMissing(wanted)]);
  return best;
}

function headingsMissing<Key extends string>(wanted: readonly WantedColumn<Key>[]): Problem {
  const facts = { known: usual(wanted.filter(({ needed }) => needed)) };
  return { code: 'file.headingsMissing', field: 'file', facts };
}

/** Whether a cell that cannot be read may be one of the headings that were not found. */
export function mayHideHeadings({ table, torn }: TornTable): boolean {
  const looked = table.rows.slice(0, ROWS_LOOKED_AT).at(-1)?.number ?? Infinity;
  return [...torn].some((row) => row <= looked);
}

/** Of the first rows, the one with the most of the wanted columns. */
function bestRowOf<Key extends string>(
  table: Table,
  wanted: readonly WantedColumn<Key>[],
): TableRow | undefined {
  const counted = table.rows.slice(0, ROWS_LOOKED_AT).map((row) => ({
    row,
    found: new Set(row.cells.map((cell) => keyOf(cell, wanted)).filter((key) => key !== undefined)).size,
  }));
  const best = counted.reduce<(typeof counted)[number] | undefined>(
    (most, each) => (most === undefined || each.found > most.found ? each : most),
    undefined,
  );
  // One word alone may be a title.
  return best === undefined || best.found < Math.min(2, wanted.length) ? undefined : best.row;
}

function recordOf<Key extends string>(row: TableRow, places: ReadonlyMap<Key, number>): TableRecord<Key> {
  return {
    row: row.number,
    value: (key) => row.cells[places.get(key) ?? -1] ?? '',
    cell: (key) => cellName(row.number, places.get(key) ?? 0),
  };
}

function keyOf<Key extends string>(heading: string, wanted: readonly WantedColumn<Key>[]): Key | undefined {
  const plain = plainHeading(heading);
  return wanted.find(({ headings }) => headings.some((each) => plainHeading(each) === plain))?.key;
}

/** Without blanks, marks of a needed column and a unit in brackets: `* amount (yuan)` is `amount`. */
function plainHeading(heading: string): string {
  return halfWidth(heading)
    .replace(/[\s*]/g, '')
    .replace(/\([^()]*\)$/, '')
    .toLowerCase();
}

function usual<Key extends string>(wanted: readonly WantedColumn<Key>[]): string[] {
  return wanted.map(({ headings: [first] }) => first);
}
