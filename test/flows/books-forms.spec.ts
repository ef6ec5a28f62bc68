import { UsersService } from '../../src/features/users/users.service';
import type { HeldRole } from '../../src/platform/http/actor';
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
  async function post(who: Visitor, path: string, fields: Record<string, string>) {
    const page = await who.get(path);
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

  it('gives one post a village, never both sides of its money to one person', async () => {
    const { id } = await addVillage(village, { name: 'Posts' });
    const officer = await enter('li');
    const users = village.app.get(UsersService);
    const who = (await users.listUsers()).find(({ username }) => username === 'posts');
    const list = `/township/${village.townshipId}/people`;
    expect((await officer.get(list)).body).toContain('Posts的出纳');
    const person = `${list}/${who?.userId ?? ''}`;
    expect((await officer.get(person)).body).toContain(`name="roles[${id}]"`);
    const wrong = await post(officer, person, {
      [`roles[${id}]`]: 'both',
      [`roles[${village.townshipId}]`]: 'cashier',
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('有 2 处要改');
    const changed = { [`roles[${id}]`]: 'cashier', [`roles[${village.villageId}]`]: 'accountant' };
    expect((await post(officer, person, changed)).statusCode).toBe(303);
    expect((await users.requireUser(who?.userId ?? '')).roles).toEqual([
      { role: 'cashier', collectiveId: id },
      { role: 'accountant', collectiveId: village.villageId },
    ]);
    expect((await post(officer, person, { [`roles[${id}]`]: 'none' })).statusCode).toBe(303);
    expect((await users.requireUser(who?.userId ?? '')).roles).toHaveLength(1);
    const sides: HeldRole[] = [
      { role: 'cashier', collectiveId: id },
      { role: 'accountant', collectiveId: id },
    ];
    const both = users.changeRoles(who?.userId ?? '', () => sides, { by: 'somebody' });
    await expect(both).rejects.toMatchObject({ problems: [{ code: 'users.cashierAndBookkeeper' }] });
    expect((await officer.get(`${list}/nobody`)).statusCode).toBe(404);
    expect((await keeper.get(list)).statusCode).toBe(403);
  });

  it('gives nobody a post of his own making; one that he has he may give up', async () => {
    const { id } = await addVillage(village, { name: 'Own' });
    const officer = await enter('li');
    const users = village.app.get(UsersService);
    const li = (await users.listUsers()).find(({ username }) => username === 'li');
    const own = `/township/${village.townshipId}/people/${li?.userId ?? ''}`;
    const field = `roles[${id}]`;
    const shown = (await officer.get(own)).body;
    expect(shown).toContain('自己的岗位自己只能退，不能加');
    expect(shown).not.toContain(field);
    const taken = await post(officer, own, { [field]: 'accountant' });
    expect(taken.statusCode).toBe(422);
    expect(taken.body).toContain('不能给自己加岗位');
    expect((await users.requireUser(li?.userId ?? '')).roles).toHaveLength(1);
    const given: HeldRole = { role: 'cashier', collectiveId: id };
    await users.changeRoles(li?.userId ?? '', (held) => [...held, given], { by: 'somebody' });
    const choices = (await officer.get(own)).body;
    expect(choices).toContain(field);
    expect(choices).not.toContain('value="accountant"');
    expect((await post(officer, own, { [field]: 'accountant' })).statusCode).toBe(422);
    expect((await post(officer, own, { [field]: 'none' })).statusCode).toBe(303);
    expect((await users.requireUser(li?.userId ?? '')).roles).toHaveLength(1);
  });
});
