import { CARDS } from '../integration/pay-lists.fixture';
import { type Answer, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { type PaidVillage, payVillage } from './household-slips.fixture';

const itemsIn = ({ body }: Answer): Record<string, unknown>[] => body['items'] as Record<string, unknown>[];

/** 李四 is paid 600.00; the account of 王五, who is owed 387.10, is closed. */
describe('payouts over the API', () => {
  let village: VillageApp;
  let paid: PaidVillage;
  let books: string;
  let list: string;
  let listId: string;

  const get = (path: string) => paid.accountant.get(path);
  const post = (path: string, form: object) => paid.accountant.post(path, form);
  const answerOf = (...rows: readonly string[]): string =>
    ['户名,账号,金额,处理结果,失败原因', ...rows].join('\n');

  beforeAll(async () => {
    village = await startVillageApp();
    paid = await payVillage(village);
    books = `/api/villages/${paid.id}`;
    listId = await paid.send(0, 1);
    list = `${books}/pay-lists/${listId}`;
  }, 240_000);
  afterAll(() => village.close());

  it('keeps nothing of a list that nobody sent', async () => {
    const none = await post(`${books}/pay-lists/none/result-previews`, { pasted: answerOf() });
    expect([none.status, none.body['code']]).toEqual([404, 'payouts.unknown']);
  });

  it('looks at the answer of the bank with every problem, and books nothing of a wrong one', async () => {
    const pasted = answerOf(`李四,${CARDS[0] ?? ''},600.01,成功,`);
    const { body, status } = await post(`${list}/result-previews`, { pasted });
    const preview = `${list}/result-previews/${String(body['id'])}`;
    expect([status, (await get(preview)).body]).toMatchObject([201, { paid: 0, problems: 1 }]);
    const [problem] = itemsIn(await get(`${preview}/problems`));
    expect(String(problem?.['code'])).toMatch(/^payResult\./);
    expect(JSON.stringify(problem)).not.toContain(CARDS[0]);
    expect((await post(`${preview}/import`, { bankDay: '2025-07-12' })).status).toBe(422);
    expect((await get(list)).body).toMatchObject({ state: 'sent' });
  });

  it('tells line by line what a right one says, and books it on the day of the bank', async () => {
    const pasted = answerOf(
      `李四,${CARDS[0] ?? ''},600.00,成功,`,
      `王五,${CARDS[1] ?? ''},387.10,失败,已销户`,
    );
    const kept = await post(`${list}/result-previews`, { pasted });
    const preview = `${list}/result-previews/${String(kept.body['id'])}`;
    expect((await get(preview)).body).toMatchObject({ paid: 1, returned: 1, known: 0, problems: 0 });
    expect(itemsIn(await get(`${preview}/lines`))).toEqual([
      { number: 1, amount: '600.00', paid: true, returnKind: '', reason: '', known: false },
      { number: 2, amount: '387.10', paid: false, returnKind: 'closed', reason: '已销户', known: false },
    ]);
    expect((await post(`${preview}/import`, { bankDay: '' })).status).toBe(422);
    expect(await post(`${preview}/import`, { bankDay: '2025-07-12' })).toMatchObject({
      ...{ status: 201, body: { id: listId } },
    });
    const { body } = await get(list);
    const states = (body['lines'] as { state: string }[]).map(({ state }) => state);
    expect([body['state'], states]).toEqual(['settled', ['confirmed', 'returned']]);
  });

  it('prints pay advices with their codes once, and tells who has one', async () => {
    expect(itemsIn(await get(`${list}/advices`))).toEqual(paid.members.map(({ memberId }) => ({ memberId })));
    // A program sends no such command twice: its codes are told once.
    const person = { username: 'wages', password: PASSWORD };
    const session = await village.app.inject({ method: 'POST', url: '/api/sessions', payload: person });
    const authorization = `Bearer ${session.json<{ token: string }>().token}`;
    const print = () =>
      village.app.inject({
        ...{ method: 'POST', url: `${list}/advices`, payload: { adviceFor: '' } },
        headers: { authorization, 'idempotency-key': 'advices-for-whoever-has-none' },
      });
    const sheet = await print();
    expect([sheet.statusCode, sheet.json()]).toMatchObject([200, { mediaType: 'application/pdf' }]);
    const { base64 } = sheet.json<{ base64: string }>();
    expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    const again = await print();
    expect([again.statusCode, again.json()]).toMatchObject([409, { code: 'payAdvice.printed' }]);
    const days = itemsIn(await get(`${list}/advices`)).map(({ issuedAt }) => String(issuedAt).slice(0, 10));
    expect(days).toEqual(['2025-07-12', '2025-07-12']);
  });

  it('says what was paid beside what was entered in the national system, and takes its note', async () => {
    const entries = `${books}/national-entries`;
    const waiting = { listId, paid: { amount: '600.00', lines: 1 }, paidOn: '2025-07-12', entries: [] };
    expect(itemsIn(await get(entries))).toMatchObject([{ ...waiting, standing: 'waits' }]);
    const note = { listId, enteredOn: '2025-07-12', enteredTotal: '600.00', enteredCount: '1' };
    expect((await post(entries, { ...note, enteredCount: '2' })).status).toBe(422);
    expect((await post(entries, note)).status).toBe(201);
    const noted = [{ amount: '600.00', lines: 1, enteredOn: '2025-07-12', reason: '' }];
    expect(itemsIn(await get(entries))).toMatchObject([{ standing: 'same', entries: noted }]);
    const { base64 = '', name } = (await get(`${entries}/file?form=csv&list=${listId}`)).body;
    const text = Buffer.from(String(base64), 'base64').toString('utf8');
    expect([String(name).slice(-4), text.trim().split('\r\n').length]).toEqual(['.csv', 2]);
    expect(text).toContain('李四');
  });

  it('is of the books alone: another village and its office without books are refused', async () => {
    for (const path of ['advices', 'result-previews/none', 'result-previews/none/lines'])
      expect((await village.otherAccountant.get(`${list}/${path}`)).status).toBe(403);
    expect((await village.otherAccountant.get(`${books}/national-entries`)).status).toBe(403);
    expect((await village.officer.get(`${books}/national-entries`)).status).toBe(200);
    expect((await village.officer.get(`${list}/advices`)).status).toBe(403);
  });
});
