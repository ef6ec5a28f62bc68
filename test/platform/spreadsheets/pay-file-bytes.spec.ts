import { decode } from 'iconv-lite';
import { payFileBytes } from '../../../src/features/payouts/pay-file-bytes';
import { FormProblems } from '../../../src/domain/shared/problem';
import { loadExcelJs } from '../../../src/platform/spreadsheets/load-exceljs';
import { readTable } from '../../../src/platform/spreadsheets/read-table';
import { layoutCalled, listOf, payment } from '../../domain/payouts/pay-files.fixture';

const drawnAt = new Date('2025-08-05T02:00:00Z');
const list = listOf(
  payment({ payee: '=HYPERLINK("x")', memo: '岗位, "七月"' }),
  payment({ number: 2, payee: '𠮷田', amount: 1n }),
);

describe('a file for the bank', () => {
  it.each(['generic-xlsx', 'generic-csv', 'generic-csv-gb18030'])(
    'is read back as it was: %s',
    async (id) => {
      const { bytes } = await payFileBytes(layoutCalled(id), list, drawnAt);
      const { rows } = await readTable({ bytes });
      expect(rows[0]?.cells).toEqual(['序号', '户名', '账号', '开户行', '金额', '附言']);
      expect(rows[2]?.cells[1]).toBe('𠮷田');
      expect(rows[1]?.cells[2]).toBe('6228480402564890018');
      expect(rows[1]?.cells[5]).toBe('岗位, "七月"');
      expect(Number(rows[1]?.cells[4])).toBe(920);
      expect(rows[3]?.cells.slice(0, 2)).toEqual(['合计', '2']);
    },
  );

  it('holds no formula', async () => {
    const text = await payFileBytes(layoutCalled('generic-csv'), list, drawnAt);
    expect(text.bytes.toString()).toContain(`1,"'=HYPERLINK(""x"")",`);
    const book = await payFileBytes(layoutCalled('generic-xlsx'), list, drawnAt);
    const { Workbook } = await loadExcelJs();
    const workbook = new Workbook();
    await workbook.xlsx.load(Uint8Array.from(book.bytes).buffer);
    expect(workbook.worksheets[0]?.getCell('B2').value).toBe(' =HYPERLINK("x")');
  });

  it('has lines of equal length in bytes, ended by CR LF', async () => {
    const { bytes, name, mediaType } = await payFileBytes(layoutCalled('rural-bank-fixed'), list, drawnAt);
    expect([name, mediaType]).toEqual(['DF20250805-2025-0007.txt', 'text/plain; charset=gb18030']);
    const lines = bytes.toString('latin1').split('\r\n');
    expect(lines.map(({ length }) => length)).toEqual([62, 154, 154, 0]);
    expect(decode(bytes, 'gb18030')).toContain('𠮷田');
  });

  it('is not written where something does not fit', async () => {
    const wide = listOf(payment({ payee: '长'.repeat(31) }));
    await expect(payFileBytes(layoutCalled('rural-bank-fixed'), wide, drawnAt)).rejects.toThrow(FormProblems);
  });
});
