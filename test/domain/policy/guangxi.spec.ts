import { tagsOf } from '../../../src/domain/policy/judge';
import { bucketsOf, type LocalNumbers } from '../../../src/domain/policy/pack';
import type { PlainFacts, Subject } from '../../../src/domain/policy/subjects';
import { goalSays, objections, packInForce, seeded } from './seeded';

const { pack } = seeded.requirePack('450000/2022-07-19');

describe('the Guangxi plan of 2022, as its news told it', () => {
  const inForce: [string, string | undefined][] = [
    ['2022-07-18', undefined],
    ['2022-07-19', '450000/2022-07-19'],
    ['2022-12-31', '450000/2022-07-19'],
    ['2023-01-01', undefined],
  ];
  it.each(inForce)('is in force from the news to the end of its year: on %s %s', (day, id) => {
    expect(packInForce(['450123', '450100', '450000'], day)?.pack.id).toBe(id);
  });

  it('is known by a report only, which names no photovoltaic income', () => {
    expect(pack.source.kind).toBe('news_summary');
    expect(pack.clauses.filter(({ text }) => text.includes('光伏'))).toEqual([]);
  });

  it('pays agreements first, then its people, then members behind a gate', () => {
    expect(bucketsOf(pack, 'pv').map(({ id, order, take, gate }) => [id, order, take.kind, gate])).toEqual([
      ['agreed', 1, 'agreement', undefined],
      ['target', 2, 'village', undefined],
      ['member', 3, 'village', 'GX-3-6b'],
      ['other', 3, 'village', undefined],
    ]);
  });

  it('leaves what is taken off first to the county: it lists no cost', () => {
    expect(pack.pools.flatMap(({ deductions }) => deductions.map(({ phrase }) => phrase ?? 'own'))).toEqual([
      'own',
      'own',
      'own',
      'own',
    ]);
    expect(pack.open.find(({ id }) => id === 'deductions')).toMatchObject({ decidedBy: 'county' });
  });

  // 99,999.99 ÷ 499 = 200.40; 60,000.01 ÷ 300 = 200.00003…: rounded first, it would be refused
  const gates: [string, string | undefined, string[]][] = [
    ['100000.00', '800', []],
    ['99999.99', '500', ['GX-3-6b failed block']],
    ['99999.99', '499', []],
    ['60000.00', '300', ['GX-3-6b failed block']],
    ['60000.01', '300', []],
    ['100000', undefined, []],
    ['99999.99', undefined, ['GX-3-6b undecided block gate.households']],
  ];
  it.each(gates)(
    'opens the members’ share at %s for %s households: %p',
    (distributable, households, said) => {
      const local: LocalNumbers = households === undefined ? {} : { 'gate.households': households };
      const facts = { bucket: 'member', distributable };
      expect(objections(pack, { subject: 'gate', facts }, local)).toEqual(said);
    },
  );

  const wages: [string, string, string[]][] = [
    ['579.99', '1430', ['GX-2-2f failed warn']],
    ['580.00', '1430', []],
    ['1716.00', '1430', []],
    ['1716.01', '1430', ['GX-2-2 failed block']],
    ['1719.99', '1433.33', []],
    ['1720.00', '1433.33', ['GX-2-2 failed block']],
  ];
  it.each(wages)('takes a wage of %s where the minimum wage is %s: %p', (wage, minimum, said) => {
    const local = { 'local.low_income_aid': '580', 'local.minimum_wage': minimum };
    expect(objections(pack, { subject: 'post_month', facts: { wage } }, local)).toEqual(said);
  });

  it('does not pass a wage while the county’s standards are missing', () => {
    expect(objections(pack, { subject: 'post_month', facts: { wage: '600' } })).toEqual([
      'GX-2-2f undecided warn local.low_income_aid',
      'GX-2-2 undecided block local.minimum_wage',
    ]);
  });

  const plan: PlainFacts = {
    received: '118000',
    deducted: '18000.01',
    distributable: '99999.99',
    planned: '99999.99',
    agreed_due: '12000',
    agreed_planned: '12000',
    'planned:target': '80000',
    'planned:member': '0',
    'planned:other': '7999.99',
  };
  const plans: [string, PlainFacts, string[]][] = [
    ['of what is left', {}, []],
    ['one fen above it', { planned: '100000' }, ['GX-3-6a failed block']],
    ['with nothing taken off', { deducted: '0' }, ['GX-3-6a2 failed warn']],
    ['where nothing came in', { received: '0', deducted: '0' }, []],
    ['with an agreement one fen short', { agreed_planned: '11999.99' }, ['GX-4-5a failed warn']],
    [
      'short of money for agreements',
      { distributable: '10000', planned: '10000', agreed_planned: '10000' },
      [],
    ],
    ['with nothing for its people', { 'planned:target': '0' }, ['GX-4-5a2 failed warn']],
    ['of agreements only', { 'planned:target': '0', 'planned:other': '0' }, []],
  ];
  it.each(plans)('of a plan %s objects', (_, facts, said) => {
    expect(objections(pack, { subject: 'plan', facts: { ...plan, ...facts } })).toEqual(said);
  });

  const labour: PlainFacts = {
    kind: 'labour',
    amount: '500',
    month_number: '6',
    in_county: 'yes',
    fund: 'linking_fund',
    status: 'monitored',
  };
  const travel: PlainFacts = { kind: 'travel', times_year: '1', status: 'lifted_out' };
  const warehouse: PlainFacts = {
    kind: 'warehouse',
    amount: '800000.50',
    investment: '1600001',
    profit: '100000',
    profit_returned: '20000',
  };
  const records: [Subject, PlainFacts, string[]][] = [
    ['subsidy', labour, []],
    ['subsidy', { ...labour, amount: '199.99' }, ['GX-2-4 failed block']],
    ['subsidy', { ...labour, amount: '200' }, []],
    ['subsidy', { ...labour, amount: '500.01' }, ['GX-2-4 failed block']],
    ['subsidy', { ...labour, month_number: '7' }, ['GX-2-4 failed block']],
    ['subsidy', { ...labour, in_county: 'no' }, ['GX-2-4 failed block']],
    ['subsidy', { ...labour, fund: 'village' }, ['GX-2-4 failed block']],
    ['subsidy', { ...labour, fund: 'canton_fund' }, []],
    ['subsidy', { ...labour, status: 'others' }, ['GX-2-4e failed block']],
    ['subsidy', { ...travel, key_county: 'no', amount_year: '800' }, []],
    ['subsidy', { ...travel, key_county: 'no', amount_year: '800.01' }, ['GX-2-1 failed block']],
    ['subsidy', { ...travel, key_county: 'yes', amount_year: '1000' }, []],
    ['subsidy', { ...travel, key_county: 'yes', amount_year: '1000.01' }, ['GX-2-1 failed block']],
    ['subsidy', { ...travel, key_county: 'no', amount_year: '1', times_year: '2' }, ['GX-2-1 failed block']],
    [
      'subsidy',
      { ...travel, key_county: 'no', amount_year: '1', status: 'others' },
      ['GX-2-1e failed block'],
    ],
    ['subsidy', warehouse, []],
    ['subsidy', { ...warehouse, amount: '800000.51' }, ['GX-3-1c failed block']],
    ['subsidy', { ...warehouse, profit_returned: '19990' }, ['GX-3-1c2 failed block']],
    ['subsidy', { ...warehouse, profit_returned: '30000' }, []],
    ['subsidy', { ...warehouse, profit_returned: '30010' }, ['GX-3-1c3 failed warn']],
    ['plan_line', { bucket: 'member', amount: '100', 'flow:siyi': 'passed' }, []],
    ['plan_line', { bucket: 'member', amount: '100', 'flow:siyi': 'open' }, ['GX-L1 failed block']],
    ['plan_line', { bucket: 'member', amount: '0', 'flow:siyi': 'open' }, []],
    ['plan_line', { bucket: 'target', amount: '100', 'flow:siyi': 'open' }, []],
    ['deduction', { kind: 'o_and_m', bill: '9000', elsewhere: '4000', amount: '5000' }, []],
    [
      'deduction',
      { kind: 'o_and_m', bill: '9000', elsewhere: '4000', amount: '5000.01' },
      ['GX-4-5b failed warn'],
    ],
    ['deduction', { kind: 'o_and_m', bill: '9000', elsewhere: '0', amount: '9000' }, []],
    // of the funds of the centre and the region, not of the investment as in Dongchuan
    [
      'relief_project',
      { labour_pay: '240000', central: '1000000', region: '600000', investment: '2000000' },
      [],
    ],
    [
      'relief_project',
      { labour_pay: '239999.99', central: '1000000', region: '600000', investment: '2000000' },
      ['GX-2-7a failed block'],
    ],
    ['relief_project', { labour_pay: '0', central: '0', region: '0', investment: '2000000' }, []],
    [
      'project',
      { kind: 'infrastructure', fund: 'linking_fund', investment: '4000000', mode: 'bidding' },
      ['GX-2-7b failed warn'],
    ],
    [
      'project',
      { kind: 'surroundings', fund: 'linking_fund', investment: '4000000', mode: 'work_relief' },
      [],
    ],
    [
      'project',
      { kind: 'infrastructure', fund: 'linking_fund', investment: '4000000.01', mode: 'bidding' },
      [],
    ],
    ['asset', { kind: 'workshop', operator: 'collective', contract: 'no', fund: 'other' }, []],
    ['asset', { kind: 'workshop', operator: 'enterprise', contract: 'yes', fund: 'other' }, []],
    [
      'asset',
      { kind: 'workshop', operator: 'enterprise', contract: 'no', fund: 'other' },
      ['GX-2-3a failed target'],
    ],
    ['asset', { kind: 'drying', fund: 'poverty_fund', care_records: '1' }, []],
    ['asset', { kind: 'drying', fund: 'poverty_fund', care_records: '0' }, ['GX-3-6c failed warn']],
    [
      'publicity',
      { kind: 'project_pool', urgent: 'yes', days: '3', levels: 'county, township, village' },
      [],
    ],
    [
      'publicity',
      { kind: 'project_pool', urgent: 'yes', days: '2', levels: 'county, township, village' },
      ['GX-4-4 failed block'],
    ],
    [
      'publicity',
      { kind: 'project_pool', urgent: 'yes', days: '3', levels: 'county, village' },
      ['GX-4-4 failed block'],
    ],
    [
      'publicity',
      { kind: 'project_pool', urgent: 'no', days: '3', levels: 'village' },
      ['GX-4-4n undecided block notice.days'],
    ],
    ['publicity', { kind: 'distribution', urgent: 'no', days: '1', levels: 'village' }, []],
    ['deadline', { kind: 'quick_response', days: '3' }, []],
    ['deadline', { kind: 'quick_response', days: '4' }, ['GX-1-1q failed warn']],
    ['deadline', { kind: 'helper', days: '5' }, []],
    ['deadline', { kind: 'helper', days: '6' }, ['GX-1-1h failed warn']],
    ['notice', { open_objections: '0' }, []],
    ['notice', { open_objections: '1' }, ['GX-5-9 failed warn']],
  ];
  it.each(records)('of a %s %p objects: %p', (subject, facts, said) => {
    expect(objections(pack, { subject, facts })).toEqual(said);
  });

  const households: [PlainFacts, string[]][] = [
    [{ income: '10000.00', income_last: '10000.00', sudden_drop: 'no' }, ['low_income']],
    [{ income: '10000.01', income_last: '10000.02', sudden_drop: 'yes' }, ['falling', 'sudden_drop']],
    [{ income: '10000.01', income_last: '10000.01', sudden_drop: 'no' }, []],
  ];
  it.each(households)('tags a household %p: %p', (facts, tags) => {
    expect(tagsOf(pack, { subject: 'household', facts })).toEqual({ tags, undecided: [] });
  });

  const plants: [string, string[]][] = [
    ['drying', ['cold_chain']],
    ['digital_warehouse', ['cold_chain']],
    ['workshop', []],
  ];
  it.each(plants)('counts a plant for %s among the cold chain: %p', (kind, tags) => {
    expect(tagsOf(pack, { subject: 'asset', facts: { kind } }).tags).toEqual(tags);
  });

  const goals: [string, PlainFacts, string][] = [
    ['GX-2-2b', { count: '86', count_base: '86' }, 'met'],
    ['GX-2-2b', { count: '85', count_base: '86' }, 'missed'],
    ['GX-2-2c', { count: '245100' }, 'met'],
    ['GX-2-2c', { count: '245099' }, 'missed'],
    ['GX-2-3b', { count_of: '8000', count: '1' }, 'missed'],
    ['GX-2-3b', { count_of: '8000', count: '2' }, 'met'],
    ['GX-2-3b', { count_of: '7999', count: '1' }, 'met'],
    ['GX-3-0a', { part: '55', whole: '100', part_last: '55', whole_last: '100' }, 'met'],
    ['GX-3-0a', { part: '54.99', whole: '100', part_last: '50', whole_last: '100' }, 'missed'],
    ['GX-3-0a', { part: '56', whole: '100', part_last: '58', whole_last: '100' }, 'missed'],
    ['GX-3-0b', { part: '50', whole: '100' }, 'missed'],
    ['GX-3-0b', { part: '50.01', whole: '100' }, 'met'],
    ['GX-3-4', { count: '72', count_of: '80' }, 'met'],
    ['GX-3-4', { count: '71', count_of: '80' }, 'missed'],
    ['GX-4-1', { count: '19', count_of: '20' }, 'met'],
    ['GX-4-1', { count: '18', count_of: '19' }, 'missed'],
    ['GX-4-5b2', { part: '100000', whole: '2000000' }, 'met'],
    ['GX-4-5b2', { part: '100000.01', whole: '2000000' }, 'missed'],
  ];
  it.each(goals)('says of its goal %s with %p: %s', (id, facts, said) => {
    expect(goalSays(pack, id, facts)).toBe(said);
  });
});
