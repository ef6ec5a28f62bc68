import { tagsOf } from '../../../src/domain/policy/judge';
import { bucketsOf, type LocalNumbers, poolRulesOf } from '../../../src/domain/policy/pack';
import type { PlainFacts, Subject } from '../../../src/domain/policy/subjects';
import { goalSays, objections, packInForce, seeded } from './seeded';

const { pack } = seeded.requirePack('411400/2018-04-09');

const star: PlainFacts = { kind: 'star', status: 'lifted_out', conduct_good: 'yes', 'flow:star': 'passed' };
const inspire: PlainFacts = {
  kind: 'inspire',
  status: 'registered',
  other_support_year: '0',
  income: '4000',
  rounds_year: '1',
};
const signed = 'helper, group_leader, first_secretary';
const papers = 'employer_proof, payroll_record, place, time, income_proof, trade, subsidy_papers';
const labour: PlainFacts = {
  kind: 'labour',
  employed: 'yes',
  times_year: '1',
  'flow:labour': 'passed',
  signers: signed,
  proofs: papers,
};
const house: PlainFacts = { kind: 'household_project', purpose: 'livestock', status: 'registered' };
const starMoney: PlainFacts = { kind: 'star', channel: 'bank', purpose: 'livestock', agreement: 'yes' };
const right: PlainFacts = { fund: 'fiscal', first_holder: 'poor_household' };
const shares: PlainFacts = { ...right, own_investment: '300000', investment: '400000', reason: '' };

