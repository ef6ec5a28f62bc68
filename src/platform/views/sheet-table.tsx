import {
  headGroups,
  isStrong,
  type SheetCell,
  type SheetColumn,
  type SheetRow,
  type SheetTable,
} from '../spreadsheets/sheet-table';
import { Money } from './money';
import { ScrollBox } from './table';

/** A text column no wider than this on paper, in mm, holds a day, a month or a number, which never breaks. */
const NARROW = 22;

function classOf(column: SheetColumn | undefined): string {
  if (column?.kind === 'money') return 'n';
  if (column?.kind === 'mark') return 'mark';
  return column !== undefined && column.width <= NARROW ? 'narrow' : 'words';
}

/** A book or report on the screen: the same rows and columns as on paper and in its workbook. */
export function SheetTableView({ table }: { readonly table: SheetTable }) {
  if (table.twoSided !== true) return <Drawn table={table} />;
  const middle = table.columns.length / 2;
  return (
    <div class="sheet-sides">
      <Drawn table={halfOf(table, 0, middle)} />
      <Drawn table={halfOf(table, middle, table.columns.length)} />
    </div>
  );
}

/** One side of a two-sided table, called by its first heading. */
function halfOf(table: SheetTable, from: number, to: number): SheetTable {
  return {
    ...table,
    title: `${table.title}：${table.columns[from]?.head ?? ''}`,
    columns: table.columns.slice(from, to),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.slice(from, to),
      strong: (row.strong ?? []).map((place) => place - from),
    })),
  };
}

function Drawn({ table }: { table: SheetTable }) {
  return (
    <ScrollBox label={table.title}>
      <table class={table.cards === true ? 'data sheet-table stacked' : 'data sheet-table'}>
        <caption class="read-aloud">{table.title}</caption>
        <Head table={table} />
        <tbody>
          {table.rows.map((row) => (
            <Row row={row} table={table} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Head({ table }: { table: SheetTable }) {
  const groups = headGroups(table.columns);
  const grouped = groups.some(({ head }) => head !== undefined);
  const heads = grouped ? table.columns.filter((column) => column.group !== undefined) : table.columns;
  return (
    <thead>
      {grouped && (
        <tr>
          {groups.map(({ head, columns }) =>
            head === undefined ? (
              <th scope="col" rowSpan={2} class={classOf(columns[0])}>
                {columns[0]?.head}
              </th>
            ) : (
              <th scope="colgroup" colSpan={columns.length} class="pair">
                {head}
              </th>
            ),
          )}
        </tr>
      )}
      <tr>
        {heads.map((column) => (
          <th scope="col" class={classOf(column)}>
            {column.head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Beside a longer side, a shorter one has rows with nothing in them. */
function rowClass(row: SheetRow): string | undefined {
  if (row.cells.every((cell) => cell === undefined || cell === '')) return 'row-blank';
  return row.kind === 'line' ? undefined : `row-${row.kind}`;
}

function Row({ row, table }: { row: SheetRow; table: SheetTable }) {
  const linked = table.columns.findIndex((column) => column.linked === true);
  return (
    <tr class={rowClass(row)}>
      {row.cells.map((cell, index) => {
        const inner = <Cell cell={cell} />;
        const isLink = row.href !== undefined && index === Math.max(0, linked);
        const content = isLink ? <a href={row.href}>{inner}</a> : inner;
        const names = [classOf(table.columns[index])];
        if (isStrong(row, index)) names.push('strong');
        if (index === 0 && (row.indent ?? 0) > 0) names.push(`indent-${String(row.indent)}`);
        return index === 0 ? (
          <th scope="row" class={names.join(' ')}>
            {content}
          </th>
        ) : (
          <td
            class={names.join(' ')}
            data-head={table.cards === true ? table.columns[index]?.head : undefined}
          >
            {content}
          </td>
        );
      })}
    </tr>
  );
}

function Cell({ cell }: { cell: SheetCell }) {
  if (cell === undefined) return null;
  return typeof cell === 'bigint' ? <Money fen={cell} /> : <>{cell}</>;
}
