import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';

describe('the pages of a year end', () => {
  let office: DemoOffice;
  let accountant: Visitor;
  let officer: Visitor;
  let collectiveId = '';
  let path = '';

  beforeAll(async () => {
    office = await startDemoOffice();
    const all = await office.app.get(CollectivesService).listCollectives();
    collectiveId = all.find((each) => each.noticeLabel === '石桥')?.id ?? '';
    path = `/villages/${collectiveId}/year-end`;
    accountant = new Visitor(office.app);
    await accountant.logIn(office.personOf('zhou'));
    officer = new Visitor(office.app);
    await officer.logIn(office.personOf('sun'));
  }, 120_000);

  afterAll(() => office.close());

  const chainLength = async () => (await office.app.get(LedgerReadService).requireChain(collectiveId)).length;

  async function post(to: string, fields: Record<string, string>, from = path) {
    const page = await accountant.get(from);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    return accountant.post(to, { ...fields, _csrf: csrfTokenIn(page.body), commandKey });
  }

  it('show what is missing, each step with its voucher, and no button before', async () => {
    const { statusCode, body } = await accountant.get(path);
    expect(statusCode).toBe(200);
    expect(body).toContain('2025年年终结转');
    expect(body).toContain('2025年7月还没有结账');
    expect(body).toContain(`href="${path.replace('year-end', 'months/2025-07')}"`);
    expect(body).toContain('8月到12月还没到');
    expect(body).not.toMatch(/href="[^"]*2025-(08|09|1)/);
    expect(body).toContain('32201　未分配收益');
    expect(body).not.toContain('照这样入账');
  });

  it('let the township look, and not book', async () => {
    const { statusCode, body } = await officer.get(path);
    expect(statusCode).toBe(200);
    expect(body).not.toContain('照决议入账');
    expect(body).not.toContain('/settlements/new');
    expect((await officer.get(`${path}/correction`)).statusCode).toBe(403);
  });

  it('show the voucher of a reserve before it is booked', async () => {
    const before = await chainLength();
    const shown = await post(`${path}/reserve`, { year: '2025', 'reserves[pv]': '5%', preview: 'yes' });
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toContain('311　公积公益金');
    expect(await chainLength()).toBe(before);
  });

  it('refuse with everything that is missing, and keep what was typed', async () => {
    const before = await chainLength();
    const refused = await post(`${path}/reserve`, { year: '2025', 'reserves[pv]': 'half' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('value="half"');
    expect(refused.body).toContain('要写比例（如 5%）或金额（如 475.00）');
    expect(refused.body).toContain('决议或依据没有填');
    const closing = await post(`${path}/close`, { year: '2025', step: 'income' });
    expect(closing.statusCode).toBe(422);
    expect(closing.body).toContain('要到2025年12月31日才能做年终结转');
    expect(await chainLength()).toBe(before);
  });

  it('correct an earlier year against 322, with every blank named', async () => {
    const form = `${path}/correction`;
    const refused = await post(form, { amount: '0' }, form);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('对方科目没有填');
    const fields = { postedOn: '2025-07-10', aboutPeriod: '2024-11', account: '511', change: 'more' };
    const rest = { pool: 'pv', amount: '30.00', counter: '211', reason: '上年的清洗费' };
    const ofPool = await post(form, { ...fields, ...rest }, form);
    expect(ofPool.body).toContain('光伏收益付的费用不在这里记');
    const own = { account: '504', counter: '102', pool: 'members', reason: '上年卖废料的钱' };
    const booked = await post(form, { ...fields, ...rest, ...own }, form);
    expect(booked.statusCode).toBe(303);
    const voucher = await accountant.get(String(booked.headers.location));
    expect(voucher.body).toContain('更正2024年其他收入');
    expect(voucher.body).toContain('32201');
  });
});
