import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { type AccessMark, MARK_SIGNS } from '../../src/features/users/access-printed';
import { UsersService } from '../../src/features/users/users.service';
import { sentenceFor } from '../../src/glossary/sentences';
import { SetClock } from '../../src/platform/clock/clock';
import { readConfiguration } from '../../src/platform/config/configuration';
import type { DatabaseSettings, Engine } from '../../src/platform/database/engine';
import { createApp } from '../../src/platform/http/create-app';
import { ROLE_NAMES, type RoleName } from '../../src/platform/http/actor';
import { csrfTokenIn, environmentOf, Visitor } from '../platform/http-app.fixture';
import { freshSettings } from '../support/engines';
import { ROOT } from '../tidy/project-files';

const PASSWORD = 'correct horse battery';

/** A route as the documentation prints it: what it says of who is not logged in, and of each role. */
export interface PrintedRoute {
  readonly route: string;
  readonly marks: ReadonlyMap<RoleName | undefined, AccessMark>;
}

/** The rows of the printed table, read back from the document itself. */
export function printedRoutes(): PrintedRoute[] {
  const rows = readFileSync(join(ROOT, 'docs', 'access.md'), 'utf8').matchAll(/^\| `(.+?)` \| (.+) \|$/gm);
  const meaning = new Map(Object.entries(MARK_SIGNS).map(([mark, sign]) => [sign, mark as AccessMark]));
  return [...rows].map(([, route = '', cells = '']) => ({
    route,
    marks: new Map(
      cells.split(' | ').map((sign, place) => {
        const mark = meaning.get(sign);
        if (mark === undefined) throw new Error(`${route}: ${sign} is no sign of the table`);
        return [[undefined, ...ROLE_NAMES][place], mark];
      }),
    ),
  }));
}

/** Two counties of one township each, so that each office has one that it does not reach. */
interface Places {
  readonly county: string;
  readonly township: string;
  readonly village: string;
  readonly neighbour: string;
  readonly otherCounty: string;
  readonly otherTownship: string;
  readonly otherVillage: string;
}

type Level = 'county' | 'township' | 'village';

/** Somebody who asks: a role where it is held, or nobody who is logged in. */
export interface Asker {
  readonly role: RoleName | undefined;
  readonly level: Level | undefined;
  readonly visitor: Visitor;
  readonly csrf: string;
  readonly token: string | undefined;
}

/** The running service with somebody of each role in it, and the routes that it answers. */
export interface EveryRoute {
  readonly app: NestFastifyApplication;
  readonly settings: DatabaseSettings;
  readonly routes: readonly string[];
  readonly places: Places;
  readonly askers: readonly Asker[];
  readonly close: () => Promise<void>;
}

export async function startEveryRoute(engine: Engine): Promise<EveryRoute> {
  const fresh = await freshSettings(engine);
  const limits = { REQUESTS_PER_MINUTE: '0', LOG_INS_PER_MINUTE: '100000' };
  const env = { LOG_LEVEL: 'silent', DEMO: 'false', ...environmentOf(fresh.settings), ...limits };
  const configuration = readConfiguration(env);
  const clock = new SetClock('2025-07-05');
  const app = await createApp(AppModule.forConfiguration(configuration, clock), configuration);
  const found = new Set<string>();
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') found.add(`${each} ${url}`);
  });
  await app.init();
  await fastify.ready();
  const places = await addPlaces(app);
  const askers: Asker[] = [];
  for (const [role, level] of HELD) askers.push(await letIn(app, role, { level, at: places[level] }));
  askers.push(await stranger(app));
  const close = async (): Promise<void> => {
    await app.close();
    await fresh.drop?.();
  };
  return { app, settings: fresh.settings, routes: [...found], places, askers, close };
}

/** Where each role is held; an auditor's in a township and in the county. */
const HELD: readonly (readonly [role: RoleName, level: Level])[] = [
  ...ROLE_NAMES.map((role): [RoleName, Level] => [role, levelOf(role)]),
  ['auditor', 'county'],
];

function levelOf(role: RoleName): Level {
  if (role === 'county') return 'county';
  return ['township', 'reviewer', 'approver', 'auditor'].includes(role) ? 'township' : 'village';
}

async function addPlaces(app: NestFastifyApplication): Promise<Places> {
  const add = async (kind: Level, name: string, parentId: string | null): Promise<string> => {
    const { id } = await app.get(CollectivesService).createCollective({
      ...{ parentId, kind, name, organisationName: name, contacts: [], noticeLabel: name },
      ...{ regionPath: ['341200'], routeId: null, booksOpenOn: '2025-01-01' },
    });
    return id;
  };
  const county = await add('county', 'County', null);
  const township = await add('township', 'Township', county);
  const otherCounty = await add('county', 'Far county', null);
  const otherTownship = await add('township', 'Far township', otherCounty);
  return {
    ...{ county, township, otherCounty, otherTownship },
    village: await add('village', 'Village', township),
    neighbour: await add('village', 'Neighbour', township),
    otherVillage: await add('village', 'Far village', otherTownship),
  };
}

