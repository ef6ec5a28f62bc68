import { OPENING_COLUMNS, type OpeningColumn } from '../../domain/months/opening';
import { OPENING_EXAMPLE, OPENING_HEADINGS, OPENING_TEMPLATE } from '../../glossary/columns-opening';
import { loadExcelJs } from '../../platform/spreadsheets/load-exceljs';
import type { WantedColumn } from '../../platform/spreadsheets/table-columns';

export type { OpeningColumn } from '../../domain/months/opening';

const NEEDED: readonly OpeningColumn[] = ['account', 'pool', 'debit', 'credit'];

/** The columns of the opening table by their headings. */
export const OPENING_WANTED: readonly WantedColumn<OpeningColumn>[] = OPENING_COLUMNS.map((key) => ({
  key,
  headings: OPENING_HEADINGS[key],
  needed: NEEDED.includes(key),
}));

/** Columns typed as text in the template, so that codes, months and days stay as they are typed. */
const WIDTHS: Readonly<Record<OpeningColumn, number>> = {
  account: 12,
  accountName: 16,
  pool: 20,
  debit: 16,
  credit: 16,
  asset: 20,
  stream: 12,
  month: 12,
  counterparty: 24,
  dueOn: 12,
  aroseOn: 12,
};

/** The empty table to fill in, with a second sheet that shows how. @returns an .xlsx file */
export async function openingTemplate(): Promise<Buffer> {
  const { Workbook } = await loadExcelJs();
  const workbook = new Workbook();
  const empty = workbook.addWorksheet(OPENING_TEMPLATE.sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  const example = workbook.addWorksheet(OPENING_TEMPLATE.exampleSheet);
  for (const sheet of [empty, example]) {
    sheet.columns = OPENING_COLUMNS.map((key) => ({
      width: WIDTHS[key],
      style: { numFmt: key === 'debit' || key === 'credit' ? '0.00' : '@' },
    }));
  }
  const headings = OPENING_COLUMNS.map((key) => OPENING_HEADINGS[key][0]);
  empty.addRow(headings).font = { bold: true };
  for (const note of OPENING_TEMPLATE.notes) example.addRow([note]);
  example.addRow([]);
  example.addRow(headings).font = { bold: true };
  for (const row of OPENING_EXAMPLE) example.addRow(row.map((text, place) => cellOf(text, place)));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Amounts of the example are numbers, as in any sheet. */
function cellOf(text: string, place: number): string | number {
  const key = OPENING_COLUMNS[place];
  return text !== '' && (key === 'debit' || key === 'credit') ? Number(text) : text;
}
