import { juneSlip, startVillageApp, STATION, type VillageApp } from './api-village.fixture';

describe('the rules of the API', () => {
  let village: VillageApp;
  let books: string;

  beforeAll(async () => {
    village = await startVillageApp();
    books = `/api/villages/${village.villageId}`;
  });
  afterAll(() => village.close());

  it('carries a command out once, however often it is sent under its key', async () => {
    const first = await village.accountant.post(`${books}/assets`, STATION, 'station-key');
    const again = await village.accountant.post(`${books}/assets`, STATION, 'station-key');
    expect(again).toEqual(first);
    const { body } = await village.accountant.get(`${books}/assets`);
    expect(body['total']).toBe(1);
  });

  it('refuses a key that has carried out something else', async () => {
    const other = { ...STATION, name: 'Station 2' };
    const refused = await village.accountant.post(`${books}/assets`, other, 'station-key');
    expect(refused).toMatchObject({ status: 409, body: { code: 'command.keyReused' } });
  });

  it.each([
    ['no key', undefined, 'form.missing'],
    ['a short key', 'short', 'form.notAKey'],
  ])('refuses a command with %s', async (_name, key, code) => {
    const { accountant } = village;
    const path = `${books}/assets`;
    const refused = await (key === undefined
      ? accountant.postWithoutKey(path, STATION)
      : accountant.post(path, STATION, key));
    expect(refused).toMatchObject({ status: 422, body: { problems: [{ code, field: 'commandKey' }] } });
  });

  it.each(['reports/account-balances', 'reports/balance-sheet', 'surplus'])(
    'answers days that run backwards with the field they stand in: %s',
    async (path) => {
      const query = 'pool=pv&from=2025-06-30&to=2025-06-29';
      expect(await village.accountant.get(`${books}/${path}?${query}`)).toMatchObject({
        status: 422,
        body: { problems: [{ code: 'calendar.reversed', field: 'to', value: '2025-06-29' }] },
      });
    },
  );

  it('opens no other village, neither to read nor to write', async () => {
    const reading = await village.otherAccountant.get(`${books}/assets`);
    expect(reading).toMatchObject({ status: 403, body: { code: 'access.otherCollective' } });
    const writing = await village.otherAccountant.post(`${books}/assets`, STATION);
    expect(writing).toMatchObject({ status: 403, body: { code: 'access.otherCollective' } });
  });

  it('finds no thing of one village under the address of another', async () => {
    const { body } = await village.accountant.get(`${books}/assets`);
    const [own] = body['items'] as { asset: { id: string } }[];
    const theirs = `/api/villages/${village.otherVillageId}`;
    const slip = juneSlip(own?.asset.id ?? '');
    const refused = await village.otherAccountant.post(`${theirs}/settlements`, slip);
    expect(refused).toMatchObject({ status: 404, body: { code: 'assets.unknown' } });
  });

  it('lets the township look at the books and write nothing in them', async () => {
    expect((await village.officer.get(`${books}/assets`)).status).toBe(200);
    const refused = await village.officer.post(`${books}/assets`, STATION);
    expect(refused).toMatchObject({ status: 403, body: { code: 'access.otherRole' } });
  });

  it('asks who is there', async () => {
    const response = await village.app.inject(`${books}/assets`);
    expect(response.statusCode).toBe(401);
    expect(response.json()).toMatchObject({ code: 'users.notLoggedIn' });
  });

  it.each([
    ['an unknown field', { ...STATION, colour: 'red' }, 'form.unknownField', 'colour'],
    ['an empty value in place of text', { ...STATION, name: null }, 'form.missing', 'name'],
    ['text in place of rows', { ...STATION, funds: 'all' }, 'form.invalid', 'funds'],
    ['an over-long name', { ...STATION, name: 'x'.repeat(101) }, 'form.tooLong', 'name'],
  ])('refuses %s by its field', async (_name, form, code, field) => {
    const { status, body } = await village.accountant.post(`${books}/assets`, form);
    expect(status).toBe(422);
    expect(body['problems']).toContainEqual(expect.objectContaining({ code, field }));
  });

  it.each([
    ['a number in place of an amount', { ...STATION, cost: 300000 }, 'cost'],
    ['a list in place of text', { ...STATION, name: ['a'] }, 'name'],
  ])('takes no %s', async (_name, form, field) => {
    const { status, body } = await village.accountant.post(`${books}/assets`, form);
    expect(status).toBe(422);
    expect(body['problems']).toMatchObject([{ field }]);
  });

  it.each([
    ['receipts', { receivedOn: '2025-07-01', amount: '1', amounts: { a: 5 } }],
    ['receipts', { receivedOn: '2025-07-01', amount: '1', amounts: null }],
    ['plans', { pool: 'pv', from: '2025-01-01', to: '2025-06-30', claims: [null], reasons: { a: 1 } }],
    ['plans', { claims: {}, reasons: [] }],
    ['deductions', { pool: 'members', amount: [] }],
    ['assets', { shares: [[]], shareTable: 'now', kind: 'jointPvStation' }],
    ['notices', []],
  ])('refuses a form for %s that has the wrong shape, and fails nowhere', async (path, form) => {
    const { status } = await village.accountant.post(`${books}/${path}`, form);
    expect(status).toBe(422);
  });

  it.each(['page=0', 'page=-1', 'size=1.5', 'page=1&page=2', 'colour=red'])(
    'refuses a list asked for with %s',
    async (query) => {
      expect((await village.accountant.get(`${books}/assets?${query}`)).status).toBe(422);
    },
  );

  it('answers a page behind the end with no items and the whole length', async () => {
    const { body } = await village.accountant.get(`${books}/assets?page=9&size=999`);
    expect(body).toEqual({ items: [], page: 9, size: 200, total: 1 });
  });

  it('reads the share table of a joint station', async () => {
    const of = { name: 'Joint station', keeper: 'Liuhe', ownShareKey: 'donghe' };
    const joint = { ...STATION, ...of, kind: 'jointPvStation' };
    const rows = [
      { key: 'donghe', label: 'Donghe', share: '6.25%', owner: 'Donghe' },
      { key: 'others', label: 'Others', share: '93.75%', owner: 'Others' },
    ];
    const short = { ...joint, shareTable: { validFrom: '2017-07-01' }, shares: rows.slice(0, 1) };
    const refused = await village.accountant.post(`${books}/assets`, short);
    expect(refused.body).toMatchObject({ problems: [{ code: 'shares.notWhole' }] });
    const entered = await village.accountant.post(`${books}/assets`, { ...short, shares: rows });
    expect(entered.status).toBe(201);
    const { body } = await village.accountant.get(`${books}/assets?page=2&size=1`);
    expect(body).toMatchObject({ items: [{ shareTables: [{ validFrom: '2017-07-01', rows }] }], total: 2 });
  });
});
