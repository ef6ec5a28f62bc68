import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INCOME_EXPENDITURE } from '../../src/domain/notices/income-expenditure';
import { REPORT_SHEETS } from '../../src/domain/notices/report-sheets';
import { readReportTemplate, reportTemplate } from '../../src/features/notices/report-template';

const template = (sheet: string): string =>
  readFileSync(join(__dirname, `../../templates/notices/${sheet}.yaml`), 'utf8');
const shared = template('common');
const own = template('income-expenditure');
const VOUCHER = "      - { field: voucher, heading: '凭证号', width: 17, align: left, kind: text }\n";

describe('the template of a sheet about some days', () => {
  test.each(REPORT_SHEETS)('is whole as shipped: %s', (sheet) => {
    const { say, columns } = reportTemplate(sheet);
    expect(say('title', { period: '2025' })).toContain('2025');
    expect(Object.keys(columns)).not.toEqual([]);
  });

  test('may give its columns other places, widths and headings', () => {
    const wide = own
      .replace(VOUCHER, '')
      .replace('width: 22, align: right, kind: money }\n', (line) => line + VOUCHER);
    const { columns } = readReportTemplate('income-expenditure', INCOME_EXPENDITURE, { own: wide, shared });
    expect(columns['received']?.at(-1)).toMatchObject({ field: 'voucher', width: 17 });
  });

  test.each([
    ['another sheet', own.replace('sheet: income-expenditure', 'sheet: wages'), 'sheetWrong'],
    ['a column hidden', own.replace(VOUCHER, ''), 'columnMissing'],
    ['a total hidden', own.replace("    total: '收到合计'\n", ''), 'keyMissing'],
    ['a total emptied', own.replace("total: '收到合计'", "total: ''"), 'wordEmpty'],
    ['the capitals without their figures', own.replace('{capitals}', ''), 'factMissing'],
    ['a column nobody knows', own.replace('field: voucher', 'field: card'), 'columnUnknown'],
    ['a column twice', own.replace(VOUCHER, VOUCHER + VOUCHER), 'columnUnknown'],
    ['a column of another kind', own.replace('kind: text', 'kind: money'), 'columnUnknown'],
    ['a column without a width', own.replace(' width: 17,', ''), 'columnWrong'],
    ['a column with more than is known', own.replace('kind: text', 'kind: text, bold: 1'), 'columnWrong'],
    ['columns too wide for the paper', own.replace('width: 17', 'width: 18'), 'tooWide'],
    ['a word missing', own.replace("    energy: '电费'\n", ''), 'keyMissing'],
    [
      'a word nobody knows',
      own.replace("    energy: '电费'\n", "    energy: 'x'\n    gas: 'y'\n"),
      'keyUnknown',
    ],
    ['a fact nobody knows', own.replace('{carriedOver}', '{cash}'), 'factUnknown'],
    ['no columns at all', own.replace(/ {4}columns:\n(?: {6}- .*\n)+/, ''), 'columnWrong'],
  ])('is refused with %s', (_, wrong, code) => {
    const read = (): unknown =>
      readReportTemplate('income-expenditure', INCOME_EXPENDITURE, { own: wrong, shared });
    expect(read).toThrow(`template.${code}`);
  });
});
