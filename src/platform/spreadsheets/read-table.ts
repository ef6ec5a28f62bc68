import { sniffFile } from './sniff-file';
import { refusedFile, type Table, TABLE_LIMITS, type TableLimits } from './table';
import { readPastedTable, readTextTable } from './text-table';
import { readXlsxTable } from './xlsx-table';

/** Where a table comes from: the bytes of a file, or rows pasted from a spreadsheet. */
export type TableSource = { readonly bytes: Buffer } | { readonly pasted: string };

/**
 * Reads a table from a file or from what was pasted, into rows of text with their places. What the file is,
 * its bytes say. Amounts and days are text here; `readYuan` and `readDayText` read them.
 * @throws FormProblems `file.*`: of the file as a whole with the field `file`, of a cell with its name, `B7`
 */
export async function readTable(source: TableSource, limits: TableLimits = TABLE_LIMITS): Promise<Table> {
  if ('pasted' in source) return readPastedTable(source.pasted, limits);
  const { bytes } = source;
  if (bytes.length > limits.bytes)
    throw refusedFile('file.tooLarge', { megabytes: Math.floor(limits.bytes / (1024 * 1024)) });
  return sniffFile(bytes) === 'packed' ? readXlsxTable(bytes, limits) : readTextTable(bytes, limits);
}
