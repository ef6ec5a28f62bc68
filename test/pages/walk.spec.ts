import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, everythingIsRequired, findChromium } from '../support/machine';
import { isLongTier } from '../support/tier';
import { type DemoOffice, startDemoOffice } from './demo-office.fixture';

const CHROMIUM = findChromium();
const PICTURES = process.env['PICTURES'];
if (CHROMIUM === undefined && everythingIsRequired()) throw new Error('chromium not found');
if (CHROMIUM === undefined)
  process.stdout.write('left out: the walk through the office, no chromium found\n');

const WIDE = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
const VOTES = { due: '45', present: '39', inFavour: '36', against: '1', abstained: '2', stepPaper: '记录' };

describe.each([
  ['with its script', true],
  ['without any script', false],
])('a newcomer walks through the demo, %s', (_how, javaScriptEnabled) => {
  const walk = CHROMIUM === undefined ? it.skip : it;
  let office: DemoOffice;
  let browser: Browser;
  let page: Page;
  let origin: string;

  beforeAll(async () => {
    if (CHROMIUM === undefined) return;
    office = await startDemoOffice();
    await office.app.listen({ host: '127.0.0.1', port: 0 });
    origin = await office.app.getUrl();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
    page = await (await browser.newContext({ viewport: WIDE, javaScriptEnabled })).newPage();
    page.setDefaultTimeout(10_000);
  }, 120_000);

  afterAll(async () => {
    if (CHROMIUM === undefined) return;
    await browser.close();
    await office.close();
  });

  /** Keeps a picture of the page, on a desk and in a hand. */
  async function look(name: string): Promise<void> {
    await page.waitForLoadState();
    await page.waitForSelector('body');
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(`${name} is ${String(Math.max(0, over))} px too wide`).toBe(`${name} is 0 px too wide`);
    if (PICTURES === undefined || !javaScriptEnabled) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
    await page.setViewportSize(PHONE);
    await page.screenshot({ path: join(PICTURES, `${name}-phone.png`), fullPage: true });
    await page.setViewportSize(WIDE);
  }

  async function logIn(username: string): Promise<void> {
    await page.goto(`${origin}/login`);
    const person = office.personOf(username);
    await page.fill('[name=username]', person.username);
    await page.fill('[name=password]', person.password);
    await page.click('main button[type=submit], form button[type=submit]');
  }

  async function logOut(): Promise<void> {
    await page.click('form[action="/logout"] button');
  }

  async function fillIn(values: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      const box = page.locator(`[name="${name}"]`).first();
      if ((await box.evaluate((element) => element.tagName)) === 'SELECT') await box.selectOption(value);
      else await box.fill(value);
    }
  }

  /** What the month's side column says can be distributed. */
  async function distributable(): Promise<string> {
    return page.locator('.narrow-waterfall .is-total dd').innerText();
  }

  let before = '';
  let draft = '';

  walk('the accountant logs in and stands in the village with something to do', async () => {
    await logIn('zhou');
    await expectText('石桥村');
    await expectText('石桥电站结算单');
    before = await distributable();
    await look('month');
    await page.click('.places summary');
    await look('places');
    await page.click('.places summary');
  });

  walk('a slip with a wrong value comes back with everything typed', async () => {
    await page.click('.tasks a:has-text("石桥电站结算单")');
    expect(await page.inputValue('[name=readingFrom]')).toBe('10314.00');
    expect(await page.inputValue('[name=generationMonth]')).toBe('2025-05');
    await look('slip');
    await fillIn({
      readingTo: '10926.00',
      energy: '6120',
      energyAmount: '2352.35',
      subsidyAmount: '2849.47',
    });
    await page.click('main form .primary');
    await expectText('有 1 处要改');
    expect(await page.inputValue('[name=readingTo]')).toBe('10926.00');
    expect(await page.inputValue('[name=energyAmount]')).toBe('2352.35');
    await look('slip-wrong');
  });

  walk('put right, it is booked, and its money can be ticked off', async () => {
    await fillIn({ energyAmount: '2352.53' });
    await page.click('main form .primary');
    await expectText('结算单已入账');
    await page.click('.tasks a:has-text("石桥电站到账")');
    expect(await page.inputValue('[name=amount]')).toBe('2352.53');
    await look('receipt');
    await page.click('main form .primary');
    await expectText('到账已入账');
    expect(await distributable()).not.toBe(before);
    await look('month-done');
  });

  walk('June is held and the surplus of the half-year shown', async () => {
    await page.click('.hold button');
    await expectText('已结账');
    await page.click('.sections a:has-text("收益")');
    await expectText('光伏收益');
    await look('surplus');
  });

  walk('a distribution is drafted, refused above the money, and saved', async () => {
    await page.click('a:has-text("起草分配方案")');
    await look('draft-empty');
    await fillClaim('posts', { forWhat: '岗位工资，1至6月', beneficiaries: '8', amount: '999999' });
    await page.click('.action-bar button[form=draft]');
    await expectText('多出');
    await look('draft-above');
    await fillClaim('posts', { amount: '16000' });
    await fillClaim('labour', { forWhat: '清淤劳务', beneficiaries: '12', amount: '5000' });
    await page.click('.action-bar button[form=draft]');
    await expectText('草稿已存');
    await look('draft-saved');
  });

  walk('it is submitted and the meeting recorded, votes that do not add up refused', async () => {
    await page.click('.action-bar .primary');
    await expectText('方案已提交');
    await fillIn({ ...VOTES, abstained: '9' });
    await page.click('main button:has-text("记下表决")');
    await expectText('处要改');
    await look('meeting-wrong');
    await fillIn({ abstained: '2' });
    await page.click('main button:has-text("记下表决")');
    await expectText('表决已记下');
    draft = page.url();
    await look('plan-waiting');
    await logOut();
  });

  walk('the township officer sees it in the queue and returns it with a reason', async () => {
    await logIn('sun');
    await expectText('待审方案');
    await look('township');
    await page.click('.queue a:has-text("审核")');
    expect(page.url()).toBe(draft);
    await page.click('button:has-text("退回修改")');
    await expectText('退回要写明理由');
    await fillIn({ reason: '岗位工资请写明月数和人数。' });
    await look('review');
    await page.click('button:has-text("退回修改")');
    await expectText('已退回');
    await logOut();
  });

  walk('the accountant drafts again from what came back', async () => {
    await logIn('zhou');
    await page.goto(draft);
    await expectText('岗位工资请写明月数和人数。');
    await page.click('a:has-text("照这份再起草")');
    await look('draft-again');
    await fillClaim('posts', { forWhat: '岗位工资，8人，1至6月' });
    await page.click('.action-bar button[form=draft]');
    await page.click('.action-bar .primary');
    await fillIn(VOTES);
    await page.click('main button:has-text("记下表决")');
    await expectText('表决已记下');
    draft = page.url();
    await logOut();
  });

  walk('the township approves the next draft', async () => {
    await logIn('sun');
    await page.click('.queue a:has-text("审核")');
    await page.click('button:has-text("同意这份方案")');
    await expectText('已同意这份方案');
    await look('plan-approved');
    await logOut();
  });

  walk('a claim is granted, the notice published and printed', async () => {
    // Whoever drafted it grants no people's money without a list: the township does, and says why.
    await logIn('sun');
    await page.goto(draft);
    await page.click('summary:has-text("没有名单，整笔列支")');
    await fillIn({ wholeWhy: '名册、考勤是纸质的' });
    await page.click('main form.inline button');
    await expectText('凭证');
    await look('plan-granted');
    await logOut();
    await logIn('zhou');
    await page.goto(draft);
    await page.click('a:has-text("公示：发布和打印")');
    await look('publish');
    await page.click('button:has-text("发布公示")');
    await expectText('公示已发布');
    await look('published');
    const href = await page.getAttribute('a:has-text("打印公示")', 'href');
    const sheet = await page.request.get(`${origin}${href ?? ''}`);
    expect(sheet.headers()['content-type']).toBe('application/pdf');
    expect((await sheet.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  walk('anyone opens the public page without a log-in', async () => {
    const href = await page.getAttribute('a:has-text("打开公开页")', 'href');
    const visitor = await (await browser.newContext({ viewport: PHONE, javaScriptEnabled })).newPage();
    await visitor.goto(`${origin}${href ?? ''}`);
    expect(await visitor.innerText('body')).toContain('现行有效');
    if (PICTURES !== undefined && javaScriptEnabled) {
      await visitor.screenshot({ path: join(PICTURES, 'public.png'), fullPage: true });
    }
    await visitor.close();
  });

  // Pages without a form to send are the same with and without a script.
  if (javaScriptEnabled || isLongTier()) {
    walk('every other room can be looked at', async () => {
      for (const [room, name] of Object.entries({
        资产: 'assets',
        方案: 'plans',
        凭证: 'vouchers',
        账簿: 'books',
      })) {
        await page.click(`.sections a:has-text("${room}")`);
        await look(name);
      }
      for (const [book, name] of Object.entries({
        科目余额表: 'account-balances',
        资产负债表: 'balance-sheet',
        可分配收益对照表: 'bridge',
        银行对账: 'bank',
        试算平衡表: 'trial',
        查账和审计文件: 'check',
      })) {
        await page.click('.sections a:has-text("账簿")');
        await page.click(`main a:has-text("${book}")`);
        await look(name);
      }
      await page.click('.sections a:has-text("资产")');
      await page.click('main a:has-text("联村电站")');
      await look('asset');
      await page.click('.sections a:has-text("资产")');
      await page.click('a:has-text("登记资产")');
      await look('asset-new');
      await page.click('.sections a:has-text("凭证")');
      await page.click('main tbody a >> nth=0');
      await look('voucher');
      await page.click('.sections a:has-text("本月")');
      await page.click('.entries a:has-text("记费用")');
      await look('deduction');
      await page.click('.sections a:has-text("本月")');
      await page.click('.entries a:has-text("记应收租金")');
      await look('rent');
    });
  }

  async function expectText(text: string): Promise<void> {
    expect(await page.innerText('body')).toContain(text);
  }

  /** Fills the first row of a use. */
  async function fillClaim(bucket: string, values: Record<string, string>): Promise<void> {
    const row = page.locator(`tr.claim:has(input[value="${bucket}"])`).first();
    for (const [field, value] of Object.entries(values))
      await row.locator(`[name$="[${field}]"]`).fill(value);
    if ('forWhat' in values) {
      await row.locator('[name$="[unit]"]').selectOption('person');
      await row.locator('[name$="[targetGroup]"]').selectOption('lifted_out');
    }
  }
});
