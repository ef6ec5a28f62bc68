import { SetClock } from '../../src/platform/clock/clock';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { claimOf, servicesOn, type Village } from '../support/village';
import { approve, draftUnder, villageUnder } from './plan-village.fixture';

describeOnEachEngine('the days of a plan', (open) => {
  let opened: OpenDatabase;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  describe('a plan belongs to one year', () => {
    const wish = { region: '341200', today: '2025-07-20' };

    /** A village that has distributed 2025 up to its last day but one; the new year is a month old. */
    async function withPlanOf(posts: string): Promise<Village> {
      const village = await villageUnder(opened, wish);
      village.services.clock.moveTo('2025-12-30');
      await approve(
        village,
        await draftUnder(village, { wish: { ...wish, to: '2025-12-30' }, uses: { posts } }),
      );
      village.services.clock.moveTo('2026-01-31');
      const station = await village.addStation({ name: 'Station 2' });
      await village.settle(station, '2025-12', { kwh: 1_000, on: '2026-01-05' });
      await village.receive(await village.owed(), '2026-01-20');
      return village;
    }

    it.each([
      { rule: 'its last day alone is a period', posts: '749.99', to: '2025-12-31', refused: undefined },
      {
        rule: 'a day more takes the last money out of the year',
        ...{ posts: '749.99', to: '2026-01-01', refused: 'plan.periodAcrossYears' },
      },
      { rule: 'a fen left is enough', posts: '799.99', to: '2026-01-31', refused: 'plan.periodAcrossYears' },
      {
        rule: 'a year with nothing left goes on into the next',
        ...{ posts: '800.00', to: '2026-01-31', refused: undefined },
      },
    ])('$rule', async ({ posts, to, refused }) => {
      const village = await withPlanOf(posts);
      const drafted = village.draft([claimOf(1n)], { from: '2025-12-31', to });
      const code = await drafted.then(
        () => undefined,
        (error: unknown) => error,
      );
      if (refused === undefined) expect(code).toBeUndefined();
      else expect(code).toMatchObject({ code: refused, facts: { last: '2025-12-31' } });
    });
  });

  describe('Dongchuan: a ratio that the county gives', () => {
    const reasons = { 'DC-10c': 'no one is in need' };
    const wish = {
      region: '530113',
      today: '2024-07-20',
      landRent: '1,000.00',
      decisions: { new_income: '1,000.00' },
      reasons,
    };
    let countyId = '';

    beforeAll(async () => {
      const { collectives } = servicesOn(opened.database, new SetClock('2024-07-20'));
      const { id } = await collectives.createCollective({
        ...{ parentId: null, kind: 'county', name: 'Dongchuan', contacts: [], routeId: null },
        ...{ organisationName: 'county office', regionPath: ['530113'], noticeLabel: 'D' },
        booksOpenOn: '2022-01-01',
      });
      countyId = id;
      await giveRatio('10%', '2024-01-01');
    });

    async function giveRatio(value: string, from: string): Promise<void> {
      const { standards } = servicesOn(opened.database, new SetClock('2024-07-20'));
      const paper = { paperTitle: '分配管理办法', paperNumber: '', paperIssuer: '区委办' };
      const form = { region: '530113', numberId: 'bonus.ratio', value, from, ...paper };
      await standards.addStandard(countyId, { ...form, paperIssuedOn: '2023-12-20' }, { by: 'county' });
    }

    it.each([
      { rule: 'given for the first time', today: '2023-07-20' },
      { rule: 'made stricter', today: '2024-07-20' },
    ])('is decided by the ratio of its own day: $rule', async ({ today }) => {
      const year = today.slice(0, 4);
      const [before, after] = [`${year}-07-31`, `${year}-08-01`];
      const planned = async (): Promise<[Village, string]> => {
        const village = await villageUnder(opened, { ...wish, today });
        const planId = await draftUnder(village, { wish: { ...wish, today }, uses: { living: '10.00' } });
        village.services.clock.moveTo(before);
        return [village, planId];
      };
      const [[unmet, drafted], [met, submitted]] = [await planned(), await planned()];
      await met.submit(submitted);
      await giveRatio('5%', after);
      unmet.services.clock.moveTo(after);
      met.services.clock.moveTo(after);
      const refused = { code: 'plan.rulesChanged', facts: { day: after, changed: [expect.any(String)] } };
      await expect(unmet.submit(drafted)).rejects.toMatchObject(refused);
      await expect(met.meet(submitted)).rejects.toMatchObject(refused);
      expect((await met.services.plans.requirePlan(met.id, submitted)).decisions).toEqual([]);
      expect(await met.meet(submitted, before)).toEqual({ approved: false });
      expect(await met.review(submitted)).toEqual({ approved: true });
    });
  });
});
