import { FormProblems } from '../../../src/domain/shared/problem';
import { readTable } from '../../../src/platform/spreadsheets/read-table';
import { TornTable } from '../../../src/platform/spreadsheets/table';
import {
  matchColumns,
  recordsBeside,
  recordsOf,
  type WantedColumn,
} from '../../../src/platform/spreadsheets/table-columns';

type Key = 'code' | 'debit' | 'note';
const WANTED: readonly WantedColumn<Key>[] = [
  { key: 'code', headings: ['科目编码', '科目代码'], needed: true },
  { key: 'debit', headings: ['借方余额'], needed: true },
  { key: 'note', headings: ['备注'], needed: false },
];

const match = (...cells: string[]) => matchColumns({ number: 1, cells }, WANTED);

describe('columns are found by their headings', () => {
  const found: [string, string[]][] = [
    ['as usual', ['科目编码', '借方余额']],
    ['by another name', ['科目代码', '借方余额']],
    ['whatever their unit, their blanks and their width', ['＊科 目编码', '借方\n余额（元）']],
  ];
  it.each(found)('%s', (_rule, headings) => {
    const { places, problems } = match(...headings);
    expect(problems).toEqual([]);
    expect([places.get('code'), places.get('debit')]).toEqual([0, 1]);
  });

  const wrong: [string, string[], string[]][] = [
    ['a needed one that is not there', ['科目编码', '备注'], ['file.columnMissing file 借方余额']],
    ['one twice', ['科目编码', '借方余额', '科目代码'], ['file.columnTwice C1 科目代码']],
    ['one that is no column of this table', ['科目编码', '借方余额', '附注'], ['file.columnUnknown C1 附注']],
  ];
  it.each(wrong)('names %s', (_rule, headings, expected) => {
    const told = match(...headings).problems.map(
      ({ code, field, value }) => `${code} ${field} ${value ?? ''}`,
    );
    expect(told).toEqual(expected);
  });
});

describe('records stand below the headings', () => {
  const table = (text: string) => readTable({ pasted: text });
  const problemsOf = async (text: string, merge?: string): Promise<string[]> => {
    const given = await table(text);
    const merges = merge === undefined ? [] : [{ range: merge, firstRow: 1, lastRow: Number(merge.at(-1)) }];
    try {
      recordsOf({ ...given, merges }, WANTED);
    } catch (error) {
      if (error instanceof FormProblems) return error.problems.map((each) => `${each.code} ${each.field}`);
      throw error;
    }
    return [];
  };

  it.each<[rule: string, row: string, rows: number[]]>([
    ['the headings once more', '科目编码\t借方余额\t备注', [3, 5]],
    ['by their other names, some left out', '科目代码\t借方余额（元）\t', [3, 5]],
    ['a row with one word like a heading', '\t\t备注', [3, 4, 5]],
    ['a row one word of which is none', '科目编码\t借方余额\t见附件', [3, 4, 5]],
    ['the headings in other places', '借方余额\t科目编码\t', [3, 4, 5]],
  ])('takes no headings of a further page for a row: %s', async (_rule, row, rows) => {
    const text = `期初余额\n科目编码\t借方余额\t备注\n101\t1.00\t\n${row}\n102\t2.00\t`;
    for (const given of [text, text.replaceAll('\t', ',')]) {
      const source = given === text ? { pasted: given } : { bytes: Buffer.from(given) };
      const { records } = recordsOf(await readTable(source), WANTED);
      expect(records.map((record) => record.row)).toEqual(rows);
    }
  });

  it('finds them under a title, and each cell by its meaning', async () => {
    const { headingRow, records, columns } = recordsOf(
      await table('期初余额表\t\n借方余额\t科目编码\n\n5.00\t102'),
      WANTED,
    );
    expect([headingRow, columns]).toEqual([2, ['debit', 'code']]);
    const [record] = records;
    expect([
      record?.value('code'),
      record?.cell('code'),
      record?.value('note'),
      record?.cell('note'),
    ]).toEqual(['102', 'B4', '', 'A4']);
  });

  it('refuses a table without headings or without rows', async () => {
    expect(await problemsOf('102\t5.00')).toEqual(['file.headingsMissing file']);
    expect(await problemsOf('科目编码\t借方余额')).toEqual(['file.noRows file']);
  });

  it('lets a title be merged, and nothing below it', async () => {
    const text = '期初余额表\t\n科目编码\t借方余额\n102\t5.00';
    expect(await problemsOf(text, 'A1:B1')).toEqual([]);
    expect(await problemsOf(text, 'A1:B2')).toEqual(['file.merged A1:B2']);
    expect(await problemsOf(text, 'A1:A3')).toEqual(['file.merged A1:A3']);
  });
});

describe('a table with a cell that nobody can read', () => {
  const cases: [string, string, string[], number | undefined][] = [
    ['keeps its rows, where its columns are well', '科目编码\t借方余额\n102\t=1+2\n101\t5', [], 2],
    [
      'names its columns that are not',
      '科目编码\t附注\t备注\n102\t=1+2',
      ['Unknown B1', 'Missing file'],
      undefined,
    ],
    ['does not miss headings it could not read', '科目编码\t=A1\n102\t5', [], undefined],
    ['takes one torn heading for the one column it lacks', '科目编码\t备注\t=A1\n102\t\t5', [], 1],
    ['passes over a torn heading that nobody needs', '科目编码\t借方余额\t=A1\n102\t5', [], 1],
    ['misses those it has read', '科目编码\t备注\n=A1\t5', ['Missing file'], undefined],
    ['is not called empty', '科目编码\t借方余额\n=A1\t', [], undefined],
  ];
  it.each(cases)('%s', async (_rule, pasted, expected, rows) => {
    const torn = await readTable({ pasted }).catch((error: unknown) => error);
    if (!(torn instanceof TornTable)) throw new Error('the cell was read');
    expect(torn.problems.map(({ code }) => code)).toEqual(['file.formula']);
    const { records, problems } = recordsBeside(torn, WANTED);
    expect(problems.map(({ code, field }) => `${code.replace('file.column', '')} ${field}`)).toEqual(
      expected,
    );
    expect(records?.records.length).toBe(rows);
  });
});
