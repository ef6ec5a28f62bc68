import type { Fen } from '../money/fen';
import { canonicalText } from './digest';
import {
  type ReportFigures,
  type ReportRow,
  type ReportShape,
  tableOf,
  type TableShape,
} from './report-notice';

/** A row that two versions of a sheet have otherwise, with what the later has more. */
export interface ChangedRow {
  /** The name of its table. */
  readonly table: string;
  /** As the later has it; as the earlier had it where it is gone. */
  readonly row: ReportRow;
  /** Absent where its table adds up no money. */
  readonly change?: Fen;
}

/**
 * What two versions of a sheet say otherwise, row by row: rows that differ in their money alone are told as
 * one. Tables in which persons may be found are told by their sums alone.
 */
export function changedRows(
  { tables: shapes }: ReportShape,
  before: ReportFigures,
  after: ReportFigures,
): ChangedRow[] {
  const open = Object.entries(shapes).filter(([, { listsPersons }]) => listsPersons !== true);
  return open.flatMap(([table, shape]) =>
    differing(tableOf(before, table).rows, tableOf(after, table).rows, shape).map((each) => ({
      table,
      ...each,
    })),
  );
}

function differing(
  before: readonly ReportRow[],
  after: readonly ReportRow[],
  shape: TableShape,
): Omit<ChangedRow, 'table'>[] {
  const gone = without(before, after);
  const come = without(after, before);
  const keyOf = (row: ReportRow): string => canonicalText(withoutMoney(row, shape));
  const told = come.map((row) => {
    const at = gone.findIndex((each) => keyOf(each) === keyOf(row));
    const [old] = at === -1 ? [] : gone.splice(at, 1);
    return { row, ...changeOf(shape, old, row) };
  });
  return [...told, ...gone.map((row) => ({ row, ...changeOf(shape, row, undefined) }))];
}

/** The rows that a list has and another has not, each as often as it is more often there. */
function without(rows: readonly ReportRow[], others: readonly ReportRow[]): ReportRow[] {
  const left = new Map<string, number>();
  for (const row of others) left.set(canonicalText(row), (left.get(canonicalText(row)) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(canonicalText(row)) ?? 0;
    left.set(canonicalText(row), count - 1);
    return count <= 0;
  });
}

function withoutMoney(row: ReportRow, { fields }: TableShape): ReportRow {
  return Object.fromEntries(Object.entries(row).filter(([field]) => fields[field]?.kind !== 'money'));
}

function changeOf(
  { fields, amount }: TableShape,
  before: ReportRow | undefined,
  after: ReportRow | undefined,
): { readonly change?: Fen } {
  if (fields[amount]?.kind !== 'money') return {};
  return { change: BigInt(after?.[amount] ?? 0) - BigInt(before?.[amount] ?? 0) };
}
