import { yuanText } from '../../src/domain/money/fen';
import { correctionNotice } from '../../src/domain/notices/correction';
import { type ReportNotice, tableOf } from '../../src/domain/notices/report-notice';
import { reportCsv } from '../../src/features/notices/report-csv';
import { renderReport } from '../../src/features/notices/report-sheet';
import { correctionSheet, longCorrectionSheet } from './correction.fixture';
import { hasPdfToText, layoutFaults, pdfText, squeezed, wordBoxes } from './pdf-text';
import { REPORT_NAMES, reportOf } from './report-sheet.fixture';
import { YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';

const textTest = hasPdfToText() ? test : test.skip;

const print = (notice: ReportNotice): Promise<Buffer> =>
  renderReport(notice, YANGSHUWAN_OPTIONS, { names: REPORT_NAMES, reader: 'wall' });

describe('the sheet of a correction', () => {
  test('has a table whose differences come to that of its result', () => {
    const csv = reportCsv(correctionSheet(), { names: REPORT_NAMES, reader: 'wall' });
    expect(csv).toContain('留到下期（更正后）,3388.01\r\n');
    expect(csv).toContain('必要费用,7658.52,6878.52,-780.00,780.00,\r\n');
    expect(csv).toContain('核对：相差合起来,,,,880.00,0.00\r\n');
  });

  textTest('says that only rows differ, or only sums', async () => {
    const result = { line: '现在剩下', before: 1n, after: 1n };
    const rows = correctionNotice({ lines: [], result, causes: [], facts: { why: 'x' } });
    const text = squeezed(pdfText(await print(reportOf('correction', rows))).join(''));
    for (const said of ['各项合计都没有变', '没有凭证上的更正', '为什么改：x。'])
      expect(text).toContain(said);
    for (const other of ['应到', '为准', '结转']) expect(text).not.toContain(other);
  });

  textTest.each([1, 2, 40, 600])('has every line in order, over as many pages: %i', async (count) => {
    const notice = longCorrectionSheet(count);
    const whole = squeezed(pdfText(await print(notice)).join(''));
    let from = 0;
    for (const { before = '0' } of tableOf(notice, 'lines').rows) {
      const at = whole.indexOf(yuanText(BigInt(before)), from);
      expect(at).toBeGreaterThanOrEqual(from);
      from = at;
    }
    expect(whole.split('转下页')).toHaveLength(whole.split('承前页').length);
  });

  textTest.each([
    ['the model sheet', correctionSheet()],
    ['long names and large amounts', longCorrectionSheet(9)],
  ])('no word covers another, and none comes near the edge of the paper: %s', async (_, notice) => {
    expect(layoutFaults(wordBoxes(await print(notice)))).toEqual([]);
  });
});
