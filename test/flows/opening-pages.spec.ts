import { Visitor, csrfTokenIn } from '../platform/http-app.fixture';
import { MULTIPART, multipart } from '../platform/multipart.fixture';
import { workbookOf } from '../platform/spreadsheets/workbook.fixture';
import { PASSWORD, startVillageApp, STATION, type VillageApp } from './api-village.fixture';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const WORKBOOK = { name: '期初.xlsx', type: XLSX };

describe('opening balances over the pages', () => {
  let village: VillageApp;
  let accountant: Visitor;
  let path = '';

  beforeAll(async () => {
    village = await startVillageApp('sqlite');
    path = `/villages/${village.villageId}/opening`;
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
    await village.accountant.post(`/api/villages/${village.villageId}/assets`, STATION);
  }, 120_000);
  afterAll(() => village.close());

  const headings = ['科目编码', '资金类别', '借方余额', '贷方余额', '资产'];
  const table = (bank: number): Promise<Buffer> =>
    workbookOf((sheet) => {
      sheet.addRow(headings);
      sheet.addRow(['102', '光伏收益', bank, null]);
      sheet.addRow(['151', '光伏收益', 300_000, null, STATION.name]);
      sheet.addRow(['322', '光伏收益', null, 300_100.5]);
    });

  async function send(given: readonly (readonly [string, string | Buffer])[], to = path, from = path) {
    const page = await accountant.get(from);
    const key = /name="commandKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const tokens = [['_csrf', csrfTokenIn(page.body)] as const, ['commandKey', key] as const];
    return accountant.postBytes(to, multipart([...given, ...tokens], WORKBOOK), MULTIPART);
  }

  it('offer a template to fill in', async () => {
    const page = await accountant.get(path);
    expect(page.body).toContain('enctype="multipart/form-data"');
    const template = await accountant.get(`${path}/template.xlsx`);
    expect(template.headers['content-type']).toContain(XLSX);
    expect(template.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it.each<[string, () => Promise<(readonly [string, string | Buffer])[]>, string]>([
    ['nothing chosen', () => Promise.resolve([['file', '']]), '请选一个文件'],
    ['a document renamed', () => Promise.resolve([['file', Buffer.from('%PDF-1.4')]]), '这不是表格文件'],
    [
      'a file above the limit',
      () => Promise.resolve([['file', Buffer.alloc(5 * 1024 * 1024 + 1, 49)]]),
      '文件太大',
    ],
    [
      'both ways at once',
      async () => [
        ['file', await table(1)],
        ['pasted', 'a\tb'],
      ],
      '只能给一样',
    ],
    ['a pasted table without headings', () => Promise.resolve([['pasted', '102\t1.00']]), '找不到表头'],
  ])('show the form again for %s', async (_why, given, sentence) => {
    const answer = await send(await given());
    expect([answer.statusCode, answer.body.includes(sentence)]).toEqual([422, true]);
  });

  it('refuse a form without the token of its page, and a file where none is taken', async () => {
    const bare = await accountant.postBytes(path, multipart([['file', await table(1)]], WORKBOOK), MULTIPART);
    expect(bare.statusCode).toBe(403);
    const elsewhere = await send([['file', await table(1)]], `/villages/${village.villageId}/assets/new`);
    expect(elsewhere.statusCode).toBe(415);
    const torn = await accountant.postBytes(path, Buffer.from('--a-boundary\r\nnothing'), MULTIPART);
    expect(torn.statusCode).toBe(400);
  });

  it('mark what is wrong and offer no confirmation', async () => {
    const sent = await send([['file', await table(100.51)]]);
    expect(sent.statusCode).toBe(303);
    const preview = await accountant.get(String(sent.headers.location));
    expect(preview.body).toContain('相差 0.01');
    expect(preview.body).not.toContain('确认，记入');
    const forced = await accountant.get(path);
    const refused = await accountant.post(String(sent.headers.location), {
      _csrf: csrfTokenIn(forced.body),
      commandKey: 'forced-confirmation',
    });
    expect([refused.statusCode, refused.body.includes('相差 0.01')]).toEqual([422, true]);
  });

  it('book what is confirmed, once', async () => {
    const sent = await send([['file', await table(100.5)]]);
    const preview = await accountant.get(String(sent.headers.location));
    expect(preview.body).toContain('期初.xlsx');
    expect(preview.body).toContain('确认，记入');
    const fields = { _csrf: csrfTokenIn(preview.body), commandKey: 'one-confirmation' };
    const first = await accountant.post(String(sent.headers.location), fields);
    const again = await accountant.post(String(sent.headers.location), fields);
    expect([first.statusCode, again.headers.location]).toEqual([303, first.headers.location]);
    expect((await accountant.get(String(first.headers.location))).body).toContain('300,100.50');
    expect((await accountant.get(`${path}/unknown`)).statusCode).toBe(404);
  });

  it('take another table in its place, with a reason, as long as nothing rests on it', async () => {
    expect((await accountant.get(path)).body).toContain('期初余额已记为');
    const corrected = await workbookOf((sheet) => {
      sheet.addRow(headings);
      sheet.addRow(['102', '光伏收益', 90.5, null]);
      sheet.addRow(['151', '光伏收益', 300_000, null, STATION.name]);
      sheet.addRow(['322', '光伏收益', null, 300_090.5]);
    });
    const preview = String((await send([['file', corrected]])).headers.location);
    const shown = await accountant.get(preview);
    expect(shown.body).toContain('确认更换，记入');
    expect(shown.body).toMatch(/变了 2 行，写在前面；没变 1 行.*102 银行存款.*322.*151 固定资产.*不变/s);
    const order = { _csrf: csrfTokenIn(shown.body), commandKey: 'one-replacement' };
    const unsaid = await accountant.post(`${preview}/replace`, { ...order, reason: '' });
    expect([unsaid.statusCode, unsaid.body.includes('确认更换，记入')]).toEqual([422, true]);
    const done = await accountant.post(`${preview}/replace`, { ...order, reason: 'wrongAmount' });
    const booked = await accountant.get(String(done.headers.location));
    expect([done.statusCode, booked.body.includes('300,090.50')]).toEqual([303, true]);
    expect(booked.body).toContain('看能不能更换');
  });
});
