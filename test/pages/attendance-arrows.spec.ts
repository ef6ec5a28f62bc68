import { type Browser, chromium, type Page } from 'playwright-core';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
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
});
