import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import iconv from 'iconv-lite';
import { parse } from 'yaml';
import type { BankLayout } from '../../../src/domain/ledger/bank-layout';
import { readStatement } from '../../../src/domain/ledger/bank-statement';
import { readTable } from '../../../src/platform/spreadsheets/read-table';

const readLayout: (text: string) => BankLayout = parse;
const twoColumns = readLayout(
  readFileSync(join(__dirname, '../../../seeds/bank-layouts/rural-commercial-bank.yaml'), 'utf8'),
);
const EXPECTED = [
  { row: 3, bookedOn: '2025-06-02', amount: 123_456n, text: '电费', balanceAfter: 223_456n },
  { row: 4, bookedOn: '2025-06-30', amount: -500n, text: '短信费', balanceAfter: 222_956n },
];

const CSV = [
  '某农村商业银行账户明细',
  '交易日期,摘要,收入(元),支出(元),账户余额,对方户名',
  '20250602,电费,"1,234.56",,"2,234.56",供电公司',
  '20250630,短信费,,5.00,"2,229.56",',
  '合计,,1234.56,5.00,,',
].join('\r\n');

describe('a statement as banks send it', () => {
  it.each<{ encoding: string; bytes: Buffer }>([
    { encoding: 'GB18030', bytes: iconv.encode(CSV, 'gb18030') },
    { encoding: 'UTF-8 with its mark', bytes: Buffer.from(`\ufeff${CSV}`) },
  ])('is read from a csv in $encoding', async ({ bytes }) => {
    const { rows } = await readTable({ bytes });
    const read = readStatement(rows, twoColumns);
    expect(read.problems).toEqual([]);
    expect(read.lines).toMatchObject(EXPECTED);
  });

  it('is read from a workbook whose days are dates and whose amounts are numbers', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('1');
    sheet.addRow(['某农村商业银行账户明细']);
    sheet.addRow(['交易日期', '摘要', '收入', '支出', '余额', '对方户名']);
    sheet.addRow([new Date('2025-06-02T00:00:00Z'), '电费', 1234.56, null, 2234.56, '供电公司']);
    sheet.addRow([new Date('2025-06-30T00:00:00Z'), '短信费', null, 5, 2229.56, null]);
    for (const row of [3, 4]) sheet.getRow(row).getCell(1).numFmt = 'yyyy-mm-dd';
    const { rows } = await readTable({ bytes: Buffer.from(await workbook.xlsx.writeBuffer()) });
    const read = readStatement(rows, twoColumns);
    expect(read.problems).toEqual([]);
    expect(read.lines).toMatchObject(EXPECTED);
  });
});
