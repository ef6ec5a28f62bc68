import type { Problem } from '../shared/problem';
import { cellProblems, isFurtherYear, isTotalRow, readAssets, totalProblems } from './read-register';
import type { RegisterColumn, RegisterFacts, RegisterRow } from './register-columns';

/** The cells of a register that nobody can read. */
export interface TornCells {
  /** As a spreadsheet names them. */
  readonly names: ReadonlySet<string>;
  /** Stands in the place of each: no word, figure or day. */
  readonly mark: string;
  /** Whether a row is lost, nothing of which can be read. */
  readonly isRowLost: boolean;
}

/** What hangs on kind, class and level of the title, and where it is told. */
const BY_STANDING = [
  ['assets.classNotOfKind', 'assetClass'],
  ['assets.householdTitle', 'titleLevel'],
  ['assets.costNotOurs', 'cost'],
  ['assets.fundsNotCost', 'cost'],
  ['form.missing', 'cost'],
  ['money.notPositive', 'cost'],
] as const;

/**
 * What is wrong with a register some of whose cells nobody can read, beside those cells and what hangs on
 * them. A row without its name is judged by itself where it says its kind; else it may be a total, or go on
 * with any asset: then nothing is said of sums, nor of a further year whose asset may be that row.
 */
export function tornRegisterProblems(
  rows: readonly RegisterRow[],
  facts: RegisterFacts,
  torn: TornCells,
): Problem[] {
  const isTorn = (row: RegisterRow, column: RegisterColumn): boolean =>
    facts.columns.includes(column) && torn.names.has(row.cell(column));
  const marked = rows.map((row): RegisterRow => {
    const value = (column: RegisterColumn) => (isTorn(row, column) ? torn.mark : row.value(column));
    return { row: row.row, value, cell: (column) => row.cell(column) };
  });
  const isNameLost = (row: RegisterRow): boolean =>
    isTorn(row, 'name') || (row.value('name').trim() === '' && isTorn(row, 'rowNumber'));
  const lost = marked.filter(isNameLost);
  const named = marked.filter((row) => !isNameLost(row));
  const lines = named.filter((row) => !isTotalRow(row, facts));
  const known = new Set(lines.filter((row) => !isFurtherYear(row)).map(nameOf));
  const isWhole = lost.length === 0 && !torn.isRowLost;
  const own = lines.filter((row) => isWhole || !isFurtherYear(row) || known.has(nameOf(row)));
  const alone = lost.filter((row) => row.value('kind') !== '');
  const problems = [
    ...readAssets(own, facts).problems,
    ...alone.flatMap((row) => cellProblems({ name: torn.mark, first: row, rows: [row] }, facts)),
    ...(isWhole
      ? totalProblems(
          named.filter((row) => isTotalRow(row, facts)),
          lines,
          facts,
        )
      : []),
  ];
  const unread = marked.filter((row) => STANDING.some((column) => isTorn(row, column)));
  const uncertain = new Set(
    unread.flatMap((row) => BY_STANDING.map(([code, column]) => `${code} ${row.cell(column)}`)),
  );
  const isSure = ({ code, field }: Problem): boolean =>
    !torn.names.has(field) &&
    (isWhole || code !== 'assets.fundsNotCost') &&
    !uncertain.has(`${code} ${field}`);
  return problems.filter(isSure);
}

const STANDING = ['kind', 'assetClass', 'titleLevel'] as const;

function nameOf(row: RegisterRow): string {
  return row.value('name').trim();
}