describe('the Shangqiu document of 2018', () => {
  const inForce: [string, string | undefined][] = [
    ['2018-04-08', undefined],
    ['2018-04-09', '411400/2018-04-09'],
    ['2026-01-01', '411400/2018-04-09'],
  ];
  it.each(inForce)('names no last day: on %s %s', (day, id) => {
    expect(packInForce(['411402', '411400', '410000'], day)?.pack.id).toBe(id);
  });

  it('asks after 2020 who confirmed that it still holds', () => {
    expect(pack.valid).toMatchObject({ to: undefined, confirmAfter: '2020-12-31' });
  });

  it('names three ways instead of a plain dividend, and no share of any', () => {
    expect(bucketsOf(pack, 'pv').map(({ id, mark }) => [id, mark])).toEqual([
      ['posts', 1],
      ['reward', 2],
      ['subsidy', 3],
      ['dividend', undefined],
      ['other', undefined],
    ]);
    expect(pack.pools.flatMap(({ limits }) => limits)).toEqual([]);
  });

  it('serves first, where money is short, who cannot work', () => {
    expect(poolRulesOf(pack, 'other')?.servedFirst?.list).toBe('priority');
  });

  it('has no word of the list that shames people by name', () => {
    const said = [...pack.rules, ...pack.notices, ...pack.goals, ...pack.calendar].map(({ says }) => says);
    expect(
      [...said, ...pack.clauses.map(({ text }) => text)].filter((text) => /懒汉|曝光/.test(text)),
    ).toEqual([]);
  });

  const records: [Subject, PlainFacts, string[]][] = [
    [
      'plan_line',
      { pool: 'other', bucket: 'dividend', reason: '', township_agreed: 'no' },
      ['SQ-A63b failed warn'],
    ],
    [
      'plan_line',
      { pool: 'other', bucket: 'dividend', reason: 'x', township_agreed: 'no' },
      ['SQ-A63b failed warn'],
    ],
    ['plan_line', { pool: 'other', bucket: 'dividend', reason: 'x', township_agreed: 'yes' }, []],
    ['plan_line', { pool: 'other', bucket: 'posts' }, []],
    [
      'plan_line',
      { pool: 'pv', bucket: 'reward', tagged_in_village: '3', tagged_served: '0' },
      ['SQ-A7b failed warn'],
    ],
    ['plan_line', { pool: 'pv', bucket: 'reward', tagged_in_village: '3', tagged_served: '1' }, []],
    ['plan_line', { pool: 'pv', bucket: 'reward', tagged_in_village: '0', tagged_served: '0' }, []],
    ['income_right', { ...shares, own_income: '75', income: '100' }, []],
    ['income_right', { ...shares, own_income: '60', income: '100' }, ['SQ-D35a failed warn']],
    ['income_right', { ...shares, own_income: '60', income: '100', reason: '协议约定' }, []],
    [
      'income_right',
      { ...right, first_holder: 'enterprise', investment: '0', income: '0' },
      ['SQ-A63a failed warn'],
    ],
    ['household', { status: 'registered' }, []],
    ['household', { status: 'others' }, []],
    ['household', { status: 'monitored' }, ['SQ-E1 failed block']],
    ['subsidy', { ...house, amount: '8000' }, []],
    ['subsidy', { ...house, amount: '8000.01' }, ['SQ-A3 failed block']],
    ['subsidy', { ...house, amount: '1', purpose: 'building' }, ['SQ-A3p failed block']],
    ['subsidy', { ...house, amount: '1', status: 'others' }, ['SQ-A3p failed block']],
    ['subsidy', star, []],
    ['subsidy', { ...star, status: 'registered' }, ['SQ-C1e failed block']],
    ['subsidy', { ...star, conduct_good: 'no' }, ['SQ-C1e failed block']],
    ['subsidy', { ...star, 'flow:star': 'open' }, ['SQ-C1p failed block']],
    ['subsidy', inspire, []],
    ['subsidy', { ...inspire, status: 'lifted_out' }, ['SQ-C2e failed block']],
    ['subsidy', { ...inspire, other_support_year: '600' }, ['SQ-C2e failed block']],
    ['subsidy', { ...inspire, income: '3999.99' }, ['SQ-C2i failed block']],
    ['subsidy', { ...inspire, rounds_year: '2' }, ['SQ-C2 failed warn']],
    ['subsidy', labour, []],
    ['subsidy', { ...labour, employed: 'no' }, ['SQ-C31 failed block']],
    ['subsidy', { ...labour, times_year: '2' }, ['SQ-C31 failed block']],
    ['subsidy', { ...labour, 'flow:labour': 'open' }, ['SQ-C31p failed block']],
    ['subsidy', { ...labour, signers: 'helper, group_leader' }, ['SQ-C31p failed block']],
    ['subsidy', { ...labour, proofs: papers.replace(', payroll_record', '') }, ['SQ-C31p failed block']],
    ['subsidy', { ...labour, proofs: papers.replace(', trade', '') }, ['SQ-A63t failed block']],
    ['subsidy', { kind: 'industry', total: '15000' }, []],
    ['subsidy', { kind: 'industry', total: '15000.01' }, ['SQ-C32 failed block']],
    ['subsidy', { kind: 'workshop', accepted: 'yes' }, []],
    ['subsidy', { kind: 'workshop', accepted: 'no' }, ['SQ-D32c failed block']],
    ['payment', { fund: 'village', ...starMoney }, []],
    ['payment', { fund: 'village', ...starMoney, channel: 'cash' }, ['SQ-P failed block']],
    ['payment', { fund: 'village', ...starMoney, purpose: 'building' }, ['SQ-C1u failed block']],
    ['payment', { fund: 'village', ...starMoney, agreement: 'no' }, ['SQ-C1u failed block']],
    ['payment', { fund: 'other', kind: 'industry', channel: 'card', to_recipient: 'yes' }, []],
    [
      'payment',
      { fund: 'other', kind: 'industry', channel: 'cash', to_recipient: 'yes' },
      ['SQ-C32c failed block'],
    ],
    [
      'payment',
      { fund: 'other', kind: 'industry', channel: 'card', to_recipient: 'no' },
      ['SQ-C32d failed block'],
    ],
    ['payment', { fund: 'toilet_fund', kind: 'works', purpose: 'toilets' }, []],
    ['payment', { fund: 'toilet_fund', kind: 'post_wage', purpose: 'wages' }, ['SQ-B3 failed block']],
    // no clause forbids cash for the wage of a post
    ['payment', { fund: 'village', kind: 'post_wage', channel: 'cash' }, []],
    ['payment', { fund: 'village', kind: 'filial', channel: 'special_account' }, []],
    ['payment', { fund: 'village', kind: 'filial', channel: 'bank' }, ['SQ-C6 failed block']],
    ['payment', { fund: 'village', kind: 'points', channel: 'goods' }, []],
    ['payment', { fund: 'village', kind: 'points', channel: 'cash' }, ['SQ-C4 failed warn']],
    ['deadline', { kind: 'labour_payment', working_days: '15' }, []],
    ['deadline', { kind: 'labour_payment', working_days: '16' }, ['SQ-C31d failed warn']],
  ];
  const county: LocalNumbers = { 'industry.total': '15000', 'inspire.income': '4000' };
  it.each(records)('of a %s %p objects: %p', (subject, facts, said) => {
    expect(objections(pack, { subject, facts }, county)).toEqual(said);
  });

  it('does not pass what hangs on a number of the county it does not have', () => {
    const asked = (facts: PlainFacts): string[] => objections(pack, { subject: 'subsidy', facts });
    expect(asked({ kind: 'industry', total: '1' })).toEqual(['SQ-C32 undecided block industry.total']);
    expect(asked(inspire)).toEqual(['SQ-C2i undecided block inspire.income']);
  });

  const households: [string, string[]][] = [
    ['cannot_work', ['priority']],
    ['several_disabled, ill', ['priority', 'pv_priority']],
    ['five_guarantees', ['pv_priority']],
    ['none', []],
  ];
  it.each(households)('tags a household of %s: %p', (tags, said) => {
    expect(tagsOf(pack, { subject: 'household', facts: { tags } }).tags).toEqual(said);
  });

  const modes: [string, string[]][] = [
    ['loan_shares', ['asset_income']],
    ['gift', []],
  ];
  it.each(modes)('counts income by %s as income of an asset: %p', (mode, said) => {
    expect(tagsOf(pack, { subject: 'income', facts: { mode } }).tags).toEqual(said);
  });

  const goals: [string, PlainFacts, string][] = [
    ['SQ-A3g', { count: '1' }, 'missed'],
    ['SQ-A3g', { count: '2' }, 'met'],
    ['SQ-A5c', { part: '7', whole: '10' }, 'met'],
    ['SQ-A5c', { part: '6.99', whole: '10' }, 'missed'],
    ['SQ-A7d', { part: '27000', whole: '36000' }, 'shown'],
  ];
  it.each(goals)('says of its goal %s with %p: %s', (id, facts, said) => {
    expect(goalSays(pack, id, facts)).toBe(said);
  });

  it('has its procedures in the order of the document, with who signs and within how long', () => {
    const flows = pack.flows.map(({ id, steps, signers, within }) => [
      id,
      steps.length,
      signers.length,
      within?.count,
    ]);
    expect(flows).toEqual([
      ['star', 6, 0, undefined],
      ['labour', 4, 3, undefined],
      ['labour_payment', 0, 0, '15'],
    ]);
  });
});
