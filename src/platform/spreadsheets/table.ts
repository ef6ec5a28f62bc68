import { withoutPrivateNumbers } from '../../domain/shared/private-number';
import { FormProblems, type Problem } from '../../domain/shared/problem';

/** A table as read from a file or pasted: the rows that hold something, their cells as text. */
export interface Table {
  /** The sheet it stood on; undefined for text. */
  readonly sheet: string | undefined;
  readonly rows: readonly TableRow[];
  /** Ranges of merged cells, where the file has any. */
  readonly merges: readonly Merge[];
}

/** One row: its number as a spreadsheet shows it, from 1, and its cells from column A on. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A range of merged cells, `B2:C4`, and the rows it covers. */
export interface Merge {
  readonly range: string;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** How large a file may be. A program that wants less hands its own limits in. */
export interface TableLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly cellCharacters: number;
  /** Of a packed file: all parts unpacked, and how many times larger a part may be than it was packed. */
  readonly unpackedBytes: number;
  readonly unpackedTimes: number;
}

const MEGABYTE = 1024 * 1024;

export const TABLE_LIMITS: TableLimits = {
  bytes: 5 * MEGABYTE,
  rows: 100_000,
  columns: 256,
  cellCharacters: 2_000,
  unpackedBytes: 160 * MEGABYTE,
  unpackedTimes: 200,
};

/** More than anybody would mend in one go; the rest shows at the next try. */
export const MOST_PROBLEMS = 200;

/** The letters of a column counted from 0: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return `${before === 0 ? '' : columnLetters(before - 1)}${String.fromCharCode(65 + (index % 26))}`;
}

/** A cell as a spreadsheet names it: row 7, column 1 is `B7`. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${String(row)}`;
}

/** The row, and the column from 0, of a cell named as a spreadsheet does; undefined for any other text. */
export function cellPlace(name: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(name) ?? [];
  if (letters === '') return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits), column };
}

/** A file refused as a whole. */
export function refusedFile(code: string, facts: Problem['facts'] = {}): FormProblems {
  return new FormProblems([{ code, field: 'file', facts }]);
}

/** A file with cells nobody can read, and what can be read of it all the same: to look at, not to keep. */
export class TornTable extends FormProblems {
  constructor(
    problems: readonly Problem[],
    readonly table: Table,
    /** The numbers of the rows with such a cell. */
    readonly torn: ReadonlySet<number>,
  ) {
    super(problems);
  }
}

/** Marks that cannot be seen, and torn characters; the joiner composed characters are made with may stay. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/u;
const ALLOWED_UNSEEN = /[\t\r\n\u200d]/g;

/** Gathers the rows of a file while it is read, with everything wrong in its cells. */
export class GatheredRows {
  private readonly rows: TableRow[] = [];
  private readonly problems: Problem[] = [];
  private readonly torn = new Set<number>();

  constructor(private readonly limits: TableLimits) {}

  /**
   * Takes a row; a blank one is left out, blanks around a text fall away.
   * @throws FormProblems `file.tooManyRows`, `file.tooManyColumns`
   */
  add(number: number, cells: readonly string[]): void {
    const texts = cells.map((cell, column) => this.textOf(cell, number, column));
    while (texts.at(-1) === '') texts.pop();
    if (texts.length === 0) return;
    if (texts.length > this.limits.columns)
      throw refusedFile('file.tooManyColumns', { max: this.limits.columns, row: number });
    if (this.rows.length >= this.limits.rows)
      throw refusedFile('file.tooManyRows', { max: this.limits.rows });
    this.rows.push({ number, cells: texts });
  }

  /** Notes what is wrong with a cell; of a person's number in it the last places are told. */
  refuse(code: string, at: { readonly row: number; readonly column: number; readonly value?: string }): void {
    this.torn.add(at.row);
    if (this.problems.length >= MOST_PROBLEMS) return;
    const value = at.value === undefined ? {} : { value: withoutPrivateNumbers(at.value).slice(0, 60) };
    this.problems.push({ code, field: cellName(at.row, at.column), ...value });
  }

  /** @throws TornTable with every bad cell; FormProblems `file.noRows` where nothing stands in it */
  finish(sheet?: string, merges: readonly Merge[] = []): Table {
    const table = { sheet, rows: this.rows, merges };
    if (this.problems.length > 0) throw new TornTable(this.problems, table, this.torn);
    if (this.rows.length === 0) throw refusedFile('file.noRows');
    return table;
  }

  private textOf(cell: string, row: number, column: number): string {
    const text = cell.trim();
    if (text.length > this.limits.cellCharacters) this.refuse('file.cellTooLong', { row, column });
    else if (UNSEEN.test(text.replace(ALLOWED_UNSEEN, '')))
      this.refuse('file.controlCharacters', { row, column });
    return text;
  }
}
