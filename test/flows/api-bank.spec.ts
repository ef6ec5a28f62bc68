import { Database } from '../../src/platform/database/database';
import { type Answer, openWith, startVillageApp, type VillageApp } from './api-village.fixture';

const itemsIn = ({ body }: Answer): Record<string, unknown>[] => body['items'] as Record<string, unknown>[];

const STATEMENT = [
  '交易日期\t摘要\t收入\t支出\t余额\t对方户名\t流水号',
  // A bank names whose card it paid to.
  '2025-06-10\tinsurance 6228480123456789012\t\t30.00\t470.00\t\t1',
  '2025-06-30\tfee\t\t1.00\t469.00\t\t2',
].join('\n');

describe('the bank over the API', () => {
  let village: VillageApp;
  let bank: string;

  beforeAll(async () => {
    village = await startVillageApp();
    const books = `/api/villages/${village.villageId}`;
    await openWith(village.app, village.villageId, 50_000n);
    const bill = { kind: 'insurance', name: 'insurance', postedOn: '2025-06-10', amount: '30.00' };
    await village.accountant.post(`${books}/deductions`, bill);
    const account = { label: 'PV', bank: 'Bank', lastFour: '0011', openedOn: '2025-01-01' };
    const added = await village.accountant.post(`${books}/bank-accounts`, account);
    bank = `${books}/bank-accounts/${String(added.body['id'])}`;
  }, 120_000);
  afterAll(() => village.close());

  const post = (path: string, form: object) => village.accountant.post(`${bank}/${path}`, form);
  const get = (path: string) => village.accountant.get(`${bank}/${path}`);

  it('looks at a statement with every problem, and takes it over once it is right', async () => {
    const kept = await post('statement-previews', { pasted: STATEMENT });
    const preview = `statement-previews/${String(kept.body['id'])}`;
    const wrong = await get(`${preview}?closing=468.00`);
    expect(wrong.body).toMatchObject({ lines: 2, known: 0, problems: 1 });
    expect(itemsIn(await get(`${preview}/problems?closing=468.00`))).toHaveLength(1);
    expect((await get(`${preview}/lines?size=1`)).body).toMatchObject({ total: 2, size: 1 });
    expect((await post(`${preview}/import`, { closing: '468.00' })).status).toBe(422);
    expect(await post(`${preview}/import`, {})).toMatchObject({ status: 201, body: { lines: 2 } });
    const tables = ['import_previews', 'bank_lines', 'row_records'];
    const { reader } = village.app.get(Database);
    const rows = await Promise.all(tables.map((table) => reader.query(`SELECT * FROM ${table}`)));
    expect(JSON.stringify(rows)).toContain('insurance ***************9012');
    expect(JSON.stringify(rows)).not.toContain('6228480123456789012');
    expect(itemsIn(await get('statements'))).toMatchObject([{ opening: '500.00', closing: '469.00' }]);
  });

  it('says what an open line of the bank could be, and nothing of a line of the books', async () => {
    const owed = { kind: 'insurance', name: 'a rider', postedOn: '2025-06-20', amount: '1.00' };
    const books = `/api/villages/${village.villageId}`;
    const terms = { settling: 'owed', creditor: 'the insurer' };
    expect((await village.accountant.post(`${books}/deductions`, { ...owed, ...terms })).status).toBe(201);
    const fee = itemsIn(await get('bank-lines')).find(({ amount }) => amount === '-1.00');
    const offered = await get(`lines/${String(fee?.['id'])}/candidates`);
    expect(itemsIn(offered)).toMatchObject([{ kind: 'costPayment', amount: '1.00', exact: true }]);
    const [booked] = itemsIn(await get('books-lines'));
    expect((await get(`lines/${String(booked?.['id'])}/candidates`)).body).toMatchObject({ total: 0 });
    expect(await get('lines/of-another-bank/candidates')).toMatchObject({
      body: { code: 'bank.lineUnknown' },
    });
  });

  it('accepts what is certain, undoes it, matches by hand, explains the rest, reconciles', async () => {
    const suggested = await get('suggestions');
    expect(itemsIn(suggested)).toMatchObject([{ certain: true }]);
    const { shown } = suggested.body;
    expect((await post('suggestions/accept', { shown: 'something-else' })).body).toMatchObject({
      code: 'bank.suggestionsChanged',
    });
    expect((await post('suggestions/accept', { shown })).body).toEqual({ matches: 1 });
    const [match] = itemsIn(await get('matches'));
    const undo = `matches/${String(match?.['id'])}/undo`;
    expect((await post(undo, { reason: '' })).status).toBe(422);
    expect((await post(undo, { reason: 'another bill' })).status).toBe(200);
    expect((await get('matches')).body).toMatchObject({ total: 0 });
    const [line, fee] = itemsIn(await get('bank-lines'));
    const [booked] = itemsIn(await get('books-lines'));
    const ticked = { bank: { [String(line?.['id'])]: 'on' }, books: { [String(booked?.['id'])]: 'on' } };
    expect((await post('matches', ticked)).status).toBe(201);
    expect(itemsIn(await get('matches'))).toMatchObject([{ bank: [line?.['id']], books: [booked?.['id']] }]);
    const explained = { code: 'charge', note: 'the fee of June' };
    expect((await post(`lines/${String(fee?.['id'])}/explanations`, { code: 'no', note: '' })).status).toBe(
      422,
    );
    const told = await post(`lines/${String(fee?.['id'])}/explanations`, explained);
    expect(told.status).toBe(201);
    const ending = { closedOn: '2025-06-30', closingReason: 'moved', paper: 'receipt' };
    expect((await post('close', ending)).status).toBe(422);
    expect((await post('strike', { reason: 'mistaken' })).body).toMatchObject({ code: 'bank.accountUsed' });
    expect((await post('resume', { reason: 'mistaken' })).body).toMatchObject({ code: 'bank.notClosed' });
    expect((await get('reconciliation?on=2025-06-30')).body).toMatchObject({ unexplained: '0.00' });
  });
});
