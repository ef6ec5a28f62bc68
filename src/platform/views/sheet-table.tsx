import { headGroups, type SheetCell, type SheetRow, type SheetTable } from '../spreadsheets/sheet-table';
import { Money } from './money';
import { ScrollBox } from './table';

const CLASSES = { text: undefined, money: 'n', mark: 'mark' } as const;

/** A book or report on the screen: the same rows and columns as on paper and in its workbook. */
export function SheetTableView({ table }: { readonly table: SheetTable }) {
  return (
    <ScrollBox label={table.title}>
      <table class="data sheet-table">
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
              <th scope="col" rowSpan={2} class={CLASSES[columns[0]?.kind ?? 'text']}>
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
          <th scope="col" class={CLASSES[column.kind]}>
            {column.head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({ row, table }: { row: SheetRow; table: SheetTable }) {
  const linked = table.columns.findIndex((column) => column.linked === true);
  return (
    <tr class={row.kind === 'line' ? undefined : `row-${row.kind}`}>
      {row.cells.map((cell, index) => {
        const inner = <Cell cell={cell} />;
        const isLink = row.href !== undefined && index === Math.max(0, linked);
        const content = isLink ? <a href={row.href}>{inner}</a> : inner;
        const kind = CLASSES[table.columns[index]?.kind ?? 'text'];
        const indent = index === 0 && row.indent !== undefined && row.indent > 0;
        const className = [kind, indent ? `indent-${row.indent ?? 0}` : undefined].filter(Boolean).join(' ');
        return index === 0 ? (
          <th scope="row" class={className}>
            {content}
          </th>
        ) : (
          <td class={className}>{content}</td>
        );
      })}
    </tr>
  );
}

function Cell({ cell }: { cell: SheetCell }) {
  if (cell === undefined) return null;
  return typeof cell === 'bigint' ? <Money fen={cell} /> : <>{cell}</>;
}
