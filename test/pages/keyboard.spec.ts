import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, everythingIsRequired, findChromium } from '../support/machine';
import { type DemoOffice, startDemoOffice } from './demo-office.fixture';

const CHROMIUM = findChromium();
if (CHROMIUM === undefined && everythingIsRequired()) throw new Error('chromium not found');
if (CHROMIUM === undefined) process.stdout.write('left out: the work by keyboard alone, no chromium found\n');

/** More presses than this nobody makes to reach a thing on one page. */
const MOST_TABS = 90;

/** The bank of the second quarter; what came in May was paid in two parts. */
const STATEMENT = [
  ['交易日期', '摘要', '收入', '支出', '余额'],
  ['20250425', '电费', '8817.46', '', '27930.95'],
  ['20250428', '国家补贴', '36320.52', '', '64251.47'],
  ['20250525', '电费', '5000.00', '', '69251.47'],
  ['20250525', '电费尾款', '4966.33', '', '74217.80'],
  ['20250527', '转账', '', '1260.00', '72957.80'],
]
  .map((cells) => cells.join('\t'))
  .join('\n');

/** A slip as it is copied from a spreadsheet: the names of its rows, each with its figure. */
const SLIP_COLUMN = [
  ['本期示数', '10926.00'],
  ['倍率', '10'],
  ['上网电量', '6120'],
  ['电费', '2352.53'],
  ['补贴', '2849.47'],
]
  .map((cells) => cells.join('\t'))
  .join('\n');

