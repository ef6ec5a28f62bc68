import { loadCoverage } from '../../src/features/policy/example-files';
import { describeOn, describeOnEachEngine } from '../support/engines';
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
      const kind = about === 'lease' || about === 'keptLease' ? ('lease' as const) : ('asset' as const);
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

describeOnEachEngine('rent that is late by its contract', (openFresh) => {
  it('breaks the line of Fuyang once the days of grace are over that the village settled', async () => {
    const { database, close } = await openFresh();
    const ruled = await RuledVillage.start(database, '341200', '2025-07-20');
    const { village } = ruled;
    await ruled.addLease(await ruled.addAsset({}));
    const broken = async () => {
      const [late] = await village.services.arrears.listArrears(village.id, '2025-07-20');
      return late?.broken && `${late.broken.rule} ${String(late.broken.grace)}`;
    };
    const settle = (days: string) =>
      ruled.answer({ kind: 'village', id: village.id }, { 'need.due.grace': days });
    expect(await broken()).toBe('FY-18b 0');
    await settle('365');
    expect(await broken()).toBeUndefined();
    await settle('10');
    expect(await broken()).toBe('FY-18b 10');
    await close();
  });
});
