import { yuanText } from '../../src/domain/money/fen';
import { type ReportNotice, tableOf } from '../../src/domain/notices/report-notice';
import type { SheetReader } from '../../src/domain/notices/sheet-audiences';
import { reportCsv } from '../../src/features/notices/report-csv';
import { renderReport } from '../../src/features/notices/report-sheet';
import { hasPdfToText, layoutFaults, pdfText, squeezed, wordBoxes } from './pdf-text';
import { longResolutionSheet, resolutionSheet, SIGNER_NAMES } from './resolution.fixture';
import { YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';

const textTest = hasPdfToText() ? test : test.skip;

const print = (notice: ReportNotice, reader: SheetReader = 'wall'): Promise<Buffer> =>
  renderReport(notice, YANGSHUWAN_OPTIONS, { names: SIGNER_NAMES, reader });
const textOf = async (notice: ReportNotice, reader?: SheetReader): Promise<string> =>
  squeezed(pdfText(await print(notice, reader)).join(''));

describe('the sheet of a vote', () => {
  textTest('tells the vote, what its law asks, the plan, the papers and who signed', async () => {
    const text = await textOf(resolutionSheet());
    for (const said of ['光伏收益分配表决结果公示', '应到42人，实到36人，同意33人，通过。'])
      expect(text).toContain(said);
    for (const said of ['不少于应到42人的三分之二', '超过实到36人的一半', '7月8日村民代表会议记录4页'])
      expect(text).toContain(said);
    for (const said of ['一共用78,712.27', '留下2,508.01元', '王*明监督委员会看方案本人登录签', '大意：'])
      expect(text).toContain(said);
    expect(text).not.toContain('大写');
  });

  textTest('tells one that failed as failed, and one to which too few came as none', async () => {
    const counts = { due: 42, present: 36, inFavour: 18, against: 17, abstained: 1 };
    const failed = await textOf(resolutionSheet({ counts, isPassed: false }));
    expect(failed).toContain('同意18人，没有通过。');
    expect(failed).toContain('超过实到36人的一半不够');
    const few = { due: 42, present: 9, inFavour: 0, against: 0, abstained: 0 };
    const none = await textOf(resolutionSheet({ counts: few, isPassed: false, signers: [] }));
    expect(none).toContain('实到9人，到的人不够，没有表决。');
    expect(none).not.toContain('同意0人');
    expect(none).toContain('没有哪一步要另外签字');
  });

  textTest('shows nobody who signed once its days are over', async () => {
    const text = await textOf(resolutionSheet(), 'publicAfter');
    expect(text).not.toContain('王*明');
    expect(text).toContain('签名不再公开');
  });

  test('has a table of people, of yuan, of papers', () => {
    const csv = reportCsv(resolutionSheet(), { names: SIGNER_NAMES, reader: 'wall' });
    for (const said of ['同意（人）,33\r\n', '一共用,,78712.27\r\n', '签到表,签到表,2页,系统存有原件\r\n'])
      expect(csv).toContain(said);
  });

  textTest.each([0, 1, 2, 40, 600])('has every use in order, over as many pages: %i', async (count) => {
    const notice = longResolutionSheet(count);
    const whole = await textOf(notice);
    let from = 0;
    for (const { amount = '0' } of tableOf(notice, 'uses').rows) {
      const at = whole.indexOf(yuanText(BigInt(amount)), from);
      expect(at).toBeGreaterThanOrEqual(from);
      from = at;
    }
    expect(whole.split('9999页')).toHaveLength(count + 1);
  });

  textTest.each([
    ['the model sheet', resolutionSheet()],
    ['long names and large amounts', longResolutionSheet(9)],
  ])('no word covers another, and none comes near the edge of the paper: %s', async (_, notice) => {
    expect(layoutFaults(wordBoxes(await print(notice)))).toEqual([]);
  });
});
