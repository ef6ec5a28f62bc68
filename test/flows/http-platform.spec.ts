import { gunzipSync } from 'node:zlib';
import {
  ACCOUNTANT,
  OFFICER,
  csrfTokenIn,
  type ProbeApp,
  startProbeApp,
  Visitor,
} from '../platform/http-app.fixture';
import { freshSettings } from '../support/engines';

describe('every answer of the service', () => {
  let probe: ProbeApp;
  let drop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const fresh = await freshSettings('sqlite');
    drop = fresh.drop;
    probe = await startProbeApp(fresh.settings, { LOG_INS_PER_MINUTE: '1000' });
  });
  afterAll(async () => {
    await probe.app.close();
    await drop?.();
  });

  it('carries headers that keep scripts, frames and caches of others out', async () => {
    const { headers } = await probe.app.inject('/n/fine');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('asks for no upgrade to https where there is none, so that a page keeps its stylesheet', async () => {
    const { headers } = await probe.app.inject('/n/fine');
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  const failures: [string, string, number, string][] = [
    ['a broken rule is a conflict', '/n/rule', 409, '1.01'],
    ['a form that is wrong names its field', '/n/form', 422, '第2行金额没有填'],
    ['a thing that is not there', '/n/unknown', 404, '没有这项资产'],
    ['an address that is not there', '/nowhere', 404, '没有这一页'],
    ['a broken invariant tells nothing of its inside', '/n/invariant', 500, '不是您的错'],
    ['a fault tells nothing of its inside', '/n/bug', 500, '不是您的错'],
    ['a database that does not answer is waited for', '/n/down', 503, '数据库暂时连不上'],
    ['a route without a line in the table is closed', '/closed', 403, '还没有开放'],
  ];
  it.each(failures)('%s (page)', async (_rule, url, status, says) => {
    const response = await probe.app.inject(url);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('text/html');
    expect(response.body).toContain(says);
    expect(response.body).not.toContain('secret');
  });

  it('names a failure by a number under which the log holds it', async () => {
    const { body } = await probe.app.inject('/n/bug');
    expect(body).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
  });

  it('answers under /api with code, sentence and every problem', async () => {
    const response = await probe.app.inject({ method: 'POST', url: '/api/sessions', payload: { user: 'x' } });
    expect(response.statusCode).toBe(422);
    expect(response.json()).toEqual({
      code: 'form.problems',
      sentence: '表单里没有“user”这一项。 用户名没有填。 密码没有填。',
      problems: [
        { code: 'form.unknownField', field: 'user', value: 'x', sentence: '表单里没有“user”这一项。' },
        { code: 'form.missing', field: 'username', value: null, sentence: '用户名没有填。' },
        { code: 'form.missing', field: 'password', value: null, sentence: '密码没有填。' },
      ],
    });
  });

  const unreadable: [string, string, string, number, string][] = [
    ['broken JSON', 'application/json', '{"username":', 400, 'http.badRequest'],
    ['another kind of content', 'text/plain', 'username', 415, 'http.mediaType'],
    [
      'too much of it',
      'application/json',
      JSON.stringify({ username: 'x'.repeat(600_000) }),
      413,
      'http.tooLarge',
    ],
    ['an unknown address', 'application/json', '{}', 404, 'http.notFound'],
  ];
  it.each(unreadable)('refuses %s under /api with a code', async (_what, type, payload, status, code) => {
    const url = status === 404 ? '/api/nowhere' : '/api/sessions';
    const response = await probe.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': type },
    });
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({ code, problems: [] });
  });

  it('refuses an address that cannot be read', async () => {
    const response = await probe.app.inject('/%zz');
    expect([response.statusCode, response.body]).toEqual([400, '没看懂您发来的内容，什么都没有保存。']);
  });

  it('describes the API, and not the pages', async () => {
    const { paths } = (await probe.app.inject('/api/openapi.json')).json<{ paths: object }>();
    expect(Object.keys(paths)).toEqual([
      ...['/api/account/password', '/api/sessions', '/api/sessions/{sessionId}', '/api/sessions/current'],
    ]);
  });

  it('says that it lives and that it is ready', async () => {
    expect((await probe.app.inject('/healthz')).json()).toEqual({ status: 'alive' });
    const ready = await probe.app.inject('/readyz');
    expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'ready' }]);
  });

  it.each([
    ['gzip', true],
    ['gzip, deflate, br', true],
    ['br;q=1.0, gzip;q=0.5', true],
    ['gzip;q=0, br', false],
    ['identity', false],
    [undefined, false],
  ])('packs an asset for who takes it (%s)', async (accepted, isPacked) => {
    const headers = accepted === undefined ? {} : { 'accept-encoding': accepted };
    const sent = await probe.app.inject({ url: '/assets/office.css', headers });
    const plain = (await probe.app.inject('/assets/office.css')).rawPayload;
    expect([sent.headers['content-encoding'] === 'gzip', sent.headers.vary]).toEqual([
      isPacked,
      'accept-encoding',
    ]);
    expect(isPacked ? gunzipSync(sent.rawPayload) : sent.rawPayload).toEqual(plain);
    const again = { ...headers, 'if-none-match': String(sent.headers.etag) };
    expect((await probe.app.inject({ url: '/assets/office.css', headers: again })).statusCode).toBe(304);
    // What was kept packed is no answer for who takes no packed one, and the other way round.
    const other = isPacked ? {} : { 'accept-encoding': 'gzip' };
    const asked = { ...other, 'if-none-match': String(sent.headers.etag) };
    expect((await probe.app.inject({ url: '/assets/office.css', headers: asked })).statusCode).toBe(200);
  });

  it('gives the few assets with their type and a tag, and nothing else', async () => {
    const asset = await probe.app.inject('/assets/sha256.js');
    expect(asset.statusCode).toBe(200);
    expect(asset.headers['content-type']).toContain('text/javascript');
    const again = await probe.app.inject({
      url: '/assets/sha256.js',
      headers: { 'if-none-match': String(asset.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
    for (const name of ['nothing.css', '..%2F..%2Fpackage.json', '%2Fetc%2Fpasswd']) {
      expect((await probe.app.inject(`/assets/${name}`)).statusCode).toBe(404);
    }
  });

  describe('a log-in in the browser', () => {
    it('leads to the page asked for', async () => {
      const visitor = new Visitor(probe.app);
      const away = await visitor.get('/villages/v1?month=2025-07');
      expect([away.statusCode, away.headers.location]).toEqual([
        303,
        '/login?returnTo=%2Fvillages%2Fv1%3Fmonth%3D2025-07',
      ]);
      const page = await visitor.get(String(away.headers.location));
      expect(page.body).toContain('value="/villages/v1?month=2025-07"');
      const done = await visitor.logIn(ACCOUNTANT, '/villages/v1?month=2025-07');
      expect([done.statusCode, done.headers.location]).toEqual([303, '/villages/v1?month=2025-07']);
      expect((await visitor.get('/villages/v1')).body).toBe('seen by W');
    });

    it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
      'never leads elsewhere: %s',
      async (returnTo) => {
        const done = await new Visitor(probe.app).logIn(ACCOUNTANT, returnTo);
        expect([done.statusCode, done.headers.location]).toEqual([303, '/']);
      },
    );

    it('keeps its cookie from scripts and from other sites', async () => {
      const done = await new Visitor(probe.app).logIn(ACCOUNTANT);
      expect(done.cookies.find(({ name }) => name === 'session')).toMatchObject({
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
      });
    });

    it.each([
      ['a wrong password', { username: 'wang', password: 'wrong' }],
      ['an unknown name', { username: 'nobody', password: 'wrong' }],
    ])('answers %s with the same page, the name kept and the password not', async (_what, person) => {
      const refused = await new Visitor(probe.app).logIn(person);
      expect(refused.statusCode).toBe(422);
      expect(refused.body).toContain('用户名或密码不对');
      expect(refused.body).toContain(`value="${person.username}"`);
      expect(refused.body).not.toContain('value="wrong"');
    });

    it('says everything that is missing', async () => {
      const refused = await new Visitor(probe.app).logIn({ username: '', password: '' });
      expect([refused.statusCode, refused.body.includes('用户名没有填')]).toEqual([422, true]);
    });

    it('ends with the log-out, for this token everywhere', async () => {
      const visitor = new Visitor(probe.app);
      await visitor.logIn(ACCOUNTANT);
      const copy = visitor.copy();
      const token = csrfTokenIn((await visitor.get('/login')).body);
      expect((await visitor.post('/logout', { _csrf: token })).statusCode).toBe(303);
      expect((await visitor.get('/villages/v1')).statusCode).toBe(303);
      expect((await copy.get('/villages/v1')).statusCode).toBe(303);
    });
  });

  describe('a form posted by another site', () => {
    it('is refused without the token of our page', async () => {
      const refused = await new Visitor(probe.app).post('/login', ACCOUNTANT);
      expect([refused.statusCode, refused.cookies]).toEqual([403, []]);
      expect(refused.body).toContain('这张表放得太久了');
    });

    it("is refused with another visitor's token", async () => {
      const token = csrfTokenIn((await new Visitor(probe.app).get('/login')).body);
      const visitor = new Visitor(probe.app);
      await visitor.get('/login');
      expect((await visitor.post('/login', { ...ACCOUNTANT, _csrf: token })).statusCode).toBe(403);
    });

    it('cannot use the cookie under /api', async () => {
      const visitor = new Visitor(probe.app);
      await visitor.logIn(ACCOUNTANT);
      const response = await visitor.get('/api/sessions/current');
      expect(response.statusCode).toBe(404);
      const kept = await probe.app.inject({ method: 'DELETE', url: '/api/sessions/current' });
      expect([kept.statusCode, kept.json()]).toMatchObject([401, { code: 'users.notLoggedIn' }]);
    });
  });

  describe('who may enter', () => {
    const cases: [string, { username: string; password: string } | undefined, string, number][] = [
      ['nobody logged in is led to the log-in', undefined, '/villages/v1', 303],
      ['an accountant enters the own village', ACCOUNTANT, '/villages/v1', 200],
      ['an accountant stays out of the next village', ACCOUNTANT, '/villages/v2', 403],
      ['an accountant stays out of the township', ACCOUNTANT, '/township/t1', 403],
      ['a township officer enters a village below', OFFICER, '/villages/v2', 200],
      ['a township officer stays out of a village elsewhere', OFFICER, '/villages/v3', 403],
      ['a township officer enters the own township', OFFICER, '/township/t1', 200],
    ];
    it.each(cases)('%s', async (_rule, person, url, status) => {
      const visitor = new Visitor(probe.app);
      if (person !== undefined) await visitor.logIn(person);
      expect((await visitor.get(url)).statusCode).toBe(status);
    });
  });

  it('gives a program a token that is worth nothing after the log-out', async () => {
    const begun = await probe.app.inject({ method: 'POST', url: '/api/sessions', payload: ACCOUNTANT });
    expect(begun.statusCode).toBe(201);
    const authorization = `Bearer ${begun.json<{ token: string }>().token}`;
    const end = () =>
      probe.app.inject({ method: 'DELETE', url: '/api/sessions/current', headers: { authorization } });
    expect((await end()).statusCode).toBe(204);
    expect((await end()).statusCode).toBe(401);
  });
});

describe('behind https', () => {
  it('keeps cookies and addresses to https', async () => {
    const { settings, drop } = await freshSettings('sqlite');
    const { app } = await startProbeApp(settings, { PUBLIC_ADDRESS: 'https://books.example' });
    const done = await new Visitor(app).logIn(ACCOUNTANT);
    expect(done.cookies).toEqual([expect.objectContaining({ name: 'session', secure: true })]);
    expect(done.headers['strict-transport-security']).toContain('max-age=');
    expect(done.headers['content-security-policy']).toContain('upgrade-insecure-requests');
    await app.close();
    await drop?.();
  });
});
