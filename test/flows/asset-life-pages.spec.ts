import { OpeningService } from '../../src/features/months/opening.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { PASSWORD, startVillageApp, STATION, type VillageApp } from './api-village.fixture';

const DECIDED = {
  ...{ remedy: 'dispose', what: '卖掉', who: '村委会', doneBy: '2025-01-31' },
  ...{ decidedOn: '2025-01-20', paper: '会议记录' },
};

/** The station of 300,000.00 in books that begin with 2025; it has lost 60,000.00 before. */
describe('the life of an asset over the pages', () => {
  let village: VillageApp;
  let accountant: Visitor;
  let path = '';
  let asset = '';
  let keys = 0;

  beforeAll(async () => {
    village = await startVillageApp('sqlite');
    path = `/villages/${village.villageId}`;
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
    const added = await village.accountant.post(`/api${path}/assets`, STATION);
    const id = String(added.body['id']);
    asset = `${path}/assets/${id}/depreciation`;
    const line = { pool: 'pv' as const, assetId: id };
    await village.app.get(OpeningService).recordShort(
      village.villageId,
      {
        on: '2025-01-01',
        bank: [],
        receivables: [],
        further: [
          { ...line, ledgerAccount: '151', side: 'debit', amount: 30_000_000n },
          { ...line, ledgerAccount: '152', side: 'credit', amount: 6_000_000n },
          { pool: 'pv', ledgerAccount: '311', side: 'credit', amount: 24_000_000n },
        ],
      },
      { by: 'wang' },
    );
  }, 120_000);
  afterAll(() => village.close());

  async function post(to: string, from: string, fields: Record<string, string>) {
    const page = await accountant.get(from);
    keys += 1;
    const tokens = { _csrf: csrfTokenIn(page.body), commandKey: `depreciation-key-${String(keys)}` };
    return accountant.post(to, { ...fields, ...tokens });
  }

  it('lists what nobody has decided about, and fills the form from the books', async () => {
    const list = await accountant.get(`${path}/depreciation`);
    expect(list.body).toContain('还没定怎么提的');
    expect(list.body).toContain(asset);
    const form = await accountant.get(asset);
    for (const filled of ['value="60000.00"', 'value="2025-01"', '240,000.00'])
      expect(form.body).toContain(filled);
  });

  it('shows everything that is wrong with what was typed', async () => {
    const typed = {
      basis: 'takenOver',
      use: 'operating',
      fromMonth: '2025-01',
      months: '0',
      salvage: '300000',
    };
    const refused = await post(asset, asset, { ...typed, accumulated: '1' });
    expect(refused.statusCode).toBe(422);
    for (const sentence of ['有 3 处要改', '要填 1 到 1200 的整数', '相差 59,999.00 元', '残值要小于净值'])
      expect(refused.body).toContain(sentence);
  });

  it('keeps the terms, and books month by month with one press', async () => {
    const typed = {
      basis: 'takenOver',
      use: 'operating',
      fromMonth: '2025-01',
      months: '180',
      salvage: '5%',
    };
    const kept = await post(asset, asset, { ...typed, accumulated: '60000.00' });
    expect([kept.statusCode, kept.headers.location]).toEqual([303, asset]);
    // 240,000.00 − 15,000.00 = 225,000.00; over 180 months it is 1,250.00.
    expect((await accountant.get(asset)).body).toContain('225,000.00');
    const month = await accountant.get(`${path}/months/2025-01`);
    expect(month.body).toContain('计提折旧');
    // Nothing was carried over, came or went: no row of zeros stands beside the month.
    expect(month.body).not.toContain('按到账算');
    const due = await accountant.get(`${path}/depreciation`);
    expect(due.body).toContain('2025年1月');
    expect(due.body).toContain('1,250.00');
    expect(due.body).toContain('记账日期是 2025年1月31日');
    const early = await post(`${path}/depreciation/2025-02/book`, `${path}/depreciation`, {});
    expect([early.statusCode, early.body.includes('先提2025年1月')]).toEqual([422, true]);
    const booked = await post(`${path}/depreciation/2025-01/book`, `${path}/depreciation`, {});
    expect(booked.headers.location).toBe(`${path}/depreciation?month=2025-01`);
    const after = await accountant.get(`${path}/depreciation?month=2025-01`);
    expect(after.body).toContain('已记，看凭证');
    expect(after.body).not.toContain('这个月一起记账');
  });

  it('is looked at by the township, and decided only in the village', async () => {
    const officer = new Visitor(village.app);
    await officer.logIn({ username: 'li', password: PASSWORD });
    const page = await officer.get(asset);
    expect([page.statusCode, page.body.includes('改年限')]).toEqual([200, false]);
    const life = await officer.get(asset.replace('/depreciation', '/life'));
    expect([life.statusCode, life.body.includes('入账')]).toEqual([200, false]);
    // A village that never settled after how many days an asset is idle does not look as if all were well.
    const watch = (await officer.get(`/township/${village.townshipId}/asset-watch`)).body;
    expect(watch).toContain('还没有定：空着多少天算闲置');
    const own = (await accountant.get(`${path}/asset-watch`)).body;
    expect(own).toContain('现行文件没有说：一年净收益占原值多少以下算效益差。');
    const list = await village.officer.get(`/api${path}/depreciation`);
    expect(list.body).toMatchObject({ items: [{ use: 'operating', terms: [{ months: 180 }] }] });
    const refused = await village.officer.post(`/api${path}/months/2025-02/depreciation`, {});
    expect(refused.status).toBe(403);
  });

  it('stands still by a decision until it runs again, and what was wrong is taken back', async () => {
    const life = asset.replace('/depreciation', '/life');
    const said = { turnWay: 'suspend', happenedOn: '2025-01-15', ground: 'other', paper: '决议2号' };
    const turn = (fields: object) =>
      post(`${life}/turn`, `${life}?act=turn`, { ...said, approvedBy: '成员代表会议', ...fields });
    const refused = await turn({ approvedBy: '' });
    expect(refused.statusCode).toBe(422);
    for (const sentence of ['有 2 处要改', '为什么转产或报停没有填', '谁批准的没有填'])
      expect(refused.body).toContain(sentence);
    expect((await turn({ turnReason: '设备检修' })).headers.location).toBe(life);
    const still = (await accountant.get(life)).body;
    for (const shown of ['2025年1月15日起停用', '设备检修', '恢复使用或转产', '撤销这次登记'])
      expect(still).toContain(shown);
    expect((await accountant.get(asset.replace('/depreciation', ''))).body).toContain('闲置');
    expect((await turn({ turnWay: 'resume', happenedOn: '2025-01-16' })).headers.location).toBe(life);
    const withdrawal = /action="([^"]*turns[^"]*)"/.exec((await accountant.get(life)).body)?.[1] ?? '';
    expect((await post(withdrawal, life, { turnWithdrawn: '' })).statusCode).toBe(422);
    expect((await post(withdrawal, life, { turnWithdrawn: '是17日' })).headers.location).toBe(life);
    expect((await turn({ turnWay: 'resume', happenedOn: '2025-01-17' })).headers.location).toBe(life);
    expect((await accountant.get(life)).body).toContain('已撤销：是17日');
    const turns = await village.officer.get(`/api${life.replace('/life', '/turns')}`);
    expect(turns.body).toMatchObject({ items: [{ turn: { way: 'suspend' } }, { withdrawn: '是17日' }, {}] });
  });

  it('is written down, sold and closed with forms of its own, each wrong value said by name', async () => {
    const life = asset.replace('/depreciation', '/life');
    const page = await accountant.get(life);
    for (const shown of ['还没有改良、减值或处置', '238,750.00', '记改良或减值', '处置、划转或入股'])
      expect(page.body).toContain(shown);
    const wrong = await post(`${life}/change`, `${life}?act=change`, {
      kind: 'impairment',
      amount: '238750',
      paper: '',
    });
    expect(wrong.statusCode).toBe(422);
    for (const sentence of ['账上净值只有 238,750.00 元', '决议或依据没有填', '日期没有填'])
      expect(wrong.body).toContain(sentence);
    const change = { kind: 'impairment', happenedOn: '2025-01-31', amount: '44750', paper: '评估报告' };
    const changed = await post(`${life}/change`, `${life}?act=change`, change);
    expect([changed.statusCode, changed.headers.location]).toEqual([303, life]);
    // 238,750.00 − 44,750.00 = 194,000.00; less 15,000.00 over 179 months it is 1,000.00 a month.
    expect((await accountant.get(`${path}/depreciation?month=2025-02`)).body).toContain('1,000.00');
    const watch = asset.replace('/assets/', '/asset-watch/').replace('/depreciation', '');
    expect((await post(watch, watch, DECIDED)).headers.location).toBe(watch);
    const sale = { way: 'sale', ground: 'poorReturn', happenedOn: '2025-01-31', paper: '决议5号' };
    const asked = (await accountant.get(`${life}?act=leave`)).body;
    for (const shown of ['公积公益金能抵多少', '抵不了的', '最多冲到这项资金账上的数', '金额含不含税'])
      expect(asked).toContain(shown);
    const refused = await post(`${life}/leave`, `${life}?act=leave`, {
      ...sale,
      agreedValue: '',
      approvedBy: '',
      proceeds: 'x',
    });
    expect([refused.statusCode, refused.body.includes('有 2 处要改')]).toEqual([422, true]);
    const unsaid = { proceeds: '1', approvedBy: '镇政府', taxPercent: '3' };
    const half = await post(`${life}/leave`, `${life}?act=leave`, { ...sale, ...unsaid });
    expect(half.body).toContain('就要选金额含税，还是税另加');
    // Whoever has the right to dispose of it approves it, too.
    const rights = { condition: 'inUse', disposalBody: '镇政府', validFrom: '2025-01-20', basedOn: '0' };
    const noted = `/api${asset.replace('/depreciation', '/particulars')}`;
    expect((await village.accountant.post(noted, rights)).status).toBe(201);
    const sell = (approvedBy: string) =>
      post(`${life}/leave`, `${life}?act=leave`, {
        ...sale,
        ...{
          proceeds: '200000',
          costs: '',
          agreedValue: '',
          approvedBy,
          taxBasis: 'inclusive',
          taxPercent: '3',
        },
      });
    expect((await sell('成员代表会议')).body).toContain('处置权登记在“镇政府”');
    expect((await sell('成员代表会议、镇政府')).statusCode).toBe(303);
    const after = await accountant.get(life);
    for (const shown of ['已出账', '转让', '效益差', '200,000.00', '含税 5,825.24', '成员代表会议']) {
      expect(after.body).toContain(shown);
    }
    expect(after.body).not.toContain('记改良或减值');
    const card = (await accountant.get(asset.replace('/depreciation', ''))).body;
    for (const shown of ['2025年1月31日已处置（转让）', '处置前原值']) expect(card).toContain(shown);
    const listed = (await accountant.get(`${path}/assets`)).body;
    expect(listed).toMatch(/不在合计里[\s\S]*转让/);
    expect((await accountant.get(`${path}/assets?on=2025-01-30`)).body).not.toContain('不在合计里');
    expect((await accountant.get(`${path}/assets?on=31.1.`)).body).toContain('“31.1.”不是日期');
    const whole = await accountant.get(`${path}/assets/register.xlsx?left=yes&on=2025-01-31`);
    expect([whole.statusCode, whole.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    const events = await village.accountant.get(`/api${life.replace('/life', '/events')}`);
    const sold = { kind: 'sale', taxBasis: 'inclusive', tax: '5825.24' };
    expect(events.body).toMatchObject({ items: [{ kind: 'impairment' }, sold] });
    // 200,000.00 less 5,825.24 is the sale of the quarter.
    const period = (await accountant.get(`${path}/taxes/2025-01-01`)).body;
    for (const shown of ['194,174.76', '5,825.24']) expect(period).toContain(shown);
  });

  it('leaves what was decided about it to be read, and to be ended', async () => {
    const [id] = asset.replace('/depreciation', '').split('/').slice(-1);
    const watch = `${path}/asset-watch/${id ?? ''}`;
    const open = (await accountant.get(watch)).body;
    for (const shown of ['2025年1月31日离开了台账，定过的办法还没有记结果', '还在办'])
      expect(open).toContain(shown);
    expect(open).not.toContain('定办法</h2>');
    expect((await accountant.get(`${path}/asset-watch`)).body).toContain('2025年1月31日离开了台账');
    const officer = new Visitor(village.app);
    await officer.logIn({ username: 'li', password: PASSWORD });
    expect((await officer.get(`/township/${village.townshipId}/asset-watch`)).body).toContain('1 处过了期限');
    const matters = await accountant.get(`${path}/matters/asset/${id ?? ''}`);
    expect([
      matters.statusCode,
      matters.body.includes('已经不在了，下面是它最后一天（2025年1月30日）'),
    ]).toEqual([200, true]);
    expect(matters.body).not.toContain('name="fromOn"');
    const again = await post(watch, watch, DECIDED);
    expect(again.statusCode).toBe(404);
    const end = { remedyNumber: '1', doneOn: '2025-01-31', cameOf: '卖了' };
    expect((await post(`${watch}/ends`, watch, end)).headers.location).toBe(watch);
    const ended = (await accountant.get(watch)).body;
    expect(ended).toContain('卖了');
    expect(ended).not.toContain('还没有记结果');
    expect((await officer.get(`/township/${village.townshipId}/asset-watch`)).body).not.toContain('过了期限');
  });

  it('begins as a project that is built in stages and accepted', async () => {
    const list = `${path}/construction`;
    expect((await accountant.get(list)).body).toContain('还没有工程');
    const refused = await post(list, list, {
      name: '',
      contractor: '建筑公司',
      contractSum: '0',
      pool: 'earmarked',
    });
    expect([refused.statusCode, refused.body.includes('有 3 处要改')]).toEqual([422, true]);
    const works = {
      name: '电站工程',
      contractor: '建筑公司',
      contractSum: '1000',
      pool: 'earmarked',
      paper: '合同',
    };
    const project = String((await post(list, list, works)).headers.location);
    const blank = { amount: '', kept: '', keptDueOn: '', assetId: '' };
    const funded = { ...blank, act: 'fund', happenedOn: '2025-05-01', amount: '1000' };
    expect((await post(project, `${project}?act=fund`, funded)).headers.location).toBe(project);
    const stage = { ...blank, act: 'stage', happenedOn: '2025-05-20', amount: '950' };
    const wrong = await post(project, `${project}?act=stage`, {
      ...stage,
      kept: '50.01',
      keptDueOn: '2025-05-20',
    });
    for (const sentence of ['超过合同价 1,000.00 元，多出 0.01 元', '质保金到期', '有 2 处要改'])
      expect(wrong.body).toContain(sentence);
    await post(project, `${project}?act=stage`, { ...stage, kept: '50', tryOut: '1' });
    expect((await accountant.get(`${project}?act=stage`)).body).toContain('value="950"');
    expect((await accountant.get(`${project}?act=fund`)).body).not.toContain('value="950"');
    await post(project, `${project}?act=stage`, { ...stage, kept: '50', keptDueOn: '2025-07-01' });
    const page = await accountant.get(project);
    for (const shown of ['质保金该付了', '2025年7月1日', '付工程款', '50.00'])
      expect(page.body).toContain(shown);
    const form = `${project}?act=acceptance`;
    expect((await accountant.get(form)).body).toContain('value="1000.00"');
    const blanks = {
      'asset[funds][1][level]': '',
      'asset[funds][1][year]': '',
      'asset[funds][1][amount]': '',
    };
    const became = { 'asset[kind]': 'coldStore', 'asset[assetClass]': 'operating', 'asset[name]': '冷库' };
    const paid = { 'asset[funds][0][level]': 'county', 'asset[funds][0][year]': '2025' };
    const typed = { ...blank, ...blanks, ...became, ...paid, act: 'acceptance', happenedOn: '2025-06-30' };
    const short = await post(project, form, { ...typed, 'asset[funds][0][amount]': '999' });
    expect([short.statusCode, short.body.includes('所有权人没有填')]).toEqual([422, true]);
    const whole = { ...typed, 'asset[titleHolder]': '东河村', 'asset[funds][0][amount]': '1000' };
    expect((await post(project, form, whole)).headers.location).toBe(project);
    expect((await accountant.get(`${path}/assets`)).body).toContain('冷库');
    const listed = await village.officer.get(`/api${list}`);
    expect(listed.body).toMatchObject({ items: [{ project: { name: '电站工程' }, events: [{}, {}, {}] }] });
  });
});
