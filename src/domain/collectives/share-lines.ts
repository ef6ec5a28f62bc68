import type { Problem } from '../shared/problem';
import { type ShareRow, shareTableProblems } from './share-table';

/**
 * Reads a share table pasted from a spreadsheet: a line a row, its key, original village, share and present
 * owner apart by tabs, or by commas. Blank lines are none. Codes `shares.*`.
 */
export function readShareLines(text: string): { rows: ShareRow[]; problems: Problem[] } {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const cells = lines.map((line) => line.split(/\t|,|，/).map((cell) => cell.trim()));
  const short = cells.flatMap((row, index): Problem[] => {
    const isWhole = row.length === 4 && row.every((cell) => cell !== '');
    const facts = { line: index + 1 };
    return isWhole ? [] : [{ code: 'shares.notARow', field: 'rows', value: lines[index] ?? '', facts }];
  });
  const rows = cells.map(([key = '', label = '', share = '', owner = '']) => ({ key, label, share, owner }));
  return { rows, problems: short.length > 0 ? short : shareTableProblems(rows) };
}

/** A share table as lines that {@link readShareLines} reads back. */
export function shareLines(rows: readonly ShareRow[]): string {
  return rows.map(({ key, label, share, owner }) => [key, label, share, owner].join('\t')).join('\n');
}
