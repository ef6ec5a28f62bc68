import type { ReportNotice } from '../../src/domain/notices/report-notice';
import { reportCsv } from '../../src/features/notices/report-csv';
import { renderReport } from '../../src/features/notices/report-sheet';
import { hasPdfToText, layoutFaults, pdfText, squeezed, wordBoxes } from './pdf-text';
import { objectionsSheet as sheetOf } from './office-sheets.fixture';
import { REPORT_NAMES } from './report-sheet.fixture';
import { YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';

const textTest = hasPdfToText() ? test : test.skip;

const print = (notice: ReportNotice): Promise<Buffer> =>
  renderReport(notice, YANGSHUWAN_OPTIONS, { names: REPORT_NAMES, reader: 'wall' });

describe('the sheet of objections and answers', () => {
  textTest('says that there is nothing, in numbers and no money', async () => {
    const text = squeezed(pdfText(await print(sheetOf(0))).join(''));
    for (const said of ['没有答复意见', '没有还没答复的意见', '还没答复', '以前没答复'])
      expect(text).toContain(said);
    for (const other of ['大写', '0.00', '金额单位']) expect(text).not.toContain(other);
  });

  textTest.each([1, 2, 40, 600])('has every objection, answered or waiting: %i', async (count) => {
    const whole = squeezed(pdfText(await print(sheetOf(count))).join(''));
    const waiting = Math.floor(count / 3);
    expect(whole.split('超过期限')).toHaveLength(waiting + 1);
    expect(whole.split('6月6日')).toHaveLength(waiting + 1);
    expect(whole.split('6月5日')).toHaveLength(count - waiting + 1);
  });

  textTest('says on each page how many rows came before: there is nothing to add up', async () => {
    const whole = squeezed(pdfText(await print(sheetOf(40))).join(''));
    const forward = [...whole.matchAll(/转下页，到这里(\d+)条/g)].map(([, count]) => count);
    const brought = [...whole.matchAll(/承前页，前面(\d+)条/g)].map(([, count]) => count);
    expect(forward.length).toBeGreaterThan(1);
    expect(brought).toEqual(forward);
    expect(whole.split('转下页')).toHaveLength(forward.length + 1);
  });

  test('has a table of numbers', () => {
    const csv = reportCsv(sheetOf(3), { names: REPORT_NAMES, reader: 'wall' });
    expect(csv).toContain('收到意见,3\r\n');
    expect(csv).toContain('〔2025〕第3号,杨树湾公示〔2025〕7号,2025-06-01,2025-06-06,超过期限\r\n');
  });

  textTest('no word covers another, and none comes near the edge of the paper', async () => {
    expect(layoutFaults(wordBoxes(await print(sheetOf(9))))).toEqual([]);
  });
});
