import { SetClock } from '../../src/platform/clock/clock';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { servicesOn, type Village } from '../support/village';
import { draftUnder, villageUnder } from './plan-village.fixture';

describeOnEachEngine('the days of a plan', (open) => {
  let opened: OpenDatabase;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  describe('Dongchuan: a ratio that the county gives', () => {
    const reasons = { 'DC-10c': 'no one is in need' };
    const wish = { region: '530113', today: '2024-07-20', decisions: { new_income: '1,000.00' }, reasons };
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
