import { Readable } from 'node:stream';
import type { Cell, CellValue } from 'exceljs';
import { ZipFile } from 'yazl';
import { FormProblems } from '../../domain/shared/problem';
import { loadExcelJs } from './load-exceljs';
import { hasLostDigits, numberText } from './number-text';
import { GatheredRows, refusedFile, type Table, type TableLimits } from './table';
import { unpackWorkbook, type WorkbookParts } from './workbook-parts';

/**
 * Reads the first sheet of an .xlsx workbook, row by row. Formula cells, error cells and numbers that have
 * lost their last digits are refused, each by its place.
 * @throws FormProblems `file.*`
 */
export async function readXlsxTable(bytes: Buffer, limits: TableLimits): Promise<Table> {
  const parts = await unpackWorkbook(bytes, limits);
  const rows = new GatheredRows(limits);
  await orUnreadable(() => readRows(parts, rows, limits));
  return rows.finish(parts.sheetName, parts.merges);
}

/**
 * The reader is handed a packed file of our own, with the few parts that were looked at and in the order it
 * needs them: writers differ, and without the styles before the sheet every day would be a number.
 */
async function readRows(parts: WorkbookParts, rows: GatheredRows, limits: TableLimits): Promise<void> {
  const { stream: streaming } = await loadExcelJs();
  const reader = new streaming.xlsx.WorkbookReader(Readable.from([await repacked(parts)]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
  });
  for await (const sheet of reader) {
    for await (const row of sheet) {
      const cells: string[] = [];
      row.eachCell((cell) => {
        const column = columnOf(cell);
        if (column >= limits.columns)
          throw refusedFile('file.tooManyColumns', { max: limits.columns, row: row.number });
        while (cells.length < column) cells.push('');
        cells[column] = textOf(cell, { row: row.number, column }, rows);
      });
      rows.add(row.number, cells);
    }
  }
}

async function repacked(parts: WorkbookParts): Promise<Buffer> {
  const packed = new ZipFile();
  const named: [string, Buffer | undefined][] = [
    ['xl/workbook.xml', parts.workbook],
    ['xl/_rels/workbook.xml.rels', Buffer.from(NO_LINKS)],
    ['xl/styles.xml', parts.styles],
    ['xl/sharedStrings.xml', parts.sharedStrings],
    ['xl/worksheets/sheet1.xml', parts.sheet],
  ];
  for (const [name, bytes] of named) {
    if (bytes !== undefined) packed.addBuffer(bytes, name, { compress: false });
  }
  packed.end();
  const pieces: Buffer[] = [];
  for await (const piece of packed.outputStream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const LINKS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const NO_LINKS = `<?xml version="1.0"?><Relationships xmlns="${LINKS}"/>`;

function columnOf(cell: Cell): number {
  return Number(cell.col) - 1;
}

/** What a cell says, as text; what cannot be trusted is refused and reads as nothing. */
function textOf(cell: Cell, at: { row: number; column: number }, rows: GatheredRows): string {
  const { value } = cell;
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dayText(value);
  if (typeof value === 'number') {
    // Such a number may be a person's: its cell is named, never what stands in it.
    if (hasLostDigits(value)) rows.refuse('file.digitsLost', at);
    return Number.isFinite(value) ? numberText(value) : '';
  }
  if ('formula' in value || 'sharedFormula' in value)
    rows.refuse('file.formula', { ...at, value: cell.text });
  else if ('error' in value) rows.refuse('file.errorCell', { ...at, value: value.error });
  else return plainText(value);
  return '';
}

/** Of rich text and links, the words. */
function plainText(value: Exclude<CellValue, string | number | boolean | Date | null | undefined>): string {
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  return 'text' in value ? wordsOf(value.text) : '';
}

/** The words of a link may themselves be rich text, whatever the reader's own types say. */
function wordsOf(text: unknown): string {
  if (typeof text === 'string') return text;
  if (typeof text !== 'object' || text === null || !('richText' in text)) return '';
  const runs: unknown[] = Array.isArray(text.richText) ? text.richText : [];
  return runs
    .map((run) => wordsOf(typeof run === 'object' && run !== null && 'text' in run ? run.text : ''))
    .join('');
}

/** A day of the sheet, with its time of day where it has one; days before 1900 are text in any case. */
function dayText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  const clock = time.slice(0, 8);
  return clock === '00:00:00' ? day : `${day} ${clock}`;
}

/** Whatever the reader stumbles over in the parts, the file is broken; our own refusals pass. */
async function orUnreadable(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof FormProblems) throw error;
    throw refusedFile('file.damaged');
  }
}
