import { BooksCheckService } from '../../src/features/months/books-check.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { exif, jpeg, shade } from '../platform/files/pictures.fixture';
import { MULTIPART, multipart } from '../platform/multipart.fixture';
import { enginesHere } from '../support/engines';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { publishSheet } from './public-sheet.fixture';

/** What a person reads: the text without its marks. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

/** What of income and expenditure is wanted. */
const WISH = { sheet: 'income-expenditure', pool: 'pv', sheetFrom: '2025-07-01', sheetTo: '2025-07-08' };

describe.each(enginesHere())('a sheet that is no plan’s (%s)', (engine) => {
  let village: VillageApp;
  let accountant: Visitor;
  let books: string;
  let list: string;
  let first: { id: string; code: string };
  let second: { id: string; code: string };
  let sent = 0;

  const done = async (answer: ReturnType<typeof village.accountant.post>) => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(JSON.stringify(body));
    return body;
  };
  const publish = (more: object = {}) =>
    village.accountant.post(`${books}/notices/reports`, { ...WISH, displayedOn: '2025-07-09', ...more });
  const hidden = async (from: string) => {
    const { body } = await accountant.get(from);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
    return { _csrf: csrfTokenIn(body), commandKey };
  };
  const publicPage = async (path: string) => textOf((await village.app.inject(path)).body);
  const asked = () => `${list}?${new URLSearchParams(WISH).toString()}`;

  beforeAll(async () => {
    village = await startVillageApp(engine);
    books = `/api/villages/${village.villageId}`;
    list = `/villages/${village.villageId}/notices`;
    await publishSheet(village);
    village.clock.moveTo('2025-07-09');
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
  }, 120_000);
  afterAll(() => village.close());

  it('is looked at before it is published: its sums, and its sample', async () => {
    const page = textOf((await accountant.get(asked())).body);
    for (const said of ['以前剩下', '500.00', '2,000.00', '300.00', '2,200.00', '明细', '看样张'])
      expect(page).toContain(said);
    const sample = await accountant.get(`${list}/sample.pdf?${new URLSearchParams(WISH).toString()}`);
    expect(sample.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(textOf((await accountant.get(list)).body)).toContain('分配');
  });

  it('is of days that are over, of a sheet and a pool that there are', async () => {
    const wrong = { sheet: 'nonsense', pool: 'gold', sheetFrom: '2025-07-10', sheetTo: '2025-08-01' };
    const { body } = await publish(wrong);
    const codes = (body['problems'] as { code: string; field: string }[]).map((each) => each.code);
    expect(codes).toEqual(['form.notAllowed', 'form.notAllowed', 'notices.periodNotOver']);
    const early = await publish({ displayedOn: '2025-07-01' });
    expect(JSON.stringify(early.body)).toContain('notices.beforeToday');
    const page = await accountant.get(`${list}?sheet=income-expenditure&sheetFrom=2025-07-01&sheetTo=x`);
    expect(textOf(page.body)).toContain('有 1 处要改');
  });

  it('is published from the page, and everyone reads each voucher of it', async () => {
    const form = { ...WISH, displayedOn: '2025-07-09', ...(await hidden(asked())) };
    const answer = await accountant.post(list, form);
    const { location } = answer.headers;
    const id = String(location).split('/').at(-1) ?? '';
    const { items } = (await village.accountant.get(`${books}/notices`)).body;
    const { code } = (items as { id: string; code: string }[]).find((each) => each.id === id) ?? { code: '' };
    first = { id, code };
    const page = await publicPage(`/n/${code}`);
    for (const said of ['收支明细', '现行有效', '记-', '2,200.00', '服务器按保存的数据重算了一遍：一致。'])
      expect(page).toContain(said);
    expect(page).not.toContain('应到');
    const csv = (await village.app.inject(`/n/${code}/data.csv`)).body;
    for (const said of ['现在剩下,2200.00\r\n', '收到合计,,,,,,2000.00\r\n', '付掉合计,,,,,300.00\r\n'])
      expect(csv).toContain(said);
    const verified = await publicPage(`/verify?code=${code}`);
    for (const said of ['以前剩下', '500.00', '现在剩下', '2,200.00']) expect(verified).toContain(said);
    const pdf = await village.app.inject(`/n/${code}/sheet.pdf`);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const facts = (await village.app.inject(`/n/${code}/data.json`)).body;
    expect(facts).not.toContain('burnt');
    expect(JSON.stringify(await publish().then(({ body }) => body))).toContain('notices.nothingNew');
    expect(textOf((await accountant.get(asked())).body)).toContain('账没有变');
    const found = await accountant.post(`/villages/${village.villageId}/search`, {
      ...{ sought: '收支明细', ...(await hidden(list)) },
    });
    expect(found.body).toContain(`${list}/${id}`);
  });

  it('hangs with a photo as a plan’s does', async () => {
    const at = `${list}/${first.id}`;
    const form = { displayedOn: '2025-07-09', displayPlace: '村务公开栏', ...(await hidden(at)) };
    const parts = [...Object.entries(form), ['file', jpeg(exif(6), shade((sent += 1)))] as const];
    const photo = multipart(parts, { name: 'a.jpg', type: 'image/jpeg' });
    expect((await accountant.postBytes(`${at}/displays`, photo, MULTIPART)).headers.location).toBe(at);
    expect(textOf((await accountant.get(at)).body)).toContain('村务公开栏');
    const again = { ...form, ...(await hidden(at)) };
    const blind = multipart(Object.entries(again), { name: 'a.txt', type: 'text/plain' });
    const bad = await accountant.postBytes(`${at}/displays`, blind, MULTIPART);
    expect(textOf(bad.body)).toContain('收支明细');
  });

  it('gets its next version where the books say something else; the old code tells by how much', async () => {
    const cost = {
      kind: 'other',
      name: 'fence',
      postedOn: '2025-07-08',
      amount: '40.00',
    };
    await done(village.accountant.post(`${books}/deductions`, { ...cost, reason: 'torn by wind' }));
    expect(textOf((await accountant.get(asked())).body)).toContain('第2版');
    const published = await done(publish());
    second = { id: String(published['id']), code: String(published['code']) };
    const old = await publicPage(`/verify?code=${first.code}`);
    for (const said of ['已被更正', '付掉和发放', '300.00 → 340.00', '2,200.00 → 2,160.00', second.code])
      expect(old).toContain(said);
    expect(await publicPage(`/n/${first.code}`)).toContain('以第2版为准');
    expect(await publicPage(`/n/${second.code}`)).toContain('这是更正后的第2版');
    expect(textOf((await accountant.get(list)).body)).toContain('已被更正');
  });

  it('shows the register of assets, too, of no pool', async () => {
    const form = { sheet: 'asset-register', sheetFrom: '2025-01-01', sheetTo: '2025-07-08' };
    const told = await done(
      village.accountant.post(`${books}/notices/reports`, { ...form, displayedOn: '2025-07-09' }),
    );
    const page = await publicPage(`/n/${String(told['code'])}`);
    for (const said of ['资产登记和变动', '期末原值', '一致。']) expect(page).toContain(said);
    expect(page).toContain('Station 1');
    const facts = (await village.app.inject(`/n/${String(told['code'])}/data.json`)).body;
    expect(facts).not.toContain('Station 1');
  });

  it('is withdrawn with a reason, and answers 410 from then on', async () => {
    const at = `${list}/${second.id}`;
    const none = await accountant.post(`${at}/withdrawal`, { recallReason: ' ', ...(await hidden(at)) });
    expect(textOf(none.body)).toContain('为什么撤回');
    const reason = { recallReason: '日期写错了', ...(await hidden(at)) };
    expect((await accountant.post(`${at}/withdrawal`, reason)).headers.location).toBe(at);
    const { statusCode, body } = await village.app.inject(`/n/${second.code}`);
    expect([statusCode, textOf(body).includes('日期写错了')]).toEqual([410, true]);
    expect((await village.app.inject(`/n/${second.code}/data.json`)).statusCode).toBe(410);
    const again = await village.accountant.post(`${books}/notices/${second.id}/withdrawal`, {
      recallReason: 'x',
    });
    expect(JSON.stringify(again.body)).toContain('notices.withdrawnAlready');
    // The same days may be shown again: the third version.
    expect((await publish()).status).toBeLessThan(300);
  });

  it('is withdrawn only where it is no plan’s, and by who keeps the books', async () => {
    const { items } = (await village.accountant.get(`${books}/notices`)).body;
    const ofPlan = (items as { id: string }[]).at(-1)?.id ?? '';
    const reason = { recallReason: 'x' };
    const refused = await village.accountant.post(`${books}/notices/${ofPlan}/withdrawal`, reason);
    expect(JSON.stringify(refused.body)).toContain('notices.ofPlan');
    expect((await village.officer.post(`${books}/notices/${second.id}/withdrawal`, reason)).status).toBe(403);
    expect((await village.officer.post(`${books}/notices/reports`, WISH)).status).toBe(403);
  });

  it('leaves the check of the books sound', async () => {
    const { breaks } = await village.app.get(BooksCheckService).checkBooks(village.villageId);
    expect(breaks).toEqual([]);
  });
});
