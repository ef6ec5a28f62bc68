import { yuanText } from '../../src/domain/money/fen';
import { type ReportNotice, tableOf } from '../../src/domain/notices/report-notice';
import { reportCsv } from '../../src/features/notices/report-csv';
import { renderReport } from '../../src/features/notices/report-sheet';
import { hasPdfToText, layoutFaults, pdfText, squeezed, wordBoxes } from './pdf-text';
import { longRegisterSheet, registerSheet } from './asset-register.fixture';
import { incomeSheet, longIncomeSheet, REPORT_NAMES } from './report-sheet.fixture';
import { YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';

const textTest = hasPdfToText() ? test : test.skip;

const print = (notice: ReportNotice, more = {}): Promise<Buffer> =>
  renderReport(notice, { ...YANGSHUWAN_OPTIONS, ...more }, { names: REPORT_NAMES, reader: 'wall' });

describe('a sheet about some days', () => {
  test('gives the same bytes for the same facts', async () => {
    const first = await print(incomeSheet());
    await print(longIncomeSheet(2));
    expect((await print(incomeSheet())).equals(first)).toBe(true);
  });

  test.each([
    ['the equation', { left: '1' }, 'notice.equationBroken'],
    ['the rows', { received: '1', left: String(341266n + 1n - 1_060_000n) }, 'notice.sumDiffers'],
  ])('is not printed when it differs from %s', async (_, sums, code) => {
    const notice = incomeSheet();
    await expect(print({ ...notice, sums: { ...notice.sums, ...sums } })).rejects.toThrow(code);
  });

  test('has a table whose every part comes to the sums of the page', () => {
    const notice = incomeSheet();
    const csv = reportCsv(notice, { names: REPORT_NAMES, reader: 'wall' });
    expect(csv).toContain('现在剩下,34555.23\r\n');
    expect(csv).toContain('记-0011,2025-03-05,付电站保险,一号电站,光伏,1200.00\r\n');
    expect(csv).toContain('付掉合计,,,,,1000.00\r\n');
  });

  textTest('says that nothing came, was paid or granted, and what was there before', async () => {
    const text = squeezed(pdfText(await print(incomeSheet([], -5n))).join(''));
    for (const said of ['这段时间没有收到钱', '这段时间没有付费用', '这段时间没有定下发放的'])
      expect(text).toContain(said);
    expect(text).toContain('收到合计0.00');
    expect(text).toContain('现在剩下−0.05，大写负伍分。');
  });

  textTest.each([1, 2, 40, 600])('has every row in order, with totals over the pages: %i', async (count) => {
    await expectEveryRow(longIncomeSheet(count), { amount: ['received', 'deducted', 'granted'] });
  });

  textTest.each([0, 1, 2, 40, 600])('has every asset in order, and what came and went: %i', async (count) => {
    await expectEveryRow(longRegisterSheet(count), { cost: ['standing'], amount: ['funds'] });
  });

  textTest('says of the register what came, what went and whose money it was', async () => {
    const text = squeezed(pdfText(await print(registerSheet())).join(''));
    for (const said of [
      '期初原值添了减了',
      '650,000.00+312,000.00−50,000.00',
      '期末原值=912,000.00',
      '村自筹12,000.00',
      '6月30日一号电站改造12,000.00',
      '5月20日𠅤家圩冷库报废50,000.00',
      '合计180,000.00912,000.00',
    ])
      expect(text).toContain(said);
    const none = squeezed(pdfText(await print(registerSheet([]))).join(''));
    for (const said of ['没有登记的资产', '没有登记出钱的一级', '没有添，也没有减', '大写零元整'])
      expect(none).toContain(said);
  });

  /** Every amount of the columns stands on the paper, in order; and each page says which it is. */
  async function expectEveryRow(
    notice: ReportNotice,
    columns: Readonly<Record<string, readonly string[]>>,
  ): Promise<void> {
    const pages = pdfText(await print(notice, { specimen: true }));
    const whole = squeezed(pages.join(''));
    let from = 0;
    for (const [field, tables] of Object.entries(columns)) {
      for (const { [field]: amount = '0' } of tables.flatMap((name) => tableOf(notice, name).rows)) {
        const at = whole.indexOf(yuanText(BigInt(amount)), from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at;
      }
    }
    expect(whole.split('转下页')).toHaveLength(whole.split('承前页').length);
    pages.forEach((page, index) => {
      const text = squeezed(page);
      expect(text).toContain(pages.length === 1 ? '共1页' : `第${index + 1}页共${pages.length}页`);
      expect(text).toContain('7K3M-92QF-XB');
    });
  }

  textTest.each([
    ['the model sheet', incomeSheet()],
    ['nothing at all', incomeSheet([], 0n)],
    ['long names, a rare character and ten digits', longIncomeSheet(9)],
    ['a register', registerSheet()],
    ['a register of long names and large amounts', longRegisterSheet(9)],
  ])('no word covers another, and none comes near the edge of the paper: %s', async (_, notice) => {
    const boxes = wordBoxes(await print(notice));
    expect(boxes.length).toBeGreaterThan(40);
    expect(layoutFaults(boxes)).toEqual([]);
  });
});
