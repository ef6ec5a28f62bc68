import type { PlainFacts, Subject } from '../../../src/domain/policy/subjects';
import { objections, seeded } from './seeded';

const { pack } = seeded.requirePack('411400/2018-04-09');

const workshop: PlainFacts = {
  kind: 'workshop',
  invested_by: 'government',
  owner: 'collective',
  asset_number: 'LY-007',
  number_taken: 'no',
  plaque: 'yes',
  land: 'idle_ground',
  leased: 'yes',
  title_document: '证',
  income_right_document: '公证书',
};
const fitted: PlainFacts = {
  equipment: 'premises, sign, profile, safety_rules, board, wage_list',
  proofs: 'charter, agreement, contract, payroll',
  safety_person: '张某',
  in_use_on: '2018-06-01',
  safety_in_use_on: '2018-06-01',
  workers: '9',
  worker_contracts: '9',
};
const notice: PlainFacts = {
  sheet: 'distribution',
  persons: 'committees, first_secretary, group_leader',
  place: '村部',
  hours: '每周一',
  phone: '0370-1',
  contacts: 'helper, first_secretary, group_leader, township, county',
};

describe('what the Shangqiu document of 2018 says of assets, workshops and who runs them', () => {
  const records: [Subject, PlainFacts, string[]][] = [
    ['asset', { kind: 'household_station', owner: 'household' }, []],
    ['asset', { kind: 'household_station', owner: 'collective' }, ['SQ-A7a failed block']],
    ['income', { kind: 'pv', asset_kind: 'village_station', amount: '100', booked: '100' }, []],
    ['income', { kind: 'pv', asset_kind: 'household_station', amount: '100', booked: '0' }, []],
    ['income', { kind: 'pv', asset_kind: 'household_station', booked: '0.01' }, ['SQ-A7c failed block']],
    ['income', { kind: 'house_rent', asset_kind: 'workshop', amount: '24000', booked: '24000' }, []],
    [
      'income',
      { kind: 'house_rent', asset_kind: 'workshop', amount: '24000', booked: '20000' },
      ['SQ-D32r failed block'],
    ],
    ['income', { kind: 'gift', asset_kind: 'workshop', amount: '1', booked: '1' }, ['SQ-D3 failed warn']],
    ['income', { kind: 'development_fund', asset_kind: 'none', amount: '200000' }, ['SQ-C53 failed block']],
    ['income', { kind: 'fund_yield', asset_kind: 'none', amount: '12000' }, []],
    ['asset', workshop, []],
    ['asset', { ...workshop, owner: 'enterprise' }, ['SQ-D32 failed block']],
    ['asset', { ...workshop, invested_by: 'award', owner: 'enterprise' }, []],
    ['asset', { ...workshop, plaque: 'no' }, ['SQ-D32b failed warn']],
    ['asset', { ...workshop, asset_number: '' }, ['SQ-D32b failed warn']],
    ['asset', { ...workshop, number_taken: 'yes' }, ['SQ-D32n failed block']],
    ['asset', { ...workshop, land: 'basic_farmland' }, ['SQ-D31 failed block', 'SQ-D31w failed warn']],
    ['asset', { ...workshop, land: 'farmland' }, ['SQ-D31w failed warn']],
    ['asset', { ...workshop, income_right_document: '' }, ['SQ-D35c failed warn']],
    ['asset', { ...workshop, leased: 'no', income_right_document: '' }, []],
    ['project', { kind: 'rural_workshop', plan_reference: '2018-县计划-14', feasibility: 'yes' }, []],
    ['project', { kind: 'rural_workshop', plan_reference: '', feasibility: 'yes' }, ['SQ-D31p failed block']],
    ['project', { kind: 'rural_workshop', plan_reference: '14', feasibility: 'no' }, ['SQ-D22 failed warn']],
    ['workshop', fitted, []],
    [
      'workshop',
      { ...fitted, equipment: 'premises, sign, profile, safety_rules, board' },
      ['SQ-D31b2 failed warn'],
    ],
    ['workshop', { ...fitted, safety_in_use_on: '2018-06-02' }, ['SQ-D31s failed warn']],
    ['workshop', { ...fitted, safety_person: '' }, ['SQ-D31s failed warn']],
    ['workshop', { ...fitted, worker_contracts: '8' }, ['SQ-D34 failed warn']],
    ['workshop', { ...fitted, proofs: 'charter, agreement, contract' }, ['SQ-D35b failed warn']],
    ['contract', { new: 'yes', operator_refused: 'no', schedule: 'yes' }, []],
    ['contract', { new: 'yes', operator_refused: 'yes', schedule: 'yes' }, ['SQ-A63d failed block']],
    ['contract', { new: 'no', operator_refused: 'yes', schedule: 'yes' }, []],
    ['contract', { new: 'no', schedule: 'no' }, ['SQ-A63k failed block']],
    [
      'operator',
      {
        proofs: 'charter, agreement, contract, shares, dividends, records',
        criteria: 'sound_accounts, good_business, strong, willing, honest',
      },
      [],
    ],
    [
      'operator',
      {
        proofs: 'charter, agreement, contract, dividends, records',
        criteria: 'sound_accounts, good_business, strong, willing',
      },
      ['SQ-A63c failed warn', 'SQ-A63s failed warn'],
    ],
    ['notice', notice, []],
    ['notice', { ...notice, persons: 'committees, first_secretary' }, ['SQ-E2 failed block']],
    ['notice', { ...notice, phone: '' }, ['SQ-E1c failed block']],
    ['notice', { ...notice, contacts: 'helper' }, ['SQ-E1c failed block']],
    ['notice', { ...notice, sheet: 'workshop_wages', lines_total: '13950', total: '13950' }, []],
    [
      'notice',
      { ...notice, sheet: 'workshop_wages', lines_total: '13950', total: '13949.99' },
      ['SQ-D31n failed block'],
    ],
    ['handover', { drawn_up: 'yes', signers: 'leaving, taking_over' }, []],
    ['handover', { drawn_up: 'yes', signers: 'leaving' }, ['SQ-D35 failed warn']],
  ];
  it.each(records)('of a %s %p objects: %p', (subject, facts, said) => {
    expect(objections(pack, { subject, facts })).toEqual(said);
  });

  const years: [PlainFacts, string[]][] = [
    [{ programme: 'rural_workshop', workers: '30', target_workers: '9' }, []],
    [{ programme: 'rural_workshop', workers: '27', target_workers: '8' }, ['SQ-D31b failed warn']],
    [{ programme: 'rural_workshop', workers: '0', target_workers: '0' }, []],
    [
      {
        programme: 'poverty_workshop',
        invested_by: 'award',
        workers: '24',
        target_workers: '6',
        wage_year: '10000',
      },
      [],
    ],
    [
      {
        programme: 'poverty_workshop',
        invested_by: 'award',
        workers: '24',
        target_workers: '5',
        wage_year: '10000',
      },
      ['SQ-A6b failed warn'],
    ],
    [
      {
        programme: 'poverty_workshop',
        invested_by: 'award',
        workers: '24',
        target_workers: '6',
        wage_year: '9999.99',
      },
      ['SQ-A6b failed warn'],
    ],
    [
      {
        programme: 'poverty_workshop',
        invested_by: 'government',
        workers: '20',
        target_workers: '6',
        wage_year: '15000',
      },
      [],
    ],
    [
      {
        programme: 'poverty_workshop',
        invested_by: 'government',
        workers: '20',
        target_workers: '5',
        wage_year: '15000',
      },
      ['SQ-A6a failed warn'],
    ],
    [
      {
        programme: 'poverty_workshop',
        invested_by: 'government',
        workers: '20',
        target_workers: '6',
        wage_year: '14999.99',
      },
      ['SQ-A6a failed warn'],
    ],
  ];
  it.each(years)('of the people of a workshop %p objects: %p', (facts, said) => {
    expect(objections(pack, { subject: 'workshop_year', facts })).toEqual(said);
  });
});
