import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { addDays } from '../../src/domain/calendar/calendar-day';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { REPORT_NAMES } from '../../src/features/ledger/report-names';
import { Clock } from '../../src/platform/clock/clock';
import { fullDayText } from '../../src/platform/views/day-text';
import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';
import { Visitor } from '../platform/http-app.fixture';
import { tempFolder } from '../support/temp-folder';

describe('the books of a village', () => {
  let office: DemoOffice;
  let accountant: Visitor;
  let officer: Visitor;
  let id = '';
  let village = '';

  beforeAll(async () => {
    office = await startDemoOffice();
    const all = await office.app.get(CollectivesService).listCollectives();
    id = all.find((each) => each.name === '杨树湾村')?.id ?? '';
    village = `/villages/${id}`;
    accountant = new Visitor(office.app);
    await accountant.logIn(office.personOf('zhou'));
    officer = new Visitor(office.app);
    await officer.logIn(office.personOf('sun'));
  }, 120_000);

  afterAll(() => office.close());

  it('are listed on one page, every address of which is there', async () => {
    const page = await accountant.get(`${village}/books`);
    const hrefs = [...page.body.matchAll(/<dt><a href="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(hrefs.length).toBeGreaterThan(9);
    for (const href of hrefs) expect([href, (await accountant.get(href)).statusCode]).toEqual([href, 200]);
  }, 60_000);

  const expectSameAmounts = async (path: string, query = ''): Promise<void> => {
    const page = await officer.get(`${village}${path}${query}`);
    expect(page.statusCode).toBe(200);
    const amounts = [...page.body.matchAll(/<data class="money" value="([^"]+)"/g)].map((match) => match[1]);
    const sheet = await officer.get(`${village}${path}/sheet.pdf${query}`);
    const text = textOf(sheet.rawPayload).replace(/,/g, '').replace(/−/g, '-');
    for (const amount of amounts) expect(text).toContain(amount);
    expect(text.replace(/[^样张]/g, '')).toContain('张');
    const book = await officer.get(`${village}${path}/table.xlsx${query}`);
    const written = await amountsOf(book.rawPayload);
    const shown = page.body.includes('这段时间账上没有记录。') ? ['0.00'] : amounts;
    expect(written.map((amount) => amount.toFixed(2)).sort()).toEqual([...shown].sort());
  };

  it.each([...REPORT_NAMES.map((name) => `/books/${name}`), '/bridge'])(
    '%s stands on the screen, on paper and in a workbook with the same amounts',
    async (path) => {
      const query = path === '/bridge' ? '?from=2025-01-01&to=2025-06-30' : '?to=2025-06-30';
      await expectSameAmounts(path, query);
    },
    60_000,
  );

  it.each(['pv', 'other', 'members', 'earmarked'])(
    'the bridge of %s stands on the screen, on paper and in a workbook',
    async (pool) => {
      await expectSameAmounts('/bridge', `?pool=${pool}&from=2025-01-01&to=2025-06-30`);
    },
    60_000,
  );

  it('state any pool between any days, the carry-over with the statement before it', async () => {
    const days = (from: string, to: string) => `from=${from}&to=${to}`;
    const page = await accountant.get(`${village}/surplus?pool=pv&${days('2025-02-10', '2025-03-09')}`);
    const before = `${village}/surplus?pool=pv&${days('2025-01-01', '2025-02-09')}`;
    expect(page.body).toContain(`href="${before.replaceAll('&', '&amp;')}"`);
    const carried = /<dt>上期结转<\/dt><dd>.*?value="([^"]+)"/s.exec(page.body)?.[1];
    expect((await accountant.get(before)).body).toMatch(
      new RegExp(`<dt>可分配收益</dt><dd>.*?value="${carried ?? 'none'}"`, 's'),
    );
    const opening = /href="([^"]+)">建账时的余额/.exec(page.body)?.[1] ?? '';
    expect((await accountant.get(opening)).body).toContain('期初建账');
    const own = await accountant.get(`${village}/surplus?pool=earmarked&${days('2025-01-01', '2025-06-30')}`);
    expect(own.body).toContain('专款专用');
    expect(own.body).not.toContain('可分配收益');
    const wrong = await accountant.get(`${village}/surplus?pool=pv&${days('2025-06-30', '2025-06-29')}`);
    expect([wrong.statusCode, wrong.body.includes('截止日期早于开始的日期')]).toEqual([422, true]);
  });

  it('print and export the statement of a pool with the amounts of its page', async () => {
    const query = '?pool=pv&from=2025-01-01&to=2025-06-30';
    const page = await officer.get(`${village}/surplus${query}`);
    // The page shows a figure in its equation, its picture and its table; what is free is told as of today.
    const ofPeriod = page.body.replace(/到今天，已批准的方案[\s\S]*?<\/p>/, '');
    expect(ofPeriod.length).toBeLessThan(page.body.length);
    const shown = [...ofPeriod.matchAll(/<data class="money" value="-?([^"]+)"/g)].map((match) => match[1]);
    const book = await officer.get(`${village}/surplus/table.xlsx${query}`);
    const { amounts, words } = await cellsOf(book.rawPayload);
    const written = amounts.map((amount) => Math.abs(amount).toFixed(2));
    expect(written.filter((amount) => !shown.includes(amount))).toEqual([]);
    // What a plan has granted, and what waits, stands in the words beside its sum.
    const told = `${written.join(' ')} ${words.join(' ')}`.replace(/,/g, '');
    for (const amount of shown) expect(told).toContain(amount);
    const sheet = await officer.get(`${village}/surplus/sheet.pdf${query}`);
    const text = textOf(sheet.rawPayload).replace(/,/g, '');
    for (const amount of shown) expect(text).toContain(amount);
  });

  it('say so where a layout was never held against the paper', async () => {
    for (const name of ['balance-sheet', 'income-statement']) {
      expect((await accountant.get(`${village}/books/${name}`)).body).toContain('报表格式未经核对');
    }
  });

  it('say on paper and in a workbook that nothing stands there', async () => {
    const query = '?to=2024-01-01';
    const sheet = await accountant.get(`${village}/books/ageing/sheet.pdf${query}`);
    expect(textOf(sheet.rawPayload)).toContain('没有');
    const book = await accountant.get(`${village}/books/ageing/table.xlsx${query}`);
    expect((await cellsOf(book.rawPayload)).words).toContain('没有');
    const some = await accountant.get(`${village}/books/ageing/sheet.pdf?to=2025-06-30`);
    expect(textOf(some.rawPayload)).not.toContain('没有');
  });

  it.each(['balance-sheet', 'income-statement', 'ageing'])(
    '%s of a day that has not come says so, and one of today does not',
    async (name) => {
      const of = async (day: string) => (await accountant.get(`${village}/books/${name}?to=${day}`)).body;
      const today = office.app.get(Clock).today();
      expect(await of(addDays(today, 1))).toContain(`${fullDayText(addDays(today, 1))}还没有到`);
      expect(await of(today)).not.toContain('还没有到');
    },
  );

  it('say by which time they are drawn, and as known on which day', async () => {
    const page = await accountant.get(`${village}/books/account-balances?by=aboutPeriod&known=2024-01-01`);
    expect(page.body).toContain('按所属月份统计');
    expect(page.body).toContain('只算2024年1月1日为止入账的');
    expect(page.body).toContain('这段时间账上没有记录。');
  });

  it.each([
    ['a day that does not exist', '/books/account-balances?from=2025-02-30', '不是日期'],
    ['an account that does not exist', '/books/detail-ledger?account=999', '没有“999”这个科目'],
    ['an account that is none', '/books/detail-ledger?account=%25', '格式不对'],
    ['a report there is none of', '/books/nothing', '只能从列出的里面选'],
  ])('refuse %s', async (_what, path, sentence) => {
    const page = await accountant.get(`${village}${path}`);
    expect(page.statusCode).toBeGreaterThanOrEqual(400);
    expect(page.body).toContain(sentence);
  });

  it.each([
    ['days that run backwards', 'from=2025-06-30&to=2025-06-29', '截止日期早于开始的日期'],
    [
      'days that run backwards within a month',
      'from=2025-06-30&to=2025-06-29&by=aboutPeriod',
      '早于开始的日期',
    ],
    ['a day that does not exist', 'from=2025-06-31&to=2025-07-01', '不是日期'],
  ])('answer %s with the form, and everything typed in it', async (_what, query, sentence) => {
    const page = await accountant.get(`${village}/books/detail-ledger?${query}`);
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain(sentence);
    const from = /from=([\d-]+)/.exec(query)?.[1] ?? '';
    expect(page.body).toMatch(new RegExp(`<input id="field-from" [^>]*value="${from}"`));
    expect(page.body).not.toContain('导出 Excel');
  });

  it('count whole months by the month a fact concerns, and say so', async () => {
    const query = 'by=aboutPeriod&from=2025-03-15&to=2025-04-15';
    const page = await accountant.get(`${village}/books/account-balances?${query}`);
    expect(page.body).toContain('value="2025-03-01"');
    expect(page.body).toContain('value="2025-04-30"');
    const whole = 'by=aboutPeriod&from=2025-03-01&to=2025-04-30';
    const moneyOf = async (asked: string): Promise<string[]> => {
      const { body } = await accountant.get(`${village}/books/account-balances?${asked}`);
      return [...body.matchAll(/<data class="money" value="([^"]+)"/g)].map((match) => match[1] ?? '');
    };
    expect(await moneyOf(query)).toEqual(await moneyOf(whole));
  });

  it('let nobody in without a log-in', async () => {
    const visitor = new Visitor(office.app);
    expect((await visitor.get(`${village}/books/account-balances`)).headers.location).toContain('/login');
    expect((await visitor.get(`${village}/books/account-balances/table.xlsx`)).statusCode).not.toBe(200);
  });

  it('trace a cost back to its receipts and a receipt to what it paid', async () => {
    const months = { first: '2025-01', last: '2025-06' };
    const vouchers = await office.app.get(LedgerReadService).listVouchers(id, months);
    const cost = vouchers.find(({ source }) => source.kind === 'deduction');
    const opening = vouchers.find(({ source }) => source.kind === 'opening');
    const shown = await accountant.get(`${village}/vouchers/${cost?.entryId ?? ''}`);
    expect(shown.body).toContain(`/vouchers/${cost?.entryId ?? ''}/trace`);
    const back = await accountant.get(`${village}/vouchers/${cost?.entryId ?? ''}/trace`);
    expect(back.body).toContain('从哪里来');
    expect(back.body).toContain('期初建账');
    expect(back.body).toContain('当时就付了');
    const forward = await officer.get(`${village}/vouchers/${opening?.entryId ?? ''}/trace`);
    expect(forward.body).toContain('用到哪里');
    expect(forward.body).toContain('付电站保险');
    await expectSameAmounts(`/vouchers/${opening?.entryId ?? ''}/trace`);
  });
});

function textOf(pdf: Buffer): string {
  const file = join(tempFolder('sheet'), 'sheet.pdf');
  writeFileSync(file, pdf);
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

async function amountsOf(bytes: Buffer): Promise<number[]> {
  return (await cellsOf(bytes)).amounts;
}

async function cellsOf(bytes: Buffer): Promise<{ amounts: number[]; words: string[] }> {
  const workbook = new Workbook();
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  await workbook.xlsx.load(whole as ArrayBuffer);
  const amounts: number[] = [];
  const words: string[] = [];
  workbook.worksheets[0]?.eachRow((row) =>
    row.eachCell((cell) => {
      if (typeof cell.value === 'number') amounts.push(cell.value);
      if (typeof cell.value === 'string') words.push(cell.value);
    }),
  );
  return { amounts, words };
}
