import { open, type Scene } from './asset-line-scene';
import { SHANGQIU } from './asset-lines-shangqiu.fixture';

const relief = (pay: string) => ({ 'applies.relief_project': 'yes', 'relief_project.labour_pay': pay });
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

const HOUSEHOLDS = { assetClass: 'household', titleLevel: 'household', titleHolder: 'the Zhangs' };
const DONGCHUAN: Scene = {
  ...{ region: '530113', today: '2024-07-20' },
  build: async (ruled) => {
    const farm = await ruled.addAsset({ kind: 'biological', name: 'Herd' });
    const hall = await ruled.addAsset({});
    await ruled.note(hall, { condition: 'idle' });
    const house = await ruled.addAsset({ kind: 'other', name: 'House', cost: '', ...HOUSEHOLDS });
    await ruled.keep(house);
    const keptLease = await ruled.addLease(house);
    return { farm, hall, keptLease, lease: await ruled.addLease(hall) };
  },
  cases: [
    [
      ...(['DC-23a', 'DC-23a', 'farm', open('asset.kind')] as const),
      [{ 'asset.kind': 'livestock', 'asset.quantified': 'no' }, 'failed'],
      [{ 'asset.reason': 'title is not handed over' }, 'passed'],
      [{ 'asset.reason': '' }, 'failed'],
      [{ 'asset.quantified': 'yes' }, 'passed'],
    ],
    ['DC-23b', 'list:idle_kind', 'farm', [{}, 'notAbout']],
    ['DC-23b', 'list:idle_kind', 'hall', open('list.idle_kind'), [{ 'list.idle_kind': 'school' }, 'passed']],
    // The agreement says which it is: nobody is asked.
    ['DC-23b', 'list:contract_kind', 'keptLease', [{}, 'passed']],
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
      ...(['GX-3-1c', 'GX-3-1c', 'store', open('applies.subsidy')] as const),
      ...([
        [{ 'applies.subsidy': 'yes', 'subsidy.amount': '500.01' }, 'failed'],
        [{ 'subsidy.amount': '500' }, 'passed'],
      ] as const),
    ],
    [
      ...(['GX-3-1c', 'GX-3-1c2', 'store', open('subsidy.profit_returned', 'subsidy.profit')] as const),
      ...([
        [{ 'subsidy.profit': '100', 'subsidy.profit_returned': '19.99' }, 'failed'],
        [{ 'subsidy.profit_returned': '20' }, 'passed'],
      ] as const),
    ],
    [
      ...(['GX-3-1c', 'GX-3-1c3', 'store', [{}, 'passed']] as const),
      ...([
        [{ 'subsidy.profit_returned': '30.01' }, 'failed'],
        [{ 'subsidy.profit_returned': '30' }, 'passed'],
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
    await ruled.note(kept, { ...who, titlePaper: 'deed 3' });
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
    ['KZ-5-1a', 'KZ-5-1a', 'hall', open('asset.handed_over')],
    ['KZ-III4', 'KZ-III4', 'hall', [{}, 'failed'], [{ 'asset.handed_over': 'yes' }, 'failed']],
    ['KZ-5-1a', 'KZ-5-1a', 'hall', [{}, 'passed'], [{ 'asset.handed_over': 'no' }, 'failed']],
    [
      ...(['KZ-III4', 'KZ-III4', 'kept', [{}, 'passed']] as const),
      ...([[{ 'asset.handed_over': 'no' }, 'failed']] as const),
    ],
  ],
};

export const SCENES: readonly Scene[] = [FUYANG, DONGCHUAN, SHANGQIU, GUANGXI, KAZUO];
