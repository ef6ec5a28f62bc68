import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { ManualVouchersService } from '../../src/features/ledger/manual-vouchers.service';
import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { typedLine, typedVoucher } from '../support/vouchers';

const FORM = {
  postedOn: '2025-07-10',
  summary: '买办公用纸',
  attachments: '2',
  'lines[0][ledgerAccount]': '513 管理费用',
  'lines[0][debit]': '120.00',
  'lines[0][pool]': 'members',
  'lines[1][ledgerAccount]': '102',
  'lines[1][credit]': '120.00',
};

describe('vouchers written by hand, page by page', () => {
  let office: DemoOffice;
  let accountant: Visitor;
  let officer: Visitor;
  let cashier: Visitor;
  let village = '';

  beforeAll(async () => {
    office = await startDemoOffice();
    const all = await office.app.get(CollectivesService).listCollectives();
    village = `/villages/${all.find((each) => each.noticeLabel === '石桥')?.id ?? ''}`;
    const enter = async (name: string): Promise<Visitor> => {
      const visitor = new Visitor(office.app);
      await visitor.logIn(office.personOf(name));
      return visitor;
    };
    [accountant, officer, cashier] = [await enter('zhou'), await enter('sun'), await enter('he')];
  }, 180_000);

  afterAll(() => office.close());

  /** Posts with the tokens of the page it stands on. */
  async function post(who: Visitor, path: string, fields: Record<string, string>, from = path) {
    const page = await who.get(from);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    return who.post(path, { ...fields, _csrf: csrfTokenIn(page.body), commandKey });
  }

  /** Money of the members comes to the bank. */
  async function bringIn(yuan: string): Promise<void> {
    const lines = [
      typedLine({ ledgerAccount: '102', debit: yuan, pool: 'members' }),
      typedLine({ ledgerAccount: '504', credit: yuan }),
    ];
    const form = typedVoucher({ postedOn: '2025-07-10', lines });
    const hands = { preparedBy: 'ann', reviewedBy: 'ben' };
    await office.app.get(ManualVouchersService).postVoucher(village.slice('/villages/'.length), form, hands);
  }

  it('keeps what is typed while it is typed, until it is saved or thrown away', async () => {
    const blank = `${village}/vouchers/new`;
    const typing = { ...FORM, summary: '买打印纸' };
    expect((await post(accountant, blank, { ...typing, tryOut: '1' })).body).toContain('已自动保存');
    const again = (await accountant.get(blank)).body;
    for (const typed of ['买打印纸', '120.00', '清空重填']) expect(again).toContain(typed);
    expect((await cashier.get(`${village}/voucher-drafts`)).body).not.toContain('买打印纸');
    expect((await post(accountant, blank, { ...typing, dropTyped: '1' })).statusCode).toBe(303);
    expect((await accountant.get(blank)).body).not.toContain('买打印纸');
    await post(accountant, blank, { ...typing, tryOut: '1' });
    expect((await post(accountant, blank, typing)).statusCode).toBe(303);
    expect((await accountant.get(blank)).body).not.toContain('买打印纸');
  });

  it('asks for more rows without losing what was typed', async () => {
    const more = await post(accountant, `${village}/vouchers/new`, { ...FORM, act: 'more' });
    expect(more.statusCode).toBe(200);
    expect(more.body).toContain('name="lines[9][debit]"');
    expect(more.body).toContain('value="买办公用纸"');
  });

  it('goes from draft to review, to the books, to the cashier and to paper', async () => {
    const saved = await post(accountant, `${village}/vouchers/new`, FORM);
    expect(saved.statusCode).toBe(303);
    const draft = String(saved.headers.location);
    const own = await accountant.get(draft);
    expect(own.body).toContain('等别人复核');
    expect(own.body).not.toContain('看过无误');
    const digest = /name="digest" value="([^"]+)"/.exec((await officer.get(draft)).body)?.[1] ?? '';
    expect((await post(officer, `${draft}/review`, { digest }, draft)).statusCode).toBe(303);
    const short = await post(accountant, `${draft}/post`, {}, draft);
    expect(short.statusCode).toBe(422);
    expect(short.body).toContain('集体自有资金的现金和存款，2025年7月10日只有 0.00 元，不够付 120.00 元');
    await bringIn('240.00');
    const booked = await post(accountant, `${draft}/post`, {}, draft);
    const voucher = String(booked.headers.location);
    expect(voucher).toMatch(/\/vouchers\/[\w-]+$/);
    const page = await cashier.get(voucher);
    expect(page.body).toContain('出纳签字');
    expect((await post(cashier, `${voucher}/sign`, { part: 'cashier' }, voucher)).statusCode).toBe(303);
    const signed = (await accountant.get(voucher)).body;
    for (const hand of ['周会计', '孙所长', '何出纳', '附单据 2 张']) expect(signed).toContain(hand);
    const pdf = await accountant.get(`${voucher}/voucher.pdf`);
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
  });

  it('shows every fault with its line, and keeps what is wrong as a draft', async () => {
    const wrong = { ...FORM, 'lines[0][pool]': 'pv' };
    const draft = String((await post(accountant, `${village}/vouchers/new`, wrong)).headers.location);
    const page = await officer.get(draft);
    expect(page.body).toContain('光伏收益的钱会减少 120.00 元');
    expect(page.body).not.toContain('看过无误');
    expect((await post(accountant, `${draft}/void`, {}, draft)).statusCode).toBe(303);
  });

  it('finds vouchers by account, text and what nobody reviewed, and reviews a month at once', async () => {
    const months = 'from=2025-06&to=2025-06';
    const all = (await officer.get(`${village}/vouchers?${months}`)).body;
    const none = (await officer.get(`${village}/vouchers?${months}&account=151&text=`)).body;
    expect(all).toContain('复核2025年6月全部凭证');
    expect(none).toContain('没有这样的凭证');
    const path = `${village}/vouchers/review-month`;
    const reviewed = await post(officer, path, { month: '2025-06' }, `${village}/vouchers?${months}`);
    expect(reviewed.statusCode).toBe(303);
    const left = (await officer.get(`${village}/vouchers?${months}&unsigned=1`)).body;
    expect(left).toContain('没有这样的凭证');
    const printed = await cashier.get(`${village}/vouchers/print.pdf?${months}`);
    expect(printed.headers['content-type']).toBe('application/pdf');
    const backwards = await cashier.get(`${village}/vouchers/print.pdf?from=2025-06&to=2025-05`);
    expect([backwards.statusCode, backwards.headers['content-type']]).toEqual([
      409,
      'text/html; charset=utf-8',
    ]);
    expect(backwards.body).toContain('“从”2025年6月晚于“到”2025年5月');
  });

  it('asks for a recurring voucher in its month: booked once, or left out with a reason', async () => {
    const name = '网络费';
    const kept = await post(accountant, `${village}/recurring-vouchers/new`, {
      ...{ name, every: 'month', fromMonth: '2025-06', summary: '付网络费' },
      ...Object.fromEntries(Object.entries(FORM).filter(([field]) => field.startsWith('lines'))),
    });
    expect(kept.statusCode).toBe(303);
    const list = (await accountant.get(`${village}/recurring-vouchers`)).body;
    const june = /href="([^"]+\/months\/2025-06)">看一看/.exec(list)?.[1] ?? '';
    const month = `${village}/months/2025-06`;
    expect((await accountant.get(month)).body).toContain(`href="${june}"`);
    expect((await accountant.get(month)).body).toContain('也没有写不记的理由');
    const filled = (await accountant.get(june)).body;
    for (const text of ['513 管理费用', '120.00', '2025年6月30日']) expect(filled).toContain(text);
    expect((await officer.get(june)).body).not.toContain('这个月不记');
    const short = await post(accountant, `${june}/waive`, { reason: '免' }, june);
    expect(short.statusCode).toBe(422);
    expect(short.body).toContain('理由太短');
    expect((await post(accountant, `${june}/waive`, { reason: '六月免费' }, june)).statusCode).toBe(303);
    expect((await accountant.get(month)).body).toContain('不记：六月免费');
    expect((await accountant.get(month)).body).not.toContain('也没有写不记的理由');
    const july = june.replace('2025-06', '2025-07');
    const wrong = await post(accountant, `${july}/book`, { attachments: '一张' }, july);
    expect(wrong.body).toContain('要填 0 到 999 的整数');
    expect((await post(accountant, `${july}/book`, { attachments: '1' }, july)).statusCode).toBe(303);
    expect((await accountant.get(july)).body).toContain('这个月的已经记账');
    expect((await post(accountant, `${july}/book`, {}, june)).statusCode).toBe(422);
    const all = (await accountant.get(`${village}/recurring-vouchers`)).body;
    expect(all).toContain('该记的常设凭证都记了');
  });

  it('registers and mends a counterparty', async () => {
    const path = `${village}/counterparties`;
    expect((await post(accountant, path, { name: '石桥小卖部', kind: 'organisation' })).statusCode).toBe(303);
    const list = await accountant.get(path);
    const edit = /石桥小卖部<.*?href="([^"]+\?edit=[^"]+)"/.exec(list.body)?.[1] ?? '';
    expect((await accountant.get(edit)).body).toContain('value="石桥小卖部"');
    expect((await post(accountant, path, { name: '石桥小卖部', kind: 'person' })).statusCode).toBe(422);
    expect((await officer.get(path)).body).not.toContain('登记一个');
  });

  it('lets a cashier see vouchers and the month, nothing else', async () => {
    expect((await cashier.get('/')).headers.location).toMatch(/^\/villages\//);
    expect((await cashier.get(`${village}/months/2025-06`)).statusCode).toBe(200);
    for (const closed of [
      '/vouchers/new',
      '/voucher-drafts',
      '/recurring-vouchers',
      '/assets',
      '/settlements/new',
    ]) {
      expect((await cashier.get(`${village}${closed}`)).statusCode).toBe(403);
    }
  });
});
