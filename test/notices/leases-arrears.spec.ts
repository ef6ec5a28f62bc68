import { yuanText } from '../../src/domain/money/fen';
import { type ReportNotice, tableOf } from '../../src/domain/notices/report-notice';
import { reportCsv } from '../../src/features/notices/report-csv';
import { renderReport } from '../../src/features/notices/report-sheet';
import { hasPdfToText, layoutFaults, pdfText, squeezed, wordBoxes } from './pdf-text';
import { LEASE_NAMES as NAMES, leasesSheet as sheetOf } from './office-sheets.fixture';
import { YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';

const textTest = hasPdfToText() ? test : test.skip;
const print = (notice: ReportNotice): Promise<Buffer> =>
  renderReport(notice, YANGSHUWAN_OPTIONS, { names: NAMES, reader: 'wall' });

describe('the sheet of leases and arrears', () => {
  textTest('says of each part that there is nothing', async () => {
    const text = squeezed(pdfText(await print(sheetOf(0))).join(''));
    for (const said of ['这段时间没有租约', '没有该收的租金', '没有到期还没交的', '大写零元整'])
      expect(text).toContain(said);
  });

  textTest.each([1, 2, 40, 600])(
    'has every contract in order, with totals over the pages: %i',
    async (count) => {
      const notice = sheetOf(count);
      const pages = pdfText(await print(notice));
      const whole = squeezed(pages.join(''));
      let from = 0;
      for (const name of ['rents', 'late']) {
        for (const { owing = '0' } of tableOf(notice, name).rows) {
          const at = whole.indexOf(yuanText(BigInt(owing)), from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at;
        }
      }
      expect(whole.split('转下页')).toHaveLength(whole.split('承前页').length);
    },
  );

  test('has a table whose control sum is that of the page', () => {
    const csv = reportCsv(sheetOf(2), { names: NAMES, reader: 'wall' });
    expect(csv).toContain('还欠着,99999999.97\r\n');
    expect(csv).toContain('合计,,0.00,200000000.94,99999999.97,1.00,99999999.97\r\n');
    expect(csv).toContain('王*明');
  });

  textTest('no word covers another, and none comes near the edge of the paper', async () => {
    expect(layoutFaults(wordBoxes(await print(sheetOf(9))))).toEqual([]);
  });
});
