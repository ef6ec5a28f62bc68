import type { Fen } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import { countsInCarry, type SheetCell, type SheetColumn, type SheetRow } from '../spreadsheets/sheet-table';

/** The sums of the lines printed so far, and what the last of them said. */
export class CarriedOver {
  private readonly sums: Fen[];
  private last: SheetRow | undefined;

  constructor(private readonly columns: readonly SheetColumn[]) {
    this.sums = columns.map(() => 0n);
  }

  add(row: SheetRow): void {
    if (row.kind !== 'heading') this.last = row;
    if (!countsInCarry(row)) return;
    row.cells.forEach((cell, index) => {
      if (typeof cell === 'bigint') this.sums[index] = (this.sums[index] ?? 0n) + cell;
    });
  }

  /** The cells of the row that carries over; none where no column of the table does. */
  cells(words: string): readonly SheetCell[] | undefined {
    if (!this.columns.some((column) => column.carry !== undefined)) return undefined;
    const named = this.columns.indexOf(widestText(this.columns));
    return this.columns.map((column, index) => {
      if (index === named) return labelOf(words);
      if (column.carry === 'sum') return this.sums[index];
      return column.carry === 'last' ? this.last?.cells[index] : undefined;
    });
  }
}

/** The column of words with the most room, which is that of the summary. */
function widestText(columns: readonly SheetColumn[]): SheetColumn {
  const texts = columns.filter((column) => column.kind === 'text');
  return texts.reduce((widest, each) => (each.width > widest.width ? each : widest));
}
