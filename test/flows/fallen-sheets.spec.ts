import { NoticesService } from '../../src/features/notices/notices.service';
import { StandingSheetsService } from '../../src/features/notices/standing-sheets.service';
import { Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { draftOf, PASSWORD, type VillageApp } from './api-village.fixture';
import { done, startGuantaoPlan } from './guantao-plan.fixture';

/** By the order of 馆陶 the sheet hangs before the township looks at the plan. */
describe.each(enginesHere())('the sheet of a plan that comes back while it hangs (%s)', (engine) => {
  let village: VillageApp;
  let books: string;
  let plan: string;
  let digest: string;
  let code: string;

  const page = (path: string) => village.app.inject(path);

  beforeAll(async () => {
    const started = await startGuantaoPlan(engine);
    ({ village, books, plan, digest } = started);
    const notice = { planId: started.planId, displayedOn: '2025-07-05' };
    code = String((await done(village.accountant.post(`${started.books}/notices`, notice)))['code']);
  }, 120_000);
  afterAll(() => village.close());

  it('holds while it hangs', async () => {
    expect((await page(`/n/${code}`)).body).toContain('现行有效');
    expect((await page(`/n/${code}/data.json`)).statusCode).toBe(200);
    expect((await page(`/public/villages/${village.villageId}`)).body).not.toContain('已撤回');
  });

  it('is withdrawn once the plan is returned: that there was one is told, what it said is not', async () => {
    village.clock.moveTo('2025-07-08');
    const line = { lineReasons: { dividends: 'none of ours' } };
    const review = { outcome: 'returned', reason: 'one person is named twice', digest };
    const unknown = await village.officer.post(`${plan}/review`, { ...review, ...line });
    expect([unknown.status, unknown.body['problems']]).toEqual([
      422,
      [expect.objectContaining({ code: 'form.notAllowed', field: 'lineReasons.dividends' })],
    ]);
    const told = { ...review, lineReasons: { posts: 'eight people, not six', labour: ' ' } };
    await done(village.officer.post(`${plan}/review`, told));
    for (const path of [`/n/${code}`, `/verify?code=${code}`]) {
      const { statusCode, body } = await page(path);
      expect([path, statusCode]).toEqual([path, 410]);
      expect(body).toContain('已撤回');
      expect(body).toContain('7月8日');
      expect(body).toContain('方案被退回重拟，这张公示不作数。');
      expect(body).not.toContain('2,000.00');
      expect(body).not.toContain('named twice');
    }
    const accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
    const office = await accountant.get(`${plan.replace('/api', '')}/publish`);
    expect(office.body).toContain('方案被退回重拟，这张公示不作数。还贴在墙上的，请揭下来。');
    expect(office.body).not.toMatch(/已发布|打印公示|登记张贴/);
    for (const part of ['data.json', 'checker.html', 'data.csv', 'sheet.pdf', 'objections'])
      expect([part, (await page(`/n/${code}/${part}`)).statusCode]).toEqual([part, 410]);
    expect((await page(`/public/villages/${village.villageId}`)).body).toContain('已撤回');
  });

  it('is put up no more, and nobody objects to it in the office either', async () => {
    const [notice] = await village.app.get(NoticesService).listNotices(village.villageId);
    const noticeId = notice?.id ?? '';
    const said = { noticeId, objectedOn: '2025-07-08', objectionWords: 'too much for posts' };
    const answer = await village.accountant.post(`${books}/objections`, said);
    expect([answer.status, answer.body['code']]).toEqual([409, 'notices.fallen']);
    const sheets = village.app.get(StandingSheetsService);
    const at = { collectiveId: village.villageId, id: noticeId };
    await expect(sheets.requireStanding(at)).rejects.toMatchObject({ code: 'notices.fallen' });
    const put = await village.accountant.post(`${books}/notices/${noticeId}/displays`, {});
    expect([put.status, put.body['code']]).toEqual([409, 'notices.fallen']);
  });

  it('is drafted anew beside what it was, with why it came back and what has to be done again', async () => {
    const { id } = await done(village.accountant.post(`${books}/plans`, draftOf('1500.00')));
    const accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
    await done(village.accountant.post(`${books}/plans/${String(id)}/submit`, {}));
    const { body } = await accountant.get(`${books.replace('/api', '')}/plans/${String(id)}`);
    const told = body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(told).toContain('和第1稿比');
    expect(told).toMatch(/理由：one person is named twice；[^；]*：eight people, not six/);
    expect(told).toContain('第1稿办过的作废，要重新办：');
    expect(told).toMatch(/留到下期 3,000\.00 3,500\.00/);
    expect(told).toMatch(/2,000\.00 1,500\.00/);
    expect(body).toContain(`href="${plan.replace('/api', '')}"`);
  });
});
