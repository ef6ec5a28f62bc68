import { AppModule } from '../../src/app.module';
import { ACCESS } from '../../src/features/users/access-table';
import { readConfiguration } from '../../src/platform/config/configuration';
import { createApp } from '../../src/platform/http/create-app';
import { environmentOf } from '../platform/http-app.fixture';
import { freshSettings } from '../support/engines';

describe('the table of access', () => {
  let routes: string[] = [];
  let drop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const fresh = await freshSettings('sqlite');
    drop = fresh.drop;
    const settings = environmentOf(fresh.settings);
    const configuration = readConfiguration({ LOG_LEVEL: 'silent', DEMO: 'false', ...settings });
    const app = await createApp(AppModule.forConfiguration(configuration), configuration);
    const found = new Set<string>();
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onRoute', ({ method, url }) => {
        for (const each of [method].flat()) if (each !== 'HEAD') found.add(`${each} ${url}`);
      });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    routes = [...found];
    await app.close();
  });
  afterAll(() => drop?.());

  it('has a line for every route', () => {
    expect(routes.filter((route) => ACCESS[route] === undefined)).toEqual([]);
  });

  it('has no line for a route that is not there', () => {
    expect(Object.keys(ACCESS).filter((route) => !routes.includes(route))).toEqual([]);
  });

  it('names a place in the address of every line that asks for one', () => {
    const scoped = Object.entries(ACCESS).filter(([, line]) => line.scope === 'collective');
    expect(scoped.filter(([route]) => !route.includes('/:collectiveId'))).toEqual([]);
  });

  it('lets everyone only read, log in, log out and say something of a sheet', () => {
    const open = Object.entries(ACCESS).filter(([, line]) => line.who === 'public');
    const writing = open.map(([route]) => route).filter((route) => !route.startsWith('GET '));
    expect(writing.sort()).toEqual([
      ...['POST /api/sessions', 'POST /login', 'POST /logout', 'POST /n/:code/objections'],
    ]);
  });
});
