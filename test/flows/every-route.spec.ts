import type { AccessMark } from '../../src/features/users/access-printed';
import { enginesHere } from '../support/engines';
import { byTier } from '../support/tier';
import {
  type Asker,
  type EveryRoute,
  isRefused,
  placesFor,
  printedRoutes,
  startEveryRoute,
} from './every-route.fixture';

const PRINTED = printedRoutes();

/** Logging out comes after everything else that the same person does. */
const ENDING = ['POST /logout', 'DELETE /api/sessions/current'];
const PARTS: readonly (readonly [part: string, holds: (route: string) => boolean])[] = [
  ['of a village', (route) => /^\w+ \/villages\//.test(route)],
  ['of an office', (route) => /^\w+ \/(township|offices)\//.test(route)],
  ['of a village, for programs', (route) => /^\w+ \/api\/villages\//.test(route)],
  [
    'of everything else',
    (route) => !/\/(villages|township|offices)\/:coll/.test(route) && !ENDING.includes(route),
  ],
  ['of an office, for programs', (route) => /^\w+ \/api\/offices\//.test(route)],
  ['by which somebody logs out', (route) => ENDING.includes(route)],
];

describe.each(byTier(enginesHere().slice(0, 1), enginesHere()))(
  'every route as every role (%s)',
  (engine) => {
    let world: EveryRoute;
    beforeAll(async () => {
      world = await startEveryRoute(engine);
    }, 180_000);
    afterAll(() => world.close());

    it('stands in the printed table, and nothing else does', () => {
      const listed = PRINTED.map(({ route }) => route);
      expect([...listed].sort()).toEqual([...world.routes].sort());
      expect(PARTS.flatMap(([, holds]) => listed.filter(holds)).sort()).toEqual([...listed].sort());
    });

    /** What was not as the printed table says: as `route role where`. */
    async function wrongOf(asker: Asker, route: string, mark: AccessMark): Promise<string[]> {
      const reach = placesFor(route, { asker, isThereAlone: mark === 'there' }, world.places);
      const wrong: string[] = [];
      const ask = async (place: string, collectiveId: string | undefined): Promise<void> => {
        const isOpen = mark === 'anywhere' || (mark !== 'closed' && place === 'inside');
        const refused = await isRefused(world, route, { asker, collectiveId });
        if (refused === isOpen) wrong.push(`${route} ${String(asker.role)} ${String(asker.level)} ${place}`);
      };
      await ask('inside', reach?.inside);
      for (const outside of reach?.outside ?? []) await ask('outside', outside);
      return wrong;
    }

    it.each(PARTS)(
      'lets in whom the printed table says, and nobody else: routes %s',
      async (_part, holds) => {
        const wrong: string[] = [];
        for (const { route, marks } of PRINTED.filter((each) => holds(each.route)))
          for (const asker of world.askers)
            wrong.push(...(await wrongOf(asker, route, marks.get(asker.role) ?? 'closed')));
        expect(wrong).toEqual([]);
      },
      600_000,
    );
  },
);
