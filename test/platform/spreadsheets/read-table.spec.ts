import { encode } from 'iconv-lite';
import { FormProblems, type Problem } from '../../../src/domain/shared/problem';
import { readTable } from '../../../src/platform/spreadsheets/read-table';
import { cellName, TABLE_LIMITS, type TableLimits } from '../../../src/platform/spreadsheets/table';
import { lyingBomb, packed, rawWorkbook, workbookOf, workbookXml } from './workbook.fixture';

const read = (bytes: Buffer, limits?: TableLimits) => readTable({ bytes }, limits);

/** The cells by row. */
async function cellsOf(bytes: Buffer): Promise<(readonly string[])[]> {
  return (await read(bytes)).rows.map((row) => row.cells);
}

/** What a file is refused with: codes with their places. */
async function refusal(bytes: Buffer, limits?: TableLimits): Promise<string[]> {
  return (await problemsOf(bytes, limits)).map((each) => `${each.code} ${each.field}`);
}

async function problemsOf(bytes: Buffer, limits?: TableLimits): Promise<readonly Problem[]> {
  try {
    await read(bytes, limits);
  } catch (error) {
    if (error instanceof FormProblems) return error.problems;
    throw error;
  }
  return [];
}

const row = (...cells: string[]): string => `<sheetData><row r="1">${cells.join('')}</row></sheetData>`;

describe('the cells of a workbook', () => {
  const numbers: [string, number, string][] = [
    ['a whole number', 102, '102'],
    ['an amount as typed', 1234.1, '1234.1'],
    ['a sum that a double cannot hold reads as the spreadsheet shows it', 0.1 + 0.2, '0.3'],
    ['a third decimal is kept, to be refused where an amount is read', 1234.005, '1234.005'],
    ['the largest amount that has not lost its fen', 9999999999999.99, '9999999999999.99'],
    ['a negative', -41015.28, '-41015.28'],
    ['a very small one is written out', 0.0000001, '0.0000001'],
    ['nothing', 0, '0'],
  ];
  it.each(numbers)('%s', async (_rule, value, text) => {
    expect(await cellsOf(await workbookOf((sheet) => sheet.addRow([value])))).toEqual([[text]]);
  });

  it('keeps words, rich text, links and rare characters, and drops the blanks around them', async () => {
    const bytes = await workbookOf((sheet) => {
      sheet.addRow(['杨树湾', { richText: [{ text: '银行' }, { text: '存款' }] }, ' 𠮷野𡋾 ', null, true]);
      sheet.addRow([]);
      sheet.addRow([null, { text: '合同', hyperlink: 'http://example.org' }]);
    });
    const { sheet, rows } = await read(bytes);
    expect(sheet).toBe('Sheet1');
    expect(rows).toEqual([
      { number: 1, cells: ['杨树湾', '银行存款', '𠮷野𡋾', '', 'TRUE'] },
      { number: 3, cells: ['', '合同'] },
    ]);
  });

  it('reads days of both systems, wherever the writer put the styles', async () => {
    const day = '<c r="A1" s="1"><v>45839</v></c>';
    const time = '<c r="B1" s="1"><v>45839.5</v></c>';
    expect(await cellsOf(await rawWorkbook(row(day, time)))).toEqual([['2025-07-01', '2025-07-01 12:00:00']]);
    const since1904 = workbookXml('<sheet name="a" sheetId="1" r:id="rId7"/>', '<workbookPr date1904="1"/>');
    const moved = await rawWorkbook(row('<c r="A1" s="1"><v>44377</v></c>'), {
      'xl/workbook.xml': since1904,
    });
    expect(await cellsOf(moved)).toEqual([['2025-07-01']]);
  });

  it('reads the first sheet, whatever its part is called', async () => {
    const bytes = await rawWorkbook(row('<c r="B1" t="inlineStr"><is><t>x</t></is></c>'));
    expect(await read(bytes)).toEqual({
      sheet: 'A & B',
      rows: [{ number: 1, cells: ['', 'x'] }],
      merges: [],
    });
  });

  it('names merged ranges and the rows they cover', async () => {
    const bytes = await workbookOf((sheet) => {
      sheet.addRow(['a', 'b']);
      sheet.mergeCells('A1:B2');
    });
    expect((await read(bytes)).merges).toEqual([{ range: 'A1:B2', firstRow: 1, lastRow: 2 }]);
  });
});

