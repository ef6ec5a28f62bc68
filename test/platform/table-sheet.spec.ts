import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import type { Fen } from '../../src/domain/money/fen';
import { renderTableSheet } from '../../src/platform/pdf/table-sheet';
import type { SheetRow, SheetTable } from '../../src/platform/spreadsheets/sheet-table';
import { writeWorkbook } from '../../src/platform/spreadsheets/write-workbook';
import { bookmarksOf, toldParts } from '../notices/tagged-text';
import { tempFolder } from '../support/temp-folder';

const OPTIONS = { specimen: false, drawnAt: new Date('2025-07-20T10:00:00+08:00') };

/** A journal of one line a day over 0.01, 0.02 …, with its running balance. */
function journal(count: number): SheetTable {
  let balance = 0n;
  const rows = Array.from({ length: count }, (_, index): SheetRow => {
    const amount: Fen = BigInt(index + 1);
    balance += amount;
    return { kind: 'line', cells: [`记-${String(index + 1)}`, '收到电费', amount, '借', balance] };
  });
  return {
    title: '银行存款日记账',
    owner: '杨树湾村',
    span: '2025年1月1日至6月30日',
    remarks: ['按记账日期'],
    columns: [
      { head: '凭证', kind: 'text', width: 25, linked: true },
      { head: '摘要', kind: 'text', width: 75 },
      { head: '收入', group: '金额', kind: 'money', width: 35, carry: 'sum' },
      { head: '方向', group: '金额', kind: 'mark', width: 10, carry: 'last' },
      { head: '余额', group: '金额', kind: 'money', width: 35, carry: 'last' },
    ],
    rows,
  };
}

async function pagesOf(table: SheetTable, options = OPTIONS): Promise<string[]> {
  const file = join(tempFolder('sheet'), 'sheet.pdf');
  writeFileSync(file, await renderTableSheet(table, options));
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
}

describe('a printed table', () => {
  it('tells its rows and cells as what they are, its head once', async () => {
    const sheet = await renderTableSheet(journal(100), OPTIONS);
    const parts = toldParts(sheet);
    const texts = (type: string) => parts.filter((part) => part.type === type).map(({ text }) => text);
    expect(texts('H1')).toEqual(['银行存款日记账']);
    expect(bookmarksOf(sheet)).toEqual(['银行存款日记账']);
    expect(texts('TH')).toEqual(['金额', '凭证', '摘要', '收入', '方向', '余额']);
    expect(texts('Table')).toHaveLength(1);
    expect(texts('TD')).toHaveLength((100 + 4) * 5);
    expect(texts('TD').slice(0, 5)).toEqual(['记-1', '收到电费', '0.01', '借', '0.01']);
  });

  it('repeats its header, carries sums and the last balance over, and numbers its pages', async () => {
    const pages = await pagesOf(journal(100));
    expect(pages).toHaveLength(3);
    pages.forEach((page, index) => {
      expect(page).toContain('摘要');
      expect(page.replace(/\s/g, '')).toContain(`第${String(index + 1)}页共3页`);
    });
    const forward = /过次页\s+([\d.]+)\s+借\s+([\d.]+)/.exec(pages[0] ?? '');
    const brought = /承前页\s+([\d.]+)\s+借\s+([\d.]+)/.exec(pages[1] ?? '');
    const printed = (pages[0]?.match(/收到电费/g) ?? []).length;
    const sum = ((printed * (printed + 1)) / 2 / 100).toFixed(2);
    expect(forward?.slice(1)).toEqual([sum, sum]);
    expect(brought?.slice(1)).toEqual([sum, sum]);
    expect(pages[2]).not.toContain('过次页');
    expect(pages[2]).toContain('50.50');
  });

  it('has a page even without rows, and 样张 across a demo', async () => {
    const pages = await pagesOf({ ...journal(0) }, { ...OPTIONS, specimen: true });
    expect(pages).toHaveLength(1);
    expect(pages[0]?.replace(/[^样张]/g, '')).toHaveLength(2);
  });

  it('wraps long words and never breaks an amount', async () => {
    const long = '某'.repeat(60);
    const rows: SheetRow[] = [
      { kind: 'line', cells: ['记-1', long, 9_007_199_254_740_991n, '贷', -9_007_199_254_740_991n] },
    ];
    const [page = ''] = await pagesOf({ ...journal(0), rows });
    expect(page).toContain('90,071,992,547,409.91');
    expect(page).toContain('−90,071,992,547,409.91');
    expect(page.replace(/[^某]/g, '')).toBe(long);
  });

  it('repeats on a next page the heading its rows stand under, and leaves none alone', async () => {
    const { rows } = journal(100);
    const under = (name: string, some: readonly SheetRow[]): SheetRow[] => [
      { kind: 'heading', cells: ['', name] },
      ...some,
    ];
    for (const first of [20, 41, 42, 43, 44, 45, 60]) {
      const table = { ...journal(0), rows: [...under('甲户', rows.slice(0, first)), ...under('乙户', rows)] };
      const pages = await pagesOf(table);
      const top = (page = ''): string => page.split('\n').find((line) => /甲户|乙户|收到/.test(line)) ?? '';
      const end = (page = ''): string =>
        page.split('\n').findLast((line) => /甲户|乙户|收到/.test(line)) ?? '';
      expect(pages.filter((page) => !/甲户|乙户/.test(top(page)))).toEqual([]);
      expect(pages.filter((page) => /甲户|乙户/.test(end(page)))).toEqual([]);
    }
  });

  it('breaks a long remark at the edge of the page', async () => {
    const [page = ''] = await pagesOf({ ...journal(1), remarks: ['摘'.repeat(150)] });
    expect(page.split('\n').filter((row) => row.includes('摘摘'))).toHaveLength(3);
  });

  it('gives the same bytes for the same table', async () => {
    const once = await renderTableSheet(journal(3), OPTIONS);
    expect((await renderTableSheet(journal(3), OPTIONS)).equals(once)).toBe(true);
  });
});

