import type { RuledVillage } from './asset-matters.fixture';

type Answers = Readonly<Record<string, string>>;
/**
 * A rule, the line of its pack, what it is about, and answers under which it stands one way and the other.
 */
type Case = readonly [rule: string, line: string, about: string, ...steps: (readonly [Answers, string])[]];

interface Scene {
  readonly region: string;
  readonly today: string;
  readonly build: (ruled: RuledVillage) => Promise<Readonly<Record<string, string>>>;
  readonly cases: readonly Case[];
}

const relief = (pay: string) => ({ 'applies.relief_project': 'yes', 'relief_project.labour_pay': pay });
const shop = (land = 'idle_ground') => ({
  ...{ answers: { 'asset.land': land, 'asset.invested_by': 'government' }, paper: 'map' },
});
const open = (...asked: string[]): readonly [Answers, string] => [{}, ['undecided', ...asked].join(' ')];

const FUYANG: Scene = {
  ...{ region: '341200', today: '2025-07-20' },
  build: async (ruled) => {
    const hall = await ruled.addAsset({ acquiredOn: '2023-06-01' });
    const leased = await ruled.addAsset({ name: 'Leased hall', acquiredOn: '2023-06-01' });
    const pond = await ruled.addAsset({ kind: 'water', name: 'Pond', cost: '' });
    const days = { 'need.idle.days': '90' };
    expect(await ruled.says({ id: hall }, 'FY-18a')).toBe('undecided idle.days');
    await ruled.answer({ kind: 'village', id: ruled.village.id }, days);
    const wired = { capacityKw: '60', meterMultiplier: '10', energyPrice: '0.4', subsidyPrice: '0.3' };
    const station = await ruled.addAsset({ kind: 'pvStation', name: 'Station', ...wired });
    return { hall, leased, pond, station, lease: await ruled.addLease(leased) };
  },
  cases: [
    ['FY-18a', 'FY-18a', 'hall', [{}, 'failed'], [{ 'reason.FY-18a': 'a tenant comes in May' }, 'explained']],
    ['FY-18a', 'FY-18a', 'leased', [{}, 'passed']],
    ['FY-17a', 'list:resource', 'pond', open('list.resource'), [{ 'list.resource': 'water' }, 'passed']],
    ['FY-17a', 'list:resource', 'hall', [{}, 'notAbout']],
    ['FY-07s', 'FY-07s', 'hall', [{}, 'notAbout']],
    [
      ...(['FY-07s', 'FY-07s', 'station', open('asset_year.records')] as const),
      ...([
        [{ 'asset_year.records': '0' }, 'failed'],
        [{ 'asset_year.records': '1' }, 'passed'],
      ] as const),
    ],
    [
      ...(['FY-19b', 'FY-19b', 'lease', open('contract.modes', 'contract.goals')] as const),
      [{ 'contract.modes': 'work', 'contract.goals': 'jobs' }, 'failed'],
      [{ 'contract.goals': 'jobs, number_helped, standard_helped' }, 'passed'],
    ],
  ],
};

