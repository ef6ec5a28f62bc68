import type { Problem } from '../../domain/shared/problem';
import { cellName, cellPlace, type TornTable } from './table';
import { recordsBeside, type TableRecords, type WantedColumn } from './table-columns';

/** What is wrong with a torn table besides its torn cells, and where its headings stand. */
export interface TornFindings {
  /** The row of the headings; undefined where it cannot be told. */
  readonly headingRow?: number | undefined;
  readonly problems: readonly Problem[];
}

/** How a table of known columns is judged though some of its cells cannot be read. */
interface JudgedColumns<Key extends string> {
  readonly columns: readonly WantedColumn<Key>[];
  readonly others?: 'refused' | 'ignored';
  readonly alsoWrong?: (records: TableRecords<Key>, read: TornTable) => Promise<readonly Problem[]>;
}

/** Everything that can be said of a torn table with such columns. */
export async function besideColumns<Key extends string>(
  torn: TornTable,
  { columns, others, alsoWrong }: JudgedColumns<Key>,
): Promise<TornFindings> {
  const { records, headingRow, problems } = recordsBeside(torn, columns, others);
  const further = records === undefined ? [] : ((await alsoWrong?.(records, torn)) ?? []);
  return { headingRow, problems: [...problems, ...further] };
}

/** The rows of a torn table without such a cell, and its headings: what can be judged of it. */
export function rowsBeside({ table, torn }: TornTable, headingRow: number): TornTable['table']['rows'] {
  return table.rows.filter(({ number }) => !torn.has(number) || number === headingRow);
}

/** What stands in the place of a torn cell while the rest of its row is judged: no figure, day or code. */
export const TORN_CELL = '?';

/** A torn table with a mark in each torn cell, and how those cells are called. */
export interface MarkedRows {
  readonly rows: TornTable['table']['rows'];
  readonly marked: ReadonlySet<string>;
}

/** A torn table's rows with a mark in each torn cell below its headings; torn ones above are left out. */
export function markedRows({ table, torn, problems }: TornTable, headingRow: number): MarkedRows {
  const rows = new Map(
    table.rows
      .filter(({ number }) => number >= headingRow || !torn.has(number))
      .map(({ number, cells }) => [number, [...cells]]),
  );
  const marked = new Set<string>();
  for (const { row, column } of problems.flatMap(({ field }) => cellPlace(field) ?? [])) {
    if (row <= headingRow) continue;
    const cells = rows.get(row) ?? [];
    while (cells.length < column) cells.push('');
    cells[column] = TORN_CELL;
    rows.set(row, cells);
    marked.add(cellName(row, column));
  }
  const inOrder = [...rows].sort(([one], [other]) => one - other);
  return { rows: inOrder.map(([number, cells]) => ({ number, cells })), marked };
}

/** The torn cells of a table below its headings, and whether of a whole row nothing is left. */
export function tornCells(
  { table, torn, problems }: TornTable,
  headingRow: number,
): { readonly names: ReadonlySet<string>; readonly mark: string; readonly isRowLost: boolean } {
  const below = problems.filter(({ field }) => (cellPlace(field)?.row ?? 0) > headingRow);
  const there = new Set(table.rows.map(({ number }) => number));
  const names = new Set(below.map(({ field }) => field));
  return { names, mark: TORN_CELL, isRowLost: [...torn].some((row) => !there.has(row)) };
}

/** Each torn cell with its row and with what its column is headed, so that it is found without counting. */
export function headed({ table, problems }: TornTable, headingRow: number | undefined): Problem[] {
  const headings = table.rows.find(({ number }) => number === headingRow)?.cells ?? [];
  return problems.map((problem) => {
    const place = cellPlace(problem.field);
    const heading = place === undefined ? '' : (headings[place.column] ?? '');
    if (place === undefined || heading === '' || place.row <= (headingRow ?? 0)) return problem;
    return { ...problem, facts: { ...problem.facts, heading: heading.slice(0, 20) } };
  });
}
