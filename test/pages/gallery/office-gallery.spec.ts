import AxeBuilder from '@axe-core/playwright';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright-core';
import { byTier } from '../../support/tier';
import { openGallery, pageUrl, renderGallery } from './render-gallery';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PICTURES = process.env.GALLERY;
const [DESKTOP, PHONE] = [1366, 390];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
const pages = renderGallery();
const names = [...pages.keys()];

function withLongName(html: string): string {
  return html.replace(/(杨树湾|石桥|大柳)村/g, '村'.repeat(40));
}

describe('office pages as text', () => {
  test.each(names)('%s carries a token and a command key of its own in every form that posts', (name) => {
    const html = pages.get(name) ?? '';
    const forms = html.match(/<form[^>]*method="post"/g) ?? [];
    expect(html.match(/name="_csrf" value="token"/g) ?? []).toHaveLength(forms.length);
    const commandKeys = [...html.matchAll(/name="commandKey" value="(key-\d+)"/g)].map((match) => match[1]);
    expect(new Set(commandKeys).size).toBe(forms.length);
  });

  test.each(names)('%s needs neither inline styles nor inline scripts', (name) => {
    expect(pages.get(name)).not.toMatch(/ style=| on[a-z]+="|<script>|<style/);
  });

  test.each(names)('%s has no id twice', (name) => {
    const ids = [...(pages.get(name) ?? '').matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('the demo banner stands on every page of demo data', () => {
    for (const html of pages.values()) expect(html).toContain('演示数据');
  });

  // Fetched once and kept by the browser; a quarter of a second on a village's slow line.
  test('the style sheet stays under 12 kB as it travels', () => {
    const styles = readFileSync(join(__dirname, '../../../templates/styles/office.css'));
    expect(gzipSync(styles, { level: 9 }).length).toBeLessThan(12 * 1024);
  });
});

describe('forms that came back', () => {
  const wrong = pages.get('settlement-wrong') ?? '';

  test('count their problems and link each to its field', () => {
    expect(wrong).toContain('有 3 处要改');
    expect(wrong).toContain('href="#field-readingTo"');
    expect(wrong).toContain('id="field-readingTo"');
  });

  test('repeat what was typed beside what is wrong, and lose nothing', () => {
    expect(pages.get('receipt')).toContain('填的是“6,585.15”。');
    expect(wrong).toContain('value="1840.0000"');
    expect(wrong).toContain('value="172980"');
  });
});

const describeInBrowser =
  existsSync(CHROMIUM) || process.env.REQUIRE_ALL !== undefined ? describe : undefined;
if (describeInBrowser === undefined)
  test('office pages in a browser: not looked at, there is no chromium here', () => {
    console.warn('no chromium: the office pages were not looked at in a browser');
  });

describeInBrowser?.('office pages in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });

  afterAll(async () => {
    await browser.close();
  });

  /** What reaches beyond the edge of the window, page by page: as it is, and with long names in it. */
  interface TooWide {
    readonly asIs: string[];
    readonly withLongName: string[];
  }

  let visited: Promise<TooWide> | undefined;

  /** Each page is opened once: a page is drawn anew for another width or name in a tenth of the time. */
  const tooWide = (): Promise<TooWide> => (visited ??= visitAll());

  async function visitAll(): Promise<TooWide> {
    const context = await openGallery(browser, pages, PHONE);
    const page = await context.newPage();
    const wide: TooWide = { asIs: [], withLongName: [] };
    for (const name of names) {
      await page.goto(pageUrl(name));
      for (const width of [DESKTOP, PHONE, 320]) wide.asIs.push(...(await beyondEdge(page, { name, width })));
      await page.evaluate(
        (html) => {
          document.body.innerHTML = html;
        },
        withLongName(await page.innerHTML('body')),
      );
      for (const width of byTier([PHONE], [DESKTOP, PHONE]))
        wide.withLongName.push(...(await beyondEdge(page, { name: `${name}-long`, width })));
    }
    await context.close();
    return wide;
  }

  async function beyondEdge(
    page: Page,
    { name, width }: { readonly name: string; readonly width: number },
  ): Promise<string[]> {
    await page.setViewportSize({ width, height: width === DESKTOP ? 900 : 844 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await keepPicture(page, { name, width });
    return [
      ...(over > 0 ? [`${name} by ${over} px at ${width}`] : []),
      ...(width === PHONE ? (await hiddenBoxes(page)).map((box) => `${name}: ${box}`) : []),
    ];
  }

  async function keepPicture(
    page: Page,
    { name, width }: { readonly name: string; readonly width: number },
  ): Promise<void> {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(join(PICTURES, `${name}.html`), await page.content());
    await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: width < 800 });
  }

  /** Boxes to type in, and cells of a wide table, that a phone does not show whole. */
  async function hiddenBoxes(page: Page): Promise<string[]> {
    const sights = 'input:not([type=hidden]), select, textarea, .stacked :is(th, td)';
    const boxes = await page.$$eval(sights, (found) =>
      found.map((box) => ({
        name: box.getAttribute('name') ?? box.textContent,
        right: box.getBoundingClientRect().right,
      })),
    );
    return boxes.filter((box) => box.right > PHONE).map(({ name }) => name);
  }

  test('no page scrolls sideways, and no box or wide row hides beyond the edge of a phone', async () => {
    expect((await tooWide()).asIs).toEqual([]);
  }, 120_000);

  test('a name of 40 characters pushes nothing off the page', async () => {
    const wrong = [...(await tooWide()).withLongName];
    const long = new Map([...pages].map(([key, html]) => [key, withLongName(html)]));
    for (const width of [DESKTOP, PHONE]) {
      const context = await openGallery(browser, long, width);
      const page = await context.newPage();
      await page.goto(pageUrl('township'));
      for (const sight of ['.matrix thead th:nth-child(4)', '.queue tbody td:first-child a']) {
        const box = await page.locator(sight).first().boundingBox();
        if (box === null || box.x + box.width > width) wrong.push(`${sight} is out of sight at ${width}`);
      }
      await context.close();
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  test('no page breaks a WCAG 2.2 AA rule that a program can check', async () => {
    const context = await openGallery(browser, pages, 1366);
    const page = await context.newPage();
    const broken: string[] = [];
    for (const name of names.filter((_name, index) => index % byTier(2, 1) === 0)) {
      await page.goto(pageUrl(name));
      const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
      const { violations } = await builder.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
      for (const violation of violations)
        broken.push(
          `${name}: ${violation.id} at ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
        );
    }
    await context.close();
    expect(broken).toEqual([]);
  }, 180_000);

  test('Enter goes to the next box of an entry form, Shift Enter back, F4 takes the grey value', async () => {
    const context = await openGallery(browser, pages, 1366);
    const page = await context.newPage();
    await page.goto(pageUrl('settlement'));
    await page.focus('[name=generationMonth]');
    await page.keyboard.press('Enter');
    await page.keyboard.press('F4');
    expect(await page.inputValue('[name=postedOn]')).toBe('2025-06-24');
    await page.keyboard.press('Shift+Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('generationMonth');
    await context.close();
  });

  test('a form that came back takes the focus to its list of problems', async () => {
    const context = await openGallery(browser, pages, 1366);
    const page = await context.newPage();
    await page.goto(pageUrl('settlement-wrong'));
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
    await context.close();
  });
});
