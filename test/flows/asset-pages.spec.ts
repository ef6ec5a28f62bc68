import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

const HALL = {
  ...{ kind: 'workshop', assetClass: 'public', titleLevel: 'village', name: '村民活动室' },
  ...{ titleHolder: '东河村集体', acquiredOn: '2021-05-20', cost: '1200.00' },
  ...{ 'funds[0][level]': 'localBond', 'funds[0][year]': '2021', 'funds[0][amount]': '1200.00' },
};

describe('the register of assets over the pages', () => {
  let village: VillageApp;
  let accountant: Visitor;
  let assets = '';

  beforeAll(async () => {
    village = await startVillageApp('sqlite');
    assets = `/villages/${village.villageId}/assets`;
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
  }, 120_000);
  afterAll(() => village.close());

  async function post(path: string, form: Readonly<Record<string, string>>, from = path) {
    const { body } = await accountant.get(from);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
    return accountant.post(path, { ...form, _csrf: csrfTokenIn(body), commandKey });
  }

  const enter = (form: Readonly<Record<string, string>>) => post(`${assets}/new`, form);

  it('offer every class, title and fund level', async () => {
    const { body } = await accountant.get(`${assets}/new`);
    for (const word of ['公益性', '到户类', '农户', '乡镇', '地方政府债券', '定点帮扶资金', '水面资源'])
      expect(body).toContain(word);
  });

  it('refuse a class that does not go with the title, and a cost of what the town owns', async () => {
    const wrong = await enter({ ...HALL, assetClass: 'household' });
    expect([wrong.statusCode, wrong.body.includes('到户类资产的产权归农户')]).toEqual([422, true]);
    expect(wrong.body).toContain('value="村民活动室"');
    const market = await enter({ ...HALL, assetClass: 'operating', titleLevel: 'township' });
    expect([market.statusCode, market.body.includes('产权归乡镇，原值和资金来源记在产权单位')]).toEqual([
      422,
      true,
    ]);
  });

  it('show a public asset, and the right to income of what the town owns', async () => {
    const hall = await enter(HALL);
    const card = await accountant.get(String(hall.headers.location));
    expect(card.body).toContain('公益性');
    const rights = { ...HALL, assetClass: 'operating', titleLevel: 'township', name: '镇市场', cost: '' };
    const market = await enter({
      ...rights,
      'funds[0][level]': '',
      'funds[0][year]': '',
      'funds[0][amount]': '',
    });
    const shown = await accountant.get(String(market.headers.location));
    expect(shown.body).toContain('村里登记的是收益权');
    expect((await accountant.get(assets)).body).toContain('不在本村');
    expect((await accountant.get(`${assets}?on=`)).body).toContain('不在本村');
    expect((await accountant.get(`${assets}?on=2001-01-01`)).body).toContain(
      '2001年1月1日以前没有登记过资产',
    );
    expect((await accountant.get(`${assets}?on=x`)).body).toMatch(/“x”不是日期[\s\S]*下面是今天的/);
  });

  it('lead from a station to its meters and prices, and call its own those of its entry', async () => {
    const station = {
      ...{ ...HALL, assetClass: 'operating', kind: 'pvStation', name: '村部电站' },
      ...{ capacityKw: '60', meterMultiplier: '30', energyPrice: '0.3844', subsidyPrice: '0.4656' },
    };
    const card = String((await enter(station)).headers.location);
    const { body } = await accountant.get(card);
    for (const words of ['登记时的倍率', '登记时的上网电价', `href="${card}/meter"`, `href="${card}/prices"`])
      expect(body).toContain(words);
    const officer = new Visitor(village.app);
    await officer.logIn({ username: 'li', password: PASSWORD });
    expect((await officer.get(card)).body).not.toContain(`href="${card}/meter"`);
    const hall = String((await enter({ ...HALL, name: '书屋' })).headers.location);
    expect((await accountant.get(hall)).body).not.toContain(`href="${hall}/prices"`);
  });

  it('put right what was entered wrongly, and keep what it said before', async () => {
    const card = String((await enter({ ...HALL, name: '图书室' })).headers.location);
    expect((await accountant.get(card)).body).toContain('登记错了？更正');
    const form = `${card}/correction`;
    expect((await accountant.get(form)).body).toContain('value="1200.00"');
    const right = { name: '阅览室', cost: '1300.00', basedOn: '0', 'funds[0][level]': 'localBond' };
    const typed = { ...right, 'funds[0][year]': '2021', 'funds[0][amount]': '1299.00' };
    const refused = await post(form, { ...typed, why: '' });
    expect([refused.statusCode, refused.body.includes('有 2 处要改')]).toEqual([422, true]);
    const done = await post(form, { ...typed, 'funds[0][amount]': '1300.00', why: '抄错了' });
    expect(done.headers.location).toBe(card);
    const after = (await accountant.get(card)).body;
    for (const shown of ['资产登记已更正', '阅览室', '图书室', '地方政府债券 2021 1200.00', '抄错了'])
      expect(after).toContain(shown);
    const listed = await village.officer.get(`/api${card}/corrections`);
    expect(listed.body).toMatchObject({ items: [{ field: 'name' }, { field: 'cost' }, { field: 'funds' }] });
    // A form drawn before that is refused once; saved again, it is saved knowing what was changed meanwhile.
    const stale = { ...typed, 'funds[0][amount]': '1310.00', cost: '1310.00', why: '发票' };
    const late = await post(form, stale);
    expect([late.statusCode, /别人已经更正过：[^。]*原值/.test(late.body)]).toEqual([422, true]);
    expect(late.body).toMatch(/name="basedOn" value="3"|value="3" name="basedOn"/);
    expect((await post(form, { ...stale, basedOn: '3' })).headers.location).toBe(card);
  });

  it('are sorted into the classes of the document in force, asset by asset', async () => {
    const works = { ...HALL, assetClass: 'operating', name: '扶贫车间' };
    const card = String((await enter(works)).headers.location);
    const id = card.split('/').at(-1) ?? '';
    const reviews = `/villages/${village.villageId}/asset-reviews`;
    const empty = (await accountant.get(reviews)).body;
    for (const shown of ['扶贫车间', '提升（提升一批）', '没有评过']) expect(empty).toContain(shown);
    expect(empty).not.toContain('文化广场');
    const typed = { reviewedOn: '2025-07-01', paper: '', [`classes[${id}]`]: '升级' };
    const refused = await post(reviews, typed);
    expect([refused.statusCode, refused.body.includes('别的文件的叫法不能代替')]).toEqual([422, true]);
    const right = { ...typed, paper: '排查记录', [`classes[${id}]`]: 'improve' };
    expect((await post(reviews, right)).headers.location).toBe(reviews);
    const after = (await accountant.get(reviews)).body;
    expect(after).toMatch(/提升 1[\s\S]*排查记录/);
    expect((await accountant.get(card)).body).toContain('提升（2025年7月1日评）');
    const before = (await accountant.get(`${reviews}?on=2023-09-20`)).body;
    expect(before).toContain('没有给出分类');
    const listed = await village.officer.get(`/api${reviews}`);
    expect(listed.body).toMatchObject({ items: [{ assetId: id, className: '提升' }] });
  });

  it('keep what is known of an asset, with what was known before', async () => {
    const hall = String((await enter({ ...HALL, name: '文化广场' })).headers.location);
    expect((await accountant.get(hall)).body).toContain('还没有登记：状态、项目名称');
    const form = `${hall}/particulars`;
    const known = { validFrom: '2021-05-20', condition: 'inUse', plateNumber: 'DH-07', basedOn: '0' };
    const kept = await post(form, { ...known, latitude: '32.891234', longitude: '115.812345' });
    expect(kept.headers.location).toBe(hall);
    const card = (await accountant.get(hall)).body;
    expect(card).toContain('资产详情已存');
    expect(card).toContain('纬度 32.891234，经度 115.812345');
    const filled = (await accountant.get(form)).body;
    expect(filled).toContain('value="DH-07"');
    const later = { ...known, validFrom: '2025-07-01', condition: 'damaged', basedOn: '1' };
    const wrong = await post(form, { ...later, latitude: '115.8', longitude: '32.8' });
    expect([wrong.statusCode, wrong.body.includes('经度、纬度不要填反')]).toEqual([422, true]);
    expect(wrong.body).toContain('更改原因没有填');
    await post(form, { ...later, why: '围墙倒了' });
    const stale = await post(form, { ...later, why: '门也坏了', remark: '门' });
    expect([stale.statusCode, stale.body.includes('别人已经改过：')]).toEqual([422, true]);
    expect(stale.body).toMatch(/name="basedOn" value="2"/);
    const after = (await accountant.get(hall)).body;
    expect(after).toContain('围墙倒了');
    expect(after).toMatch(/改了什么[\s\S]*状态、纬度、经度[\s\S]*第一次登记/);
  });

  it("take a county's register over once every cell of it is right", async () => {
    const heads = [
      '资产名称',
      '资产类别',
      '资产种类',
      '取得日期',
      '产权单位',
      '原值',
      '资金年度',
      '县级资金',
      '照片',
    ];
    const tower = ['水塔', '公益性', '基础设施', '2021-05-20', '东河村集体', '5000', '2021', '5000', '有'];
    const paste = (rows: string[][]) =>
      post(`${assets}/import`, { pasted: [heads, ...rows].map((row) => row.join('\t')).join('\n') });
    expect((await accountant.get(`${assets}/import`)).body).toContain('帮扶项目资产台账（通用）');
    const nothing = await post(`${assets}/import`, { pasted: 'a\tb' });
    expect([nothing.statusCode, nothing.body.includes('找不到表头')]).toEqual([422, true]);
    const bad = await paste([tower.map((cell) => (cell === '5000' ? '四千' : cell))]);
    const preview = (await accountant.get(String(bad.headers.location))).body;
    expect(preview).toContain('href="#field-F2"');
    expect(preview).toContain('什么都没有存');
    expect(preview).toContain('这些列没有读：照片');
    expect(preview).toContain('表里没有写金额单位，按元读的');
    expect(preview).not.toContain('确认，登记');
    // What is wrong with an asset as a whole names its cell, too, and no cell is named twice.
    const short = await paste([[...tower.slice(0, 7), '4900', '有']]);
    expect((await accountant.get(String(short.headers.location))).body).toContain(
      'F2：资金来源合计 4,900.00 元',
    );
    expect(preview).not.toContain('F2：F2');
    const good = String((await paste([tower])).headers.location);
    expect((await accountant.get(good)).body).toMatch(/公益性[\s\S]*5,000\.00[\s\S]*确认，登记 1 项/);
    const taken = await post(good, {});
    expect(taken.headers.location).toBe(assets);
    const list = (await accountant.get(assets)).body;
    expect(list).toContain('台账里的资产已登记');
    expect(list).toContain('水塔');
  });

  it.each(['register.xlsx', 'import/templates/standard/table.xlsx'])(
    'hand %s out as a workbook',
    async (file) => {
      const answer = await accountant.get(`${assets}/${file}`);
      expect([answer.statusCode, answer.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
      expect((await accountant.get(`${assets}/register.xlsx?layout=none`)).statusCode).toBe(404);
    },
  );

  it('add the register up for village and township, and hold a published table against it', async () => {
    const officer = new Visitor(village.app);
    await officer.logIn({ username: 'li', password: PASSWORD });
    const tables = (id: string) => `/offices/${id}/asset-tables`;
    const own = (await accountant.get(tables(village.villageId))).body;
    expect(own).toContain('按类别、按产权、按资金来源汇总，合计都一样');
    expect(own).not.toContain('按村</h2>');
    const all = (await officer.get(tables(village.townshipId))).body;
    expect(all).toContain(`<a href="${assets}">`);
    expect((await accountant.get(tables(village.townshipId))).statusCode).toBe(403);
    const held = (text: string) =>
      officer.get(`${tables(village.townshipId)}?${new URLSearchParams({ published: text }).toString()}`);
    const typed = (await held('公益性 9 1\n到户类 0 0\n合计 8 1')).body;
    expect(typed).toContain('公布的和登记的：公益性');
    expect(typed).toContain('公布的按类别：各行相加和合计');
    expect(typed).toContain('公益性 9 1');
    expect((await held('公益性')).body).toContain('第 1 行“公益性”看不懂');
  });
});
