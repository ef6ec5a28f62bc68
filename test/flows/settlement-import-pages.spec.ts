import { AssetsService } from '../../src/features/assets/assets.service';
import { IncomeReadService } from '../../src/features/income/income-read.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { STATION } from '../support/station';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

const SHEET = [
  'Station 1 上网电费结算单',
  '成分明细\t电量\t电价\t电费\t电费年月',
  '上网电费\t1.5\t400\t600.00\t5月',
  '国家补贴\t1.5\t350\t525.00\t5月',
  '合计\t1.5\t\t1125.00',
].join('\n');

describe('the pages of slips and meters', () => {
  let village: VillageApp;
  let accountant: Visitor;
  let upload = '';
  let station = '';

  beforeAll(async () => {
    village = await startVillageApp();
    const added = await village.app.get(AssetsService).addAsset(village.villageId, STATION, { by: 'wang' });
    station = added.id;
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
    upload = `/villages/${village.villageId}/settlements/import`;
  }, 120_000);
  afterAll(() => village.close());

  async function post(path: string, fields: Record<string, string>, from = path) {
    const page = await accountant.get(from);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    return accountant.post(path, { ...fields, _csrf: csrfTokenIn(page.body), commandKey });
  }
  const paste = async (pasted: string): Promise<string> =>
    String((await post(upload, { pasted })).headers.location);

  it('is reached from the slip, and asks what it does not say', async () => {
    const slip = await accountant.get(`/villages/${village.villageId}/settlements/new`);
    expect(slip.body).toContain(`href="${upload}"`);
    const kept = await paste(SHEET);
    const asking = await accountant.get(kept);
    expect(asking.body).toContain('有 2 处要改');
    expect(asking.body).toMatch(/name="unit"[\s\S]*name="year"/);
    expect(asking.body).toMatch(/class="waiting" disabled>导入/);
    const refused = await post(kept, {}, upload);
    expect([refused.statusCode, refused.body.includes('只写了月，没有写哪一年')]).toEqual([422, true]);
  });

  it('marks every bad cell, and takes nothing', async () => {
    const kept = await paste(SHEET.replace('600.00', '600.01').replace('1125.00', '1125.02'));
    const shown = (await accountant.get(`${kept}?unit=MWh&year=2025`)).body;
    expect(shown).toContain('id="field-row.3.energyAmount"');
    expect(shown).toContain('第 3 行电费：电费 600.01 元，按电量乘单价是 600.00 元，相差 0.01 元。');
    expect(shown).toContain('合计 1125.02 元，上面各行加起来是 1,125.01 元，相差 0.01 元。');
    expect(await village.app.get(IncomeReadService).listSettlements(village.villageId)).toEqual([]);
  });

  it('calls the price in the row of the subsidy by its own name, and reads the sign of yuan', async () => {
    const cheap = SHEET.replace('350', '340').replace('600.00', '￥600.00').replace('525.00', '510.00元');
    const kept = await paste(cheap.replace('1125.00', '¥1,110.00'));
    const shown = (await accountant.get(`${kept}?unit=MWh&year=2025`)).body;
    expect(shown).toMatch(/第 4 行电价：补贴单价/);
    expect(shown).not.toContain('上网电价');
    expect(shown).not.toContain('不是金额');
  });

  it('enters the slips once all is well', async () => {
    const kept = await paste(SHEET);
    const ready = (await accountant.get(`${kept}?unit=MWh&year=2025`)).body;
    expect(ready).toContain('读到 1 张结算单');
    const told = { unit: 'MWh', year: '2025', postedOn: '2025-07-01' };
    expect((await post(kept, { ...told, postedOn: '2025-07-32' })).body).toContain('“2025-07-32”不是日期');
    expect((await post(kept, told, `${kept}?unit=MWh&year=2025`)).statusCode).toBe(303);
    const [slip] = await village.app.get(IncomeReadService).listSettlements(village.villageId);
    expect(slip).toMatchObject({ generationMonth: '2025-05', energyKwh: '1500', energyFee: 60_000n });
    expect(slip?.entered).toMatchObject({ energy: '1.5', energyUnit: 'MWh', energyPrice: '400' });
    const again = (await accountant.get(`${kept}?unit=MWh&year=2025`)).body;
    expect(again).toContain('其中 1 张已经有了');
    expect(again).not.toContain('表里没有金额');
    const feeAlone = SHEET.replace(/国家补贴.*\n/, '')
      .replace('1125.00', '600.00')
      .replace(/5月/g, '4月');
    const reckoned = (await accountant.get(`${await paste(feeAlone)}?unit=MWh&year=2025`)).body;
    expect(reckoned).toMatch(/value="525.00">525.00<\/data><small>表里没有金额，按单价算/);
    expect([again.includes('没有新的结算单'), again.includes('>导入</button>')]).toEqual([true, false]);
  });

  it('draws no more of a file than anybody reads, and leaves out what is of others', async () => {
    const head = '发电客户编号\t名称\t结算年月\t上期示数\t本期示数\t上网电量（千瓦时）\t结算单价';
    const row = (place: number): string =>
      `${String(place)}\t\t2025-05\t1\t2\t${place < 5000 ? 10 : 'x'}\t0.40`;
    const rows = Array.from({ length: 9_000 }, (_, place) => row(place + 1));
    const kept = await paste([head, ...rows].join('\n'));
    const asking = (await accountant.get(kept)).body;
    expect(asking).toContain('另有 8980 个名称也不知道是哪个电站');
    expect(asking.length).toBeLessThan(200_000);
    const left = (await accountant.get(`${kept}?others=ofOthers`)).body;
    expect(left).toContain('不是自己的不收：1、2、3');
    expect(left).toContain('等 9000 个，共 9000 行。');
    const own = `stations[r9001]=${station}`;
    const one = (await accountant.get(`${kept}?others=ofOthers&${encodeURI(own)}`)).body;
    expect(one).toContain('共 8999 行。');
    expect(one).toContain('id="field-row.9001.energy"');
  });

  it('goes the same way over the API', async () => {
    const books = `/api/villages/${village.villageId}`;
    const pasted = SHEET.replace(/5月/g, '2025-06').replace('电量', '电量（千千瓦时）');
    const kept = await village.accountant.post(`${books}/settlement-previews`, { pasted });
    const at = `${books}/settlement-previews/${String(kept.body['id'])}`;
    expect((await village.accountant.get(`${at}?layout=components`)).body).toEqual({
      layout: 'components',
      slips: 1,
      known: 0,
      problems: 0,
    });
    expect((await village.accountant.get(`${at}/problems?layout=nothing`)).status).toBe(409);
    expect(await village.accountant.post(`${at}/import`, {})).toMatchObject({
      status: 201,
      body: { entered: 1, waiting: [] },
    });
  });

  it('tell what of the subsidy is still owed, as page, on paper and as a workbook', async () => {
    const subsidy = `/villages/${village.villageId}/subsidy`;
    const page = await accountant.get(`${subsidy}?year=2025`);
    expect([page.statusCode, page.body.includes('元补贴没到，共 2 笔，最早的是2025年5月发的电')]).toEqual([
      200,
      true,
    ]);
    expect(page.body).not.toContain('对不上');
    expect(page.body).toContain('2025年5月</th>');
    const files = [
      await accountant.get(`${subsidy}/table.xlsx`),
      await accountant.get(`${subsidy}/sheet.pdf`),
    ];
    expect(files.map(({ rawPayload }) => rawPayload.subarray(0, 2).toString())).toEqual(['PK', '%P']);
    expect((await accountant.get(`${subsidy}?year=25`)).statusCode).toBe(422);
  });

  it('note what happened to a meter, refuse what cannot be, and withdraw what was wrong', async () => {
    const meter = `/villages/${village.villageId}/assets/${station}/meter`;
    const slip = await accountant.get(`/villages/${village.villageId}/settlements/new`);
    expect(slip.body).toContain(`href="${meter}"`);
    const reset = { kind: 'reset', on: '2025-07-02', readingWas: '3000', readingIs: '0', reason: '满位归零' };
    const settled = await post(meter, { ...reset, on: '2025-06-30' });
    expect([settled.statusCode, settled.body.includes('请先冲销那张结算单')]).toEqual([422, true]);
    expect((await post(meter, reset)).statusCode).toBe(303);
    const noted = (await accountant.get(meter)).body;
    expect(noted).toContain('满位归零');
    const next = await accountant.get(`/villages/${village.villageId}/settlements/new?month=2025-07`);
    expect(next.body).toContain('止码 3000，新起码 0，电量两段相加');
    const recordId = /<option value="([^"]+)"[^>]*>2025-07-02/.exec(noted)?.[1] ?? '';
    const wrong = { recordId, withdrawalReason: '' };
    expect((await post(`${meter}/withdrawals`, wrong, meter)).body).toContain('撤销的原因没有填');
    const right = { recordId, withdrawalReason: '记错了' };
    expect((await post(`${meter}/withdrawals`, right, meter)).statusCode).toBe(303);
    expect((await accountant.get(meter)).body).toContain('还没有记过什么');
    const records = `/api/villages/${village.villageId}/assets/${station}/meter-records`;
    expect((await village.accountant.post(records, reset)).status).toBe(201);
    const { body } = await village.officer.get(records);
    expect(body).toMatchObject({ total: 1 });
    const [{ id = '' } = {}] = (body as { items: { id?: string }[] }).items;
    const withdraw = (reason: string) =>
      village.accountant.post(`${records}/${id}/withdrawal`, { withdrawalReason: reason });
    expect((await withdraw(' ')).status).toBe(422);
    const foreign = await village.officer.post(`${records}/${id}/withdrawal`, { withdrawalReason: '记错了' });
    expect(foreign.status).toBe(403);
    expect(await withdraw('记错了')).toMatchObject({ status: 201, body: { id } });
    expect((await village.officer.get(records)).body).toMatchObject({ total: 0 });
    expect((await withdraw('再撤一次')).status).toBe(409);
  });

  it('ask why a slip gives more than the sun of the place is likely to', async () => {
    const path = `/villages/${village.villageId}/settlements/new`;
    const form = {
      ...{ assetId: station, generationMonth: '2025-04', postedOn: '2025-07-01', readingFrom: '0' },
      ...{ readingTo: '1500', energy: '15000', energyUnit: 'kWh', energyPrice: '0.40' },
      ...{ priceUnit: 'yuan/kWh', subsidyPrice: '0.35' },
    };
    const asked = await post(path, form);
    expect([asked.statusCode, asked.body.includes('一般不超过 13800 度')]).toEqual([422, true]);
    expect(asked.body).toContain('name="reason"');
    expect((await post(path, { ...form, reason: '新换了组件' })).statusCode).toBe(303);
  });

  it('note a price from a day on, and fill the next slip with it', async () => {
    const prices = `/villages/${village.villageId}/assets/${station}/prices`;
    const form = { validFrom: '2025-07-01', energyPrice: '0.44', subsidyPrice: '0.43' };
    const unusual = await post(prices, form);
    expect([unusual.statusCode, unusual.body.includes('依据的文件没有填')]).toEqual([422, true]);
    expect(unusual.body).toContain('一般不超过 0.86 元');
    expect(unusual.body).toContain('name="reason"');
    const right = { ...form, subsidyPrice: '0.42', pricePaper: '供电所通知' };
    expect((await post(prices, right)).statusCode).toBe(303);
    expect((await accountant.get(prices)).body).toContain('供电所通知');
    const slip = await accountant.get(`/villages/${village.villageId}/settlements/new?month=2025-07`);
    expect(slip.body).toContain('照2025年7月1日起的价格');
    expect(slip.body).toMatch(/name="energyPrice"[^>]*value="440"/);
    const list = `/api/villages/${village.villageId}/assets/${station}/prices`;
    const august = { ...right, validFrom: '2025-08-01' };
    expect((await village.accountant.post(list, august)).status).toBe(201);
    expect((await village.officer.get(list)).body).toMatchObject({ total: 2 });
  });

  it('takes what a portal exports over once its unit is said, and shows every day of it', async () => {
    const page = `/villages/${village.villageId}/reconciliation`;
    const path = `${page}/${station}/import`;
    expect((await accountant.get(`${page}?asset=${station}`)).body).toContain(`href="${path}"`);
    const sheet = '日期\t发电量\n2025-05-01\t30.5\n2025-05-03\t31\n合计\t61.5';
    const kept = String((await post(path, { pasted: sheet })).headers.location).replace(/\?.*/u, '');
    const asking = (await accountant.get(kept)).body;
    expect([asking.includes('表里没有写发电量的单位'), asking.includes('name="meterSource"')]).toEqual([
      true,
      false,
    ]);
    const ready = (await accountant.get(`${kept}?unit=kWh`)).body;
    expect(ready).toContain('读到 2 行。一共 61.5 度。');
    expect(ready).toContain('表里缺 1 天：2025-05-02');
    const told = { unit: 'kWh', meterSource: 'inverter' };
    expect((await post(kept, told, `${kept}?unit=kWh`)).statusCode).toBe(303);
    expect((await accountant.get(kept.concat('?unit=kWh'))).body).toContain('没有新的数，不用导入');
  });

  it('tell the months of the year asked for, and lead to the years that the books tell of', async () => {
    const path = `/api/villages/${village.villageId}/assets/${station}/reconciliation`;
    const monthsOf = async (query: string) => {
      const { body } = await village.officer.get(`${path}${query}`);
      return (body['items'] as { month: string }[] | undefined)?.map(({ month }) => month);
    };
    const months = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06'];
    expect([await monthsOf(''), await monthsOf('?year=2025')]).toEqual([months, months]);
    expect([await monthsOf('?year=2024'), await monthsOf('?year=24')]).toEqual([['2024-12'], undefined]);
    const page = `/villages/${village.villageId}/reconciliation?asset=${station}`;
    const yearsAt = async (year: string) => {
      const { body } = await accountant.get(`${page}&year=${year}`);
      return ['2023', '2024', '2025', '2026'].filter((each) => body.includes(`year=${each}"`));
    };
    expect([await yearsAt('2025'), await yearsAt('2024')]).toEqual([
      ['2024', '2025'],
      ['2024', '2025'],
    ]);
  });

  it('judge a reading before its energy is typed, and again when the draft is opened', async () => {
    const path = `/villages/${village.villageId}/settlements/new`;
    const form = { ...STATION, name: 'Station 9', acquiredOn: '2025-06-01' };
    const { id } = await village.app.get(AssetsService).addAsset(village.villageId, form, { by: 'wang' });
    const units = { energyUnit: 'kWh', priceUnit: 'yuan/kWh', energyPrice: '0.40', subsidyPrice: '0.35' };
    const typed = { ...units, assetId: id, generationMonth: '2025-06', energy: '', readingFrom: '900' };
    const from = `${path}?asset=${id}&month=2025-06`;
    const month = `/villages/${village.villageId}/months/2025-07`;
    const halves = async () => (await accountant.get(month)).body.split('录了一半，').length - 1;
    expect(await halves()).toBe(0);
    const isBackwards = (page: { body: string }) => page.body.includes('小于上期示数 900，电表不会倒走');
    expect(isBackwards(await post(path, { ...typed, readingTo: '899', tryOut: '1' }, from))).toBe(true);
    expect(isBackwards(await accountant.get(from))).toBe(true);
    // The energy is blank: what the reading would give is told in kWh, ten for each step of it.
    const unlikely = (await post(path, { ...typed, readingTo: '3500', tryOut: '1' }, from)).body;
    expect(/电量 (\d+) 度，这个地方/.exec(unlikely)?.[1]).toBe('26000');
    const { body } = await post(path, { ...typed, readingTo: '1000', tryOut: '1' }, from);
    expect(body.includes('示数差乘倍率是 1000 度，F4 采用')).toBe(true);
    expect(/name="energy"[^>]*data-suggestion="1000"/.test(body)).toBe(true);
    // The month names what was left half typed, in its own month alone, until it is thrown away.
    expect(await halves()).toBe(1);
    expect((await accountant.get(month.replace('-07', '-06'))).body).not.toContain('录了一半');
    await post(path, { ...typed, dropTyped: '1' }, from);
    expect(await halves()).toBe(0);
  });

  it('leave to be typed what the bank received of subsidy, and fill it for other income', async () => {
    const amountOf = async (stream: string) => {
      const query = `month=2025-07&stream=${stream}`;
      const { body } = await accountant.get(`/villages/${village.villageId}/receipts/new?${query}`);
      const box = /<input[^>]*id="field-amount"[^>]*>/.exec(body)?.[0] ?? '';
      const isTicked = /name="amounts\[[^>]*value="\d/.test(body);
      return [/value="([^"]*)"/.exec(box)?.[1] ?? '', isTicked];
    };
    expect(await amountOf('subsidy')).toEqual(['', true]);
    expect(await amountOf('energy')).toEqual([expect.stringMatching(/^\d+\.00$/), true]);
  });

  it('spread a late batch over what was owed on its day, and say which day is none', async () => {
    const path = `/villages/${village.villageId}/receipts/new?stream=subsidy&amount=10`;
    const saysOf = async (on: string, words: string) => {
      const { statusCode, body } = await accountant.get(`${path}&on=${on}`);
      return [statusCode, body.includes(words)];
    };
    expect(await saysOf('2025-02-30', '“2025-02-30”不是日期')).toEqual([200, true]);
    expect(await saysOf('2026-01-01', '日期 2026-01-01 还没到')).toEqual([200, true]);
    expect(await saysOf('2025-01-02', '还多 10.00 元')).toEqual([200, true]);
    expect(await saysOf('2025-07-05', '还多 10.00 元')).toEqual([200, false]);
  });
});
