import {
  MONEY_COLUMNS,
  type RegisterCells,
  type RegisterColumn,
  type RegisterItem,
  registerRows,
} from '../../domain/assets/register-columns';
import { type Fen, requireYuan, sumFen } from '../../domain/money/fen';
import { TOTAL_WORDS } from '../../glossary/columns-opening';
import { YUAN } from '../../glossary/columns-register';
import { labelOf } from '../../glossary/terms';
import type { SheetCell, SheetTable } from '../../platform/spreadsheets/sheet-table';
import type { RegisterLayout } from './register-layouts.service';

/** The columns whose cells are words for codes, and where the glossary has the words. */
const WORD_AREAS: Partial<Record<RegisterColumn, string>> = {
  kind: 'assetKind',
  assetClass: 'assetClass',
  titleLevel: 'titleLevel',
  condition: 'condition',
};

/** Widths in mm where a text is short or long; every other column takes the usual one. */
const WIDTHS: Partial<Record<RegisterColumn, number>> = { rowNumber: 12, name: 44, location: 44, remark: 44 };
const USUAL_WIDTH = 26;

/** The register of a village in a county's form: the rows that are read back, and a row of totals. */
export function registerSheet(
  items: readonly RegisterItem[],
  { layout, ...head }: { readonly layout: RegisterLayout } & Pick<SheetTable, 'owner' | 'span' | 'remarks'>,
): SheetTable {
  const keys = layout.columns.map(({ key }) => key);
  const rows = items.flatMap((item, place) =>
    registerRows(item).map((cells) => keys.map((key) => cellOf(cells, key, place + 1))),
  );
  const total = keys.map((key, place): SheetCell => {
    if (key === 'name') return TOTAL_WORDS[0];
    return isMoney(key) ? sumFen(rows.map((row) => fenOf(row[place]))) : undefined;
  });
  return {
    title: layout.name,
    ...head,
    columns: layout.columns.map(({ key, headings: [heading] }) => ({
      head: isMoney(key) ? `${heading}（${YUAN}）` : heading,
      kind: isMoney(key) ? 'money' : 'text',
      width: WIDTHS[key] ?? USUAL_WIDTH,
    })),
    rows: [
      ...rows.map((cells) => ({ kind: 'line' as const, cells })),
      ...(rows.length === 0 ? [] : [{ kind: 'total' as const, cells: total }]),
    ],
  };
}

/** The headings of every column there is, by the first layout that has it. */
export function headingOf(layouts: readonly RegisterLayout[], column: RegisterColumn): string {
  const found = layouts.flatMap((layout) => layout.columns.filter(({ key }) => key === column));
  return found[0]?.headings[0] ?? column;
}

function isMoney(column: RegisterColumn): boolean {
  return MONEY_COLUMNS.includes(column);
}

function cellOf(cells: RegisterCells, column: RegisterColumn, number: number): SheetCell {
  if (column === 'rowNumber') return String(number);
  const text = cells.get(column);
  if (text === undefined) return undefined;
  if (isMoney(column)) return requireYuan(text);
  const area = WORD_AREAS[column];
  return area === undefined ? text : labelOf(`${area}.${text}`);
}

function fenOf(cell: SheetCell): Fen {
  return typeof cell === 'bigint' ? cell : 0n;
}