describe('a workbook', () => {
  async function written(table: SheetTable) {
    const workbook = new Workbook();
    const bytes = await writeWorkbook(table, OPTIONS);
    await workbook.xlsx.load(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    );
    const sheet = workbook.worksheets[0];
    if (sheet === undefined) throw new Error('a workbook has a sheet');
    return sheet;
  }

  it('gives the same bytes for the same table, whatever the clock of the machine says', async () => {
    const once = await writeWorkbook(journal(2), OPTIONS);
    jest.useFakeTimers({
      now: Date.now() + 3_600_000,
      doNotFake: ['setImmediate', 'nextTick', 'setTimeout'],
    });
    const again = await writeWorkbook(journal(2), OPTIONS).finally(() => jest.useRealTimers());
    expect(again.equals(once)).toBe(true);
  });

  it('holds amounts as numbers and prints on A4 with its header on every page', async () => {
    const sheet = await written(journal(2));
    const row = sheet.getRow(8);
    expect([row.getCell(3).value, row.getCell(5).value]).toEqual([0.02, 0.03]);
    expect(row.getCell(3).numFmt).toContain('0.00');
    expect(sheet.pageSetup.paperSize).toBe(9);
    expect(sheet.pageSetup.printTitlesRow).toBe('5:6');
  });

  it.each(['=1+1', '+86', '-1', '@SUM(A1)'])('keeps the words %s from being run', async (words) => {
    const rows: SheetRow[] = [{ kind: 'line', cells: ['记-1', words, 1n, '借', 1n] }];
    const { value, formula } = (await written({ ...journal(0), rows })).getRow(7).getCell(2);
    expect([value, formula]).toEqual([` ${words}`, undefined]);
  });

  it('sets bold what stands out: subtotals, totals, and the cells a line names', async () => {
    const cells = ['流动资产合计', 'x', 1n, '借', 1n];
    const rows: SheetRow[] = [
      { kind: 'line', cells },
      { kind: 'line', cells, strong: [0, 2] },
      { kind: 'subtotal', cells },
    ];
    const sheet = await written({ ...journal(0), rows });
    const bold = [7, 8, 9].map((row) =>
      [1, 2, 3].map((at) => sheet.getRow(row).getCell(at).font.bold === true),
    );
    expect(bold).toEqual([
      [false, false, false],
      [true, false, true],
      [true, true, true],
    ]);
  });

  it('writes an amount too large for an exact number as words', async () => {
    const rows: SheetRow[] = [
      { kind: 'line', cells: ['记-1', 'x', 9_007_199_254_740_991n, '借', undefined] },
    ];
    expect((await written({ ...journal(0), rows })).getRow(7).getCell(3).value).toBe('90071992547409.91');
  });
});
