import { yuanText } from '../../src/domain/money/fen';
import { type ReportNotice, tableOf } from '../../src/domain/notices/report-notice';
import { reportNoticeProblems } from '../../src/domain/notices/report-sheets';
import type { SheetReader } from '../../src/domain/notices/sheet-audiences';
import { renderReport } from '../../src/features/notices/report-sheet';
import { hasPdfToText, layoutFaults, pdfText, squeezed, wordBoxes } from './pdf-text';
import {
  appointmentsSheet,
  labourSheet,
  PEOPLE_NAMES,
  rewardsSheet,
  wagesSheet,
} from './people-sheets.fixture';
import { YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';

const textTest = hasPdfToText() ? test : test.skip;

/** Each sheet about people of so many rows, its amounts of up to ten digits, and which table lists them. */
const SHEETS: Readonly<Record<string, { of: (count: number) => ReportNotice; table: string; none: string }>> =
  {
    'post-appointments': {
      of: (count) => appointmentsSheet(count, count > 12 ? 999_999_900n : 66_000n),
      ...{ table: 'people', none: '现在没有人在岗' },
    },
    'post-wages': {
      of: (count) => wagesSheet(count, count > 12 ? 999_999_900n : 66_000n),
      ...{ table: 'people', none: '这段时间没有验收过的出勤' },
    },
    'works-labour': {
      of: (count) => labourSheet(count, count > 12 ? 180_000_000n : 10_000n),
      ...{ table: 'people', none: '这段时间没有验收过的用工' },
    },
    'rewards-subsidies': {
      of: (count) => rewardsSheet(count, count > 12 ? 999_999_000n : 50_000n),
      ...{ table: 'people', none: '这段时间没有同意发的奖励补助' },
    },
  };
const SIZES = Object.keys(SHEETS).flatMap((sheet) =>
  [0, 1, 2, 40, 600].map((count) => [sheet, count] as const),
);
const NAMES = Object.keys(SHEETS);

const sheetOf = (sheet: string, count: number): ReportNotice => {
  const found = SHEETS[sheet];
  if (found === undefined) throw new Error(sheet);
  return found.of(count);
};
const print = (notice: ReportNotice, reader: SheetReader = 'wall'): Promise<Buffer> =>
  renderReport(notice, YANGSHUWAN_OPTIONS, { names: PEOPLE_NAMES, reader });
const textOf = async (notice: ReportNotice, reader: SheetReader = 'wall'): Promise<string> =>
  squeezed(pdfText(await print(notice, reader)).join(''));

describe('a sheet about people', () => {
  textTest('quotes a clause that has quotes of its own with single ones inside', async () => {
    const text = await textOf(sheetOf('post-wages', 2));
    expect(text).toContain('“健全‘按需设岗、以岗聘任、在岗领补、有序退岗’管理机制。”');
  });

  test.each(SIZES)('adds up: %s of %i rows', (sheet, count) => {
    expect(reportNoticeProblems(sheetOf(sheet, count))).toEqual([]);
  });

  textTest.each(SIZES)(
    'has every row in order, with totals over the pages: %s of %i',
    async (sheet, count) => {
      const notice = sheetOf(sheet, count);
      const { table, none } = SHEETS[sheet] ?? { table: '', none: '' };
      const pages = pdfText(await print(notice));
      const whole = squeezed(pages.join(''));
      let from = 0;
      for (const { person, amount } of tableOf(notice, table).rows) {
        const name = PEOPLE_NAMES.person?.get(String(person)) ?? '';
        // A long name is broken; its first signs stand in order all the same.
        for (const said of [name.slice(0, 3), ...(amount === undefined ? [] : [yuanText(BigInt(amount))])]) {
          const at = whole.indexOf(squeezed(said), from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at;
        }
      }
      if (count === 0) expect(whole).toContain(none);
      expect(whole.split('转下页')).toHaveLength(whole.split('承前页').length);
      expect(whole).toContain(pages.length === 1 ? '共1页' : `第${pages.length}页共${pages.length}页`);
    },
  );

  textTest.each(NAMES)('no word covers another, none comes near the edge of the paper: %s', async (sheet) => {
    for (const count of [0, 12, 40]) {
      const boxes = wordBoxes(await print(sheetOf(sheet, count)));
      expect(boxes.length).toBeGreaterThan(40);
      expect(layoutFaults(boxes)).toEqual([]);
    }
  });

  textTest.each(NAMES)('keeps its list from whoever reads it after its days: %s', async (sheet) => {
    const notice = sheetOf(sheet, 12);
    const [during, after] = [await textOf(notice), await textOf(notice, 'publicAfter')];
    expect(during).toContain('欧阳*梅');
    expect(during).not.toContain('不再公开');
    for (const hidden of ['欧阳*梅', '王*明', '五组']) expect(after).not.toContain(hidden);
    expect(after).toContain('不再公开');
  });

  test.each(NAMES)('holds ids of people and no name: %s', (sheet) => {
    const facts = JSON.stringify(sheetOf(sheet, 12));
    for (const names of [PEOPLE_NAMES.person, PEOPLE_NAMES.post, PEOPLE_NAMES.work])
      for (const name of names?.values() ?? []) expect(facts).not.toContain(name);
  });
});

describe('the sheet of post wages', () => {
  textTest('says what it comes to in capitals, and reckons two short months', async () => {
    const text = await textOf(wagesSheet());
    for (const said of [
      '2025年6月公益性岗位工资公示',
      '大写',
      // 660.02 × 20 ÷ 22 = 600.018…, 660.08 × 21 ÷ 22 = 630.076…
      '例：赵*兰660.02×20÷22=600.02。例：郑*兰660.08×21÷22=630.08。',
      '《阜阳市促进脱贫人口增收工作方案》三（三）10',
      '隐去的信息',
    ])
      expect(text).toContain(said);
  });

  textTest('reckons no example of several months, which are added up', async () => {
    const notice = wagesSheet();
    const heading = { ...notice.heading, periodFrom: '2025-05-01' };
    expect(await textOf({ ...notice, heading })).not.toContain('例：');
  });
});

describe('the sheet of works labour', () => {
  textTest('says who accepted it and when, and what of the work is labour', async () => {
    const text = await textOf(labourSheet());
    // 33.33 per cent of three times as much; half of it is paid, 450.00 waited before.
    for (const said of [
      '小型工程用工公示',
      '柳河镇',
      '6月25日',
      '33.33%',
      '5.5100.00',
      '以前没发的',
      '450.00',
    ])
      expect(text).toContain(said);
  });
});

describe('the sheet of rewards and subsidies', () => {
  textTest('tells a plain kind by its name and every other as one, and says that it does', async () => {
    const text = await textOf(rewardsSheet());
    for (const said of ['交通补助6', '奖励补助6', '为什么给是各户自己的事']) expect(text).toContain(said);
    for (const hidden of ['大病', '残疾', '困难', '灾']) expect(text).not.toContain(hidden);
  });

  textTest('tells nobody apart where two of a kind got something', async () => {
    const text = await textOf(rewardsSheet(4));
    expect(text).not.toContain('交通补助');
    expect(text).toContain('奖励补助4');
  });
});

describe('the sheet of post appointments', () => {
  textTest('counts people and no money, and says neither who is helped nor why somebody left', async () => {
    const text = await textOf(appointmentsSheet());
    for (const said of ['公益性岗位聘用公示', '不再担任', '新上岗', '聘前公示到', '脱贫人口6'])
      expect(text).toContain(said);
    for (const hidden of ['做不了', '大写', '金额单位']) expect(text).not.toContain(hidden);
  });
});
