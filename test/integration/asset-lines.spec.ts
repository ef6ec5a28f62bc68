import { loadCoverage } from '../../src/features/policy/example-files';
import { describeOn } from '../support/engines';
import { SEEDS } from '../support/policy-seeds';
import { SCENES } from './asset-lines.fixture';
import { RuledVillage } from './asset-matters.fixture';

/** Lines about the class an asset is sorted into are held by the reviews themselves. */
const BY_REVIEWS = ['FY-03', 'KZ-3-1'];

describe('a line about assets that is said to be wired', () => {
  it('has its place in this table, and no other line has', () => {
    const wired = loadCoverage(SEEDS)
      .flatMap(({ covered }) => covered)
      .filter(({ facts, standing }) => facts === 'assets' && standing === 'wired');
    const told = new Set(SCENES.flatMap(({ cases }) => cases.map(([rule]) => rule)));
    expect([...told].sort()).toEqual(
      wired
        .map(({ id }) => id)
        .filter((id) => !BY_REVIEWS.includes(id))
        .sort(),
    );
  });
});

describeOn('sqlite', 'stands as what is entered and answered says', (openFresh) => {
  it.each(SCENES)('in $region', async ({ region, today, build, cases }) => {
    const { database } = await openFresh();
    const ruled = await RuledVillage.start(database, region, today);
    const things = await build(ruled);
    const said: string[] = [];
    const wanted: string[] = [];
    for (const [, line, about, ...steps] of cases) {
      const id = things[about] ?? '';
      const kind = about === 'lease' ? ('lease' as const) : ('asset' as const);
      for (const [answers, verdict] of steps) {
        const { remedy, ...rest } = answers;
        if (remedy !== undefined) await ruled.decide(id, remedy);
        if (Object.keys(rest).length > 0) await ruled.answer({ kind, id }, rest);
        wanted.push(`${line} ${about} ${verdict}`);
        said.push(`${line} ${about} ${await ruled.says({ id }, line)}`);
      }
    }
    expect(said).toEqual(wanted);
  });
});
