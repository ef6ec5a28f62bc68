import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '../../src/platform/ids/new-id';
import { ACCOUNTANT, startProbeApp, Visitor } from '../platform/http-app.fixture';
import { freshSettings } from '../support/engines';

/** The probe application with these limits, asked by `act`. */
async function probing(
  limits: Record<string, string>,
  act: (app: NestFastifyApplication) => Promise<void>,
): Promise<void> {
  const { settings, drop } = await freshSettings('sqlite');
  const { app } = await startProbeApp(settings, limits);
  await act(app);
  await app.close();
  await drop?.();
}

describe('too many requests', () => {
  it('has to wait after the tenth log-in of a minute, through whichever door', () =>
    probing({}, async (app) => {
      // Each of another name: one that is tried too often is closed for itself.
      const tryApi = (username = newId()) =>
        app.inject({ method: 'POST', url: '/api/sessions', payload: { username, password: 'y' } });
      const visitor = new Visitor(app);
      for (let count = 0; count < 9; count += 1) expect((await tryApi()).statusCode).toBe(401);
      expect((await visitor.logIn({ username: 'x', password: 'y' })).statusCode).toBe(422);
      expect((await tryApi()).json()).toMatchObject({ code: 'http.tooManyRequests' });
      const page = await visitor.logIn(ACCOUNTANT);
      expect([page.statusCode, page.body.includes('试得太快了')]).toEqual([429, true]);
      expect(page.headers['retry-after']).toBe('60');
      expect((await visitor.get('/n/fine')).statusCode).toBe(200);
    }));

  it.each([
    ['3', [200, 200, 200, 429]],
    ['0', [200, 200, 200, 200]],
  ])(
    'lets one address ask %s times a minute, and with 0 as often as the proxy in front lets it',
    (limit, told) =>
      probing({ REQUESTS_PER_MINUTE: limit }, async (app) => {
        for (const each of told) expect((await app.inject('/n/fine')).statusCode).toBe(each);
      }),
  );
});
