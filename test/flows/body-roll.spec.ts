import { BodyRollService } from '../../src/features/approvals/body-roll.service';
import { Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { hiddenFieldsOf } from './attacks.fixture';

const BODY = 'members_representatives_assembly';
const ROLL = { rolledBody: BODY, rollSize: '４２', rollFrom: '2025-07-01', rollPaper: '第十三届名册' };

describe.each(enginesHere())('the rolls of a village’s bodies (%s)', (engine) => {
  let village: VillageApp;
  let officer: Visitor;
  let accountant: Visitor;
  let page: string;

  beforeAll(async () => {
    village = await startVillageApp(engine);
    page = `/villages/${village.villageId}/body-roll`;
    [officer, accountant] = [new Visitor(village.app), new Visitor(village.app)];
    await officer.logIn({ username: 'li', password: PASSWORD });
    await accountant.logIn({ username: 'wang', password: PASSWORD });
  }, 120_000);
  afterAll(() => village.close());

  const note = async (by: Visitor, wish: Partial<typeof ROLL> = {}) =>
    by.post(page, { ...ROLL, ...wish, ...(await hiddenFieldsOf(officer, page)) });
  const noted = async () =>
    (await village.app.get(BodyRollService).listSizes(village.villageId)).map(({ size }) => size);

  it('come back with all that is wrong, and what was typed', async () => {
    const refused = await note(officer, { rollSize: '四十', rollFrom: '2025-07-06', rollPaper: '' });
    expect([refused.statusCode, refused.body.includes('value="四十"')]).toEqual([422, true]);
    for (const said of ['有 3 处要改', '2025-07-06 还没有到'])
      expect(refused.body.replace(/<[^>]*>/g, '')).toContain(said);
    expect(await noted()).toEqual([]);
  });

  it('are the township’s to note, and the village’s to read', async () => {
    expect((await accountant.get(page)).body).not.toContain('name="rollSize"');
    const api = `/api/villages/${village.villageId}/body-sizes`;
    expect((await village.accountant.post(api, ROLL)).status).toBe(403);
    expect(await noted()).toEqual([]);
    expect((await note(officer)).statusCode).toBe(303);
    expect((await accountant.get(page)).body).toContain('42人');
    expect((await note(officer)).body).toContain('到那天名册上已经是这个人数');
  });

  it('are noted once by a form that is sent twice at once, and one after the other by two', async () => {
    const form = { ...ROLL, rollSize: '43', ...(await hiddenFieldsOf(officer, page)) };
    const twice = await Promise.all([officer.post(page, form), officer.post(page, form)]);
    expect(twice.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    const answers = await Promise.all(['44', '45'].map((rollSize) => note(officer, { rollSize })));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect((await noted()).slice(0, 2)).toEqual([42, 43]);
    expect((await noted()).slice(2).sort()).toEqual([44, 45]);
  });
});
