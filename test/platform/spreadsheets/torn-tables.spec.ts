import { readTable } from '../../../src/platform/spreadsheets/read-table';
import { cellName, cellPlace, TornTable } from '../../../src/platform/spreadsheets/table';
import { recordsBeside, type WantedColumn } from '../../../src/platform/spreadsheets/table-columns';
import { headed, rowsBeside } from '../../../src/platform/spreadsheets/torn-tables';

const WANTED: readonly WantedColumn<'code' | 'name' | 'debit'>[] = [
  { key: 'code', headings: ['科目编码'], needed: true },
  { key: 'name', headings: ['科目名称'], needed: true },
  { key: 'debit', headings: ['借方余额'], needed: true },
];

async function torn(pasted: string): Promise<TornTable> {
  const read = await readTable({ pasted }).catch((error: unknown) => error);
  if (!(read instanceof TornTable)) throw new Error('every cell was read');
  return read;
}

describe('a torn table', () => {
  it.each([
    ['A1', 1, 0],
    ['Z9', 9, 25],
    ['AA10', 10, 26],
    ['IV100000', 100_000, 255],
  ])('names cell %s by row %i and column %i, and finds it again', (name, row, column) => {
    expect(cellPlace(name)).toEqual({ row, column });
    expect(cellName(row, column)).toBe(name);
  });

  it.each(['file', 'row.3.day', '', 'A0', 'a1'])('takes “%s” for no cell', (name) => {
    expect(cellPlace(name)).toBeUndefined();
  });

  it('says of each torn cell what its column is headed, and of a heading nothing', async () => {
    const read = await torn('title\n科目编码\t科目名称\t=A1\n101\t=A2\t5\n102\t银行\t=B2');
    const told = (row?: number) =>
      headed(read, row).map(({ field, facts }) => `${field} ${String(facts?.['heading'] ?? '')}`.trim());
    expect(told(2)).toEqual(['C2', 'B3 科目名称', 'C4']);
    expect(told(undefined)).toEqual(['C2', 'B3', 'C4']);
    expect(rowsBeside(read, 2).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('says which columns it still lacks where several headings are torn', async () => {
    const { problems, headingRow } = recordsBeside(await torn('科目编码\t=A1\t=A2\t科目名称\t附注\n1\t2'), [
      ...WANTED,
      { key: 'credit', headings: ['贷方余额'], needed: true },
    ]);
    const told = problems.map(({ code, field, facts }) => [code, field, facts?.['known']]);
    expect([headingRow, told]).toEqual([1, [['file.headingsTorn', 'B1', ['借方余额', '贷方余额']]]]);
  });
});
