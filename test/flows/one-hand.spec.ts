import { UsersService } from '../../src/features/users/users.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { identityOf } from '../support/dividends';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

describe('two accounts that come to be one person’s', () => {
  let village: VillageApp;
  let officer: Visitor;
  let list: string;
  let people: string;

  beforeAll(async () => {
    village = await startVillageApp();
    officer = new Visitor(village.app);
    await officer.logIn({ username: 'li', password: PASSWORD });
    list = `/offices/${village.townshipId}/accounts`;
    people = `/township/${village.townshipId}/people`;
  }, 120_000);
  afterAll(() => village.close());

  async function post(page: string, path: string, fields: Record<string, string>) {
    const { body } = await officer.get(page);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
    return officer.post(path, { ...fields, _csrf: csrfTokenIn(body), commandKey });
  }
  const make = async (username: string, role: string, number: number) => {
    const names = { username, displayName: username, password: 'wheat-barn-7', identity: identityOf(number) };
    const form = { ...names, officeId: village.villageId, role };
    expect((await post(`${list}/new`, `${list}/new`, form)).statusCode).toBe(303);
    const users = await village.app.get(UsersService).listUsers();
    return users.find((user) => user.username === username)?.userId ?? '';
  };
  const told = async () => (await officer.get(people)).body;

  it('are told on the page of the people with what nobody is together, until an office acts', async () => {
    await make('anning', 'cashier', 11);
    const bo = await make('bolin', 'bookkeeper', 12);
    expect(await told()).not.toContain('同一个人不能兼的岗位');
    const said = { identity: identityOf(11), personWhy: '上次登记错了人' };
    expect((await post(`${list}/${bo}`, `${list}/${bo}/person`, said)).statusCode).toBe(303);
    const page = await told();
    for (const text of ['要处理：同一个人不能兼的岗位', '一个村的会计和出纳不能是同一个人'])
      expect(page).toContain(text);
    const href = new RegExp(`<a href="([^"]+)">Donghe [^<]* bolin</a>`).exec(page)?.[1] ?? '';
    expect((await post(href, `${href}/end`, { lastDay: '2025-07-04' })).statusCode).toBe(303);
    const after = await told();
    expect(after).not.toContain('同一个人不能兼的岗位');
    // It was held that day, if for hours: what ends before its first day was not.
    expect(after).toContain('上岗当天就免了');
    const coming = { placeId: village.villageId, role: 'leader', from: '2030-01-01' };
    expect((await post(`${people}/${bo}`, `${people}/${bo}`, coming)).statusCode).toBe(303);
    const next = /<a href="([^"]+)">Donghe 村干部/.exec(await told())?.[1] ?? '';
    expect((await post(next, `${next}/end`, { lastDay: '2029-12-31' })).statusCode).toBe(303);
    expect(await told()).toContain('没有上岗就收回了');
  });

  it('are told with the office that one of them is of', async () => {
    const names = { username: 'cheng', displayName: 'cheng', password: PASSWORD };
    const roles = [{ role: 'reviewer', collectiveId: village.townshipId } as const];
    const at = village.villageId;
    const cheng = await village.app.get(UsersService).createUser({ ...names, officeId: at, roles });
    const said = { identity: identityOf(11) };
    expect((await post(`${list}/${cheng}`, `${list}/${cheng}/person`, said)).statusCode).toBe(303);
    const page = await told();
    expect(page).toContain('管账、管钱的人不在管着这本账的镇、县里审核、批准');
    // What another office gave leads nowhere from here.
    expect(page).toMatch(/<th[^>]*>Liuhe [^<]* cheng</);
  });
});
