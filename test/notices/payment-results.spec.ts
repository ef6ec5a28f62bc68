import type { ReportNotice } from '../../src/domain/notices/report-notice';
import { renderReport } from '../../src/features/notices/report-sheet';
import { hasPdfToText, layoutFaults, pdfText, squeezed, wordBoxes } from './pdf-text';
import { paymentSheet as sheetOf } from './office-sheets.fixture';
import { REPORT_NAMES } from './report-sheet.fixture';
import { YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';

const textTest = hasPdfToText() ? test : test.skip;

const print = (notice: ReportNotice): Promise<Buffer> =>
  renderReport(notice, YANGSHUWAN_OPTIONS, { names: REPORT_NAMES, reader: 'wall' });

describe('the sheet of what was paid and what came back', () => {
  textTest('says of each part that there is nothing', async () => {
    const text = squeezed(pdfText(await print(sheetOf(0))).join(''));
    for (const said of ['这段时间没有送银行', '这段时间没有到账的', '没有银行没付成的', '没有还在等银行的'])
      expect(text).toContain(said);
    expect(text).toContain('大写零元整');
  });

  textTest.each([1, 2, 40, 600])('has every list in order, with totals over the pages: %i', async (count) => {
    const pages = pdfText(await print(sheetOf(count)));
    const whole = squeezed(pages.join(''));
    let from = 0;
    for (let number = 1; number <= count; number += 1) {
      const at = whole.indexOf(`2025年第${String(number)}号`, from);
      expect(at).toBeGreaterThanOrEqual(from);
      from = at;
    }
    for (const said of ['一卡通', '账号不对', '29,999,999.97']) expect(whole).toContain(said);
    expect(whole.split('转下页')).toHaveLength(whole.split('承前页').length);
    expect(whole).toContain(pages.length === 1 ? '共1页' : `第${pages.length}页共${pages.length}页`);
  });

  textTest('no word covers another, and none comes near the edge of the paper', async () => {
    expect(layoutFaults(wordBoxes(await print(sheetOf(9))))).toEqual([]);
  });
});
