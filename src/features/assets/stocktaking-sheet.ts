import type { Fen } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import type { SheetColumn, SheetTable } from '../../platform/spreadsheets/sheet-table';
import { fullDayText } from '../../platform/views/day-text';

/** A row of the sheet: an asset to look at, or what was found. */
export interface CountedRow {
  readonly name: string;
  readonly kind: string;
  /** Absent where cost stands in another register, or nobody knows it. */
  readonly cost?: Fen | undefined;
  /** What it was worth in the books; absent where they do not hold it. */
  readonly book?: Fen | undefined;
  /** Blank on the sheet that people take along. */
  readonly finding: string;
  readonly remark: string;
}

const COLUMNS: readonly SheetColumn[] = [
  { head: labelOf('stocktaking.line'), kind: 'mark', width: 11 },
  { head: labelOf('field.assetId'), kind: 'text', width: 42 },
  { head: labelOf('field.kind'), kind: 'text', width: 25 },
  { head: labelOf('stocktaking.cost'), kind: 'money', width: 26 },
  { head: labelOf('stocktaking.book'), kind: 'money', width: 26 },
  { head: labelOf('field.findings'), kind: 'mark', width: 18 },
  { head: labelOf('field.remarks'), kind: 'text', width: 32 },
];

/** The sheet of a stocktaking: taken along blank, or as it was found. */
export function stocktakingSheet(
  head: { readonly owner: string; readonly on: string; readonly remarks: readonly string[] },
  rows: readonly CountedRow[],
): SheetTable {
  return {
    title: labelOf('stocktaking.sheet'),
    owner: head.owner,
    span: fullDayText(head.on),
    remarks: head.remarks,
    columns: COLUMNS,
    rows: rows.map(({ name, kind, cost, book, finding, remark }, place) => {
      return { kind: 'line', cells: [String(place + 1), name, kind, cost, book, finding, remark] };
    }),
    signatures: ['countedBy', 'watchedBy', 'bookkeeper'].map((who) => labelOf(`stocktaking.sign.${who}`)),
  };
}
