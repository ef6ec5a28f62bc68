import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { UsersService } from '../../src/features/users/users.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { identityOf } from '../support/dividends';
import { letIn, PASSWORD, type Program, startVillageApp, type VillageApp } from './api-village.fixture';

const FIRST = 'wheat-barn-7';
const OWN = 'blue-crow-41';

describe('accounts, from the office above to the first day of work', () => {
  let village: VillageApp;
  let officer: Visitor;
  let list: string;

  beforeAll(async () => {
    village = await startVillageApp();
    officer = await enter('li');
    list = `/offices/${village.townshipId}/accounts`;
  }, 120_000);
  afterAll(() => village.close());

  const enter = async (username: string, password = PASSWORD): Promise<Visitor> => {
    const visitor = new Visitor(village.app);
    await visitor.logIn({ username, password });
    return visitor;
  };
  async function post(who: Visitor, page: string, path: string, fields: Record<string, string>) {
    const { body } = await who.get(page);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
    return who.post(path, { ...fields, _csrf: csrfTokenIn(body), commandKey });
  }
  const fields = (wish: Record<string, string> = {}) => ({
    ...{ username: 'zhaolin', displayName: 'Zhao Lin', password: FIRST },
    ...{ identity: identityOf(1), officeId: village.villageId, role: 'cashier', ...wish },
  });
  const make = (wish: Record<string, string> = {}) =>
    post(officer, `${list}/new`, `${list}/new`, fields(wish));
  const idOf = async (name: string) =>
    (await village.app.get(UsersService).listUsers()).find(({ username }) => username === name)?.userId ?? '';

  it('is made on a page that keeps all that was typed but the password', async () => {
    const wrong = await make({ password: '13912345678', role: 'township' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('有 2 处要改');
    expect(wrong.body).toContain('密码不能只用数字');
    expect(wrong.body).toContain('value="Zhao Lin"');
    expect(wrong.body).not.toContain('13912345678');
    const made = await make();
    expect(made.statusCode).toBe(303);
    const page = (await officer.get(String(made.headers.location))).body;
    for (const text of ['账号已开', 'Donghe：出纳', '等本人改密码', '开账号']) expect(page).toContain(text);
    expect((await officer.get(list)).body).toContain('Zhao Lin');
    expect((await make()).body).toContain('已经有人用');
  });

  it('leads its first log-in to the change of the password and nowhere else', async () => {
    const person = await enter('zhaolin', FIRST);
    const home = `/villages/${village.villageId}`;
    for (const path of ['/villages/x', home, `${home}/vouchers`, list]) {
      const answer = await person.get(path);
      expect([path, answer.statusCode, answer.headers.location]).toEqual([path, 303, '/account/password']);
    }
    const token = csrfTokenIn((await person.get('/account/password')).body);
    const sent = await person.post(`${home}/search`, { _csrf: token, find: 'x' });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/account/password']);
    const page = '/account/password';
    const wrong = await post(person, page, page, {
      ...{ currentPassword: 'no', password: OWN, passwordAgain: OWN },
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('现在的密码不对');
    expect(wrong.body).not.toContain(OWN);
    const given = { currentPassword: FIRST, password: OWN, passwordAgain: OWN };
    expect((await post(person, page, page, given)).statusCode).toBe(303);
    expect((await person.get(`${home}/vouchers`)).statusCode).toBe(200);
    expect((await person.get(page)).body).toContain('用户名 zhaolin');
  });

  it('is given another password and ended there, and a stranger sees neither', async () => {
    const person = await enter('zhaolin', OWN);
    const at = `${list}/${await idOf('zhaolin')}`;
    expect((await post(officer, at, `${at}/password`, { password: OWN })).body).toContain('以前用过');
    expect((await post(officer, at, `${at}/password`, { password: 'maize-road-88' })).statusCode).toBe(303);
    expect((await person.get(`/villages/${village.villageId}/vouchers`)).statusCode).toBe(303);
    expect((await post(officer, at, `${at}/end`, {})).statusCode).toBe(303);
    const page = (await officer.get(at)).body;
    for (const text of ['账号已停用', '已停用', '重设密码', '本人改密码', 'Donghe：出纳 → 没有'])
      expect(page).toContain(text);
    expect(page).not.toContain(`${at}/end`);
    const accountant = await enter('wang');
    for (const path of [list, at, `${list}/new`]) expect((await accountant.get(path)).statusCode).toBe(403);
    const self = `${list}/${await idOf('li')}`;
    expect((await officer.get(self)).statusCode).toBe(404);
  });

  it('goes the same way through the API', async () => {
    const path = `/api${list}`;
    const { officer: program, accountant } = village;
    const made = await program.post(path, fields({ username: 'qinyu' }));
    expect(made.status).toBe(201);
    const { id } = made.body as { id: string };
    const token = await tokenOf('qinyu', FIRST);
    const ask = (method: 'GET' | 'POST', url: string, payload?: object) =>
      village.app.inject({
        ...{ method, url, headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'key-of-qinyu' } },
        ...(payload === undefined ? {} : { payload }),
      });
    const closed = await ask('GET', '/api/villages');
    expect([closed.statusCode, closed.json<{ code: string }>().code]).toEqual([
      403,
      'access.passwordToChange',
    ]);
    const form = { currentPassword: FIRST, password: OWN, passwordAgain: OWN };
    expect((await ask('POST', '/api/account/password', form)).statusCode).toBe(204);
    expect((await ask('GET', '/api/villages')).statusCode).toBe(200);
    expect((await program.post(`${path}/${id}/password`, { password: 'maize-road-88' })).status).toBe(201);
    expect((await ask('GET', '/api/villages')).statusCode).toBe(401);
    expect((await accountant.post(path, fields({ username: 'other' }))).status).toBe(403);
    expect((await program.post(`${path}/${id}/end`, {})).status).toBe(201);
    const { body } = await program.get(path);
    const states = (body as { items: { username: string; state: string }[] }).items;
    expect(states.find(({ username }) => username === 'qinyu')).toMatchObject({ state: 'ended' });
    expect(JSON.stringify(body)).not.toMatch(/argon|password/i);
  });

  it('of a township is the county’s, which makes none of a village below that', async () => {
    const { id: countyId } = await village.app.get(CollectivesService).createCollective({
      ...{ parentId: null, kind: 'county', name: 'Ying', organisationName: 'Ying county', contacts: [] },
      ...{ regionPath: ['341200'], noticeLabel: 'Y', routeId: null, booksOpenOn: '2025-01-01' },
    });
    const { id: officeId } = await village.app.get(CollectivesService).createCollective({
      ...{ parentId: countyId, kind: 'township', name: 'Maji', organisationName: 'Maji', contacts: [] },
      ...{ regionPath: ['341200'], noticeLabel: 'M', routeId: null, booksOpenOn: '2025-01-01' },
    });
    const county: Program = await letIn(village.app, {
      name: 'qian',
      role: 'county',
      collectiveId: countyId,
    });
    const path = `/api/offices/${countyId}/accounts`;
    const asked = fields({ username: 'hanbing', officeId, role: 'township' });
    expect((await county.post(path, asked)).status).toBe(201);
    expect((await county.post(path, { ...asked, username: 'o', officeId: village.villageId })).status).toBe(
      422,
    );
    // Its role reaches the township's page, and gives nothing there.
    const there = await county.post(`/api/offices/${officeId}/accounts`, fields({ username: 'other' }));
    expect(there.status).toBe(403);
    const page = (await (await enter('qian')).get(`/offices/${countyId}/accounts`)).body;
    for (const text of ['hanbing', 'Maji：镇财政所', '账号']) expect(page).toContain(text);
  });

  async function tokenOf(username: string, password: string): Promise<string> {
    const payload = { username, password };
    const answer = await village.app.inject({ method: 'POST', url: '/api/sessions', payload });
    return answer.json<{ token: string }>().token;
  }
});