const DONGCHUAN: Scene = {
  ...{ region: '530113', today: '2024-07-20' },
  build: async (ruled) => {
    const farm = await ruled.addAsset({ kind: 'biological', name: 'Herd' });
    const hall = await ruled.addAsset({});
    await ruled.note(hall, { condition: 'idle' });
    return { farm, hall, lease: await ruled.addLease(hall) };
  },
  cases: [
    [
      ...(['DC-23a', 'DC-23a', 'farm', open('asset.kind')] as const),
      [{ 'asset.kind': 'livestock', 'asset.quantified': 'no' }, 'failed'],
      [{ 'asset.reason': 'title is not handed over' }, 'passed'],
      [{ 'asset.reason': '' }, 'failed'],
      [{ 'asset.quantified': 'yes' }, 'passed'],
    ],
    ['DC-23b', 'list:idle_kind', 'hall', open('list.idle_kind'), [{ 'list.idle_kind': 'school' }, 'passed']],
    ['DC-23b', 'list:idle_kind', 'farm', [{}, 'notAbout']],
    [
      ...(['DC-05b', 'list:contract_kind', 'lease', open('list.contract_kind')] as const),
      ...([[{ 'list.contract_kind': 'none_of_these' }, 'notAbout']] as const),
      ...([[{ 'list.contract_kind': 'harvest' }, 'passed']] as const),
    ],
    [
      ...(['DC-06', 'DC-06', 'lease', open('contract.modes')] as const),
      ...([
        [{ 'contract.modes': 'none_of_these' }, 'failed'],
        [{ 'contract.modes': 'orders' }, 'passed'],
      ] as const),
    ],
    [
      ...(['DC-21d', 'DC-21d', 'hall', open('applies.relief_project')] as const),
      ...([
        [relief('149.99'), 'failed'],
        [relief('150'), 'passed'],
      ] as const),
      [{ 'applies.relief_project': 'no' }, 'notAbout'],
    ],
    [
      ...(['DC-IV2', 'DC-IV2', 'hall', open('applies.industry_project')] as const),
      [
        {
          ...{ 'applies.industry_project': 'yes', 'industry_project.fund_amount': '100000' },
          'industry_project.households': '1',
        },
        'failed',
      ],
      [{ 'industry_project.households': '2' }, 'passed'],
    ],
  ],
};

