import { UsersService } from '../../src/features/users/users.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { addVillage, openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

describe('the forms of a change of the chart and of the people', () => {
  let village: VillageApp;
  let keeper: Visitor;

  beforeAll(async () => {
    village = await startVillageApp();
  }, 120_000);
  afterAll(() => village.close());

  const enter = async (username: string): Promise<Visitor> => {
    const visitor = new Visitor(village.app);
    await visitor.logIn({ username, password: PASSWORD });
    return visitor;
  };
  async function post(who: Visitor, path: string, fields: Record<string, string>, from = path) {
    const page = await who.get(from);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    return who.post(path, { ...fields, _csrf: csrfTokenIn(page.body), commandKey });
  }

  it('shows where each balance goes under the new chart, what is missing, and changes it once', async () => {
    village.clock.moveTo('2023-12-01');
    const wish = { name: 'Chart', booksOpenOn: '2023-12-01', chart: '2004' };
    const { id } = await addVillage(village, wish);
    await openWith(village.app, id, 900n, '2023-12-01');
    const accountant = await enter('chart');
    keeper = accountant;
    const path = `/villages/${id}/chart-change`;
    expect((await accountant.get(path)).body).toContain('还差 1 件事');
    village.clock.moveTo('2024-01-05');
    const page = (await accountant.get(path)).body;
    for (const text of ['102　银行存款', '32201', '2024年1月1日起换']) expect(page).toContain(text);
    const wrong = await post(accountant, path, { year: '24', chart: '2023' });
    expect(wrong.statusCode).toBe(422);
    expect((await post(accountant, path, { year: '2024', chart: '2023' })).statusCode).toBe(303);
    expect((await accountant.get(path)).body).toContain('不用换');
  });

  it('gives a post from a day on, hands it over and tells who is missing since when', async () => {
    const { id } = await addVillage(village, { name: 'Posts' });
    village.clock.moveTo('2025-07-10');
    const officer = await enter('li');
    const users = village.app.get(UsersService);
    const idOf = async (name: string) =>
      (await users.listUsers()).find(({ username }) => username === name)?.userId ?? '';
    const [old, next] = [await idOf('posts'), await idOf('chart')];
    const list = `/township/${village.townshipId}/people`;
    expect((await officer.get(list)).body).toContain('Posts的出纳：还没有人');
    const person = `${list}/${next}`;
    const given = { placeId: id, role: 'cashier', from: '2025-07-12', to: '', paper: 'minutes 3' };
    const wrong = await post(officer, person, { ...given, role: 'township', from: '2025-07-01' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('有 2 处要改');
    expect((await post(officer, person, given)).headers.location).toBe(person);
    const shown = (await officer.get(person)).body;
    for (const text of ['Posts 出纳', '2025年7月12日（还没到）', 'minutes 3']) expect(shown).toContain(text);
    expect((await users.requireUser(next)).roles.filter(({ collectiveId }) => collectiveId === id)).toEqual(
      [],
    );

    const accountants = `${list}/posts/${id}/1`;
    const both = await post(
      officer,
      `${accountants}/handover`,
      { userId: next, from: '2025-07-16' },
      accountants,
    );
    expect(both.statusCode).toBe(422);
    expect(both.body).toContain('不能既是一个村的会计，又是这个村的出纳');
    const ended = await post(
      officer,
      `${list}/posts/${id}/2/end`,
      { lastDay: '2025-07-14' },
      `${list}/posts/${id}/2`,
    );
    expect(ended.statusCode).toBe(303);
    const over = { userId: next, from: '2025-07-16', paper: 'list 1' };
    const done = await post(officer, `${accountants}/handover`, over, accountants);
    expect(done.headers.location).toBe(`${list}/posts/${id}/3`);
    const told = (await officer.get(list)).body;
    expect(told).toContain('Posts的出纳：2025年7月15日起没有人');
    expect(told).not.toContain('Posts的村会计');
    expect(told).toMatch(/凭证审核和验收由镇财政所办：[^。]*Posts/);
    const before = (await officer.get(accountants)).body;
    for (const text of ['开账号时起，到2025年7月15日', '依据：list 1']) expect(before).toContain(text);
    expect(before).not.toContain('办交接');
    village.clock.moveTo('2025-07-16');
    const roles = async (userId: string) =>
      (await users.requireUser(userId)).roles.filter(({ collectiveId }) => collectiveId === id);
    expect([await roles(old), await roles(next)]).toEqual([[], [{ role: 'accountant', collectiveId: id }]]);
    expect((await officer.get(list)).body).toContain('以前的岗位');

    expect((await officer.get(`${list}/nobody`)).statusCode).toBe(404);
    expect((await officer.get(`${list}/posts/${id}/9`)).statusCode).toBe(404);
    expect((await keeper.get(list)).statusCode).toBe(403);
  });

  it('gives nobody a post of his own making', async () => {
    const { id } = await addVillage(village, { name: 'Own' });
    const officer = await enter('li');
    const users = village.app.get(UsersService);
    const li = (await users.listUsers()).find(({ username }) => username === 'li')?.userId ?? '';
    const own = `/township/${village.townshipId}/people/${li}`;
    const shown = (await officer.get(own)).body;
    expect(shown).toContain('自己的岗位自己只能退，不能加');
    expect(shown).not.toContain('name="role"');
    const form = { placeId: id, role: 'accountant', from: village.clock.today() };
    const taken = await post(officer, own, form, `/township/${village.townshipId}/search`);
    expect(taken.statusCode).toBe(422);
    expect(taken.body).toContain('不能给自己加岗位');
    expect((await users.requireUser(li)).roles).toHaveLength(1);
  });
});
