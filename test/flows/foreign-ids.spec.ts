import { everythingOf, putRowsOfEachKind } from '../support/a-row-of-each';
import { type EveryRoute, NAMED, printedRoutes, send, startEveryRoute } from './every-route.fixture';

const OWN = '01970000-0000-7000-8000-00000000000a';
const FOREIGN = '01970000-0000-7000-8000-00000000000b';

/** What in an address names no row of a village: a day, a number, a kind. */
const PLAIN: ReadonlySet<string> = new Set([
  ...Object.keys(NAMED),
  ...['collectiveId', 'layoutId', 'reportNumber', 'displayNumber', 'sha256'],
]);

const namesIn = (route: string): string[] =>
  [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => name).filter((name) => !PLAIN.has(name));

const ROUTES = printedRoutes().filter(
  ({ route }) => /\/villages\/:collectiveId\//.test(route) && namesIn(route).length > 0,
);
type Route = (typeof ROUTES)[number];
const READ = ROUTES.filter(({ route }) => route.startsWith('GET '));
const POSTED = ROUTES.filter(({ route }) => !route.startsWith('GET '));
/** One's own asset with another village's contract: what is named first is one's own. */
const NESTED = ROUTES.filter(({ route }) => namesIn(route).length > 1);

/** Not found by an id alone: a table, of its kind; a stored file; what no voucher took back or brought. */
const NEED_MORE = new RegExp(
  [
    String.raw`import|preview|papers|kept-files|/assets/:id(/share|/card.pdf)?$|joint-costs|kept/costs`,
    'subsidy/advances|idle-money/|pay-lists/:listId/results/',
  ].join('|'),
);

interface Answer {
  readonly statusCode: number;
  readonly body: string;
}

/** Not found, an empty list is not enough; or more is asked than an id. */
function isNothing({ statusCode, body }: Answer): boolean {
  return statusCode === 404 || (statusCode === 422 && body.includes('form.missing'));
}

function toldOf({ route }: Route, { statusCode, body }: Answer): string {
  return `${String(statusCode)} ${route} ${body.slice(0, 80)}`;
}

describe('an id of another village, in an address of one’s own', () => {
  let world: EveryRoute;
  let file: string;
  let before: string;

  beforeAll(async () => {
    world = await startEveryRoute('sqlite');
    if (world.settings.engine !== 'sqlite') throw new Error('rows past every rule are put into SQLite');
    ({ file } = world.settings);
    expect(putRowsOfEachKind(file, world.places.neighbour, FOREIGN)).toBeGreaterThan(150);
    before = everything();
  }, 180_000);
  afterAll(() => world.close());

  const everything = (): string => everythingOf(file, [world.places.village, world.places.neighbour]);

  /** The answer to somebody whom the table lets in; the last id stands for all that follow. */
  function ask({ route, marks }: Route, ids: readonly string[]) {
    const roles = ['accountant', 'township', 'cashier'] as const;
    const role = roles.find((each) => marks.get(each) === 'within');
    const asker = world.askers.find((each) => each.role === role);
    if (asker === undefined || role === undefined) throw new Error(`${route}: nobody is let in`);
    let place = 0;
    const [method = '', pattern = ''] = route.split(' ');
    const url = pattern.replace(/:(\w+)/g, (_all, name: string) => {
      if (name === 'collectiveId') return world.places.village;
      if (name === 'kind' && pattern.includes('/signatures/')) return 'plan';
      if (PLAIN.has(name)) return NAMED[name] ?? '1';
      return ids[Math.min(place++, ids.length - 1)] ?? '';
    });
    return send(world, { method, url }, asker);
  }

  it('finds nothing, whatever is looked at', async () => {
    const wrong: string[] = [];
    for (const each of READ) {
      for (const id of [FOREIGN, 'zzz-unknown']) {
        const answer = await ask(each, [id]);
        if (!isNothing(answer)) wrong.push(`${id} ${toldOf(each, answer)}`);
      }
      const answer = await ask(each, [FOREIGN]);
      // What the rows of the other village say, beyond the id that was asked with.
      if (answer.body.includes(`${FOREIGN}-`)) wrong.push(`tells: ${each.route}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('changes nothing, whatever is sent', async () => {
    const wrong: string[] = [];
    for (const each of POSTED) {
      const answer = await ask(each, [FOREIGN]);
      const isRefused = [404, 422].includes(answer.statusCode) || answer.body.includes('deductions.notOwed');
      if (!isRefused) wrong.push(toldOf(each, answer));
    }
    expect(wrong).toEqual([]);
    expect(everything()).toBe(before);
  }, 120_000);

  describe('where the village has a row of each kind, too', () => {
    beforeAll(() => {
      expect(putRowsOfEachKind(file, world.places.village, OWN)).toBeGreaterThan(150);
      before = everything();
    });

    it('would be found if it were one’s own', async () => {
      const unseen: string[] = [];
      for (const each of READ) if ((await ask(each, [OWN])).statusCode === 404) unseen.push(each.route);
      expect(unseen.filter((route) => !NEED_MORE.test(route))).toEqual([]);
      expect(unseen.length).toBeLessThan(READ.length / 4);
    }, 120_000);

    it('is not taken for a part of what is one’s own', async () => {
      const wrong: string[] = [];
      for (const each of NESTED) {
        const answer = await ask(each, [OWN, FOREIGN]);
        if (answer.statusCode < 400) wrong.push(toldOf(each, answer));
      }
      expect(wrong).toEqual([]);
      expect(everything()).toBe(before);
    }, 120_000);
  });
});
