import { LedgerLineEntity } from '../../src/features/ledger/ledger-line.entity';
import { SetClock } from '../../src/platform/clock/clock';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, servicesOn, type Village } from '../support/village';
import {
  approve,
  claimsOf,
  draftUnder,
  earnRent,
  refusalOf,
  type Uses,
  villageUnder as villageOf,
  type Wish,
} from './plan-village.fixture';

describeOnEachEngine('the limits of a policy', (open) => {
  let opened: OpenDatabase;

  beforeAll(async () => {
    opened = await open();
  });

  const villageUnder = (wish: Wish): Promise<Village> => villageOf(opened, wish);
  const draft = (village: Village, wish: Wish, uses: Uses, pool = 'pv'): Promise<string> =>
    draftUnder(village, { wish, uses, pool });

  async function submitted(wish: Wish, uses: Uses): Promise<string[]> {
    const village = await villageUnder(wish);
    return refusalOf(village.submit(await draft(village, wish, uses)));
  }

  const AOHAN = { region: '150430', today: '2025-07-20' };
  const FENXI = { region: '141034', today: '2025-07-20' };
  const LINGTAI = { region: '620822', today: '2025-07-20', costs: { o_and_m: '50.00' } };
  const LINGTAI_BEFORE = { region: '620822', today: '2018-07-20' };
  const CHANGFENG = { region: '340121', today: '2022-12-31', to: '2022-12-31' };
  const WHOLE_2020 = { region: '000000', today: '2020-12-31', to: '2020-12-31' };

  it.each<{ rule: string; wish: Wish; uses: Uses; refused: string[] }>([
    {
      rule: 'Aohan: 80 % and 20 % of all there is, what was carried over with what came, to the fen',
      wish: AOHAN,
      uses: { posts: '540.00', labour: '80.00', aid: '20.00', works: '160.00' },
      refused: [],
    },
    {
      rule: 'Aohan: a fen less for people, a fen more for works',
      wish: AOHAN,
      uses: { posts: '639.99', works: '160.01' },
      refused: ['policy.ruleBroken reasons.AO-1', 'policy.ruleBroken reasons.AO-2:works'],
    },
    {
      rule: 'Aohan: what was carried over left lying',
      wish: AOHAN,
      uses: { posts: '600.00', works: '150.00' },
      refused: ['policy.ruleBroken reasons.AO-1', 'policy.ruleBroken reasons.AO-2:works'],
    },
    {
      rule: 'Fenxi: 2.9 % upkeep and 2 % put by, of all received',
      wish: { ...FENXI, costs: { o_and_m: '21.75', 电站养老金: '15.00' } },
      uses: { posts: '700.00' },
      refused: [],
    },
    {
      rule: 'Fenxi: a fen more for upkeep',
      wish: { ...FENXI, costs: { o_and_m: '21.76', 电站养老金: '15.00' } },
      uses: { posts: '700.00' },
      refused: ['policy.ruleBroken reasons.FX-1'],
    },
    {
      rule: 'Fenxi: a fen less put by',
      wish: { ...FENXI, costs: { o_and_m: '21.75', 电站养老金: '14.99' } },
      uses: { posts: '700.00' },
      refused: ['policy.ruleBroken reasons.FX-2'],
    },
    {
      rule: 'Lingtai: 55 % and 45 % of what was carried over and came, after upkeep',
      wish: LINGTAI,
      uses: { labour: '412.50', collective: '337.50' },
      refused: [],
    },
    {
      rule: 'Lingtai: a cost beside upkeep goes off before, so that the shares fit into what is left',
      wish: { ...LINGTAI, costs: { o_and_m: '50.00', 保险: '10.00' } },
      uses: { labour: '407.00', collective: '333.00' },
      refused: [],
    },
    {
      rule: 'Lingtai: a fen less for work',
      wish: LINGTAI,
      uses: { labour: '412.49', collective: '337.50' },
      refused: ['plan.takeMissed reasons.take:labour'],
    },
    {
      rule: 'Lingtai: a fen more for work, and nothing for the collective',
      wish: LINGTAI,
      uses: { labour: '412.51' },
      refused: ['plan.takeExceeded reasons.take:labour', 'plan.takeMissed reasons.take:collective'],
    },
    {
      rule: 'Lingtai before June 2019: 70 %, 20 % and 10 % of all there is',
      wish: LINGTAI_BEFORE,
      uses: { households: '560.00', collective: '160.00', management: '80.00' },
      refused: [],
    },
    {
      rule: 'Changfeng: 60 % over the year that is over',
      wish: CHANGFENG,
      uses: { posts: '450.00' },
      refused: [],
    },
    {
      rule: 'Changfeng: a fen below 60 % of the year',
      wish: CHANGFENG,
      uses: { posts: '449.99', aid: '300.00' },
      refused: ['policy.ruleBroken reasons.CF-1:posts'],
    },
    {
      rule: '2020: 80 % of all received over the year, on two uses together',
      wish: WHOLE_2020,
      uses: { posts: '590.00', labour: '10.00' },
      refused: [],
    },
    {
      rule: '2020: a fen below it',
      wish: WHOLE_2020,
      uses: { posts: '590.00', labour: '9.99' },
      refused: ['policy.ruleBroken reasons.CN-1'],
    },
  ])('hold to the fen when a plan is submitted: $rule', async ({ wish, uses, refused }) => {
    expect(await submitted(wish, uses)).toEqual(refused);
  });

  it('let an early batch stand below a floor of the year, and judge the whole year', async () => {
    const village = await villageUnder({ region: '340121', today: '2022-07-20' });
    const early = await draft(village, { region: '340121', today: '2022-07-20' }, { posts: '100.00' });
    const plan = await village.services.plans.requirePlan(village.id, early);
    const checks = await village.services.checks.listChecks(plan);
    expect(checks.find(({ key }) => key === 'CF-1:posts')).toMatchObject({
      judgement: { outcome: 'failed', force: 'target' },
      standing: { code: 'split.yearFloorAhead', facts: { bound: 45_000n, short: 35_000n } },
    });
    await approve(village, early);
    village.services.clock.moveTo('2022-12-31');
    const late = async (posts: string): Promise<string[]> => {
      const form = {
        ...{ pool: 'pv', from: '2022-07-01', to: '2022-12-31', claims: claimsOf({ posts }, 'unknown') },
        ...{ reasons: {}, leftOverNote: '' },
      };
      const { id } = await village.services.drafting.draftPlan(village.id, form, ACCOUNTANT);
      return refusalOf(village.submit(id));
    };
    expect(await late('349.99')).toEqual(['policy.ruleBroken reasons.CF-1:posts']);
    expect(await late('350.00')).toEqual([]);
    const again = await village.services.plans.requirePlan(village.id, early);
    expect(await village.services.checks.listChecks(again)).toEqual(checks);
  });

  describe('Dongchuan: a bonus out of new income', () => {
    const reasons = { 'DC-10c': 'no one is in need' };
    const decisions = { new_income: '1,000.00' };
    const wish = { region: '530113', today: '2024-07-20', landRent: '1,000.00', decisions, reasons };
    const bonus = (village: Village, given: Wish, cadre: string): Promise<string[]> =>
      refusalOf(draft(village, given, { cadre }, 'other').then((id) => village.submit(id)));

    beforeAll(async () => {
      const { collectives, standards } = servicesOn(opened.database, new SetClock('2024-07-20'));
      const { id } = await collectives.createCollective({
        ...{ parentId: null, kind: 'county', name: 'Dongchuan', contacts: [], routeId: null },
        ...{ organisationName: 'county office', regionPath: ['530113'], noticeLabel: 'D' },
        booksOpenOn: '2022-01-01',
      });
      const paper = { paperTitle: '分配管理办法', paperNumber: '', paperIssuer: '区委办' };
      const form = { region: '530113', numberId: 'bonus.ratio', value: '10%', from: '2024-01-01', ...paper };
      await standards.addStandard(id, { ...form, paperIssuedOn: '2023-12-20' }, { by: 'county' });
    });

    it.each<{ rule: string; wish: Wish; cadre: string; refused: string[] }>([
      { rule: 'up to the ratio of the county', wish, cadre: '100.00', refused: [] },
      {
        rule: 'a fen above it',
        wish,
        cadre: '100.01',
        refused: ['policy.ruleBroken reasons.DC-11b:cadre'],
      },
      {
        rule: 'while nobody has said what the new income is',
        wish: { ...wish, decisions: {} },
        cadre: '0.01',
        refused: ['policy.ruleUndecided reasons.DC-11b:cadre'],
      },
      {
        rule: 'before the county had a measure',
        wish: { ...wish, today: '2023-07-20' },
        cadre: '0.01',
        refused: ['policy.ruleUndecided reasons.DC-11b:cadre'],
      },
      {
        rule: 'a fen more than the books earned',
        wish: { ...wish, decisions: { new_income: '1,000.01' } },
        cadre: '0.01',
        refused: ['plan.newIncomeAboveBooks decisions.new_income'],
      },
    ])('$rule', async ({ wish: given, cadre, refused }) => {
      expect(await bonus(await villageUnder(given), given, cadre)).toEqual(refused);
    });

    it.each<{ rule: string; wish: Wish; uses: Uses; refused: string[] }>([
      {
        rule: 'never out of PV money',
        wish,
        uses: { cadre: '0.01' },
        refused: ['policy.ruleBroken reasons.DC-11p:cadre'],
      },
      {
        rule: 'no bonus, no measure',
        wish: { ...wish, today: '2023-07-20', decisions: {} },
        uses: { living: '100.00' },
        refused: [],
      },
    ])('$rule', async ({ wish: given, uses, refused }) => {
      expect(await submitted(given, uses)).toEqual(refused);
    });

    it('is one over the year, granted by its plan, and less where its income is taken back', async () => {
      const village = await villageUnder({ ...wish, landRent: '400.00' });
      const more = await earnRent(village, { kind: 'land', year: '2024', amount: '600.00', name: 'pond' });
      const first = await draft(village, wish, { cadre: '60.00' }, 'other');
      await approve(village, first);
      const [claim] = (await village.services.plans.requirePlan(village.id, first)).lines[0]?.claims ?? [];
      const { voucher } = await village.grant(first, claim?.id ?? '');
      const of = { collectiveId: village.id, entryId: voucher.entryId };
      const lines = await opened.database.reader.findBy(LedgerLineEntity, of);
      expect(lines.map(({ ledgerAccount }) => ledgerAccount).sort()).toEqual(['211', '514']);
      village.services.clock.moveTo('2024-12-31');
      const later = async (cadre: string, new_income: string): Promise<string[]> => {
        const form = {
          ...{ pool: 'other', from: '2024-07-01', to: '2024-12-31', claims: claimsOf({ cadre }) },
          ...{ reasons, leftOverNote: '', decisions: { new_income } },
        };
        const drafted = village.services.drafting.draftPlan(village.id, form, ACCOUNTANT);
        return refusalOf(drafted.then(({ id }) => village.submit(id)));
      };
      expect(await later('40.01', '1,000.00')).toEqual(['policy.ruleBroken reasons.DC-11b:cadre']);
      expect(await later('40.00', '1,000.00')).toEqual([]);
      await village.reverse(more, '2024-12-31');
      const aboveBooks = ['plan.newIncomeAboveBooks decisions.new_income'];
      expect(await later('0.01', '400.01')).toEqual(aboveBooks);
      expect(await later('0.01', '400.00')).toEqual(['policy.ruleBroken reasons.DC-11b:cadre']);
    });

    it('takes last year off, and no year counts PV or fixed assets (two years on the books)', async () => {
      const village = await villageUnder({ ...wish, today: '2023-07-20', landRent: '300.00' });
      await earnRent(village, { kind: 'workshop', year: '2023', amount: '650.00' });
      village.services.clock.moveTo('2024-07-20');
      await earnRent(village, { kind: 'land', year: '2024', amount: '1,000.00', name: 'pond' });
      await earnRent(village, { kind: 'workshop', year: '2024', amount: '700.00', name: 'hall' });
      const typed = (new_income: string): Wish => ({ ...wish, decisions: { new_income } });
      const first = await draft(
        village,
        { ...wish, today: '2023-12-31', to: '2023-12-31', decisions: {} },
        { living: '10.00' },
        'other',
      );
      await approve(village, first);
      const aboveBooks = ['plan.newIncomeAboveBooks decisions.new_income'];
      expect(await bonus(village, typed('700.01'), '0.01')).toEqual(aboveBooks);
      expect(await bonus(village, typed('700.00'), '70.01')).toEqual([
        'policy.ruleBroken reasons.DC-11b:cadre',
      ]);
      expect(await bonus(village, typed('700.00'), '70.00')).toEqual([]);
      const [plan] = await village.services.plans.listPlans(village.id);
      expect(plan?.ground?.year.newIncome).toEqual({
        thisYear: { pv: 0n, fixedAsset: 70_000n, rest: 100_000n },
        lastYear: { pv: 75_000n, fixedAsset: 65_000n, rest: 30_000n },
      });
    });

    it('keeps with the plan what it was judged by, and what nobody had said', async () => {
      const village = await villageUnder(wish);
      const numbers = async (decisions: Uses) => {
        const id = await draft(village, { ...wish, decisions }, { living: '1.00' });
        return (await village.services.plans.requirePlan(village.id, id)).numbers;
      };
      const paper = { title: '分配管理办法', issuer: '区委办', issuedOn: '2023-12-20' };
      expect(await numbers({})).toMatchObject([
        { id: 'bonus.ratio', decidedBy: 'county', value: '0.1', from: '2024-01-01', paper },
        { id: 'new_income', decidedBy: 'village', value: undefined },
      ]);
      expect(await numbers({ new_income: '12.5' })).toMatchObject([{}, { value: '12.50', from: undefined }]);
      expect(await refusalOf(numbers({ new_income: 'many', 'bonus.ratio': '90%' }))).toEqual([
        'policy.notInUnit decisions.new_income',
        'plan.numberNotAsked decisions.bonus.ratio',
      ]);
    });
  });
});