describe('an accountant without a mouse', () => {
  const keys = CHROMIUM === undefined ? it.skip : it;
  let office: DemoOffice;
  let browser: Browser;
  let page: Page;
  let origin = '';

  beforeAll(async () => {
    if (CHROMIUM === undefined) return;
    office = await startDemoOffice();
    await office.app.listen({ host: '127.0.0.1', port: 0 });
    origin = await office.app.getUrl();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
    await logIn('zhou');
  }, 120_000);

  afterAll(async () => {
    if (CHROMIUM === undefined) return;
    await browser.close();
    await office.close();
  });

  async function logIn(username: string): Promise<void> {
    const viewport = { width: 1366, height: 768 };
    page = await (await browser.newContext({ viewport })).newPage();
    page.setDefaultTimeout(10_000);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${origin}/login`);
    const person = office.personOf(username);
    await tabTo('[name=username]');
    await page.keyboard.type(person.username);
    await page.keyboard.press('Tab');
    await page.keyboard.type(person.password);
    await press('Enter');
  }

  /** Presses a key that leads to another page. */
  async function press(key: string): Promise<void> {
    const loaded = page.waitForEvent('load');
    await page.keyboard.press(key);
    await loaded;
  }

  async function type(...cells: string[]): Promise<void> {
    for (const [place, cell] of cells.entries()) {
      if (place > 0) await page.keyboard.press('Enter');
      await page.keyboard.type(cell);
    }
  }

  /** Goes on by Tab until the focus stands on something; it is always seen, and always gets there. */
  async function tabTo(wanted: string): Promise<void> {
    for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate((selector) => {
        const element = document.activeElement;
        if (element === null || element === document.body) return 'nowhere';
        const { top, bottom } = element.getBoundingClientRect();
        const shown = getComputedStyle(element);
        if (bottom < 0 || top > window.innerHeight) return `hidden: ${element.outerHTML.slice(0, 80)}`;
        if (shown.outlineStyle === 'none') return `without a frame: ${element.outerHTML.slice(0, 80)}`;
        return element.matches(selector) ? 'there' : 'on the way';
      }, wanted);
      if (focus === 'there') return;
      expect(focus).toMatch(/^(on the way|nowhere)$/);
    }
    throw new Error(`${wanted} is not reached by Tab`);
  }

  /** Goes to a list and along it by its arrows. */
  async function choose(list: string, value: string): Promise<void> {
    await tabTo(list);
    await page.keyboard.press('Home');
    for (let pressed = 0; pressed < 9 && (await page.inputValue(list)) !== value; pressed += 1) {
      await page.keyboard.press('ArrowDown');
    }
  }

  /** Pastes what was copied elsewhere, by its own keys. */
  async function paste(text: string): Promise<void> {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.keyboard.press('Control+V');
  }

  const bodyText = (): Promise<string> => page.innerText('body');
  const focused = (): Promise<string> =>
    page.evaluate(
      () => document.activeElement?.getAttribute('name') ?? document.activeElement?.tagName ?? '',
    );

  async function goTo(village: string, path: string): Promise<void> {
    const href = await page.locator('.places a', { hasText: village }).getAttribute('href');
    await page.goto(`${origin}${href ?? ''}${path}`);
  }

  let draft = '';

  keys('writes a voucher cell by cell, takes back a cell, and balances it', async () => {
    await goTo('石桥村', '/vouchers/new');
    expect(await focused()).toBe('postedOn');
    await page.keyboard.press('Control+A');
    await type('2025-07-10', '', '计提值班补贴', '1', '');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('lines[0][ledgerAccount]');
    await type('599', '120.00');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('999');
    await page.keyboard.press('Escape');
    expect(await page.inputValue('[name="lines[0][debit]"]')).toBe('120.00');
    await choose('[name="lines[0][pool]"]', 'members');
    await tabTo('[name="lines[1][ledgerAccount]"]');
    await type('212', '', '');
    await page.keyboard.press('F4');
    expect(await page.inputValue('[name="lines[1][credit]"]')).toBe('120.00');
    expect(await bodyText()).toContain('借贷相等');
    await press('Control+Enter');
    expect(await bodyText()).toContain('处要改');
  });

  keys('is led from a fault of the draft to its cell, mends it, and saves it', async () => {
    await tabTo('.error-summary a');
    await press('Enter');
    expect(await focused()).toBe('lines[0][ledgerAccount]');
    expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('513');
    await press('Control+Enter');
    expect(await bodyText()).toContain('等别人复核');
    draft = page.url();
  });

  keys('has it looked over by another and books it', async () => {
    const own = page;
    await logIn('sun');
    await page.goto(draft);
    await tabTo('form[action$="/review"] button');
    await press('Enter');
    expect(await bodyText()).toContain('已复核');
    await page.close();
    page = own;
    await page.goto(draft);
    await tabTo('form[action$="/post"] button');
    await press('Enter');
    expect(await bodyText()).toContain('已记账');
  });

  keys('brings in a statement and matches lines of the bank', async () => {
    await goTo('杨树湾村', '/bank');
    await tabTo('[name=label]');
    await type('光伏专户', '农商行', '0011', '', '', '2018-01-01');
    await press('Control+Enter');
    await tabTo('a[href$="/import"]');
    await press('Enter');
    await tabTo('[name=pasted]');
    await page.keyboard.insertText(STATEMENT);
    await press('Control+Enter');
    await tabTo('form[data-entry] .primary');
    await press('Enter');
    const parts = { bank: 2, books: 3 };
    for (const [side, count] of Object.entries(parts)) {
      for (let line = 0; line < count; line += 1) {
        await tabTo(`[data-tick="${side}"]`);
        await page.keyboard.press('Space');
      }
    }
    expect(await page.innerText('[data-sum=difference]')).toBe('0.00');
    await press('Control+Enter');
    expect(await bodyText()).toContain('配上了');
    await goTo('杨树湾村', '/months/2025-05');
    expect(await page.innerText('.tasks')).toMatch(/光伏专户对账\s+差 −1,260\.00\s+有几笔流水还没对上/);
  });

  keys('finds a voucher from wherever he is, and opens it', async () => {
    await goTo('石桥村', '/months/2025-06');
    await page.keyboard.press('Control+K');
    await page.keyboard.type('记-0032');
    await press('Enter');
    expect(await focused()).toBe('sought');
    await page.keyboard.press('ArrowDown');
    await press('Enter');
    expect(page.url()).toContain('/vouchers/');
    expect(await bodyText()).toContain('柳河镇联村电站2025年5月电费、补贴结算');
  });

  keys('goes to a task that is left, books its slip, and holds the month', async () => {
    await goTo('石桥村', '/months/2025-06');
    expect(await page.innerText('.narrow-waterfall')).toMatch(/第4项入账后\s+89,813\.65/);
    await press('Alt+1');
    expect(page.url()).toContain('/settlements/new');
    expect(await page.locator('form[data-entry] :focus').count()).toBe(1);
    expect(await page.innerText('.slip thead')).toMatch(/柳河镇联村电站\s+已入账 记-0032/);
    expect(await page.locator('.slip .past input').count()).toBe(0);
    await page.focus('[name=readingTo]');
    await page.keyboard.press('?');
    expect(await page.innerText('dialog')).toMatch(/F4\s+采用灰字，没有灰字就照上月/);
    expect(await page.innerText('dialog')).toMatch(/Ctrl K\s+查凭证/);
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('readingTo');
    await page.focus('[name=energy]');
    await page.keyboard.press('F4');
    expect(await page.inputValue('[name=energy]')).toBe('5840');
    await page.keyboard.press('Enter');
    await page.selectOption('[name=energyUnit]', 'MWh');
    await page.keyboard.press('F4');
    expect([await focused(), await page.inputValue('[name=energyUnit]')]).toEqual(['energyUnit', 'kWh']);
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('energyPrice');
    await page.focus('[name=readingTo]');
    await paste(SLIP_COLUMN);
    expect(await page.inputValue('[name=energy]')).toBe('6120');
    expect(await page.inputValue('[name=subsidyAmount]')).toBe('2849.47');
    await page.keyboard.press('Escape');
    expect(await page.inputValue('[name=energy]')).toBe('5840');
    await paste(SLIP_COLUMN);
    await page.getByText('6120×0.4656，分文不差').waitFor();
    expect(await bodyText()).toContain('已自动保存');
    await page.reload();
    expect(await page.inputValue('[name=energy]')).toBe('6120');
    await page.fill('[name=energyAmount]', '2352.54');
    await page.getByText('相差 0.01 元').waitFor();
    await page.fill('[name=energyAmount]', '2352.53');
    await page.getByText('6120×0.3844，分文不差').waitFor();
    await page.focus('[name=energyAmount]');
    await press('Control+Enter');
    expect(await bodyText()).toContain('结算单已入账');
    await goTo('石桥村', '/settlements/new?month=2025-05');
    expect(await page.inputValue('[name=energy]')).toBe('');
    await goTo('石桥村', '/months/2025-06');
    await page.keyboard.press('Alt+0');
    await tabTo('.hold button');
    await press('Enter');
    expect(await bodyText()).toContain('这个月已结账');
  });
});
