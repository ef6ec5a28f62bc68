import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderDistributionNotice } from '../../src/features/notices/distribution-sheet';
import { hasPdfToText, layoutFaults, pdfText, squeezed, wordBoxes } from './pdf-text';
import { bookmarksOf, drawnText, partFaults, toldParts } from './tagged-text';
import {
  debtSheet,
  fortyCharacterNames,
  longestIssuer,
  longestNames,
  longSheet,
  REASONED_WORDS,
  reasonedSheet,
  rentSheet,
  reservesSheet,
  sheetWith,
  smallestSheet,
} from './sheet-variants.fixture';
import { YANGSHUWAN, YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';

const withText = hasPdfToText();
const textTest = withText ? test : test.skip;
if (!withText) process.stdout.write('skipped: the text of the sheets (pdftotext is not installed)\n');

describe('the distribution sheet', () => {
  test('gives the same bytes for the same facts', async () => {
    const first = await renderDistributionNotice(YANGSHUWAN, YANGSHUWAN_OPTIONS);
    await renderDistributionNotice(rentSheet(), YANGSHUWAN_OPTIONS);
    const second = await renderDistributionNotice(YANGSHUWAN, YANGSHUWAN_OPTIONS);
    expect(second.equals(first)).toBe(true);
  });

  textTest('says what it is, in which language, and tells its parts to those who have it read', async () => {
    const sheet = await renderDistributionNotice(YANGSHUWAN, YANGSHUWAN_OPTIONS);
    expect(partFaults(sheet)).toEqual([]);
    expect(bookmarksOf(sheet)).toEqual([
      ...['一、收到多少钱', '二、付了哪些必要费用', '三、分到哪里', '依据', '四、有意见找谁'],
    ]);
    const parts = toldParts(sheet);
    const from = parts.findIndex(({ text }) => text === '记-0014');
    expect(parts.slice(from - 1, from + 2).map(({ type, text }) => [type, text])).toEqual([
      ['TD', '土地租金（一号电站）4.20亩×800元/亩·年×半年'],
      ['TD', '记-0014'],
      ['TD', '1,680.00'],
    ]);
  });

  textTest('tells a table whole before the one beside it, though both go on over pages', async () => {
    const sheet = await renderDistributionNotice(longSheet(12), YANGSHUWAN_OPTIONS);
    const [parts, drawn] = [toldParts(sheet), drawnText(sheet)];
    expect(parts.filter(({ text }) => !drawn.includes(squeezed(text)))).toEqual([]);
    const placeOf = (said: string) => parts.findIndex(({ text }) => text.startsWith(said));
    const [second, third] = [placeOf('二、付了哪些'), placeOf('三、分到哪里')];
    const totals = parts.flatMap(({ text }, place) => (text.startsWith('合计') ? [place] : []));
    expect(totals).toHaveLength(3);
    const [income = 0, costs = 0, uses = 0] = totals;
    expect([income < second, second < costs, costs < third, third < uses]).toEqual([true, true, true, true]);
  });

  test('refuses a character that no font can show, rather than printing a box', async () => {
    const heading = { ...YANGSHUWAN.heading, village: '\u{2F9F4}\u{16FE0}村' };
    await expect(renderDistributionNotice({ ...YANGSHUWAN, heading }, YANGSHUWAN_OPTIONS)).rejects.toThrow(
      'pdf.characterWithoutGlyph',
    );
  });

  test('is not printed when it does not add up', async () => {
    const sums = { ...YANGSHUWAN.sums, leftOver: '250802' };
    await expect(renderDistributionNotice({ ...YANGSHUWAN, sums }, YANGSHUWAN_OPTIONS)).rejects.toThrow(
      'notice.leftOverDiffers',
    );
  });

  textTest('is the kept copy: three stations, five deductions and five uses on one page', async () => {
    const pages = pdfText(await renderDistributionNotice(YANGSHUWAN, YANGSHUWAN_OPTIONS));
    expect(pages).toHaveLength(1);
    const kept = readFileSync(join(__dirname, 'yangshuwan.kept.txt'), 'utf8').trim();
    expect(squeezed(pages[0] ?? '')).toBe(squeezed(kept));
  });

  textTest('says the figures of the model sheet', async () => {
    const [page = ''] = pdfText(await renderDistributionNotice(YANGSHUWAN, YANGSHUWAN_OPTIONS));
    const text = squeezed(page);
    for (const figure of [
      '3,412.66',
      '85,466.14',
      '7,658.52',
      '81,220.28',
      '22,837.68',
      '78,712.27',
      '2,508.01',
    ]) {
      expect(text).toContain(figure);
    }
    for (const share of ['59.36%', '13.79%', '8.99%', '14.77%', '3.09%', '100.00%'])
      expect(text).toContain(share);
  });

  textTest('says what of a use was granted by the month before', async () => {
    const rows = YANGSHUWAN.uses.rows.map((row) =>
      row.bucket === 'posts' ? { ...row, granted: '4020500' } : row,
    );
    const notice = { ...YANGSHUWAN, uses: { ...YANGSHUWAN.uses, rows } };
    const text = squeezed(pdfText(await renderDistributionNotice(notice, YANGSHUWAN_OPTIONS)).join(''));
    expect(text).toContain('其中40,205.00已按月列支，不重复算');
    expect(text.split('已按月列支')).toHaveLength(2);
  });

  textTest('says which office confirmed the document, when, until when, and on what paper', async () => {
    const confirmed = { office: '颍禾县农业农村局', on: '2025-01-06', until: '2026-12-31' };
    const printed = async (paper: { readonly paper?: string }): Promise<string> => {
      const clauses = { ...YANGSHUWAN.clauses, confirmed: { ...confirmed, ...paper } };
      const pages = pdfText(await renderDistributionNotice({ ...YANGSHUWAN, clauses }, YANGSHUWAN_OPTIONS));
      return squeezed(pages.join(''));
    };
    const said = '颍禾县农业农村局2025年1月6日确认文件仍然有效，到2026年12月31日为止';
    expect(await printed({})).toContain(`${said}。`);
    expect(await printed({ paper: '关于继续执行的函' })).toContain(`${said}，根据《关于继续执行的函》。`);
  });

  textTest('names no amount in half-width punctuation that stands in Chinese', async () => {
    const [page = ''] = pdfText(await renderDistributionNotice(YANGSHUWAN, YANGSHUWAN_OPTIONS));
    expect(page).not.toMatch(/\p{Script=Han}[,;:?!(]/u);
  });

  textTest('begins no line of running text with a closing mark', async () => {
    const pages = pdfText(await renderDistributionNotice(longSheet(12), YANGSHUWAN_OPTIONS));
    for (const line of pages.flatMap((page) => page.split('\n'))) {
      expect(line.trim()).not.toMatch(/^[\u3001\u3002\uff0c\uff1b\uff1a\uff09\u201d]/u);
    }
  });

  textTest('prints the word for a specimen on every page of a demo collective', async () => {
    const options = { ...YANGSHUWAN_OPTIONS, specimen: true };
    for (const page of pdfText(await renderDistributionNotice(longSheet(12), options))) {
      expect(squeezed(page)).toMatch(/\u6837[\s\S]*\u5f20/);
    }
  });

  textTest('goes on over pages with its header, totals carried over, code and digest on each', async () => {
    const pages = pdfText(await renderDistributionNotice(longSheet(12), YANGSHUWAN_OPTIONS));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      const text = squeezed(page);
      expect(text).toContain(`第${index + 1}页共${pages.length}页`);
      expect(text).toContain('7K3M-92QF-XB');
      expect(text).toContain('5c0e91d7');
    });
    const whole = squeezed(pages.join(''));
    expect(whole.split('转下页')).toHaveLength(whole.split('承前页').length);
    for (let place = 1; place <= 12; place += 1) expect(whole).toContain(`第${place}项`);
  });

  textTest(
    'says an asset once where the note begins with it, and no word of a station for a cold store',
    async () => {
      const cost = { vouchers: ['记-0001'], amount: '48000', asset: '石桥冷库' } as const;
      const { income, uses } = rentSheet();
      const deductions = [
        { ...cost, kind: 'insurance', reckoning: { by: 'fixed', covers: '石桥冷库2025年全年保费' } },
        { ...cost, kind: 'operation', reckoning: { by: 'bill', bills: 1, covers: '石桥冷库制冷机检修' } },
      ] as const;
      const sheet = sheetWith({ income: income.rows, deductions, uses: uses.rows }, { income });
      const notice = { ...sheet, heading: rentSheet().heading };
      const text = squeezed(pdfText(await renderDistributionNotice(notice, YANGSHUWAN_OPTIONS)).join(''));
      for (const said of ['石桥冷库2025年全年保费', '石桥冷库制冷机检修', '维修管护', '资产保险']) {
        expect(text).toContain(said);
      }
      expect(text).not.toContain('石桥冷库石桥冷库');
      expect(text).not.toMatch(/运维管理记|电站保险记/);
    },
  );

  textTest(
    'says what of the money left over is set aside, before and after, and by which decision',
    async () => {
      const text = squeezed(
        pdfText(await renderDistributionNotice(reservesSheet(), YANGSHUWAN_OPTIONS)).join(''),
      );
      for (const said of [
        '先保下半年岗位工资；其中留存',
        '1,800.000.001,260.00540.00',
        '2024年11月20日留，依据：村民代表会议2024年第5号决议',
        '2025年5月8日放回1,260.00：二号电站逆变器坏了，要付修理费',
        '是期末以后留的：300.00',
        '合计1,800.001,460.001,260.002,000.00',
      ]) {
        expect(text).toContain(said);
      }
    },
  );

  textTest(
    'says what a bill of another year, a matter not named, a cap, a breach and tax come to',
    async () => {
      const text = squeezed(
        pdfText(await renderDistributionNotice(reasonedSheet(), YANGSHUWAN_OPTIONS)).join(''),
      );
      for (const said of [...REASONED_WORDS, '已减去欠交的增值税100.00，本期到账85,366.14。']) {
        expect(text).toContain(said);
      }
    },
  );

  textTest('fits one page with one row in each table', async () => {
    expect(pdfText(await renderDistributionNotice(smallestSheet(), YANGSHUWAN_OPTIONS))).toHaveLength(1);
  });

  textTest(
    'has a column for rent where the village has other assets, and names rent still owed',
    async () => {
      const [page = ''] = pdfText(await renderDistributionNotice(rentSheet(), YANGSHUWAN_OPTIONS));
      const text = squeezed(page);
      for (const said of [
        '其他资产收益分配公示',
        '租金',
        '15,000.00*',
        '果蔬冷库租金5,000.00未交',
        '本期没有必要费用',
      ]) {
        expect(text).toContain(said);
      }
      expect(text).not.toContain('国家补贴');
    },
  );

  textTest.each([
    ['the model sheet', YANGSHUWAN],
    ['one row in each table', smallestSheet()],
    ['twelve rows with long names in each table', longSheet(12)],
    ['forty rows with long names in each table', longSheet(40)],
    ['rent of other assets', rentSheet()],
    ['money set aside', reservesSheet()],
    ['reasons and tax', reasonedSheet()],
    ['the longest names', longestNames()],
    ['names of forty characters', fortyCharacterNames()],
    ['the longest issuer', longestIssuer()],
    ['a debt carried over and nothing to share', debtSheet()],
  ])('no word covers another, and none comes near the edge of the paper: %s', async (_, notice) => {
    const boxes = wordBoxes(await renderDistributionNotice(notice, YANGSHUWAN_OPTIONS));
    expect(boxes.length).toBeGreaterThan(40);
    expect(layoutFaults(boxes)).toEqual([]);
  });
});
