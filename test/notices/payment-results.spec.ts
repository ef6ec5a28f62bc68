import { type NamedList, paymentResultsNotice } from '../../src/domain/notices/payment-results';
import type { ReportNotice } from '../../src/domain/notices/report-notice';
import { renderReport } from '../../src/features/notices/report-sheet';
import { hasPdfToText, layoutFaults, pdfText, squeezed, wordBoxes } from './pdf-text';
import { REPORT_NAMES, reportOf } from './report-sheet.fixture';
import { YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';

const textTest = hasPdfToText() ? test : test.skip;

/** So many lists of four people, of whom three were paid ten digits and one waits, and three got nothing. */
function sheetOf(count: number): ReportNotice {
  const lists = Array.from({ length: count }, (_, index): NamedList => {
    const line = (memberId: string, debtId: string, returned?: 'wrongNumber') => ({
      ...{ memberId, debtId, amount: 999_999_999n + BigInt(index) },
      results: [{ on: '2025-06-20', ...(returned === undefined ? {} : { returned }) }],
    });
    return {
      ...{ year: 2025, number: index + 1, name: `2025年第${String(index + 1)}号` },
      ...{ channel: index % 2 === 0 ? ('passbook' as const) : ('card' as const), sentOn: '2025-06-18' },
      lines: [
        ...['a', 'b', 'c'].map((each) => line(each, 'e9')),
        ...['d', 'e', 'f'].map((each) => line(each, 'e3', 'wrongNumber')),
        { ...line('g', 'e3'), results: [] },
      ],
    };
  });
  return reportOf('payment-results', paymentResultsNotice(lists, { from: '2025-01-01', to: '2025-06-30' }));
}

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
