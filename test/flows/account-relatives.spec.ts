import { UsersService } from '../../src/features/users/users.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { identityOf } from '../support/dividends';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

describe('near relatives, from the page of an account to what the office has to do', () => {
  let village: VillageApp;
  let officer: Visitor;
  let list: string;

  beforeAll(async () => {
    village = await startVillageApp();
    officer = new Visitor(village.app);
    await officer.logIn({ username: 'li', password: PASSWORD });
    list = `/offices/${village.townshipId}/accounts`;
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

  it('is said there, told on the page of the people, and taken back', async () => {
    const an = await make('anning', 'cashier', 11);
    const bo = await make('bolin', 'supervisor', 12);
    const page = `${list}/${bo}`;
    expect((await officer.get(page)).body).toContain('没有登记近亲属');
    const form = { relativeId: an, kinKind: 'spouse', kinSince: '2020-01-01', kinPaper: '结婚证' };
    const wrong = await post(page, `${page}/relatives`, { ...form, kinPaper: '' });
    expect([wrong.statusCode, wrong.body.includes('关系的依据没有填')]).toEqual([422, true]);
    expect((await post(page, `${page}/relatives`, form)).statusCode).toBe(303);
    expect((await officer.get(page)).body).toContain('夫妻');
    const people = `/township/${village.townshipId}/people`;
    const told = (await officer.get(people)).body;
    for (const text of ['要处理：近亲属要回避', '出纳 anning', '第三十四条']) expect(told).toContain(text);
    const given = { placeId: village.villageId, role: 'leader', from: '2030-01-01' };
    expect((await post(`${people}/${an}`, `${people}/${an}`, given)).body).toContain(
      'bolin（村务监督委员会）是夫妻',
    );
    const { body } = await village.officer.get(`/api${page}/relatives`);
    expect(body).toMatchObject({ total: 1, items: [{ number: 1, kind: 'spouse' }] });
    const ended = { kinNumber: '1', kinWhy: '登记错了人' };
    expect((await post(page, `${page}/relatives/end`, ended)).statusCode).toBe(303);
    expect((await officer.get(page)).body).toContain('已撤销');
    expect((await officer.get(people)).body).not.toContain('近亲属要回避');
  });
});
