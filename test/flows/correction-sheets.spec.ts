import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { publishSheet } from './public-sheet.fixture';

/** What a person reads: the text without its marks. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

const JULY = { first: '2025-07', last: '2025-07' };
const DAYS = { sheet: 'income-expenditure', pool: 'pv', sheetFrom: '2025-07-01', sheetTo: '2025-07-08' };

describe.each(enginesHere())('the correction of a sheet (%s)', (engine) => {
  let village: VillageApp;
  let accountant: Visitor;
  let books: string;
  let list: string;
  let planCode: string;
  let firstId: string;
  let firstCode: string;

  const publish = async (form: object) => {
    const sent = { ...form, displayedOn: '2025-07-09' };
    const { status, body } = await village.accountant.post(`${books}/notices/reports`, sent);
    return { status, code: String(body['code']), id: String(body['id']), told: JSON.stringify(body) };
  };
  const read = async (path: string) => textOf((await village.app.inject(path)).body);
  const notices = async () => {
    const { items } = (await village.accountant.get(`${books}/notices`)).body;
    return items as { id: string; code: string }[];
  };

  beforeAll(async () => {
    village = await startVillageApp(engine);
    books = `/api/villages/${village.villageId}`;
    list = `/villages/${village.villageId}/notices`;
    planCode = await publishSheet(village);
    village.clock.moveTo('2025-07-09');
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
    ({ id: firstId, code: firstCode } = await publish(DAYS));
  }, 120_000);
  afterAll(() => village.close());

  it('is of a sheet that there is, and of which something was put right', async () => {
    expect((await publish({ sheet: 'correction' })).told).toContain('form.missing');
    expect((await publish({ sheet: 'correction', sheetAbout: 'nobody' })).told).toContain('notices.unknown');
    for (const { id } of await notices()) {
      const { told } = await publish({ sheet: 'correction', sheetAbout: id });
      expect(told).toContain('notices.nothingCorrected');
    }
    expect(textOf((await accountant.get(list)).body)).not.toContain('更正：');
  });

  it('is offered once a cost was taken back, for a plan’s sheet and for one of the books', async () => {
    const vouchers = await village.app.get(LedgerReadService).listVouchers(village.villageId, JULY);
    const cost = vouchers.find(({ source }) => source.kind === 'deduction');
    const path = `${books}/vouchers/${String(cost?.entryId)}/reverse`;
    const reversal = { postedOn: '2025-07-08', reason: 'bookedTwice' };
    expect((await village.accountant.post(path, reversal)).status).toBe(201);
    expect((await publish(DAYS)).status).toBe(201);
    const page = textOf((await accountant.get(list)).body);
    for (const said of ['更正：', '光伏收益分配', '收支明细']) expect(page).toContain(said);
  });

  it('tells of the plan’s sheet what the books have otherwise; the old code leads to it', async () => {
    const { id: planNotice } = (await notices()).find(({ code }) => code === planCode) ?? { id: '' };
    const wish = new URLSearchParams({ sheet: 'correction', sheetAbout: planNotice });
    const asked = (await accountant.get(`${list}?${wish.toString()}`)).body;
    for (const said of ['更正公示', '更正多出', '300.00', '看样张']) expect(textOf(asked)).toContain(said);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(asked)?.[1] ?? '';
    const form = { sheet: 'correction', sheetAbout: planNotice, displayedOn: '2025-07-09', commandKey };
    const typed = { ...form, pool: '', sheetFrom: '', sheetTo: '', _csrf: csrfTokenIn(asked) };
    const { location } = (await accountant.post(list, typed)).headers;
    const id = String(location).split('/').at(-1);
    const { code } = (await notices()).find((each) => each.id === id) ?? { code: '' };
    const page = await read(`/n/${code}`);
    for (const said of ['光伏收益分配更正公示', '必要费用', '更正为 0.00', '-300.00', '重复入账'])
      expect(page.replace('\u2212', '-')).toContain(said);
    for (const said of ['差额算进下一期的上期结转', '留到下期（更正后）', planCode, '一致。'])
      expect(page).toContain(said);
    const old = (await village.app.inject(`/verify?code=${planCode}`)).body;
    expect(old).toContain(`href="/n/${code}"`);
    expect((await village.app.inject(`/n/${planCode}`)).body).toContain(`href="/n/${code}"`);
    const again = await publish({ sheet: 'correction', sheetAbout: planNotice });
    expect(again.told).toContain('notices.nothingNew');
    const pdf = await village.app.inject(`/n/${code}/sheet.pdf`);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('tells of a sheet of the books which voucher came, and which version counts', async () => {
    const { code, status } = await publish({ sheet: 'correction', sheetAbout: firstId });
    expect(status).toBe(201);
    const page = await read(`/n/${code}`);
    for (const said of ['付掉和发放', '300.00', '第2版', firstCode, '重复入账', '二、付掉的费用', '记-'])
      expect(page).toContain(said);
    const csv = (await village.app.inject(`/n/${code}/data.csv`)).body;
    expect(csv).toContain('付掉和发放,300.00,0.00,-300.00,300.00,\r\n');
    const old = (await village.app.inject(`/verify?code=${firstCode}`)).body;
    for (const said of ['已被更正', `href="/n/${code}"`]) expect(old).toContain(said);
    const page2 = textOf((await accountant.get(list)).body);
    expect(page2).not.toContain('更正：');
  });

  it('is no more told once it is withdrawn, and leaves the check of the books sound', async () => {
    const [latest] = await notices();
    const told = await village.accountant.post(`${books}/notices/${String(latest?.id)}/withdrawal`, {
      recallReason: 'x',
    });
    expect(told.status).toBeLessThan(300);
    const old = (await village.app.inject(`/verify?code=${firstCode}`)).body;
    expect(old).not.toContain(`href="/n/${String(latest?.code)}"`);
    const { breaks } = await village.app.get(BooksCheckService).checkBooks(village.villageId);
    expect(breaks).toEqual([]);
  });
});
