import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';

const CHOICE = { ledgerAccount: '322', fromYear: '2026', reason: '县里按收益分配核算岗位报酬' };

describe('the pages of the accounts that a county chooses', () => {
  let office: DemoOffice;
  let county: Visitor;
  let accountant: Visitor;
  let officer: Visitor;
  let path = '';
  let villagePath = '';
  let townshipPath = '';

  beforeAll(async () => {
    office = await startDemoOffice();
    const all = await office.app.get(CollectivesService).listCollectives();
    const pathOf = (id: string | undefined): string => `/offices/${id ?? ''}`;
    path = pathOf(all.find((each) => each.kind === 'county')?.id);
    townshipPath = pathOf(all.find((each) => each.kind === 'township')?.id);
    villagePath = pathOf(all.find((each) => each.noticeLabel === '石桥')?.id);
    const enter = async (name: string): Promise<Visitor> => {
      const visitor = new Visitor(office.app);
      await visitor.logIn(office.personOf(name));
      return visitor;
    };
    [county, accountant, officer] = [await enter('qian'), await enter('zhou'), await enter('sun')];
  }, 120_000);

  afterAll(() => office.close());

  async function choose(use: string, fields: Partial<typeof CHOICE> = {}, who = county) {
    const at = `${path}/account-choices/2023/${use}`;
    const page = await county.get(at);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    return who.post(at, { ...CHOICE, ...fields, _csrf: csrfTokenIn(page.body), commandKey });
  }

  it('are reached from the policy and lead back to it', async () => {
    const { body } = await county.get(`${path}/packs`);
    expect(body).toContain(`href="${path}/account-choices"`);
    const list = await county.get(`${path}/account-choices`);
    expect(list.statusCode).toBe(200);
    expect(list.body).toContain(`href="${path}/packs"`);
    for (const word of [
      '公益岗位报酬',
      '电费补贴收入',
      '514 公益支出',
      '501 经营收入',
      '县里没有选，照科目表',
    ])
      expect(list.body).toContain(word);
    expect(list.body).not.toContain('2004 年版会计科目');
    const use = await county.get(`${path}/account-choices/2023/industry`);
    expect(use.body).toContain(`href="${path}/account-choices"`);
    expect(use.body).toContain('153 在建工程：列支记入在建工程的');
  });

  it('refuse the subsidy of a year that has slips, and say from which year one may choose', async () => {
    const at = await county.get(`${path}/account-choices/2023/subsidyIncome`);
    expect(at.body).toContain('本年已有凭证，只能从 2026 年起选');
    expect(at.body).not.toContain('value="2025"');
    const refused = await choose('subsidyIncome', { ledgerAccount: '503', fromYear: '2025' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('本县 2025 年已经有这项用途的凭证');
    expect(refused.body).toContain('最早从 2026 年起');
  });

  it('bring a choice back with everything wrong with it, each at its field', async () => {
    const refused = await choose('industry', { ledgerAccount: '153', fromYear: '2027', reason: '' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('有 3 处要改');
    for (const field of ['ledgerAccount', 'fromYear', 'reason'])
      expect(refused.body).toContain(`id="field-${field}-wrong"`);
  });

  it('keep a right one, and show it to the villages with who chose it and why', async () => {
    expect((await choose('postWages')).statusCode).toBe(303);
    const list = await county.get(`${path}/account-choices`);
    expect(list.body).toContain('县里选的，从 2026 年起');
    const use = await accountant.get(`${villagePath}/account-choices/2023/postWages`);
    expect(use.body).toContain('322 收益分配');
    expect(use.body).toContain(CHOICE.reason);
    expect(use.body).toContain('钱科长，2025年7月14日');
    expect(use.body).not.toContain('<form method="post" action="/offices');
    expect((await choose('postWages')).body).toContain('从 2026 年起选的已经是 322 收益分配');
  });

  it('are for the county to fill, and for nobody of another place', async () => {
    expect((await officer.get(`${townshipPath}/account-choices`)).statusCode).toBe(200);
    expect((await accountant.get(`${path}/account-choices`)).statusCode).toBe(403);
    expect((await choose('rewards', { ledgerAccount: '515' }, officer)).statusCode).toBe(403);
    expect((await county.get(`${path}/account-choices/2023/nothing`)).statusCode).toBe(404);
  });
});
