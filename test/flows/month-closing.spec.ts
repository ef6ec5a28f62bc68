import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { RefusedCommandsService } from '../../src/platform/audit/refused-commands.service';
import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { openWith, startVillageApp, type VillageApp } from './api-village.fixture';

describe('the closing of a month on its page', () => {
  let office: DemoOffice;
  let accountant: Visitor;
  let officer: Visitor;
  /** 石桥 has held up to May; 杨树湾 up to June, whose figures stand on a published sheet. */
  let stone = '';
  let poplar = '';
  let township = '';

  beforeAll(async () => {
    office = await startDemoOffice();
    const all = await office.app.get(CollectivesService).listCollectives();
    const idOf = (label: string): string => all.find((each) => each.noticeLabel === label)?.id ?? '';
    stone = idOf('石桥');
    poplar = all.find((each) => each.kind === 'village' && each.id !== stone)?.id ?? '';
    township = all.find((each) => each.kind === 'township')?.id ?? '';
    accountant = new Visitor(office.app);
    await accountant.logIn(office.personOf('zhou'));
    officer = new Visitor(office.app);
    await officer.logIn(office.personOf('sun'));
  }, 120_000);
  afterAll(() => office.close());

  const monthOf = (village: string, month: string): string => `/villages/${village}/months/${month}`;

  /** Posts an act from the month's page, which carries the tokens. */
  async function act(who: Visitor, month: string, name: string, fields: Record<string, string> = {}) {
    const page = await who.get(month);
    const keys = [...page.body.matchAll(/name="commandKey" value="([^"]+)"/g)].map((match) => match[1]);
    const tokens = { _csrf: csrfTokenIn(page.body), commandKey: keys.at(-1) ?? '' };
    return who.post(`${month}/${name}`, { ...fields, ...tokens });
  }

  it('says why a month whose figures hang on the wall is not opened again', async () => {
    const june = monthOf(poplar, '2025-06');
    const page = await accountant.get(june);
    expect(page.body).toContain('已经印在公示〔2025〕1号上');
    expect(page.body).not.toContain(`action="${june}/reopen"`);
    const refused = await act(accountant, june, 'reopen', { reason: '漏了一张单据' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('已经印在公示〔2025〕1号上');
  });

  it('says which later month stands in the way', async () => {
    const april = await accountant.get(monthOf(stone, '2025-04'));
    expect(april.body).toContain('2025年5月也结了账，要先打开它');
  });

  it('shows a reason that is too short again, with everything typed', async () => {
    const refused = await act(accountant, monthOf(stone, '2025-05'), 'reopen', { reason: '漏了' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('理由太短，至少写 4 个字');
    expect(refused.body).toMatch(/<details class="fold" open/);
    expect(refused.body).toMatch(/<textarea[^>]*>漏了<\/textarea>/);
  });

  it('opens a month again with a reason, holds it again, and tells all of it', async () => {
    const may = monthOf(stone, '2025-05');
    const opened = await act(accountant, may, 'reopen', { reason: '漏了一张收据' });
    expect([opened.statusCode, opened.headers.location]).toEqual([303, may]);
    const page = await accountant.get(may);
    expect(page.body).toContain('这个月又打开了');
    expect(page.body).toContain('周会计重新打开，理由：漏了一张收据');
    expect(page.body).toContain('记账中');
    expect((await act(accountant, may, 'hold')).statusCode).toBe(303);
    expect((await accountant.get(may)).body.match(/周会计结账/g)).toHaveLength(2);
  });

  it('offers the township the month that is next, and says what keeps the others', async () => {
    const overview = await officer.get(`/township/${township}`);
    expect(overview.body).toContain('石桥村2025年1月');
    const january = monthOf(stone, '2025-01');
    const unread = (await officer.get(january)).body;
    expect(unread).toContain('张凭证没有复核');
    const tokens = { _csrf: csrfTokenIn(unread), commandKey: 'review-january' };
    await officer.post(`/villages/${stone}/vouchers/review-month`, { month: '2025-01', ...tokens });
    expect((await officer.get(january)).body).toContain('1月可以封账了');
    const february = await officer.get(monthOf(stone, '2025-02'));
    expect(february.body).toContain('2025年2月之前还有2025年1月没有封');
    expect(february.body).toMatch(/<button[^>]*class="waiting"[^>]*disabled[^>]*>2月封账/);
    const early = await act(officer, monthOf(stone, '2025-02'), 'seal');
    expect(early.statusCode).toBe(422);
  });

  it('seals it once and for ever, and leads on to the next', async () => {
    const january = monthOf(stone, '2025-01');
    const sealed = await act(officer, january, 'seal');
    expect([sealed.statusCode, sealed.headers.location]).toEqual([303, january]);
    const page = await officer.get(january);
    expect(page.body).toContain('这个月已封账');
    expect(page.body).toContain('再也打不开');
    expect(page.body).toContain('“所属月份”写 2025-01');
    expect(page.body).toContain('孙所长封账');
    expect(page.body).toContain('1月已封账，2至5月已结账');
    const own = await accountant.get(january);
    expect(own.body).not.toContain('重新打开');
    expect(own.body).not.toContain(`action="${january}/hold"`);
    expect((await act(accountant, january, 'reopen', { reason: '漏了一张单据' })).statusCode).toBe(422);
    const overview = await officer.get(`/township/${township}`);
    expect(overview.body).toContain('石桥村2025年2月');
    expect(overview.body).not.toContain('石桥村2025年1月');
  });

  it.each([
    ['the accountant seal', 'seal'],
    ['the township open again', 'reopen'],
  ])('does not let %s', async (_who, name) => {
    const may = monthOf(stone, '2025-05');
    const who = name === 'seal' ? accountant : officer;
    expect((await act(who, may, name, { reason: '漏了一张单据' })).statusCode).toBe(403);
    expect((await who.get(may)).body).not.toContain(`action="${may}/${name}"`);
  });

  it('keeps every one of these refusals by its codes', async () => {
    const kept = await office.app.get(RefusedCommandsService).listRefusals(stone);
    const page = '/villages/:collectiveId/months/:month';
    expect(kept.map(({ command, codes }) => `${command} ${codes.join(' ')}`)).toEqual([
      `POST ${page}/reopen months.reasonTooShort`,
      `POST ${page}/seal period.sealNotNext`,
      `POST ${page}/reopen period.sealedAlready`,
      `POST ${page}/seal access.otherRole`,
      `POST ${page}/reopen access.otherRole`,
    ]);
  });
});

describe('the closing of a month through the API', () => {
  let village: VillageApp;
  let month = '';

  beforeAll(async () => {
    village = await startVillageApp();
    month = `/api/villages/${village.villageId}/months/2025-01`;
  });
  afterAll(() => village.close());

  it('is held and opened by the accountant, sealed by the township, each once under its key', async () => {
    expect((await village.accountant.post(`${month}/hold`, {})).status).toBe(200);
    const reason = { reason: 'a bill came late' };
    const opened = await village.accountant.post(`${month}/reopen`, reason, 'reopen-1');
    expect(await village.accountant.post(`${month}/reopen`, reason, 'reopen-1')).toEqual(opened);
    const other = await village.accountant.post(`${month}/reopen`, { reason: 'another one' }, 'reopen-1');
    expect(other).toMatchObject({ status: 409, body: { code: 'command.keyReused' } });
    expect((await village.accountant.post(`${month}/hold`, {})).status).toBe(200);
    expect((await village.accountant.post(`${month}/seal`, {})).status).toBe(403);
    expect((await village.officer.post(`${month}/reopen`, reason)).status).toBe(403);
    const sealed = await village.officer.post(`${month}/seal`, {}, 'seal-0001');
    expect(sealed).toMatchObject({ status: 200, body: { month: '2025-01', chainPosition: 0 } });
    expect(await village.officer.post(`${month}/seal`, {}, 'seal-0001')).toEqual(sealed);
    const again = await village.officer.post(`${month}/seal`, {});
    expect(again).toMatchObject({ status: 409, body: { code: 'period.sealedAlready' } });
    const listed = await village.accountant.get(`/api/villages/${village.villageId}/months`);
    expect(listed.body['items']).toMatchObject([{ month: '2025-01', state: 'sealed' }, { state: 'open' }]);
  });
});

describe('the December of a year that is not closed', () => {
  it('is not held, and its page leads to the year end', async () => {
    const village = await startVillageApp();
    try {
      village.clock.moveTo('2026-01-10');
      await openWith(village.app, village.villageId, 50_000n);
      const books = `/api/villages/${village.villageId}`;
      const bill = { kind: 'insurance', name: 'insurance', postedOn: '2025-12-04', amount: '10.00' };
      expect((await village.accountant.post(`${books}/deductions`, bill)).status).toBe(201);
      const hold = (month: number) =>
        village.accountant.post(`${books}/months/2025-${String(month).padStart(2, '0')}/hold`, {});
      for (let month = 1; month <= 11; month += 1) expect((await hold(month)).status).toBe(200);
      const december = await hold(12);
      expect(december.status).toBe(422);
      expect(JSON.stringify(december.body)).toContain('yearEnd.notClosed');
      const accountant = new Visitor(village.app);
      await accountant.logIn({ username: 'wang', password: 'correct horse battery' });
      const page = await accountant.get(`/villages/${village.villageId}/months/2025-12`);
      expect(page.body).toContain('2025年还没有做完年终结转，请先结转，再结12月的账');
      expect(page.body).toContain(`href="/villages/${village.villageId}/year-end?year=2025"`);
    } finally {
      await village.close();
    }
  });
});
