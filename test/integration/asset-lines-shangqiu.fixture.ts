import { open, type Scene } from './asset-line-scene';

const shop = (land = 'idle_ground') => ({
  ...{ answers: { 'asset.land': land, 'asset.invested_by': 'government' }, paper: 'map' },
});

export const SHANGQIU: Scene = {
  ...{ region: '411400', today: '2019-07-20' },
  build: async (ruled) => {
    const hall = await ruled.addAsset({}, shop());
    const lease = await ruled.addLease(hall, { 'contract.operator_refused': 'no' });
    const house = await ruled.addAsset({
      ...{ kind: 'householdPv', name: 'Roof', assetClass: 'household', titleLevel: 'household' },
      ...{ capacityKw: '3' },
    });
    const plain = { answers: { 'asset.kind': 'none_of_these' }, paper: 'register' };
    const panels = await ruled.addAsset({ kind: 'other', name: 'Panels' }, plain);
    const store = await ruled.addAsset({ kind: 'coldStore', name: 'Store' }, shop());
    return { hall, lease, house, panels, store };
  },
  cases: [
    [
      ...(['SQ-D32c', 'SQ-D32c', 'hall', open('applies.subsidy')] as const),
      ...([
        [{ 'applies.subsidy': 'yes', 'subsidy.accepted': 'no' }, 'failed'],
        [{ 'subsidy.accepted': 'yes' }, 'passed'],
        [{ 'applies.subsidy': 'no' }, 'notAbout'],
      ] as const),
    ],
    ['SQ-A7a', 'SQ-A7a', 'house', [{}, 'passed']],
    [
      ...(['SQ-A7a', 'SQ-A7a', 'panels', [{}, 'notAbout']] as const),
      [{ 'asset.kind': 'household_station' }, 'failed'],
    ],
    [
      ...([
        'SQ-D31s',
        'SQ-D31s',
        'hall',
        open('workshop.safety_person', 'workshop.safety_in_use_on'),
      ] as const),
      [{ 'workshop.safety_person': 'the warden', 'workshop.safety_in_use_on': '2018-06-02' }, 'failed'],
      [{ 'workshop.safety_in_use_on': '2018-06-01' }, 'passed'],
      [{ 'workshop.safety_person': '' }, 'failed'],
    ],
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
