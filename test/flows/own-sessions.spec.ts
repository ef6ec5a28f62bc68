import { newId } from '../../src/platform/ids/new-id';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

const PAGE = '/account/sessions';

describe.each(enginesHere())('where somebody is logged in (%s)', (engine) => {
  let village: VillageApp;

  beforeAll(async () => {
    village = await startVillageApp(engine);
  }, 120_000);
  afterAll(() => village.close());

  const logIn = async (username: string): Promise<Visitor> => {
    const visitor = new Visitor(village.app);
    await visitor.logIn({ username, password: PASSWORD });
    return visitor;
  };
  const end = async (visitor: Visitor, sessionId: string) => {
    const { body } = await visitor.get(PAGE);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? newId();
    return visitor.post(PAGE, { sessionId, commandKey, _csrf: csrfTokenIn(body) });
  };
  const idsOf = (body: string): string[] =>
    [...body.matchAll(/name="sessionId" value="([0-9a-f]{16})"/g)].map(([, id = '']) => id);

  it('is seen, one ends another, and nobody sees or ends what is someone else’s', async () => {
    const [desk, left, third] = [await logIn('wang'), await logIn('wang'), await logIn('wang')];
    const officer = await logIn('li');
    // The program of the fixture is logged in, too.
    const page = (await desk.get(PAGE)).body;
    expect(page).toContain('除了这里，还有3处登录着');
    expect(idsOf(page)).toHaveLength(3);
    // What the third does not see of itself, and the desk and the third both do: the log-in of the left one.
    const ofThird = idsOf((await third.get(PAGE)).body);
    const ofLeft = idsOf((await left.get(PAGE)).body);
    const [leftId = ''] = idsOf(page).filter((id) => ofThird.includes(id) && !ofLeft.includes(id));
    expect((await end(officer, leftId)).body).toContain('这一处已经退出了');
    const ended = await end(desk, leftId);
    expect([ended.statusCode, ended.headers.location]).toEqual([303, PAGE]);
    expect((await third.get(PAGE)).statusCode).toBe(200);
    expect((await left.get(PAGE)).statusCode).not.toBe(200);
    expect(idsOf((await desk.get(PAGE)).body)).toHaveLength(2);
    expect((await end(desk, leftId)).body).toContain('这一处已经退出了');
    expect((await end(desk, 'others')).statusCode).toBe(303);
    expect((await desk.get(PAGE)).body).toContain('只有这里登录着');
    expect((await third.get(PAGE)).statusCode).not.toBe(200);
    expect((await officer.get(PAGE)).statusCode).toBe(200);
  });

  it('is the same for programs', async () => {
    const token = async (): Promise<string> => {
      const payload = { username: 'zhao', password: PASSWORD };
      const answer = await village.app.inject({ method: 'POST', url: '/api/sessions', payload });
      return answer.json<{ token: string }>().token;
    };
    const [one, other] = [await token(), await token()];
    const ask = (method: 'GET' | 'DELETE', url: string, by: string) =>
      village.app.inject({ method, url, headers: { authorization: `Bearer ${by}` } });
    const listed = (await ask('GET', '/api/sessions', one)).json<{ id: string; isThis: boolean }[]>();
    expect(listed.filter(({ isThis }) => isThis)).toHaveLength(1);
    expect(JSON.stringify(listed)).not.toContain(one.split('.')[1]);
    const theirs = (await ask('GET', '/api/sessions', other)).json<typeof listed>();
    const otherId = theirs.find(({ isThis }) => isThis)?.id ?? '';
    expect((await ask('DELETE', `/api/sessions/${otherId}`, one)).statusCode).toBe(204);
    expect((await ask('GET', '/api/sessions', other)).statusCode).toBe(401);
    expect((await ask('DELETE', `/api/sessions/${otherId}`, one)).statusCode).toBe(404);
    expect((await ask('GET', '/api/sessions', one)).statusCode).toBe(200);
  });
});
