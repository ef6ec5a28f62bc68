import { Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { draftOf, openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { done } from './guantao-plan.fixture';

const VOTES = { due: '30', present: '25', inFavour: '24', against: '0', abstained: '1' };

/** What waits stands on the list of whoever has to do it, and its text is there to be sent. */
describe.each(enginesHere())('what waits for somebody (%s)', (engine) => {
  let village: VillageApp;
  let plans: string;
  let plan: string;
  const visitors = new Map<string, Visitor>();
  const shown = async (username: string, path: string): Promise<string> => {
    const visitor = visitors.get(username) ?? new Visitor(village.app);
    if (!visitors.has(username)) await visitor.logIn({ username, password: PASSWORD });
    visitors.set(username, visitor);
    const { body } = await visitor.get(path);
    return body
      .slice(body.indexOf('<h1>'))
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  };
  const mine = (username: string): Promise<string> => shown(username, '/my-work');
  const reminders = (): Promise<string> => shown('li', `/township/${village.townshipId}/reminders`);

  beforeAll(async () => {
    village = await startVillageApp(engine);
    await openWith(village.app, village.villageId, 500_000n);
    plans = `/api/villages/${village.villageId}/plans`;
  }, 120_000);
  afterAll(() => village.close());

  it('are first the months that are over, since their last day', async () => {
    expect(await mine('wang')).toContain('Donghe 2025年1月起 6 个月没结账 155天了');
    expect(await mine('li')).toContain('现在没有等您办的事。');
    expect(await mine('zhao')).not.toContain('Donghe');
  });

  it('are the steps of a plan, each in the hands of who takes it', async () => {
    plan = `${plans}/${String((await done(village.accountant.post(plans, draftOf('2000.00'))))['id'])}`;
    expect(await mine('wang')).toContain('2025年1至7月光伏收益方案起草了，还没有提交 今天');
    await done(village.accountant.post(`${plan}/submit`, {}));
    expect(await mine('wang')).toContain('方案等办“村民代表会议表决”');
    await done(
      village.accountant.post(`${plan}/meeting`, { heldOn: '2025-07-05', stepPaper: 'm', ...VOTES }),
    );
    village.clock.moveTo('2025-07-08');
    expect(await mine('wang')).not.toContain('光伏收益方案');
    expect(await mine('li')).toContain('Donghe 2025年1至7月光伏收益方案等审核 3天了');
    const { digest } = (await village.officer.get(plan)).body;
    const back = { outcome: 'returned', reason: 'posts first', digest };
    await done(village.officer.post(`${plan}/review`, back));
    expect(await mine('wang')).toContain('方案被退回，等重新起草 今天');
    expect(await mine('li')).toContain('现在没有等您办的事。');
  });

  it('are told person by person, with the text that reminds him', async () => {
    const text = await reminders();
    expect(text).toContain('Donghe 2025年1月起 6 个月没结账 158天了');
    expect(text).toContain(
      'wang：村账里有2件事等您办。1、Donghe2025年1月起 6 个月没结账，158天了；2、Donghe2025年1至7月光伏收益方案被退回，等重新起草。' +
        '请登录村账办理。Liuhe，7月8日',
    );
    expect(text).toContain('zhao：村账里有1件事等您办。Xihe2025年1月起 6 个月没结账，158天了。');
  });

  it('a later draft takes the returned one’s place', async () => {
    await done(village.accountant.post(plans, draftOf('1000.00')));
    const text = await mine('wang');
    expect([text.includes('被退回'), text.includes('起草了，还没有提交')]).toEqual([false, true]);
  });
});
