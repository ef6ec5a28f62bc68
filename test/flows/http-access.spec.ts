import { AppModule } from '../../src/app.module';
import { ACCESS } from '../../src/features/users/access-table';
import type { RoleName } from '../../src/platform/http/actor';
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
      ...[
        'POST /api/sessions',
        'POST /login',
        'POST /login/code',
        'POST /logout',
        'POST /n/:code/objections',
      ],
    ]);
  });

  /** The routes of a role that may change something, or tell what no list tells. */
  const postedBy = (role: RoleName): string[] =>
    Object.entries(ACCESS)
      .filter(
        ([route, { who }]) => typeof who !== 'string' && who.includes(role) && !route.startsWith('GET '),
      )
      .map(([route]) => route)
      .sort();
  const SEARCHES = ['POST /township/:collectiveId/search', 'POST /villages/:collectiveId/search'];

  /** A step may be anybody's that a route names: whose it is, the service asks. */
  const SIGNED = 'villages/:collectiveId/signatures/:kind/:subjectId';
  const SIGNING = ['', '/withdrawals'].flatMap((act) => [
    `POST /api/${SIGNED}${act}`,
    `POST /${SIGNED}${act}`,
  ]);
  const STEPS = ['plans/:planId', 'year-plans/:planId']
    .flatMap((of) =>
      ['meeting', 'steps'].flatMap((act) => [
        `POST /api/villages/:collectiveId/${of.replace('planId', 'id')}/${act}`,
        `POST /villages/:collectiveId/${of}/${act}`,
      ]),
    )
    .concat(SIGNING);

  it('lets an auditor look, and post nothing', () => {
    expect(postedBy('auditor')).toEqual(SEARCHES);
  });

  it.each(['leader', 'supervisor'] as const)('lets a %s look, and take the steps of plans alone', (role) => {
    expect(postedBy(role)).toEqual([...SEARCHES.slice(1), ...STEPS].sort());
  });

  it('lets a reporter send in attendance, scans and slips, and book nothing', () => {
    expect(postedBy('reporter').filter((route) => !STEPS.includes(route))).toEqual([
      'POST /api/villages/:collectiveId/attendance/:month',
      'POST /api/villages/:collectiveId/files/:ownerKind/:ownerId',
      'POST /api/villages/:collectiveId/settlement-previews',
      'POST /villages/:collectiveId/attendance/:month',
      'POST /villages/:collectiveId/files/:ownerKind/:ownerId',
      'POST /villages/:collectiveId/settlements/import',
    ]);
  });

  it('lets one of a township review and another decide; who is both does both', () => {
    const [reviews, approves, both] = (['reviewer', 'approver', 'township'] as const).map(postedBy);
    // A review may be the reviewer's or the approver's, as the plan's route says.
    const seal = 'POST /api/villages/:collectiveId/months/:month/seal';
    expect(approves).toEqual(
      expect.arrayContaining([seal, 'POST /api/villages/:collectiveId/plans/:id/review']),
    );
    expect(reviews).not.toContain(seal);
    expect(reviews).toContain('POST /villages/:collectiveId/vouchers/review-month');
    const apart = [...(reviews ?? []), ...(approves ?? [])];
    expect([...new Set(apart)].sort()).toEqual(both);
  });

  it('gives an agency’s bookkeeper exactly what the village’s own has', () => {
    expect(postedBy('bookkeeper')).toEqual(postedBy('accountant'));
  });
});
