import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';

const SLIP = {
  generationMonth: '2025-05',
  postedOn: '2025-06-30',
  readingFrom: '10314.00',
  readingTo: '10926.00',
  energy: '6120',
  energyUnit: 'kWh',
  energyPrice: '0.3844',
  priceUnit: 'yuan/kWh',
  subsidyPrice: '0.4656',
};

describe('the office pages', () => {
  let office: DemoOffice;
  let accountant: Visitor;
  let officer: Visitor;
  let village = '';
  let township = '';

  beforeAll(async () => {
    office = await startDemoOffice();
    const all = await office.app.get(CollectivesService).listCollectives();
    village = `/villages/${all.find((each) => each.noticeLabel === '石桥')?.id ?? ''}`;
    township = `/township/${all.find((each) => each.kind === 'township')?.id ?? ''}`;
    accountant = new Visitor(office.app);
    await accountant.logIn(office.personOf('zhou'));
    officer = new Visitor(office.app);
    await officer.logIn(office.personOf('sun'));
  }, 120_000);

  afterAll(() => office.close());

  /** Opens a page, fills its form in and posts it. */
  async function post(
    who: Visitor,
    path: string,
    fields: Record<string, string>,
    { from = path, key }: { from?: string; key?: string } = {},
  ) {
    const page = await who.get(from);
    const commandKey = key ?? /name="commandKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    return who.post(path, { ...fields, _csrf: csrfTokenIn(page.body), commandKey });
  }

  async function vouchersOf(month: string): Promise<number> {
    const collectiveId = village.slice('/villages/'.length);
    const months = { first: month, last: month };
    return (await office.app.get(LedgerReadService).listVouchers(collectiveId, months)).length;
  }

  async function stationId(): Promise<string> {
    const page = await accountant.get(`${village}/settlements/new`);
    return /name="assetId" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  }

  describe('lead', () => {
    it('an accountant to the village that is furthest behind, at its oldest open month', async () => {
      const home = await accountant.get('/');
      expect([home.statusCode, home.headers.location]).toEqual([303, village]);
      const on = await accountant.get(village);
      expect(on.headers.location).toBe(`${village}/months/2025-06`);
    });

    it('an officer to the township, and everyone else to the public pages', async () => {
      expect((await officer.get('/')).headers.location).toBe(township);
      expect((await new Visitor(office.app).get('/')).headers.location).toBe('/public');
    });
  });

  describe('open the list of vouchers', () => {
    it('at the first open month that has any, with a way to the months beside it', async () => {
      const list = await accountant.get(`${village}/vouchers`);
      expect(list.body).toContain('2025年6月');
      expect(list.body).toContain('← 看5月');
      expect(list.body).toContain('看7月 →');
      const july = await accountant.get(`${village}/vouchers?from=2025-07&to=2025-07`);
      expect(july.body).toContain('← 看6月');
    });
  });

  it('say that a contract is paid in full', async () => {
    expect((await accountant.get(`${village}/deductions/new`)).body).toContain('今年已付清');
  });

  describe('let in', () => {
    it.each([
      ['month', '/months/2025-06'],
      ['vouchers', '/vouchers'],
      ['trial balance', '/trial-balance'],
      ['surplus', '/surplus?pool=other'],
      ['assets', '/assets'],
      ['plans', '/plans'],
    ])('a township to look at the %s of its villages', async (_room, path) => {
      expect((await officer.get(`${village}${path}`)).statusCode).toBe(200);
    });

    it.each([
      ['a slip', '/settlements/new'],
      ['a receipt', '/receipts/new'],
      ['rent', '/income/new'],
      ['a cost', '/deductions/new'],
      ['an asset', '/assets/new'],
      ['a plan', '/plans/new'],
    ])('only the accountant to enter %s', async (_what, path) => {
      expect((await officer.get(`${village}${path}`)).statusCode).toBe(403);
      expect((await accountant.get(`${village}${path}`)).statusCode).toBe(200);
    });

    it('nobody without a log-in', async () => {
      const page = await new Visitor(office.app).get(`${village}/months/2025-06`);
      expect(page.headers.location).toContain('/login?returnTo=');
    });

    it('no accountant to the township', async () => {
      expect((await accountant.get(township)).statusCode).toBe(403);
    });
  });

  describe('refuse', () => {
    it('a form without its token, and book nothing', async () => {
      const count = await vouchersOf('2025-06');
      const answer = await accountant.post(`${village}/settlements/new`, {
        ...SLIP,
        commandKey: 'some-key-1',
      });
      expect(answer.statusCode).toBe(403);
      expect(await vouchersOf('2025-06')).toBe(count);
    });

    it.each([
      ['before the books began', '1999-01'],
      ['in the far future', '2099-12'],
    ])('a month %s, which is not there', async (_when, month) => {
      expect((await accountant.get(`${village}/months/${month}`)).statusCode).toBe(404);
    });

    it('a wrong address, naming its part in words', async () => {
      const page = await accountant.get(`${village}/surplus?pool=gold&from=x`);
      expect(page.statusCode).toBe(422);
      expect(page.body).toContain('资金类别只能从列出的里面选');
      expect(page.body).not.toContain('pool只能');
    });

    it('a plan above the money, saying by how much in place of a total, at the amount typed', async () => {
      const asked = { pool: 'pv', from: '2025-01-01', to: '2025-06-30' };
      const claim = { bucket: 'posts', forWhat: '岗位工资', beneficiaries: '8', unit: 'person' };
      const fields = { ...claim, targetGroup: 'lifted_out', amount: '999999' };
      const form: Record<string, string> = { ...asked };
      for (const [field, value] of Object.entries(fields)) form[`claims[0][${field}]`] = value;
      const answer = await post(accountant, `${village}/plans/new`, form);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('href="#field-claims.0.amount"');
      expect(answer.body).toContain('超出');
      expect(answer.body).not.toContain('与可分配收益相等');
    });

    it('a wrong receipt with the name of the money it is about', async () => {
      const page = await accountant.get(`${village}/receipts/new`);
      const box = /name="(amounts\[[^"]+\])"/.exec(page.body)?.[1] ?? '';
      const fields = { receivedOn: '2025-07-10', amount: '1.00', [box]: 'x' };
      const answer = await post(accountant, `${village}/receipts/new`, fields);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toMatch(/电站\u3000202\d年\d+月(电费|国家补贴)：金额“x”不是金额/);
    });

    it('a wrong slip with every problem and everything typed', async () => {
      const wrong = { ...SLIP, assetId: await stationId(), readingTo: '10000', energyAmount: '1.234' };
      const answer = await post(accountant, `${village}/settlements/new`, wrong);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('value="1.234"');
      expect(answer.body).toContain('value="10000"');
      expect(answer.body).toContain('电表不会倒走');
    });

    it('to close a month that still wants a slip, on its own page', async () => {
      const month = `${village}/months/2025-06`;
      const answer = await post(accountant, `${month}/hold`, {}, { from: month });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('结算单还没有登记');
    });

    it('an entry in a month that is held, above the form and without losing it', async () => {
      const cost = { kind: 'o_and_m', name: '修理', postedOn: '2025-05-20', amount: '1', reason: '台风' };
      const answer = await post(accountant, `${village}/deductions/new`, cost);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('2025年5月已经结账');
      expect(answer.body).toContain('value="修理"');
    });

    it('a draft without any claim, its blank rows left out', async () => {
      const blank = { pool: 'pv', from: '2025-01-01', to: '2025-06-30', 'claims[0][bucket]': 'posts' };
      const answer = await post(accountant, `${village}/plans/new`, blank);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('一项用途也没有');
    });

    it('an asset whose funds are not its cost', async () => {
      const asset = {
        kind: 'workshop',
        name: '车间',
        cost: '100',
        titleHolder: '村',
        acquiredOn: '2025-07-01',
      };
      const funds = { 'funds[1][level]': 'own', 'funds[1][year]': '2025', 'funds[1][amount]': '99.99' };
      const answer = await post(accountant, `${village}/assets/new`, { ...asset, ...funds });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('相差 −0.01 元');
      expect(answer.body).toContain('value="99.99"');
    });
  });

  describe('carry out', () => {
    it('the same form sent twice once, and say what was done once', async () => {
      const count = await vouchersOf('2025-06');
      const slip = { ...SLIP, assetId: await stationId(), energyAmount: '2352.53', subsidyAmount: '2849.47' };
      const key = 'slip-sent-twice';
      const path = `${village}/settlements/new`;
      const first = await post(accountant, path, slip, { key });
      const second = await post(accountant, path, slip, { key });
      expect([first.statusCode, second.statusCode]).toEqual([303, 303]);
      expect(await vouchersOf('2025-06')).toBe(count + 1);
      const month = String(first.headers.location);
      expect((await accountant.get(month)).body).toContain('结算单已入账');
      expect((await accountant.get(month)).body).not.toContain('结算单已入账');
    });

    it('one more row for a claim without saving anything', async () => {
      const fields = { pool: 'pv', from: '2025-01-01', to: '2025-06-30', moreRows: 'posts' };
      const claim = {
        'claims[0][bucket]': 'posts',
        'claims[0][forWhat]': '岗位工资',
        'claims[0][amount]': '12',
      };
      const answer = await post(accountant, `${village}/plans/new`, { ...fields, ...claim });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('value="岗位工资"');
      expect(answer.body.match(/value="posts"/g)?.length).toBeGreaterThan(2);
    });

    it('a draft outside the named uses only with a written reason, asked for on its page', async () => {
      const claim = {
        bucket: 'other',
        forWhat: '修水渠',
        beneficiaries: '0',
        unit: 'none',
        targetGroup: 'others',
      };
      const draft = {
        pool: 'pv',
        from: '2025-01-01',
        to: '2025-06-30',
        'claims[0][amount]': '500.00',
        ...Object.fromEntries(Object.entries(claim).map(([field, value]) => [`claims[0][${field}]`, value])),
      };
      const save = async (fields: Record<string, string>): Promise<string> => {
        const saved = await post(accountant, `${village}/plans/new`, fields);
        return String(saved.headers.location);
      };
      const plan = await save(draft);
      const page = await accountant.get(plan);
      const field = /name="(reasons\[[^"]+\])"/.exec(page.body)?.[1] ?? '';
      expect(field).toBe('reasons[FY-07n:other]');
      const refused = await post(accountant, `${plan}/submit`, {}, { from: plan });
      expect(refused.statusCode).toBe(422);
      expect(refused.body).toContain('请写明理由');
      const again = await save({ ...draft, [field]: '水渠塌了' });
      expect((await accountant.get(again)).body).toContain('理由已写：“水渠塌了”');
      const submitted = await post(accountant, `${again}/submit`, {}, { from: again });
      expect(submitted.headers.location).toBe(again);
    });

    it('no review by anyone but the township, and none before the meeting', async () => {
      const list = await accountant.get(`${village}/plans`);
      const plan = /href="(\/villages\/[^"]+\/plans\/[0-9a-f-]+)"/.exec(list.body)?.[1] ?? '';
      const review = { outcome: 'passed', digest: 'x' };
      expect((await post(accountant, `${plan}/review`, review, { from: plan })).statusCode).toBe(403);
      const early = await post(officer, `${plan}/review`, review, { from: plan });
      expect([early.statusCode, early.body.includes('不是办这一步的时候')]).toEqual([422, true]);
    });

    it('the reversal of a voucher, with a reason and in an open month', async () => {
      const list = await accountant.get(`${village}/vouchers?from=2025-06&to=2025-06`);
      const href = /href="(\/villages\/[^"]+\/vouchers\/[^"]+)">记-0033/.exec(list.body)?.[1] ?? '';
      const reverse = (reason: string) =>
        post(accountant, `${href}/reverse`, { postedOn: '2025-07-14', reason }, { from: href });
      expect((await reverse('')).statusCode).toBe(422);
      const done = await reverse('wrongAmount');
      expect((await accountant.get(href)).body).toContain('不再算数');
      const form = await accountant.get(String((await accountant.get(`${href}/anew`)).headers.location));
      expect(form.body).toContain(`name="corrects" value="${href.slice(-36)}"`);
      expect((await accountant.get(String(done.headers.location))).body).toContain('金额记错');
    });
  });
});