async function letIn(
  app: NestFastifyApplication,
  role: RoleName,
  { level, at }: { readonly level: Level; readonly at: string },
): Promise<Asker> {
  const person = { username: `${role}-${level}`, password: PASSWORD };
  const roles = [{ role, collectiveId: at }];
  await app.get(UsersService).createUser({ ...person, displayName: role, officeId: at, roles });
  const { visitor, csrf } = await stranger(app);
  await visitor.post('/login', { ...person, _csrf: csrf });
  const session = await app.inject({ method: 'POST', url: '/api/sessions', payload: person });
  return { role, level, visitor, csrf, token: session.json<{ token: string }>().token };
}

async function stranger(app: NestFastifyApplication): Promise<Asker> {
  const visitor = new Visitor(app);
  const csrf = csrfTokenIn((await visitor.get('/login')).body);
  return { role: undefined, level: undefined, visitor, csrf, token: undefined };
}

const VILLAGE_LEVEL = (places: Places): Where => ({
  villages: { inside: places.village, outside: [places.neighbour, places.otherVillage] },
  township: { inside: places.village, outside: [places.township] },
  offices: { inside: places.village, outside: [places.township, places.neighbour] },
});

interface Reach {
  readonly inside: string;
  readonly outside: readonly string[];
}
type Where = Readonly<Record<'villages' | 'township' | 'offices', Reach>>;

/** What lies within the reach of who holds a role at a level, and what does not, by kind of address. */
const WHERE: Readonly<Record<Level, (places: Places) => Where>> = {
  village: VILLAGE_LEVEL,
  township: (places) => ({
    villages: { inside: places.village, outside: [places.otherVillage] },
    township: { inside: places.township, outside: [places.otherTownship] },
    offices: { inside: places.township, outside: [places.county, places.otherTownship] },
  }),
  county: (places) => ({
    villages: { inside: places.village, outside: [places.otherVillage] },
    township: { inside: places.township, outside: [places.otherTownship] },
    offices: { inside: places.county, outside: [places.otherCounty] },
  }),
};

/**
 * The collectives that a route is asked with: one within reach of the asker, then those that are not.
 * @param isThereAlone where the route is of the very office in which a role is held
 */
export function placesFor(
  route: string,
  { asker: { level }, isThereAlone }: { readonly asker: Asker; readonly isThereAlone: boolean },
  places: Places,
): Reach | undefined {
  const kind = /^\w+ \/(?:api\/)?(villages|township|offices)\/:collectiveId/.exec(route)?.[1];
  if (kind !== 'villages' && kind !== 'township' && kind !== 'offices') return undefined;
  const where = WHERE[level ?? 'village'](places);
  if (level !== 'county' || !isThereAlone) return where[kind];
  const { inside, outside } = where.offices;
  return { inside, outside: [...outside, places.township] };
}

/** What stands for the other names in an address; nothing is there by it. */
export const NAMED: Readonly<Record<string, string>> = {
  ...{ month: '2025-06', from: '2025-01-01', year: '2025', number: '1', quarter: '2025Q2' },
  ...{ region: '341200', chart: '2023', report: 'general-ledger', ownerKind: 'asset', kind: 'asset' },
};
const NOTHING = '0197d000-0000-7000-8000-000000000000';

let sent = 0;

/** Sends an address as somebody, with nothing in its body. */
export async function send(
  { app }: EveryRoute,
  { method, url }: { readonly method: string; readonly url: string },
  asker: Asker,
): Promise<Sent> {
  if (url.startsWith('/api/')) {
    const headers = {
      ...(asker.token === undefined ? {} : { authorization: `Bearer ${asker.token}` }),
      'idempotency-key': `every-route-${String((sent += 1))}`,
    };
    const asked = { method: method as 'GET', url, headers };
    return app.inject(method === 'GET' ? asked : { ...asked, payload: {} });
  }
  // With cookies of its own, for what it does to them is no matter of the next.
  const visitor = asker.visitor.copy();
  return method === 'GET' ? visitor.get(url) : visitor.post(url, { _csrf: asker.csrf });
}

type Sent = Awaited<ReturnType<Visitor['get']>>;

/** Sends a route as somebody. @returns whether the table of access refused it */
export async function isRefused(
  world: EveryRoute,
  route: string,
  { asker, collectiveId }: { readonly asker: Asker; readonly collectiveId: string | undefined },
): Promise<boolean> {
  const [method = '', pattern = ''] = route.split(' ');
  const url = pattern.replace(/:(\w+)/g, (_all, name: string) =>
    name === 'collectiveId' ? (collectiveId ?? NOTHING) : (NAMED[name] ?? NOTHING),
  );
  const answer = await send(world, { method, url }, asker);
  if (url.startsWith('/api/')) {
    if (answer.statusCode < 400) return false;
    const { code } = answer.json<{ code: string }>();
    return code === 'users.notLoggedIn' || REFUSALS.includes(code);
  }
  if (answer.statusCode === 303) return answer.headers.location?.startsWith('/login') === true;
  if (answer.statusCode === 401) return answer.body.includes('/login');
  if (answer.statusCode !== 403) return false;
  if (answer.body.includes(sentenceFor('access.formExpired'))) throw new Error(`${route}: no token was sent`);
  return REFUSALS.some((code) => answer.body.includes(sentenceFor(code)));
}

const REFUSALS = ['access.otherRole', 'access.otherCollective', 'access.noLine'];
