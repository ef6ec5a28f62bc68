import { DeductionContractsService } from '../../src/features/deductions/deduction-contracts.service';
import { AssetsService } from '../../src/features/assets/assets.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { typedContract } from '../support/deductions';
import { typedLease } from '../support/leases';
import { addVillage, openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

describe('the pages of contracts', () => {
  let village: VillageApp;
  let accountant: Visitor;
  let officer: Visitor;
  let home = '';
  let hall = '';
  /** What was shown while the register was empty. */
  const bare: string[] = [];

  beforeAll(async () => {
    village = await startVillageApp();
    village.clock.moveTo('2025-07-20');
    const { id } = await addVillage(village, { name: 'Leases' });
    await openWith(village.app, id, 50_000n);
    const form = {
      kind: 'workshop',
      name: 'hall',
      cost: '10',
      titleHolder: 'village',
      acquiredOn: '2024-01-01',
    };
    const station = { capacityKw: '', meterMultiplier: '', energyPrice: '', subsidyPrice: '', keeper: '' };
    const funds = [{ level: 'own', year: '2024', amount: '10' }];
    home = `/villages/${id}`;
    [accountant, officer] = [new Visitor(village.app), new Visitor(village.app)];
    await accountant.logIn({ username: 'leases', password: PASSWORD });
    await officer.logIn({ username: 'li', password: PASSWORD });
    for (const path of ['income/new', 'leases/new'])
      bare.push((await accountant.get(`${home}/${path}`)).body);
    const assets = village.app.get(AssetsService);
    hall = (await assets.addAsset(id, { ...form, ...station, ownShareKey: '', funds }, { by: 'x' })).id;
  }, 120_000);
  afterAll(() => village.close());

  async function post(path: string, fields: Record<string, string>, from = path) {
    const page = await accountant.get(from);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    return accountant.post(path, { ...fields, _csrf: csrfTokenIn(page.body), commandKey });
  }
  const typed = (wish: Record<string, string>): Record<string, string> => {
    const { steps, freeDays, ...form } = typedLease({ assetId: hall });
    expect([steps, freeDays]).toEqual([[], undefined]);
    return { ...form, ...wish };
  };
  const enter = async (wish: Record<string, string>): Promise<string> => {
    await post(`${home}/leases/new`, { ...typed(wish), remarks: '还没写完', tryOut: '1' });
    const kept = await post(`${home}/leases/new`, typed(wish));
    expect(kept.statusCode).toBe(303);
    expect((await accountant.get(`${home}/leases/new`)).body).not.toContain('还没写完');
    return String(kept.headers.location);
  };

  it.each([
    ['leases/new', 'tenant'],
    ['cost-contracts/new', 'name'],
    ['assets/new', 'name'],
    ['income/new?month=2025-07', 'payer'],
  ])('keep %s as it is typed, for who types it, until it is thrown away', async (form, field) => {
    const page = `${home}/${form}`;
    const fresh = (await accountant.get(page)).body;
    const answer = await post(page, { [field]: '说了一半', remarks: '13912345678', tryOut: '1' });
    expect([answer.statusCode, answer.body.includes('已自动保存')]).toEqual([200, true]);
    const again = (await accountant.get(page)).body;
    expect([again.includes('value="说了一半"'), again.includes('13912345678')]).toEqual([true, false]);
    expect(fresh).not.toContain('说了一半');
    const dropped = await post(page, { dropTyped: '1' });
    expect([dropped.statusCode, dropped.headers.location]).toEqual([303, page]);
    expect((await accountant.get(page)).body).not.toContain('说了一半');
  });

  it('keep what enters a reversed voucher anew apart, and show it above what stood there', async () => {
    const page = `${home}/income/new?month=2025-07`;
    const corrects = '0198a000-0000-7000-8000-000000000001';
    const filled = encodeURIComponent(JSON.stringify({ payer: '原来的付款人' }));
    const anew = `${page}&corrects=${corrects}&filled=${filled}`;
    expect((await accountant.get(anew)).body).toContain('value="原来的付款人"');
    await post(page, { payer: '改正的付款人', corrects, tryOut: '1' }, anew);
    // By itself the form knows nothing of it: booked from there it would count beside the first.
    expect((await accountant.get(page)).body).not.toContain('改正的付款人');
    const again = (await accountant.get(anew)).body;
    expect(again).toContain('value="改正的付款人"');
    expect(again).toContain(`name="corrects" value="${corrects}"`);
    const dropped = await post(page, { dropTyped: '1', corrects }, anew);
    expect(dropped.headers.location).toBe(`${page}&corrects=${corrects}`);
    expect((await accountant.get(anew)).body).toContain('value="原来的付款人"');
  });

  it('say what to do first where nothing earns yet, and keep what is typed for no asset', async () => {
    for (const body of bare) {
      expect(body).toContain(`先登记资产，再`);
      expect(body).toContain(`href="${home}/assets/new"`);
    }
    const page = `${home}/income/new?month=2025-07`;
    const refused = await post(page, { assetId: '', stream: 'rent', payer: '说了一半' });
    expect(refused.statusCode).toBe(422);
    for (const text of ['href="#field-assetId"', 'value="说了一半"']) expect(refused.body).toContain(text);
  });

  it('name everything that is wrong at its field, and keep what was typed', async () => {
    const refused = await post(`${home}/leases/new`, typed({ leaseNumber: '', rent: 'abc', dueDays: '999' }));
    expect(refused.statusCode).toBe(422);
    for (const text of ['有 3 处要改', 'href="#field-rent"', 'value="abc"', '合同编号没有填', '0 到 366']) {
      expect(refused.body).toContain(text);
    }
  });

  it('book a due from the month, once, and show its voucher at the contract', async () => {
    const lease = await enter({ leaseNumber: 'Y-1', leasedPart: 'north' });
    const month = (await accountant.get(`${home}/months/2025-07`)).body;
    const due = /href="([^"]+\/dues\/2025-01-01[^"]*)"/.exec(month)?.[1]?.replace(/&amp;/g, '&') ?? '';
    for (const text of ['合同 Y-1，2025-01-01', 'hall　north']) expect(month).toContain(text);
    expect((await accountant.get(`${home}/assets/${hall}/departure`)).body).toContain('合同 Y-1</a>');
    const form = await accountant.get(due);
    expect(form.body).toContain('12,000.00');
    expect(form.body).toContain('value="2025-07-20"');
    const path = due.split('?')[0] ?? '';
    const early = await post(path, { postedOn: '2024-12-31', attachments: '' }, due);
    expect(early.statusCode).toBe(422);
    expect(early.body).toContain('2025年1月1日起才能记');
    expect((await post(path, { postedOn: '2025-07-20', attachments: '2' }, due)).statusCode).toBe(303);
    const card = (await accountant.get(lease)).body;
    for (const text of ['已记账', '还差', '还没到', '每年 12,000.00 元']) expect(card).toContain(text);
    expect((await accountant.get(due)).statusCode).toBe(409);
  });

  it('take what a tenant pays for two years, and say what is kept for the next', async () => {
    const lease = await enter({ leaseNumber: 'D2', leasedPart: 'east', rent: '150000', everyMonths: '24' });
    const form = await accountant.get(`${lease}/payments/new`);
    for (const text of ['value="300000.00"', '以后年度', '先记预收']) expect(form.body).toContain(text);
    const paid = { paymentFrom: '2025-01-01', paymentUpTo: '2025-01-01', receivedOn: '2025-07-18' };
    const tried = await post(`${lease}/payments/new`, { ...paid, amount: '100,000.00', tryOut: '1' });
    for (const text of ['还欠', 'value="50000.00"', 'name="spreadReason"'])
      expect(tried.body).toContain(text);
    expect((await accountant.get(`${lease}/payments/new`)).body).toContain('value="100,000.00"');
    const short = await post(`${lease}/payments/new`, { ...paid, amount: '299,999.99' });
    expect(short.body).toContain('还要收 300,000.00 元，少 0.01 元');
    expect((await post(`${lease}/payments/new`, { ...paid, amount: '300,000.00' })).statusCode).toBe(303);
    const card = (await accountant.get(lease)).body;
    expect(card).toMatch(/预收<\/dt><dd><data class="money" value="150000.00">/);
    expect(card).toContain('已预收');
    expect((await accountant.get(`${lease}/payments/new`)).body).toContain('没有等着收的钱');
    const again = await post(`${lease}/payments/new`, { ...paid, amount: '150,000.00' });
    expect(again.body).toContain('已经预收，不用再收');
  });

  it('give back what was paid for days after an early end', async () => {
    const lease = await enter({
      leaseNumber: 'G-1',
      leasedPart: 'loft',
      tenant: 'Smiths',
      everyMonths: '24',
    });
    const paid = { paymentFrom: '2025-01-01', paymentUpTo: '2025-01-01', receivedOn: '2025-07-18' };
    expect((await post(`${lease}/payments/new`, { ...paid, amount: '24,000.00' })).statusCode).toBe(303);
    expect((await accountant.get(`${lease}/advance`)).body).toContain('没有多出来的');
    const end = { kind: 'end', effectiveOn: '2025-12-31', newLastOn: '', rent: '', reason: 'closed down' };
    expect((await post(`${lease}/changes`, end, lease)).statusCode).toBe(303);
    expect((await accountant.get(lease)).body).toContain('其中 12,000.00 元没有哪一期要用');
    const back = { returnBy: 'bank', returnedOn: '2025-07-19', amount: '12,000.01' };
    const refused = await post(`${lease}/advance`, back);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('最多能退 12,000.00 元');
    expect((await post(`${lease}/advance`, { ...back, amount: '12,000.00' })).statusCode).toBe(303);
    expect((await accountant.get(lease)).body).not.toContain('没有哪一期要用');
  });

  it('print an agreed return in ten thousands, kept in fen (case B1)', async () => {
    const wish = { rentType: 'agreedReturn', rent: '6%', fund: '8516500', everyMonths: '3', perMonths: '' };
    const lease = await enter({ ...wish, leaseNumber: 'B1', leasedPart: 'west' });
    const card = (await accountant.get(lease)).body;
    for (const text of ['127,747.50', '12.7748万元', '851.6500万元 × 6% ÷ 4']) expect(card).toContain(text);
  });

  it('change a contract from its page, and say what is wrong there', async () => {
    const lease = await enter({ leaseNumber: 'C-1', leasedPart: 'yard', lastOn: '2025-09-30' });
    const change = { kind: 'end', effectiveOn: '2025-08-31', newLastOn: '', rent: '', reason: '' };
    const refused = await post(`${lease}/changes`, change, lease);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('理由没有填');
    const ended = await post(`${lease}/changes`, { ...change, reason: 'paper' }, lease);
    expect(ended.statusCode).toBe(303);
    const card = (await accountant.get(lease)).body;
    expect(card).toContain('提前结束');
    expect(card).toContain('2025-08-31');
  });

  it('ask for no due once it is said why it is not booked', async () => {
    const lease = await enter({ leaseNumber: 'W-1', leasedPart: 'attic', tenant: 'Dyers' });
    const due = `${lease}/dues/2025-01-01`;
    const month = `${home}/months/2025-01`;
    expect((await accountant.get(month)).body).toContain(
      '合同 W-1 2025年1月1日至2025年12月31日的 12,000.00 元',
    );
    const refused = await post(`${due}/waiver`, { reason: '' }, due);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toMatch(/<details class="fold" open>.*理由没有填/);
    expect((await post(`${due}/waiver`, { reason: 'paid to the old books' }, due)).statusCode).toBe(303);
    const card = (await accountant.get(lease)).body;
    for (const text of ['不记账', 'paid to the old books']) expect(card).toContain(text);
    expect((await accountant.get(month)).body).not.toContain('合同 W-1');
    expect((await accountant.get(`${home}/arrears`)).body).not.toContain('Dyers');
    const said = (await accountant.get(due)).body;
    for (const gone of ['/waiver"', 'name="postedOn"']) expect(said).not.toContain(gone);
    const withdrawn = { waiverWithdrawn: 'of another year' };
    expect((await post(`${due}/waiver/withdrawal`, { waiverWithdrawn: '' }, due)).statusCode).toBe(422);
    expect((await post(`${due}/waiver/withdrawal`, withdrawn, due)).statusCode).toBe(303);
    expect((await accountant.get(month)).body).toContain('合同 W-1');
    expect((await accountant.get(due)).body).toContain('“paid to the old books”，后来撤回：of another year');
    expect((await post(`${due}/waiver`, { reason: 'paid to the old books' }, due)).statusCode).toBe(303);
  });

  it('tell who is late by how many days, with the text of a reminder, and that it was given', async () => {
    const list = (await accountant.get(`${home}/arrears`)).body;
    for (const text of ['Weavers', '200 天', '403,231.54', '其中没记账 391,231.54', '还没催过'])
      expect(list).toContain(text);
    const contracts = (await accountant.get(`${home}/contracts`)).body;
    for (const text of ['403,231.54', `${home}/arrears`]) expect(contracts).toContain(text);
    const sorted = await accountant.get(`${home}/arrears?sort=amount`);
    expect(sorted.body).toContain('403,231.54');
    expect((await accountant.get(`${home}/arrears?sort=colour`)).statusCode).toBe(422);
    const path = /href="([^"]+\/arrears\/[^"]+)"/.exec(list)?.[1] ?? '';
    const letter = (await accountant.get(path)).body;
    for (const text of [
      'Weavers：',
      '403,231.54 元',
      '叁仟贰佰叁拾壹元伍角肆分',
      '已逾期 200 天',
      '4 笔是合同到期',
    ]) {
      expect(letter).toContain(text);
    }
    const wrong = await post(path, { remindedOn: '2025-07-21', reminderWay: 'paper', reminderNote: '' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('还没有到');
    const told = { remindedOn: '2025-07-19', reminderWay: 'phone', reminderNote: '' };
    expect((await post(path, told)).statusCode).toBe(303);
    expect((await accountant.get(`${home}/arrears`)).body).toContain('2025-07-19　电话');
    const township = await officer.get(`/township/${village.townshipId}/arrears`);
    for (const text of ['Leases', '200 天', '2025-07-19　电话']) expect(township.body).toContain(text);
    expect((await officer.get(path)).body).not.toContain('name="remindedOn"');
    expect((await officer.get(`${home}/arrears?on=2025-01-01`)).body).toContain('没有逾期');
    expect((await accountant.get(`/township/${village.townshipId}/arrears`)).statusCode).toBe(403);
    expect((await accountant.get(`${path.slice(0, -1)}x`)).statusCode).toBe(404);
  });

  it('charge no cost twice nor outside its contract, and show the days without insurance', async () => {
    const costs = village.app.get(DeductionContractsService);
    const id = home.split('/').at(-1) ?? '';
    const sum = { policyNumber: 'F-7', sumInsured: '10000' };
    const insured = { ...sum, kind: 'insurance', name: 'fire', assetId: hall, validTo: '2025-07-01' };
    const land = { kind: 'land_rent', name: 'field lease', assetId: hall };
    const { id: fire } = await costs.addContract(id, typedContract(insured), { by: 'x' });
    await costs.addContract(id, typedContract(land), { by: 'x' });
    const path = `${home}/deductions/new`;
    const bill = { kind: 'land_rent', assetId: hall, name: 'field', postedOn: '2025-07-19', amount: '10' };
    expect((await post(path, bill)).body).toContain('已经有合同“field lease”');
    await post(`${path}?month=2025-06`, { ...bill, tryOut: 'keep' });
    expect((await accountant.get(`${path}?month=2025-06`)).body).toContain('value="field"');
    expect((await accountant.get(`${path}?month=2025-07`)).body).not.toContain('value="field"');
    const late = await post(path, { contractId: fire, postedOn: '2025-07-02', amount: '10.00' });
    expect(late.body).toContain('合同已经到期');
    const cap = { termType: 'perWattYear', yuanPerWattYear: '0.03', capacityKw: '1', name: 'washing' };
    const { id: capped } = await costs.addContract(id, typedContract({ ...cap, pool: 'other' }), { by: 'x' });
    const list = (await accountant.get(`${home}/contracts`)).body;
    expect(list).toContain(`deductions/new?contract=${capped}`);
    expect((await officer.get(`${home}/contracts`)).body).not.toContain('deductions/new');
    const own = (await accountant.get(`${home}/cost-contracts/${capped}`)).body;
    const link = /href="([^"]+deductions\/new\?contract=[^"]+)"/.exec(own)?.[1] ?? '';
    expect((await accountant.get(link.replaceAll('&amp;', '&'))).body).toContain('照“washing”填');
    expect(list).toMatch(/没有保险<\/td><td>2025-07-02 起/);
  });

  it('offer what the village can enter: no slip without a station, no tax that nobody said', async () => {
    const month = (await accountant.get(`${home}/months/2025-07`)).body;
    for (const way of ['income', 'receipts', 'deductions'])
      expect(month).toContain(`${way}/new?month=2025-07`);
    expect(month).not.toContain('settlements/new');
    expect(month).not.toContain('/reconciliation"');
    const rent = (await accountant.get(`${home}/income/new?month=2025-07`)).body;
    expect(rent).toMatch(/<option value selected>税没写明/);
  });

  it('list all contracts, what ends within 90 days, and let the township look', async () => {
    const list = await officer.get(`${home}/contracts`);
    expect(list.statusCode).toBe(200);
    for (const text of ['90天内到期', 'C-1', '42 天', '12,000.00']) expect(list.body).toContain(text);
    expect(list.body).not.toContain('leases/new');
    const lease = /href="([^"]+\/leases\/[0-9a-f-]{36})"/.exec(list.body)?.[1] ?? '';
    expect((await officer.get(lease)).body).not.toContain('/changes');
    expect((await officer.get(`${home}/leases/new`)).statusCode).toBe(403);
    expect((await accountant.get(`${home}/leases/none`)).statusCode).toBe(404);
  });
});
