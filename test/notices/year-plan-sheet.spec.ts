import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { YearPlanNotice } from '../../src/domain/notices/year-plan-notice';
import { renderYearPlanNotice } from '../../src/features/notices/year-plan-sheet';
import { hasPdfToText, layoutFaults, pdfText, squeezed, wordBoxes } from './pdf-text';
import { partFaults } from './tagged-text';
import { YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';
import { longYearSheet, revisedYearSheet, yearSheet } from './year-plan.fixture';

const textTest = hasPdfToText() ? test : test.skip;

const print = (notice: YearPlanNotice, more = {}): Promise<Buffer> =>
  renderYearPlanNotice(notice, { ...YANGSHUWAN_OPTIONS, ...more });
const textOf = async (notice: YearPlanNotice): Promise<string> =>
  squeezed(pdfText(await print(notice)).join(''));

describe("the yearly plan's sheet", () => {
  test('gives the same bytes for the same facts', async () => {
    const first = await print(yearSheet());
    await print(revisedYearSheet());
    expect((await print(yearSheet())).equals(first)).toBe(true);
  });

  test.each([
    ['the money of the rows', { sums: { ...yearSheet().sums, income: '1' } }, 'notice.moneyDiffers'],
    ['the costs of the rows', { sums: { ...yearSheet().sums, costs: '1' } }, 'notice.costsDiffer'],
    ['what is left', { sums: { ...yearSheet().sums, left: '1' } }, 'notice.leftOverDiffers'],
  ])('is not printed when it differs from %s', async (_, more, code) => {
    await expect(print({ ...yearSheet(), ...more })).rejects.toThrow(code);
  });

  textTest('is the kept copy: on one page', async () => {
    const pages = pdfText(await print(yearSheet()));
    expect(pages).toHaveLength(1);
    const kept = readFileSync(join(__dirname, 'year-plan.kept.txt'), 'utf8').trim();
    expect(squeezed(pages[0] ?? '')).toBe(squeezed(kept));
  });

  textTest('tells its parts to those who have it read to them', async () => {
    expect(partFaults(await print(yearSheet()))).toEqual([]);
    expect(partFaults(await print(revisedYearSheet()))).toEqual([]);
    expect(partFaults(await print(longYearSheet(40)))).toEqual([]);
  });

  textTest('says each use with its posts, their standard and months, and the total in capitals', async () => {
    const text = await textOf(yearSheet());
    for (const said of [
      '12人×800.00元×12个月',
      '115,200.00',
      '预留换坏了的逆变器—5,000.00',
      '还没安排',
      '预计能用160,192.01，大写壹拾陆万零壹佰玖拾贰元零壹分。',
      '占比=该项金额÷预计能用160,192.01',
      '为什么不一样：照近两年正常年份估',
      '7月1日由杨树湾村股份经济合作社起草；7月6日村民代表会议；7月9日镇政府审核。',
      '7K3M-92QF-XB',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('这次改了什么');
  });

  textTest('has no row for a reserve that is not kept, and words where no cost is expected', async () => {
    const [carried] = yearSheet().money;
    const text = await textOf(yearSheet({ money: carried ? [carried] : [], uses: [], reserve: 0n }));
    expect(text).not.toContain('预留');
    expect(text).toContain('没有预计的费用');
    expect(text).toContain('还没安排—2,508.01100.00%');
  });

  textTest('tells of a revision what it changes, by how much, and why', async () => {
    const text = await textOf(revisedYearSheet());
    for (const said of [
      '第2版',
      '预计能用140,192.01160,192.01+20,000.00',
      '预留6,000.005,000.00−1,000.00',
      '为什么改补贴多拨下来一批，加两个岗位。',
    ]) {
      expect(text).toContain(said);
    }
  });

  textTest('goes on over pages with its header, totals carried over, code and digest on each', async () => {
    const pages = pdfText(await print(longYearSheet(40), { specimen: true }));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      const text = squeezed(page);
      expect(text).toContain(`第${index + 1}页共${pages.length}页`);
      expect(text).toContain('7K3M-92QF-XB');
      expect(text).toMatch(/\u6837[\s\S]*\u5f20/);
    });
    const whole = squeezed(pages.join(''));
    expect(whole.split('转下页')).toHaveLength(whole.split('承前页').length);
    for (let place = 1; place <= 40; place += 1) expect(whole).toContain(`第${place}项`);
  });

  textTest.each([
    ['the model plan', yearSheet()],
    ['no use', yearSheet({ uses: [] })],
    ['one use', yearSheet({ uses: yearSheet().uses.rows.slice(0, 1) })],
    ['two uses', yearSheet({ uses: yearSheet().uses.rows.slice(0, 2) })],
    ['forty uses with long names and large amounts', longYearSheet(40)],
    ['a revision', revisedYearSheet()],
    ['nothing expected at all', yearSheet({ money: [], uses: [], reserve: 0n })],
  ])('no word covers another, and none comes near the edge of the paper: %s', async (_, notice) => {
    const boxes = wordBoxes(await print(notice));
    expect(boxes.length).toBeGreaterThan(40);
    expect(layoutFaults(boxes)).toEqual([]);
  });
});
