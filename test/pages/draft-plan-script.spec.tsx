import { type Browser, chromium, type Page } from 'playwright-core';
import { DraftPlanPage } from '../../src/features/distribution/draft-plan.pages';
import { renderDocument } from '../../src/platform/views/document';
import { CHROMIUM_FLAGS, everythingIsRequired, findChromium } from '../support/machine';
import { DRAFT_PAGE } from './gallery/plan-gallery';
import { openGallery, pageUrl } from './gallery/render-gallery';

const CHROMIUM = findChromium();
if (CHROMIUM === undefined && everythingIsRequired()) throw new Error('chromium not found');
if (CHROMIUM === undefined) process.stdout.write('left out: a plan checked while it is typed, no chromium\n');

const pageOf = (more: Partial<typeof DRAFT_PAGE>): string =>
  renderDocument(<DraftPlanPage {...DRAFT_PAGE} {...more} />, { title: 'draft', styles: 'office' });
/** The answer knows a floor of labour that the page did not have. */
const uses = DRAFT_PAGE.uses.map((use) =>
  use.bucket === 'labour' ? { ...use, bound: { side: 'floor' as const, amount: 1_200_000n } } : use,
);
const LEFT_THEN = '12,345.67';
const carryOver = 1_234_567n;
const answer = pageOf({
  carryOver,
  checks: [],
  keptAt: '7月4日 09:20',
  planned: 5n,
  submitAction: undefined,
  uses,
});

describe('a plan that is typed', () => {
  const browserTest = CHROMIUM === undefined ? it.skip : it;
  let browser: Browser;
  let page: Page;
  let posted: URLSearchParams[] = [];
  let status = 200;

  beforeAll(async () => {
    if (CHROMIUM === undefined) return;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
  });
  afterAll(async () => {
    if (CHROMIUM !== undefined) await browser.close();
  });
  beforeEach(async () => {
    if (CHROMIUM === undefined) return;
    posted = [];
    status = 200;
    const context = await openGallery(browser, new Map([['draft', pageOf({})]]), 1366);
    await context.route('**/plans/3/save', async (route) => {
      posted.push(new URLSearchParams(route.request().postData() ?? ''));
      await route.fulfill({ status, contentType: 'text/html; charset=utf-8', body: answer });
    });
    page = await context.newPage();
    page.setDefaultTimeout(5_000);
    await page.goto(pageUrl('draft'));
  });
  afterEach(async () => {
    if (CHROMIUM !== undefined) await page.context().close();
  });

  const amount = () => page.locator('[name="claims[0][amount]"]');
  const slider = () => page.locator('[data-slider="posts"]');

  browserTest('is checked and kept as it stands, while the box keeps what is typed in it', async () => {
    await amount().fill('48212.27');
    await page.getByText('7月4日 09:20 自动存，还不是草稿').waitFor();
    expect(posted.map((form) => [form.get('tryOut'), form.get('claims[0][amount]')])).toEqual([
      ['1', '48212.27'],
    ]);
    expect(await amount().inputValue()).toBe('48212.27');
    expect(await page.locator('[data-live="checks"]').textContent()).not.toContain('岗位资金低于最低线');
    expect(await page.getByText('先存草稿，才能提交').count()).toBe(1);
    expect(await page.getByRole('button', { name: '试算' }).count()).toBe(0);
  });

  browserTest('follows around the box that is worked in, which keeps its words and its place', async () => {
    const note = page.getByLabel('留着做什么，可不填');
    await note.fill('修水渠，明年用');
    await page.keyboard.press('ArrowLeft');
    const foot = page.locator('[data-live="foot"]');
    expect(await foot.textContent()).not.toContain(LEFT_THEN);
    await page.getByText('7月4日 09:20 自动存，还不是草稿').waitFor();
    expect(await foot.textContent()).toContain(LEFT_THEN);
    await page.keyboard.type('的');
    expect(await note.inputValue()).toBe('修水渠，明年的用');
  });

  browserTest('says so when the log-in has run out, and loses nothing', async () => {
    status = 401;
    await amount().fill('48212.27');
    await page.getByText('登录过期了').waitFor();
    expect(await amount().inputValue()).toBe('48212.27');
  });

  browserTest('has sliders that follow the boxes and lead them, between floor and what is left', async () => {
    expect(await slider().getAttribute('aria-valuetext')).toBe('46,200.00');
    await amount().fill('50000');
    expect(await slider().getAttribute('aria-valuetext')).toBe('50,000.00');
    await slider().focus();
    await page.keyboard.press('ArrowRight');
    expect(await amount().inputValue()).toBe('50100.00');
    await page.keyboard.press('Home');
    expect(await amount().inputValue()).toBe('46684.58');
    await page.keyboard.press('End');
    expect(await amount().inputValue()).toBe('50720.28');
    const others = page.locator('[name$="[amount]"]:not([name="claims[0][amount]"])');
    for (const box of await others.all()) await box.fill('0');
    await slider().focus();
    await page.keyboard.press('End');
    expect(await amount().inputValue()).toBe('81220.28');
    await page.keyboard.press('ArrowLeft');
    expect(await amount().inputValue()).toBe('81100.00');
  });

  browserTest('has sliders that keep to a bound the checks bring while it is typed', async () => {
    const labour = page.locator('[data-slider="labour"]');
    const typed = page.locator('tbody', { has: labour }).locator('[name$="[amount]"]');
    await labour.focus();
    await page.keyboard.press('Home');
    expect(await typed.inputValue()).toBe('0.00');
    await page.getByText('最低 12,000.00').waitFor();
    await page.keyboard.press('ArrowRight');
    expect(await typed.inputValue()).toBe('12000.00');
  });

  browserTest('is saved by Ctrl S', async () => {
    await amount().focus();
    await page.keyboard.press('Control+s');
    await page.waitForURL('**/plans/3/save');
    expect(posted[0]?.get('tryOut')).toBeNull();
  });
});