const SHANGQIU: Scene = {
  ...{ region: '411400', today: '2019-07-20' },
  build: async (ruled) => {
    const hall = await ruled.addAsset({}, shop());
    const lease = await ruled.addLease(hall, { 'contract.operator_refused': 'no' });
    return { hall, lease, store: await ruled.addAsset({ kind: 'coldStore', name: 'Store' }, shop()) };
  },
  cases: [
    [
      ...(['SQ-D32b', 'SQ-D32b', 'hall', [{}, 'failed']] as const),
      ...([[{ 'reason.SQ-D32b': 'numbers come in autumn' }, 'explained']] as const),
    ],
    ['SQ-D31', 'SQ-D31', 'hall', [{}, 'passed'], [{ 'asset.land': 'basic_farmland' }, 'failed']],
    ['SQ-D31', 'SQ-D31w', 'hall', [{}, 'failed'], [{ 'asset.land': 'idle_ground' }, 'passed']],
    ['SQ-D31', 'SQ-D31', 'store', [{}, 'notAbout']],
    [
      ...(['SQ-D31b', 'SQ-D31b', 'hall', open('workshop_year.programme', 'workshop_year.workers')] as const),
      [
        {
          ...{ 'workshop_year.programme': 'rural_workshop', 'workshop_year.workers': '27' },
          'workshop_year.target_workers': '8',
        },
        'failed',
      ],
      [{ 'workshop_year.target_workers': '9' }, 'passed'],
    ],
    [
      ...(['SQ-D31b', 'SQ-D31b2', 'hall', open('workshop.equipment')] as const),
      [{ 'workshop.equipment': 'premises, sign' }, 'failed'],
      [{ 'workshop.equipment': 'premises, sign, profile, safety_rules, board, wage_list' }, 'passed'],
    ],
    [
      ...(['SQ-D35c', 'SQ-D35c', 'hall', [{}, 'failed']] as const),
      ...([[{ 'reason.SQ-D35c': 'papers are being drawn up' }, 'explained']] as const),
    ],
    [
      ...(['SQ-D31p', 'SQ-D31p', 'hall', open('project.kind')] as const),
      [{ 'project.kind': 'rural_workshop', 'project.plan_reference': '' }, 'failed'],
      [{ 'project.plan_reference': '2018-county-14' }, 'passed'],
    ],
    [
      ...(['SQ-D22', 'SQ-D22', 'hall', open('project.feasibility')] as const),
      ...([
        [{ 'project.feasibility': 'no' }, 'failed'],
        [{ 'project.feasibility': 'yes' }, 'passed'],
      ] as const),
    ],
    [
      ...(['SQ-A63a', 'SQ-A63a', 'hall', open('income_right.first_holder')] as const),
      [{ 'income_right.first_holder': 'none_of_these' }, 'failed'],
      [{ 'income_right.first_holder': 'poor_village' }, 'passed'],
    ],
    [
      ...(['SQ-D35a', 'SQ-D35a', 'hall', open('income_right.investment', 'income_right.income')] as const),
      [
        {
          ...{ 'income_right.investment': '1000', 'income_right.own_investment': '600' },
          ...{ 'income_right.income': '100', 'income_right.own_income': '50' },
        },
        'failed',
      ],
      [{ 'income_right.own_income': '60' }, 'passed'],
    ],
    [
      ...(['SQ-A6', 'SQ-A6a', 'hall', [{}, 'notAbout']] as const),
      [
        {
          ...{ 'workshop_year.programme': 'poverty_workshop', 'workshop_year.invested_by': 'government' },
          'workshop_year.wage_year': '14999.99',
        },
        'failed',
      ],
      [{ 'workshop_year.wage_year': '15000' }, 'passed'],
    ],
    [
      ...(['SQ-A6', 'SQ-A6b', 'hall', [{ 'workshop_year.invested_by': 'award' }, 'passed']] as const),
      ...([[{ 'workshop_year.wage_year': '9999.99' }, 'failed']] as const),
    ],
    [
      ...(['SQ-D35b', 'SQ-D35b', 'hall', open('workshop.proofs')] as const),
      [{ 'workshop.proofs': 'charter' }, 'failed'],
      [{ 'workshop.proofs': 'charter, agreement, contract, payroll' }, 'passed'],
    ],
    ['SQ-A63d', 'SQ-A63d', 'lease', [{}, 'passed'], [{ 'contract.operator_refused': 'yes' }, 'failed']],
    ['SQ-A63k', 'SQ-A63k', 'lease', [{}, 'passed']],
    [
      ...(['SQ-A63s', 'SQ-A63s', 'lease', open('operator.criteria')] as const),
      [{ 'operator.criteria': 'strong' }, 'failed'],
      [{ 'operator.criteria': 'sound_accounts, good_business, strong, willing, honest' }, 'passed'],
    ],
    [
      ...(['SQ-A63c', 'SQ-A63c', 'lease', open('operator.proofs')] as const),
      [{ 'operator.proofs': 'charter' }, 'failed'],
      [{ 'operator.proofs': 'charter, agreement, contract, shares, dividends, records' }, 'passed'],
    ],
    [
      ...(['SQ-D34', 'SQ-D34', 'hall', open('workshop.worker_contracts', 'workshop.workers')] as const),
      [{ 'workshop.worker_contracts': '8', 'workshop.workers': '9' }, 'failed'],
      [{ 'workshop.worker_contracts': '9' }, 'passed'],
    ],
  ],
};

const GUANGXI: Scene = {
  ...{ region: '450000', today: '2022-11-20' },
  build: async (ruled) => {
    const hall = await ruled.addAsset({});
    const leased = await ruled.addAsset({ name: 'Leased hall' });
    const road = await ruled.addAsset({ kind: 'infrastructure', name: 'Road', assetClass: 'public' });
    await ruled.addLease(leased);
    return { hall, leased, road, store: await ruled.addAsset({ kind: 'coldStore', name: 'Store' }) };
  },
  cases: [
    [
      ...(['GX-2-3a', 'GX-2-3a', 'hall', open('asset.operator')] as const),
      ...([[{ 'asset.operator': 'enterprise' }, 'failed']] as const),
      [{ 'asset.operator': 'collective' }, 'notAbout'],
    ],
    ['GX-2-3a', 'GX-2-3a', 'leased', [{ 'asset.operator': 'enterprise' }, 'passed']],
    [
      ...(['GX-3-1b', 'tag:cold_chain', 'store', open('asset.kind')] as const),
      ...([
        [{ 'asset.kind': 'none_of_these' }, 'notAbout'],
        [{ 'asset.kind': 'drying' }, 'passed'],
      ] as const),
    ],
    [
      ...(['GX-3-6c', 'GX-3-6c', 'road', open('asset.fund')] as const),
      ...([[{ 'asset.fund': 'linking_fund', 'asset.care_records': '0' }, 'failed']] as const),
      [{ 'asset.care_records': '1' }, 'passed'],
    ],
    [
      ...(['GX-2-7a', 'GX-2-7a', 'road', open('applies.relief_project')] as const),
      ...([
        [relief('149.99'), 'failed'],
        [relief('150'), 'passed'],
      ] as const),
    ],
    [
      ...(['GX-2-7b', 'GX-2-7b', 'road', open('project.fund')] as const),
      [{ 'project.fund': 'linking_fund', 'project.mode': 'none_of_these' }, 'failed'],
      [{ 'project.mode': 'work_relief' }, 'passed'],
    ],
  ],
};

