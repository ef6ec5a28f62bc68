import { judgeLimits, tagsOf } from '../../../src/domain/policy/judge';
import { bucketsOf, type LocalNumbers } from '../../../src/domain/policy/pack';
import type { PlainFacts, Subject } from '../../../src/domain/policy/subjects';
import { goalSays, objections, packInForce, seeded } from './seeded';

const { pack } = seeded.requirePack('530113/2022-09-19');

describe('the Dongchuan document of 2022–2024', () => {
  const inForce: [string, string | undefined][] = [
    ['2022-09-18', undefined],
    ['2022-09-19', '530113/2022-09-19'],
    ['2024-12-31', '530113/2022-09-19'],
    ['2025-01-01', undefined],
  ];
  it.each(inForce)('is in force for its three years: on %s %s', (day, id) => {
    expect(packInForce(['530113103', '530113', '530100', '530000'], day)?.pack.id).toBe(id);
  });

  it('speaks of all income alike, names six uses and no share of any', () => {
    expect(bucketsOf(pack, 'pv')).toEqual(bucketsOf(pack, 'other'));
    expect(bucketsOf(pack, 'pv').map(({ id, mark, take }) => [id, mark, take.kind])).toEqual([
      ['living', 1, 'village'],
      ['posts', 2, 'village'],
      ['relief', 3, 'village'],
      ['hardship', 4, 'village'],
      ['cadre', 5, 'village'],
      ['development', 6, 'village'],
    ]);
  });

  // Other income 30,000 in 2022 and 100,000 in 2023, PV and rent left out: 70,000.00 new, 10 % is 7,000.00.
  const bonuses: [string, string, LocalNumbers, string][] = [
    ['7000', '70000', { 'bonus.ratio': '0.10' }, 'passed'],
    ['7000.01', '70000', { 'bonus.ratio': '0.10' }, 'failed'],
    ['0.01', '0', { 'bonus.ratio': '0.10' }, 'failed'],
    ['1', '70000', {}, 'undecided bonus.ratio'],
  ];
  it.each(bonuses)(
    'pays cadres from new income only: %s of %s by %p: %s',
    (cadre, new_income, local, said) => {
      const sums = { planned: { cadre }, bases: { new_income } };
      const judged = judgeLimits(
        pack,
        { pool: 'other', period: sums, year: { ...sums, isOver: false } },
        local,
      );
      expect(judged.map(({ outcome, missing }) => [outcome, ...missing].join(' '))).toEqual([said]);
      expect(judged[0]?.force).toBe('block');
    },
  );

  it('says what counts as new income: neither photovoltaic nor fixed assets', () => {
    expect(pack.measures).toMatchObject([{ id: 'new_income', excluding: ['pv', 'fixed_asset'] }]);
  });

  const records: [Subject, PlainFacts, string[]][] = [
    ['plan', { distributable: '140000', planned: '140000', 'planned:living': '45000' }, []],
    ['plan', { distributable: '140000', planned: '140000', 'planned:living': '0' }, ['DC-10c failed warn']],
    ['plan', { distributable: '140000', planned: '140000.01', 'planned:living': '1' }, ['DC-0 failed block']],
    ['relief_project', { labour_pay: '300000', investment: '2000000' }, []],
    ['relief_project', { labour_pay: '299999.99', investment: '2000000' }, ['DC-21d failed warn']],
    ['relief_project', { labour_pay: '260000', investment: '2000000' }, ['DC-21d failed warn']],
    ['industry_project', { households: '24', fund_amount: '1230000' }, ['DC-IV2 failed warn']],
    ['industry_project', { households: '25', fund_amount: '1230000' }, []],
    ['industry_project', { households: '25', fund_amount: '1250000' }, []],
    ['industry_project', { households: '25', fund_amount: '1250000.01' }, ['DC-IV2 failed warn']],
    ['post_standard', { old: '300', new: '300' }, []],
    ['post_standard', { old: '300', new: '299.99' }, ['DC-21c failed warn']],
    ['payment', { kind: 'farm_policy', channel: 'card' }, []],
    ['payment', { kind: 'farm_policy', channel: 'cash' }, ['DC-31 failed block']],
    ['payment', { kind: 'startup', channel: 'bank' }, []],
    ['asset', { kind: 'tourism', quantified: 'no', reason: '' }, ['DC-23a failed warn']],
    ['asset', { kind: 'tourism', quantified: 'no', reason: '产权未移交' }, []],
    ['asset', { kind: 'tourism', quantified: 'yes', reason: '' }, []],
    ['asset', { kind: 'workshop', quantified: 'no', reason: '' }, []],
    ['share_register', { issued: '3000', held: '2999' }, ['DC-22 failed block']],
    ['share_register', { issued: '3000', held: '3000' }, []],
    ['report', { stated: '3600', ledger: '3500' }, ['DC-IV5 failed block']],
    ['report', { stated: '3500', ledger: '3500' }, []],
    ['contract', { modes: 'orders' }, []],
    ['contract', { modes: 'other' }, ['DC-06 failed warn']],
  ];
  it.each(records)('of a %s %p objects: %p', (subject, facts, expected) => {
    expect(objections(pack, { subject, facts, on: '2023-01-01' })).toEqual(expected);
  });

  const startups: [string, string, string, string, string[]][] = [
    ['2', '0', '0', '2022-03-01', []],
    ['2', '5000', '12', '2022-03-01', ['DC-18 failed block']],
    ['3', '5000', '12', '2022-03-01', []],
    ['4', '5000', '12', '2022-03-01', []],
    ['5', '10000', '12', '2022-03-01', []],
    ['5', '15000', '12', '2022-03-01', ['DC-18 failed block']],
    ['5', '5000', '12', '2022-03-01', ['DC-18 failed block']],
    ['5', '10000', '11', '2022-03-01', ['DC-18y failed block']],
    ['5', '10000', '12', '2021-01-01', ['DC-18r failed warn']],
    ['5', '10000', '12', '2021-01-02', []],
  ];
  it.each(startups)(
    'pays who returned by how many they employ: %s people, %s yuan, %s months, back on %s: %p',
    (jobs, amount, operating_months, returned_on, expected) => {
      const facts = { kind: 'startup', times: '1', jobs, amount, operating_months, returned_on };
      expect(objections(pack, { subject: 'subsidy', facts, on: '2023-01-01' })).toEqual(expected);
    },
  );

  const incomes: [string, string[]][] = [
    ['11000.00', ['low_income', 'below_average']],
    ['11000.01', ['below_average']],
    ['12639.99', ['below_average']],
    ['12640.00', []],
  ];
  it.each(incomes)('tags a household of %s a head: %p', (income, tags) => {
    const record = { subject: 'household' as const, facts: { income } };
    expect(tagsOf(pack, record, { 'average.income': '12640' })).toEqual({ tags, undecided: [] });
  });

  const goals: [string, PlainFacts, string][] = [
    ['DC-T1', {}, 'shown'],
    ['DC-T1a', { value: '13081' }, 'met'],
    ['DC-T1a', { value: '13080' }, 'missed'],
    ['DC-T2c', { part: '338.04', whole: '16902' }, 'met'],
    ['DC-T2c', { part: '338.03', whole: '16902' }, 'missed'],
    ['DC-T2d', { part: '10', whole: '100', part_last: '20', whole_last: '200' }, 'missed'],
    ['DC-T2d', { part: '9.99', whole: '100', part_last: '20', whole_last: '200' }, 'met'],
    ['DC-02b', { count: '9', years: '3' }, 'met'],
    ['DC-02b', { count: '8', years: '3' }, 'missed'],
    ['DC-10a', { value: '99999.99' }, 'missed'],
    ['DC-10a', { value: '100000' }, 'met'],
    ['DC-23c', { value: '200000', count_of: '2' }, 'met'],
    ['DC-23c', { value: '199999.99', count_of: '2' }, 'missed'],
    ['DC-11c', { value: '37000', count_of: '37' }, 'met'],
    ['DC-11c', { value: '36999.99', count_of: '37' }, 'missed'],
    ['DC-21a2', { count: '1999' }, 'missed'],
    ['DC-21a2', { count: '2000' }, 'met'],
    ['DC-21b', { count: '42' }, 'missed'],
    ['DC-21b', { count: '43' }, 'met'],
    ['DC-23e4', { value: '499999.99', count_of: '1000' }, 'missed'],
    ['DC-23e4', { value: '500000', count_of: '1000' }, 'met'],
    ['DC-03', { part: '9.99', whole: '100' }, 'missed'],
    ['DC-03', { part: '10', whole: '100' }, 'met'],
    ['DC-17', { count: '148', count_of: '149' }, 'missed'],
    ['DC-17', { count: '149', count_of: '149' }, 'met'],
  ];
  it.each(goals)('says of its goal %s with %p: %s', (id, facts, expected) => {
    expect(goalSays(pack, id, facts)).toBe(expected);
  });
});
