import type { Fen } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import type { SheetCell, SheetColumn, SheetTable } from '../../platform/spreadsheets/sheet-table';

/** What a report's table is made of; its heading is added around it. */
export type SheetBody = Pick<SheetTable, 'columns' | 'rows' | 'twoSided'>;

/** A word of the reports, by its id without `report.`. */
export const word = (id: string): string => labelOf(`report.${id}`);

/** An amount that stands on the debit side, or nothing; and the other way round. */
export const debitOf = (balance: Fen): SheetCell => (balance > 0n ? balance : undefined);
export const creditOf = (balance: Fen): SheetCell => (balance < 0n ? -balance : undefined);
/** An amount, or nothing where it is nothing. */
export const amountOf = (fen: Fen): SheetCell => (fen === 0n ? undefined : fen);

/** The side a balance stands on, as books write it: 借, 贷, 平. */
const sideOf = (balance: Fen): string => {
  if (balance === 0n) return word('even');
  return labelOf(balance > 0n ? 'side.debit' : 'side.credit');
};

/** A column of words under a head of the reports, its width in mm. */
export const text = (head: string, width: number, wish: Partial<SheetColumn> = {}): SheetColumn => ({
  head: word(head),
  kind: 'text',
  width,
  ...wish,
});
/** A column of amounts under a head of the reports, its width in mm. */
export const money = (head: string, width: number, wish: Partial<SheetColumn> = {}): SheetColumn => ({
  head: word(head),
  kind: 'money',
  width,
  ...wish,
});

/** A balance with its side before it, as the last two columns of a ledger. */
export function standing(balance: Fen): SheetCell[] {
  return [sideOf(balance), balance < 0n ? -balance : balance];
}