describe('text', () => {
  const rows = '编码,名称\r\n102,"银行,存款"\r\n';
  const cells = [
    ['编码', '名称'],
    ['102', '银行,存款'],
  ];
  const texts: [string, Buffer][] = [
    ['UTF-8', Buffer.from(rows)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${rows}`)],
    ['GB18030, as a Chinese Excel saves it', encode(rows, 'gb18030')],
    [
      'UTF-16, as Excel saves Unicode text',
      encode(rows.replace(/,名/, '\t名').replace('102,', '102\t'), 'utf16-le', { addBOM: true }),
    ],
    ['tabs', Buffer.from('编码\t名称\n102\t银行,存款\n')],
    ['semicolons', Buffer.from('编码;名称\n102;银行,存款\n')],
    ['a name like .xls says nothing', Buffer.from(rows)],
  ];
  it.each(texts)('%s', async (_rule, bytes) => {
    expect(await cellsOf(bytes)).toEqual(cells);
  });

  it('keeps rare characters of GB18030', async () => {
    expect(await cellsOf(encode('姓名,𠮷', 'gb18030'))).toEqual([['姓名', '𠮷']]);
  });

  it('takes the delimiter that parts most lines, not the commas of amounts', async () => {
    const text = '日期\t金额\n2025-07-01\t1,234,567.00\n2025-07-02\t1,000.00\n';
    expect((await cellsOf(Buffer.from(text)))[1]).toEqual(['2025-07-01', '1,234,567.00']);
  });

  it('numbers rows as a spreadsheet would, blank ones too', async () => {
    expect((await read(Buffer.from('a,b\n\n1,2\n'))).rows.map((each) => each.number)).toEqual([1, 3]);
  });

  it('takes ="0012" for the digits a bank means', async () => {
    expect(await cellsOf(Buffer.from('="0012",x\t\n'))).toEqual([['0012', 'x']]);
  });

  it('reads what was pasted like a file', async () => {
    const { rows: pasted } = await readTable({ pasted: '编码\t名称\n102\t银行存款' });
    expect(pasted[1]).toEqual({ number: 2, cells: ['102', '银行存款'] });
  });
});

describe('a file that is refused', () => {
  const whole: [string, () => Promise<Buffer> | Buffer, string][] = [
    ['an empty one', () => Buffer.alloc(0), 'file.empty'],
    ['a sheet without anything', () => workbookOf(() => undefined), 'file.noRows'],
    ['text of blank lines', () => Buffer.from('\n \n,,\n'), 'file.noRows'],
    ['.xls of before 2007', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'file.oldExcel'],
    [
      'one under a password',
      () =>
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'file.encrypted',
    ],
    ['a web page called .xls', () => Buffer.from('\n<html><table><tr><td>1'), 'file.webPage'],
    ['a picture', () => Buffer.from('\u0089PNG\r\n\u001a\n\0\0', 'latin1'), 'file.notATable'],
    ['a PDF', () => Buffer.from('%PDF-1.7'), 'file.notATable'],
    ['a document renamed .xlsx', () => packed({ 'word/document.xml': '<w/>' }), 'file.notASpreadsheet'],
    ['.xlsb', () => packed({ 'xl/workbook.bin': 'x' }), 'file.binaryExcel'],
    ['macros', () => rawWorkbook('', { 'xl/vbaProject.bin': 'x' }), 'file.macros'],
    [
      'links to other files',
      () => rawWorkbook('', { 'xl/externalLinks/externalLink1.xml': '<a/>' }),
      'file.externalLinks',
    ],
    [
      'a packed file without parts',
      () => packed({ a: '' }).then((bytes) => bytes.subarray(-22)),
      'file.damaged',
    ],
    [
      'entities of its own',
      () => rawWorkbook('', { 'xl/worksheets/data.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' }),
      'file.damaged',
    ],
    [
      'a sheet cut short inside a whole file',
      () => rawWorkbook('', { 'xl/worksheets/data.xml': '<worksheet><sheetData><row' }),
      'file.damaged',
    ],
    ['bytes of no encoding', () => Buffer.from([0x61, 0xff, 0xff, 0x62]), 'file.encoding'],
    ['a quote that never ends', () => Buffer.from('a,"b\nc,d'), 'file.quoteOpen'],
  ];
  it.each(whole)('%s', async (_rule, bytes, code) => {
    expect(await refusal(await bytes())).toEqual([`${code} file`]);
  });

  it('a workbook cut short anywhere', async () => {
    const bytes = await workbookOf((sheet) => sheet.addRow(['a', 1]));
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      expect(await refusal(bytes.subarray(0, Math.floor(bytes.length * part)))).toEqual([
        'file.damaged file',
      ]);
    }
  });

  it('a hidden sheet, first or not', async () => {
    for (const state of ['hidden', 'veryHidden'] as const) {
      const bytes = await workbookOf((sheet, workbook) => {
        sheet.addRow([1]);
        workbook.addWorksheet('底稿', { state });
      });
      expect(await refusal(bytes)).toEqual(['file.hiddenSheet file']);
    }
  });

  it('one that unpacks beyond all reason, whatever its directory says', async () => {
    const honest = await rawWorkbook('', { 'xl/styles.xml': Buffer.alloc(2 * 1024 * 1024, 32) });
    expect(await refusal(honest)).toEqual(['file.bomb file']);
    const within = { ...TABLE_LIMITS, unpackedTimes: 2_000, unpackedBytes: 3 * 1024 * 1024 };
    const large = await rawWorkbook('', { 'xl/media/a.png': Buffer.alloc(3 * 1024 * 1024, 32) });
    expect(await refusal(large, within)).toEqual(['file.bomb file']);
    // Told as 1,000 bytes, unpacking to 2 MB: the reader stops where the directory lies.
    expect(await refusal(await lyingBomb('xl/styles.xml', 2))).toEqual(['file.damaged file']);
  });

  it('one byte above the limit, and not one at it', async () => {
    const limits = { ...TABLE_LIMITS, bytes: 8 };
    expect(await refusal(Buffer.from('a,b\n1,23'), limits)).toEqual([]);
    expect(await refusal(Buffer.from('a,b\n1,234'), limits)).toEqual(['file.tooLarge file']);
  });

  it('one row or one column above the limit', async () => {
    const limits = { ...TABLE_LIMITS, rows: 2, columns: 2 };
    expect(await refusal(Buffer.from('a,b\n\n1,2\n'), limits)).toEqual([]);
    expect(await refusal(Buffer.from('a,b\n1,2\n3,4\n'), limits)).toEqual(['file.tooManyRows file']);
    expect(await refusal(Buffer.from('a,b,c\n'), limits)).toEqual(['file.tooManyColumns file']);
    const far = await workbookOf((sheet) => (sheet.getCell('XFD1').value = 'far'));
    expect(await refusal(far)).toEqual(['file.tooManyColumns file']);
  });

  it('says every bad cell by its name', async () => {
    const bytes = await workbookOf((sheet) => {
      sheet.addRow(['科目', 1]);
      sheet.addRow(['a\u200bb', { formula: 'B1*2', result: 2 }]);
      sheet.addRow([{ error: '#N/A' }, 6228480402564890000]);
      sheet.addRow(['x'.repeat(2_001), 'a\u202eb']);
    });
    expect(await refusal(bytes)).toEqual([
      'file.formula B2',
      'file.controlCharacters A2',
      'file.errorCell A3',
      'file.digitsLost B3',
      'file.cellTooLong A4',
      'file.controlCharacters B4',
    ]);
    expect(await refusal(Buffer.from('a,=1+2\n'))).toEqual(['file.formula B1']);
  });
});

it('repeats no number of a person that stands in a bad cell', async () => {
  const card = 6228480402564893;
  const bytes = await workbookOf((sheet) => {
    sheet.addRow(['账号', card, { formula: `TEXT("${String(card)}",0)`, result: String(card) }]);
    sheet.addRow(['身份证号', 341202197505050050, 1]);
  });
  const found = [await problemsOf(bytes), await problemsOf(Buffer.from(`a,=0+${String(card)}\n`))].flat();
  expect(found.map(({ code, field, value }) => [code, field, value])).toEqual([
    ['file.digitsLost', 'B1', undefined],
    ['file.formula', 'C1', '************4893'],
    ['file.digitsLost', 'B2', undefined],
    ['file.formula', 'B1', '=0+************4893'],
  ]);
});

it('reads a hundred thousand rows', async () => {
  const lines = Array.from({ length: TABLE_LIMITS.rows }, (_each, place) => `102,${String(place)}.10`);
  const { rows } = await read(Buffer.from(lines.join('\n')));
  expect(rows).toHaveLength(100_000);
  expect(rows.at(-1)?.cells).toEqual(['102', '99999.10']);
  expect(await refusal(Buffer.from([...lines, '1,2'].join('\n')))).toEqual(['file.tooManyRows file']);
});

it('names cells as a spreadsheet does', () => {
  expect([cellName(7, 1), cellName(1, 25), cellName(1, 26), cellName(1, 701), cellName(1, 702)]).toEqual([
    'B7',
    'Z1',
    'AA1',
    'ZZ1',
    'AAA1',
  ]);
});
