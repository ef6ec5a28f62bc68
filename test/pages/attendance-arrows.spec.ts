import { type Browser, chromium, type Page } from 'playwright-core';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { AttendancePage, type AttendancePageProps } from '../../src/features/distribution/attendance.pages';
import { CHROMIUM_FLAGS, everythingIsRequired, findChromium } from '../support/machine';
import { POSTS_GALLERY } from './gallery/posts-gallery';

const CHROMIUM = findChromium();
if (CHROMIUM === undefined && everythingIsRequired()) throw new Error('chromium not found');

describe('the days of a month', () => {
  const drawn = CHROMIUM === undefined ? it.skip : it;
  let browser: Browser | undefined;
  let page: Page;

  beforeAll(async () => {
    if (CHROMIUM === undefined) return;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
    page = await browser.newPage();
    await page.setContent(renderToString(POSTS_GALLERY['attendance'] ?? h('p', null)));
    await page.addScriptTag({ path: 'templates/scripts/office.js' });
  });
  afterAll(() => browser?.close());

  drawn('are gone down and up with the arrows, from person to person', async () => {
    const focused = (): Promise<string | null> =>
      page.evaluate(() => document.activeElement?.getAttribute('name') ?? null);
    await page.focus('[name="days[a1]"]');
    const steps: [key: string, name: string][] = [
      ['ArrowUp', 'days[a1]'],
      ['ArrowDown', 'days[a2]'],
      ['ArrowDown', 'days[a2]'],
      ['ArrowUp', 'days[a1]'],
    ];
    for (const [key, name] of steps) {
      await page.keyboard.press(key);
      expect(await focused()).toBe(name);
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('14.5');
    expect(await page.inputValue('[name="days[a2]"]')).toBe('14.5');
  });

  /** The same page with so many people. */
  const many = async (count: number): Promise<void> => {
    const { props } = POSTS_GALLERY['attendance'] as VNode<AttendancePageProps>;
    const [one] = props.rows;
    if (one === undefined) throw new Error('nobody is on a post');
    const rows = Array.from({ length: count }, (_, index) => ({
      ...one,
      ...{ name: '张素芬', appointmentId: `a${String(index + 1)}` },
    }));
    const form = { ...props.form, problems: [] };
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.setContent(renderToString(h(AttendancePage, { ...props, rows, form, summary: form })));
    await page.addStyleTag({ path: 'templates/styles/office.css' });
    await page.addScriptTag({ path: 'templates/scripts/office.js' });
  };

  drawn.each([12, 20, 40])(
    'of %d people stand on one screen with the button that saves them',
    async (count) => {
      await many(count);
      const boxes = await page.locator('input[name^="days"]').all();
      expect(boxes).toHaveLength(count);
      for (const box of [...boxes, page.getByRole('button', { name: '存考勤' })]) {
        const { y = 0, height = 0 } = (await box.boundingBox()) ?? {};
        expect(y + height).toBeLessThanOrEqual(768);
        expect(height).toBeGreaterThanOrEqual(22);
      }
      // Nothing is cut off at the side.
      const scrolls = await page.locator('.days .scroll').all();
      for (const each of scrolls)
        expect(await each.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    },
  );

  drawn('begin with the first of them and go on from one column to the other', async () => {
    await many(13);
    expect(await page.locator('input[autofocus]').getAttribute('name')).toBe('days[a1]');
    await page.focus('[name="days[a7]"]');
    for (const [key, name] of [
      ['ArrowDown', 'days[a8]'],
      ['ArrowUp', 'days[a7]'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(name);
    }
  });
});
