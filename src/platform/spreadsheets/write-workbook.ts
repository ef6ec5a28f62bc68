import type { Worksheet } from 'exceljs';
import { plainYuan } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import { loadExcelJs } from './load-exceljs';
import { packedAt } from './packed-at';
import {
  headGroups,
  isStrong,
  type SheetCell,
  type SheetColumn,
  type SheetRow,
  type SheetTable,
} from './sheet-table';

/** What a workbook is told beside its table. */
export interface WorkbookOptions {
  /** Demo data: the sheet says so above its title. */
  readonly specimen: boolean;
  /** When the facts were drawn; the file carries no other time. */
  readonly drawnAt: Date;
}

const MONEY_FORMAT = '#,##0.00;[Red]-#,##0.00';
/** Above this a spreadsheet's number no longer holds every fen: such an amount is written as text. */
const MOST_EXACT_FEN = 10n ** 15n;
const MM_PER_CHARACTER = 2;
/** A4 as the format numbers paper; exceljs names it only in its types. */
const A4 = 9;

/**
 * Writes a table as an xlsx workbook: amounts as numbers with two decimals, no formula anywhere, words that a
 * spreadsheet would take for a formula kept as words, the header repeated on every printed A4 page.
 */
export async function writeWorkbook(table: SheetTable, options: WorkbookOptions): Promise<Buffer> {
  const { Workbook } = await loadExcelJs();
  const workbook = new Workbook();
  workbook.creator = 'Village Ledger';
  workbook.created = options.drawnAt;
  workbook.modified = options.drawnAt;
  const sheet = workbook.addWorksheet(sheetName(table.title));
  sheet.columns = table.columns.map((column) => ({ width: Math.max(6, column.width / MM_PER_CHARACTER) }));
  const headed = writeHead(sheet, table, options);
  for (const row of table.rows) writeRow(sheet, table.columns, row);
  sheet.views = [{ state: 'frozen', ySplit: headed.last }];
  setUpPrinting(sheet, table, headed);
  return packedAt(workbook, options.drawnAt);
}

/** A table as a program reads it, and which of its columns hold amounts. */
export interface PlainTable {
  readonly rows: readonly (readonly string[])[];
  /** From 0. */
  readonly amounts: readonly number[];
}

/** Writes rows as they are, from the first on: amounts as numbers, everything else as words. */
export async function writePlainWorkbook({ rows, amounts }: PlainTable, drawnAt: Date): Promise<Buffer> {
  const { Workbook } = await loadExcelJs();
  const workbook = new Workbook();
  workbook.created = drawnAt;
  workbook.modified = drawnAt;
  const sheet = workbook.addWorksheet('1');
  for (const row of rows) {
    const cells = row.map((text, column) =>
      isNumber(text, amounts.includes(column)) ? Number(text) : wordsFor(text),
    );
    const written = sheet.addRow(cells);
    cells.forEach((cell, column) => {
      written.getCell(column + 1).numFmt = typeof cell === 'number' ? '0.00' : '@';
    });
  }
  return packedAt(workbook, drawnAt);
}

function isNumber(text: string, isAmount: boolean): boolean {
  return isAmount && /^\d{1,13}\.\d\d$/.test(text);
}

interface HeadRows {
  readonly first: number;
  readonly last: number;
}

function writeHead(sheet: Worksheet, table: SheetTable, options: WorkbookOptions): HeadRows {
  const title = options.specimen ? `${table.title}（${labelOf('sheet.specimen')}）` : table.title;
  const above = [title, table.owner, `${table.span}　${labelOf('sheet.unit')}`, ...table.remarks];
  for (const text of above) {
    const row = sheet.addRow([wordsFor(text)]);
    sheet.mergeCells(row.number, 1, row.number, table.columns.length);
  }
  sheet.getRow(1).font = { bold: true, size: 14 };
  sheet.getRow(1).alignment = { horizontal: 'center' };
  const first = above.length + 1;
  const groups = headGroups(table.columns);
  if (groups.some(({ head }) => head !== undefined)) writeGroups(sheet, groups);
  const heads = sheet.addRow(table.columns.map(({ head }) => wordsFor(head)));
  for (let number = first; number <= heads.number; number += 1) {
    sheet.getRow(number).font = { bold: true };
    sheet.getRow(number).alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  }
  return { first, last: heads.number };
}

function writeGroups(sheet: Worksheet, groups: ReturnType<typeof headGroups>): void {
  const row = sheet.addRow(groups.flatMap(({ head, columns }) => columns.map(() => wordsFor(head ?? ''))));
  let left = 1;
  for (const { head, columns } of groups) {
    const right = left + columns.length - 1;
    if (head !== undefined && right > left) sheet.mergeCells(row.number, left, row.number, right);
    left = right + 1;
  }
}

function writeRow(sheet: Worksheet, columns: readonly SheetColumn[], row: SheetRow): void {
  const written = sheet.addRow(row.cells.map(valueOf));
  columns.forEach((column, index) => {
    const cell = written.getCell(index + 1);
    if (typeof row.cells[index] === 'bigint') cell.numFmt = MONEY_FORMAT;
    else cell.numFmt = '@';
    if (isStrong(row, index)) cell.font = { bold: true };
    const indent = index === 0 ? { indent: row.indent ?? 0 } : {};
    const horizontal = { text: 'left', money: 'right', mark: 'center' } as const;
    cell.alignment = { horizontal: horizontal[column.kind], vertical: 'top', wrapText: true, ...indent };
    cell.border = { bottom: { style: row.kind === 'total' ? 'medium' : 'hair' } };
  });
}

function valueOf(cell: SheetCell): string | number | null {
  if (cell === undefined) return null;
  if (typeof cell === 'string') return wordsFor(cell);
  const written = plainYuan(cell);
  return cell >= MOST_EXACT_FEN || cell <= -MOST_EXACT_FEN ? written : Number(written);
}

/** Words that begin as a formula does get a blank in front, so that no spreadsheet ever runs them. */
function wordsFor(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? ` ${text}` : text;
}

/** The name of a sheet may not hold these signs, nor be longer than 31. */
function sheetName(title: string): string {
  return title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}

function setUpPrinting(sheet: Worksheet, table: SheetTable, headed: HeadRows): void {
  Object.assign(sheet.pageSetup, {
    paperSize: A4,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${String(headed.first)}:${String(headed.last)}`,
    margins: { left: 0.7, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  const plain = (text: string): string => text.replace(/&/g, '&&');
  const [page, of, end] = ['sheet.page', 'sheet.pageOf', 'sheet.pageEnd'].map(labelOf);
  sheet.headerFooter.oddHeader = `&L${plain(table.owner)}&R${plain(table.title)}`;
  sheet.headerFooter.oddFooter = `&C${page ?? ''} &P ${of ?? ''} &N ${end ?? ''}`;
}
