import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, everythingIsRequired, findChromium } from '../support/machine';

const CHROMIUM = findChromium();
if (CHROMIUM === undefined && everythingIsRequired()) throw new Error('chromium not found');

const SCRIPTS = ['office.js', 'keys.js']
  .map((name) => readFileSync(join(__dirname, '../../templates/scripts', name), 'utf8'))
  .map((text) => `<script>${text}</script>`)
  .join('');

/** A form that came filled, two boxes of it, and the item that leads to it. */
const PAGE = `<!doctype html><main><a accesskey="6" href="/form">6</a><div class="work">
  <form data-entry method="post" action="/booked">
    <input name="day" value="2025-07-14"><input name="amount" value="56.60">
    <p class="buttons"><button type="submit">book</button></p>
  </form></div></main>${SCRIPTS}`;

describe('a form that came filled', () => {
  const keys = CHROMIUM === undefined ? it.skip : it;
  let browser: Browser;
  let page: Page;
  const booked: string[] = [];

  beforeAll(async () => {
    if (CHROMIUM === undefined) return;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
  }, 60_000);
  afterAll(async () => {
    if (CHROMIUM !== undefined) await browser.close();
  });
  beforeEach(async () => {
    if (CHROMIUM === undefined) return;
    booked.length = 0;
    page = await (await browser.newContext()).newPage();
    await page.route('http://office.test/**', (route) => {
      const request = route.request();
      if (request.method() === 'POST') booked.push(request.postData() ?? '');
      return route.fulfill({ contentType: 'text/html', body: PAGE });
    });
    await page.goto('http://office.test/month');
  });

  const jump = async (): Promise<void> => {
    await page.keyboard.press('Alt+6');
    await page.waitForURL('http://office.test/form');
  };
  const focused = (): Promise<string> =>
    page.evaluate(() => (document.activeElement instanceof HTMLButtonElement ? 'button' : 'else'));

  keys(
    'is not booked by the key after the jump: its button is shown first, and the next key books',
    async () => {
      await jump();
      await page.keyboard.press('Control+Enter');
      expect(await focused()).toBe('button');
      expect(booked).toEqual([]);
      await page.keyboard.press('Enter');
      await page.waitForURL('http://office.test/booked');
      expect(booked).toEqual(['day=2025-07-14&amount=56.60']);
    },
  );

  keys('is booked at once by who went through it, or typed in it', async () => {
    await jump();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('http://office.test/booked');
    await page.goto('http://office.test/month');
    await jump();
    await page.keyboard.type('2025-07-15');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('http://office.test/booked');
    expect(booked).toHaveLength(2);
  });

  keys('is booked by who came by no jump', async () => {
    await page.goto('http://office.test/form');
    await page.focus('[name=amount]');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('http://office.test/booked');
    expect(booked).toHaveLength(1);
  });
});
