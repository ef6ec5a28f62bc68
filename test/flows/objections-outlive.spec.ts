import { PublicityStandings } from '../../src/features/approvals/publicity-standings.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { Database } from '../../src/platform/database/database';
import { enginesHere } from '../support/engines';
import { putUpToday } from '../support/hung-sheet';
import { NAMED_PAPERS } from '../support/step-papers';
import { draftOf } from './api-village.fixture';
import { done, type GuantaoPlan, startGuantaoPlan } from './guantao-plan.fixture';

/** What a person reads: the text without its marks. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

/** By the order of 馆陶 the sheet hangs before the township looks at the plan. */
describe.each(enginesHere())('an objection to a plan that is drafted anew (%s)', (engine) => {
  let of: GuantaoPlan;
  let before: { id: string; code: string };
  let after: { id: string; code: string };
  let next: { id: string; digest: string };
  let objection: string;

  const page = (path: string) => of.village.app.inject(path);
  const text = async (path: string) => textOf((await page(path)).body);
  const publish = async (planId: string, displayedOn: string) => {
    const { id, code } = await done(
      of.village.accountant.post(`${of.books}/notices`, { planId, displayedOn }),
    );
    return { id: String(id), code: String(code) };
  };
  const say = (code: string, objectionWords: string) =>
    of.village.app.inject({
      method: 'POST',
      url: `/n/${code}/objections`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ objectionWords, objectionPhone: '' }).toString(),
    });
  const putUp = async (noticeId: string) => {
    const { village } = of;
    await putUpToday({ app: village.app, clock: village.clock, collectiveId: village.villageId }, noticeId);
  };
  const agree = () =>
    of.village.officer.post(`${of.books}/plans/${next.id}/review`, {
      outcome: 'passed',
      digest: next.digest,
    });

  beforeAll(async () => {
    of = await startGuantaoPlan(engine);
    const { village, books, plan, digest } = of;
    before = await publish(of.planId, '2025-07-05');
    await putUp(before.id);
    expect((await say(before.code, 'why eight people')).statusCode).toBe(303);
    const { items } = (await village.accountant.get(`${books}/objections`)).body;
    objection = (items as { id: string }[])[0]?.id ?? '';
    village.clock.moveTo('2025-07-08');
    const returned = { outcome: 'returned', reason: 'one person is named twice', digest };
    await done(village.officer.post(`${plan}/review`, returned));
  }, 120_000);
  afterAll(() => of.village.close());

  it('stays told to whoever made it, though nothing more is said of that sheet', async () => {
    const { statusCode, body } = await page(`/n/${before.code}/objections?taken=1`);
    expect(statusCode).toBe(410);
    expect(textOf(body)).toContain('〔2025〕第1号');
    expect(textOf(body)).toContain('这张公示不作数了，不再收新的意见');
    expect(body).not.toContain('<form');
    expect((await say(before.code, 'once more')).statusCode).toBe(410);
  });

  it('waits on the sheet of the next plan of the same days, open at first', async () => {
    const { village, books } = of;
    next = {
      id: String((await done(village.accountant.post(`${books}/plans`, draftOf('1500.00'))))['id']),
      digest: '',
    };
    const plan = `${books}/plans/${next.id}`;
    next.digest = String((await done(village.accountant.post(`${plan}/submit`, {})))['digest']);
    const votes = { due: '30', present: '25', inFavour: '24', against: '0', abstained: '1' };
    await done(
      village.accountant.post(`${plan}/meeting`, {
        heldOn: '2025-07-08',
        stepPaper: 'm',
        ...votes,
        ...NAMED_PAPERS,
      }),
    );
    after = await publish(next.id, '2025-07-08');
    await putUp(after.id);
    const told = await text(`/n/${after.code}`);
    expect(told).toContain('收到意见1条，答复了0条，1条还没有答复。');
    expect(told).toContain('还没有答复，应在2025年7月10日前答复');
    expect(await text(`/n/${after.code}/objections`)).toContain(
      '收到，对以前那张公示提的，应在7月10日前答复',
    );
  });

  it('is led to from the code of the sheet that came back, and typed there no more', async () => {
    for (const path of [`/n/${before.code}`, `/verify?code=${before.code}`]) {
      const { statusCode, body } = await page(path);
      expect([statusCode, body.includes(`href="/n/${after.code}"`)]).toEqual([410, true]);
      expect(body).not.toContain('2,000.00');
    }
    expect((await page(`/n/${before.code}/objections`)).body).toContain(`href="/n/${after.code}/objections"`);
    const said = { noticeId: before.id, objectedOn: '2025-07-08', objectionWords: 'too much' };
    const refused = await of.village.accountant.post(`${of.books}/objections`, said);
    expect([refused.status, refused.body['code']]).toEqual([409, 'notices.fallenFor']);
    expect(refused.body['sentence']).toContain('现在作数的是〔2025〕2号公示');
  });

  it('keeps the township from agreeing to the next plan, and is told as overdue', async () => {
    of.village.clock.moveTo('2025-07-14');
    const { status, body } = await agree();
    expect([status, body['problems']]).toEqual([
      422,
      [expect.objectContaining({ code: 'approvals.objectionsOpen' })],
    ]);
    const told = await text(`/n/${after.code}`);
    expect(told).toContain('其中1条超过了答复期限');
    expect(told).toContain('应在2025年7月10日前答复，超过期限，还没有答复');
    const { app, villageId: collectiveId } = of.village;
    const at = { collectiveId, planId: next.id };
    const standings = app.get(PublicityStandings);
    const history = await standings.historyOfPlan(at, app.get(Database).reader);
    const known = { day: '2025-07-14', at: new Date('2025-07-14T12:00:00+08:00').toISOString() };
    expect(history(known)).toMatchObject({ openObjections: 1 });
    expect(await standings.standingOfPlan(at, '2025-07-14')).toMatchObject({
      openObjections: 1,
      isOver: false,
    });
  });

  it('is answered on the old page and on the new one, and then keeps nothing waiting', async () => {
    const { village, books } = of;
    const answer = { objectionGist: '人数', objectionAnswer: '原来写错了，已经重拟' };
    await done(village.accountant.post(`${books}/objections/${objection}/answer`, answer));
    for (const path of [`/n/${before.code}/objections`, `/n/${after.code}/objections`, `/n/${after.code}`])
      expect([path, await text(path)]).toEqual([path, expect.stringContaining('答：原来写错了，已经重拟（')]);
    expect(await text(`/n/${after.code}`)).toContain('2025年7月14日答复，在这张公示发布以后');
    expect((await agree()).status).toBe(200);
    expect((await village.app.get(BooksCheckService).checkBooks(village.villageId)).breaks).toEqual([]);
  });
});