const KAZUO: Scene = {
  ...{ region: '211324', today: '2024-11-20' },
  build: async (ruled) => {
    await ruled.countyGives({ 'idle.days': '90', 'low_yield.share': '0.06' });
    const hall = await ruled.addAsset({ acquiredOn: '2022-12-01' });
    const kept = await ruled.addAsset({ name: 'Kept hall' });
    await ruled.spend(kept, 1n, '2023-06-10');
    const who = { operatingBody: 'the cooperative', incomeBody: 'the cooperative', keepingBody: 'a keeper' };
    await ruled.note(kept, who);
    const titled = { titleLevel: 'county', cost: '', funds: [], name: 'County hall' };
    return { hall, kept, titled: await ruled.addAsset(titled) };
  },
  cases: [
    ['KZ-5-3b', 'KZ-5-3b', 'hall', [{}, 'notAbout']],
    ['KZ-5-3b', 'KZ-5-3b', 'kept', [{}, 'failed']],
    [
      ...(['KZ-5-3b', 'KZ-5-3b2', 'hall', [{}, 'failed']] as const),
      ...([
        [{ remedy: 'lease' }, 'failed'],
        [{ remedy: 'custody' }, 'passed'],
      ] as const),
    ],
    ['KZ-5-3b', 'KZ-5-3b3', 'hall', [{}, 'passed']],
    ['KZ-5-3b', 'KZ-5-3b3', 'kept', [{}, 'failed'], [{ remedy: 'principal_back' }, 'passed']],
    ['KZ-5-3b', 'KZ-5-3b', 'kept', [{}, 'passed']],
    ['KZ-5-3a', 'KZ-5-3a', 'hall', [{}, 'failed'], [{ 'reason.KZ-5-3a': 'is being looked at' }, 'explained']],
    [
      ...(['KZ-5-1b', 'KZ-5-1b', 'hall', open('project.estimate')] as const),
      ...([[{ 'project.estimate': '10000000', 'project.due_diligence': 'no' }, 'failed']] as const),
      ...([[{ 'project.estimate': '9999999.99' }, 'notAbout']] as const),
    ],
    [
      ...(['KZ-III4b', 'KZ-III4b', 'hall', open('asset.land')] as const),
      [{ 'asset.land': 'farmland', 'asset.disposal': '' }, 'failed'],
      [{ 'asset.disposal': 'stays until 2026' }, 'passed'],
    ],
    ['KZ-5-3e', 'KZ-5-3e', 'hall', [{}, 'passed']],
    ['KZ-5-3e', 'KZ-5-3e', 'titled', open('asset.funds', 'asset.cost')],
    [
      ...(['KZ-5-3d', 'KZ-5-3d', 'kept', open('asset.handed_over')] as const),
      ...([[{ 'asset.handed_over': 'yes', 'asset.care_records': '0' }, 'failed']] as const),
      [{ 'asset.care_records': '2' }, 'passed'],
    ],
  ],
};

export const SCENES: readonly Scene[] = [FUYANG, DONGCHUAN, SHANGQIU, GUANGXI, KAZUO];
