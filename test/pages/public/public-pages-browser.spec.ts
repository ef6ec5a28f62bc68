import type { Server } from 'node:http';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, everythingIsRequired, findChromium } from '../../support/machine';
import { PUBLIC_PAGES, servePublicPages } from './public-pages-server';

const CHROMIUM = findChromium();
const PICTURES = process.env['PICTURES'];
if (CHROMIUM === undefined && everythingIsRequired()) throw new Error('chromium not found');
if (CHROMIUM === undefined) process.stdout.write('left out: public pages in a browser, no chromium found\n');

/**
 * What may be pressed, from the smallest screen on: at least 44 px high. Links inside a sentence are
 * exempt (WCAG 2.5.8).
 */
const TARGETS =
  'a.button, button, .top a, .links a, .contacts a, summary, input:not([type=hidden]), .row-link';
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const NAMES = Object.keys(PUBLIC_PAGES);

(CHROMIUM === undefined ? describe.skip : describe)('the public pages in a browser', () => {
  let browser: Browser;
  let page: Page;
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    ({ server, origin } = await servePublicPages());
    const program = CHROMIUM === undefined ? {} : { executablePath: CHROMIUM };
    browser = await chromium.launch({ ...program, args: CHROMIUM_FLAGS });
    const context = await browser.newContext({ deviceScaleFactor: 2 });
    page = await context.newPage();
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  /** Opens a page on a screen of this width. */
  async function open(name: string, width: number): Promise<void> {
    await page.setViewportSize({ width, height: width < 700 ? 844 : 768 });
    await page.goto(`${origin}/${name}`);
    if (PICTURES !== undefined) await takePictures(page, join(PICTURES, `${name}-${width}`));
  }

  it.each(NAMES)('cut nothing off and scroll nothing sideways at 320 px: %s', async (name) => {
    await open(name, 320);
    expect(await page.evaluate(findCutContent)).toEqual([]);
  });

  it.each(NAMES)('break no rule of WCAG 2.2 AA at 390 px: %s', async (name) => {
    await open(name, 390);
    const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
    const { violations } = await builder.withTags(AXE_TAGS).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  });

  it.each(NAMES)('have targets of 44 px at least on a wide screen too: %s', async (name) => {
    await open(name, 1366);
    const targets = await page
      .locator(TARGETS)
      .evaluateAll((found) =>
        found.map((target) => ({ text: target.textContent, height: target.getBoundingClientRect().height })),
      );
    expect(targets.filter(({ height }) => height < 44)).toEqual([]);
  });

  it('send less than 60 kB for a whole notice, scripts, styles and facts included', async () => {
    const sizes: Promise<number>[] = [];
    const fresh = await browser.newPage();
    fresh.on('response', (response) => sizes.push(response.body().then((body) => body.length)));
    await fresh.goto(`${origin}/notice`);
    await fresh.locator('[data-recompute].is-equal').waitFor();
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    await fresh.close();
    expect([sizes.length, total < 60_000]).toEqual([5, true]);
  });

  it('recompute the digest on the reader’s device, under a policy without inline scripts', async () => {
    await open('notice', 390);
    const said = await page.locator('[data-recompute].is-equal').textContent();
    expect(said).toBe('您的手机也重算了一遍：一致。');
  });

  it('say so when the facts served are not those of the sheet', async () => {
    await open('notice-other', 390);
    const said = await page.locator('[data-recompute].is-different').textContent();
    expect(said).toMatch(/^您的手机重算的和印的不一致，请打电话问。重算出的摘要：[0-9a-f]{64}$/);
  });

  it('tell the whole notice without JavaScript', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(`${origin}/notice`);
    await plain.locator('summary').first().click();
    const quote = await plain.locator('.quote').first().isVisible();
    const verdict = await plain.locator('.agrees').textContent();
    await plain.close();
    expect([quote, verdict]).toEqual([true, '服务器按保存的数据重算了一遍：一致。']);
  });

  it('keep the phone within reach wherever the page is scrolled, and never over the last row', async () => {
    await open('notice', 390);
    expect(await page.evaluate(findReach)).toEqual({
      visibleAtTop: true,
      visibleAtEnd: true,
      coversLastRow: false,
    });
  });
});

/** The first screen, and the whole page without what sticks to its edge, for people to look at. */
async function takePictures(page: Page, path: string): Promise<void> {
  await page.screenshot({ path: `${path}-screen.png` });
  await page.addStyleTag({ content: '.reach { position: static !important }' }).catch(() => undefined);
  await page.screenshot({ path: `${path}.png`, fullPage: true });
}

/** Runs in the page: elements whose text or box reaches beyond the screen. */
function findCutContent(): string[] {
  const width = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
  const cut = [...document.querySelectorAll('body *')]
    .filter((element) => element.closest('.unseen, .skip, .patterns, svg, script') === null)
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 0.5 || box.left < -0.5);
    });
  return [...wide, ...cut.map((element) => element.outerHTML.slice(0, 120))];
}

/** Runs in the page: where the bar with the phone is at the top and at the end of the page. */
function findReach() {
  const bar = document.querySelector('.reach');
  const seen = () => (bar?.getBoundingClientRect().bottom ?? 0) <= window.innerHeight + 0.5;
  window.scrollTo(0, 0);
  const visibleAtTop = seen();
  window.scrollTo(0, document.documentElement.scrollHeight);
  const barTop = bar?.getBoundingClientRect().top ?? 0;
  const contentEnd = document.querySelector('main')?.getBoundingClientRect().bottom ?? 0;
  return { visibleAtTop, visibleAtEnd: seen(), coversLastRow: contentEnd > barTop + 0.5 };
}
