import { objectionsNotice, type ToldObjection } from '../../src/domain/notices/objections-sheet';
import type { ReportNotice } from '../../src/domain/notices/report-notice';
import { reportCsv } from '../../src/features/notices/report-csv';
import { renderReport } from '../../src/features/notices/report-sheet';
import { hasPdfToText, layoutFaults, pdfText, squeezed, wordBoxes } from './pdf-text';
import { REPORT_NAMES, reportOf } from './report-sheet.fixture';
import { YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';

const textTest = hasPdfToText() ? test : test.skip;

/** So many objections with long words and a rare character: every third waits. */
function sheetOf(count: number): ReportNotice {
  const objections = Array.from({ length: count }, (_, index): ToldObjection => {
    const number = index + 1;
    const gist = '逆变器主板仍在质保期，𠅤家圩电站的维修费为什么由村里付';
    const words = '经核属实，厂家已经退款，账上冲销以后重记，多扣的钱留到下期分';
    return {
      ...{ year: 2025, number, name: `〔2025〕第${String(number)}号`, sheet: '杨树湾公示〔2025〕7号' },
      ...{ receivedOn: '2025-06-01', dueOn: '2025-06-06' },
      answer: index % 3 === 2 ? undefined : { on: '2025-06-05', gist, words },
    };
  });
  const days = { from: '2025-01-01', to: '2025-06-30' };
  return reportOf('objections-answers', objectionsNotice(objections, days));
}

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
