import { tagsOf } from '../../../src/domain/policy/judge';
import { bucketsOf, type LocalNumbers } from '../../../src/domain/policy/pack';
import type { PlainFacts, Subject } from '../../../src/domain/policy/subjects';
import { goalSays, objections, packInForce, seeded } from './seeded';

const { pack } = seeded.requirePack('211324/2024-08-15');

const whole: PlainFacts = {
  facts_held: 'size, title, management, results, distribution',
  kind: 'industry_building',
  land: 'village_ground',
  idle_days: '0',
  net_year: '18000',
  funds: '380000',
  cost: '380000',
  finished: 'yes',
  handed_over: 'yes',
  title_document: '权证〔2023〕7号',
  care_unit: '村集体',
  care_records: '1',
};
const standards: LocalNumbers = { 'idle.days': '180', 'low_yield.share': '0.03' };

describe('the Kazuo document of 2024', () => {
  const inForce: [string, string | undefined][] = [
    ['2024-08-14', undefined],
    ['2024-08-15', '211324/2024-08-15'],
    ['2024-12-31', '211324/2024-08-15'],
    ['2025-01-01', undefined],
  ];
  it.each(inForce)('is in force from its issue to the end of its year: on %s %s', (day, id) => {
    expect(packInForce(['211324102', '211324', '211300', '210000'], day)?.pack.id).toBe(id);
  });

  it('names no use, no cost and no share: everything is the village’s to decide', () => {
    expect(bucketsOf(pack, 'pv')).toEqual(bucketsOf(pack, 'other'));
    expect(bucketsOf(pack, 'pv').filter(({ mark }) => mark !== undefined)).toEqual([]);
    expect(
      pack.pools.flatMap(({ limits, deductions }) => [...limits, ...deductions.map((d) => d.phrase)]),
    ).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('takes any wage of a post: it sets no bound', () => {
    expect(objections(pack, { subject: 'post_month', facts: { wage: '800' } })).toEqual([]);
  });

  const assets: [string, PlainFacts, string[]][] = [
    ['whole', {}, []],
    ['four facts of five', { facts_held: 'size, title, management, results' }, ['KZ-5-3a failed warn']],
    ['idle one day less than long', { idle_days: '179' }, []],
    ['idle long, nothing done', { idle_days: '180', remedy: 'none' }, ['KZ-5-3b2 failed warn']],
    ['idle long, given into custody', { idle_days: '180', remedy: 'custody' }, []],
    ['yielding just enough', { net_year: '11400' }, []],
    ['yielding too little', { net_year: '11399.99', remedy: 'none' }, ['KZ-5-3b3 failed warn']],
    ['yielding too little, the principal taken back', { net_year: '0', remedy: 'principal_back' }, []],
    ['with nobody to look after it', { care_unit: '' }, ['KZ-5-3d failed warn']],
    ['not looked after in the year', { care_records: '0' }, ['KZ-5-3d failed warn']],
    ['costing 500.00 less than its funds', { cost: '379500', reason: '' }, ['KZ-5-3e failed warn']],
    ['costing less, explained', { cost: '379500', reason: '结余退回' }, []],
    ['finished and not handed over', { handed_over: 'no' }, ['KZ-5-1a failed warn', 'KZ-III4 failed target']],
    ['not finished', { finished: 'no', handed_over: 'no' }, ['KZ-III4 failed target']],
    ['without a title', { title_document: '' }, ['KZ-III4 failed target']],
    ['a house on farmland', { land: 'farmland', disposal: '' }, ['KZ-III4b failed warn']],
    ['a house on farmland, decided on', { land: 'farmland', disposal: '补办手续' }, []],
    ['a station on farmland', { kind: 'pv_station', land: 'farmland', disposal: '' }, []],
  ];
  it.each(assets)('of an asset %s objects', (_, facts, expected) => {
    expect(objections(pack, { subject: 'asset', facts: { ...whole, ...facts } }, standards)).toEqual(
      expected,
    );
  });

  it('cannot tell what is idle for long, or yields little, before the county says so', () => {
    expect(objections(pack, { subject: 'asset', facts: whole })).toEqual([
      'KZ-5-3b2 undecided warn idle.days',
      'KZ-5-3b3 undecided warn low_yield.share',
    ]);
  });

  const records: [Subject, PlainFacts, string[]][] = [
    ['plan', { 'flow:siyi': 'passed' }, []],
    ['plan', { 'flow:siyi': 'open' }, ['KZ-10-3 failed warn']],
    ['asset_year', { net: '0', remedy: 'sale' }, []],
    ['asset_year', { net: '-0.01', remedy: 'sale' }, ['KZ-5-3b failed warn']],
    ['asset_year', { net: '-0.01', remedy: 'restructure' }, []],
    ['project', { estimate: '9999999.99', due_diligence: 'no' }, []],
    ['project', { estimate: '10000000.00', due_diligence: 'no' }, ['KZ-5-1b failed block']],
    ['project', { estimate: '10000000.00', due_diligence: 'yes' }, []],
    ['asset_review', { class: 'upgrade' }, []],
    ['asset_review', { class: 'improve' }, ['KZ-3-1 failed block']],
    ['deadline', { kind: 'risk_review', months: '5', done: 'no' }, []],
    ['deadline', { kind: 'risk_review', months: '6', done: 'no' }, ['KZ-1-2 failed warn']],
    ['deadline', { kind: 'risk_review', months: '6', done: 'yes' }, []],
  ];
  it.each(records)('of a %s %p objects: %p', (subject, facts, expected) => {
    expect(objections(pack, { subject, facts })).toEqual(expected);
  });

  const households: [PlainFacts, string[]][] = [
    [{ income: '10000.00', income_last: '10000.00', unstable_work: 'no' }, []],
    [{ income: '9999.99', income_last: '9999.99', unstable_work: 'no' }, ['low_income']],
    [{ income: '11999.99', income_last: '12000.00', unstable_work: 'yes' }, ['falling', 'unstable_work']],
  ];
  it.each(households)('tags a household %p: %p', (facts, tags) => {
    expect(tagsOf(pack, { subject: 'household', facts })).toEqual({ tags, undecided: [] });
  });

  const goals: [string, PlainFacts, string][] = [
    ['KZ-5-3c', { value: '52399.99', last: '52400' }, 'shown'],
    ['KZ-4-1b1', { count: '40', count_last: '41' }, 'shown'],
    ['KZ-4-1b2', { count: '7399' }, 'missed'],
    ['KZ-4-1b2', { count: '7400' }, 'met'],
    ['KZ-3-0', { part: '600000', whole: '1000000' }, 'met'],
    ['KZ-3-0', { part: '599999.99', whole: '1000000' }, 'missed'],
    ['KZ-2-2', { value: '3000', last: '3000' }, 'missed'],
    ['KZ-2-2', { value: '3000.01', last: '3000' }, 'met'],
    ['KZ-2-3a', { count: '0' }, 'missed'],
    ['KZ-2-3a', { count: '1' }, 'met'],
    ['KZ-2-3b', { part: '68.20', whole: '100', part_last: '68.20', whole_last: '100' }, 'missed'],
    ['KZ-2-3b', { part: '68.21', whole: '100', part_last: '68.20', whole_last: '100' }, 'met'],
    ['KZ-5-1c', { value: '9000000', last: '9000000' }, 'met'],
    ['KZ-5-1c', { value: '8999999.99', last: '9000000' }, 'missed'],
  ];
  it.each(goals)('says of its goal %s with %p: %s', (id, facts, expected) => {
    expect(goalSays(pack, id, facts)).toBe(expected);
  });

  it('sends the reader to the province’s notice and does not guess what is in it', () => {
    expect(pack.source.refersTo).toEqual(['辽农办农发〔2024〕257号']);
    expect(pack.open.find(({ id }) => id === 'fund_use')).toMatchObject({ decidedBy: 'county' });
  });
});
