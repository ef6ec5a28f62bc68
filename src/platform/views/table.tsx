import type { ComponentChildren } from 'preact';

/** One column of a table of rows. */
export interface Column<Row> {
  readonly head: ComponentChildren;
  readonly cell: (row: Row) => ComponentChildren;
  /** Right-aligned, digits under digits. */
  readonly numeric?: boolean;
  /** A day or a number that must stay on one line. */
  readonly narrow?: boolean;
  /** The cell names its row. One column of a table has it. */
  readonly names?: boolean;
  /** What stands before the cell where rows become cards; else the head does, where it is a word. */
  readonly word?: string;
  /** What stands in the total row. */
  readonly total?: ComponentChildren;
}

/** A table with its caption, header, rows and, where a column has one, a total row under a heavy line. */
export interface DataTableProps<Row> {
  readonly caption: string;
  /** The caption is only read aloud: a heading stands above the table already. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly class?: string;
}

/** With fewer columns than this a phone is wide enough. */
const STACKS_FROM = 5;

/**
 * Draws the rows; a table wider than the page scrolls in its own box. On a phone a wide one, or one of class
 * `stacked`, shows each row as a card: the head of its column before each cell.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden = true, rows } = props;
  const { class: className = props.columns.length < STACKS_FROM ? '' : 'stacked' } = props;
  const columns: readonly HeadedColumn<Row>[] = className.startsWith('stacked')
    ? props.columns.map(headed)
    : props.columns.map(headless);
  const hasTotal = columns.some((column) => column.total !== undefined);
  return (
    <ScrollBox label={caption}>
      <table class={`data ${className}`}>
        <caption class={captionHidden ? 'read-aloud' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={columnClass(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map((column) => (
                <Cell column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {hasTotal && <TotalRow columns={columns} />}
      </table>
    </ScrollBox>
  );
}

/** What may be wider than a phone: it scrolls sideways in its own box, reachable by keyboard. */
export function ScrollBox({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

/** A column of a table whose rows become cards: a word stands before each cell. */
interface HeadedColumn<Row> extends Omit<Column<Row>, 'word'> {
  readonly word?: string | undefined;
}

function headed<Row>(column: Column<Row>): HeadedColumn<Row> {
  const { head, names, word } = column;
  return { ...column, word: word ?? (typeof head === 'string' && names !== true ? head : undefined) };
}

/** A table that stays a table has its heads above. */
function headless<Row>(column: Column<Row>): HeadedColumn<Row> {
  return { ...column, word: undefined };
}

function columnClass<Row>(column: HeadedColumn<Row>): string | undefined {
  if (column.numeric) return 'n';
  return column.narrow ? 'narrow' : undefined;
}

function Cell<Row>({ column, row }: { column: HeadedColumn<Row>; row: Row }) {
  const className = columnClass(column);
  if (column.names)
    return (
      <th scope="row" class={className} data-head={column.word}>
        {column.cell(row)}
      </th>
    );
  return (
    <td class={className} data-head={column.word}>
      {column.cell(row)}
    </td>
  );
}

function TotalRow<Row>({ columns }: { columns: readonly HeadedColumn<Row>[] }) {
  return (
    <tfoot>
      <tr>
        {columns.map((column) => (
          <td class={columnClass(column)} data-head={column.total === undefined ? undefined : column.word}>
            {column.total}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
