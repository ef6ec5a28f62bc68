import {
  askedNumbers,
  givenNumbers,
  type PlanNumber,
  planNumbers,
  readDecisions,
  villageNumbers,
} from '../../../src/domain/distribution/plan-numbers';
import type { LocalNumber } from '../../../src/domain/policy/local-standard';
import { limit, rule } from '../policy/small-pack';
import { packWith, type Raw } from './small-plans';

/** A floor of the county, a cap of the village, a sum the pack explains, two it does not. */
const RULES = [
  rule({ need: 'planned at_least need:main.floor of distributable', cite: 'scale' }),
  rule({ id: 'XX-2', need: 'agreed_planned at_least agreed_due', cite: 'steps' }),
];
const LIMITS = [
  limit({ at_most: 'need:reward.cap of new_income', on: 'reward' }),
  limit({ id: 'XX-M', at_least: 'value:posts.floor of collective_income', cite: 'year' }),
];
const NEEDS = [
  { id: 'unasked', unit: 'count', decided_by: 'village', cite: 'year', says: '别处才问' },
  { id: 'reward.cap', unit: 'share', decided_by: 'village', cite: 'scale', says: '奖励比例' },
  { id: 'main.floor', unit: 'share', decided_by: 'county', cite: 'uses', says: '最低占比' },
];
const USES: Record<string, Raw> = { posts: { take: 'agreement' } };
const PACK = packWith({ uses: USES, limits: LIMITS, parts: { rules: RULES, needs: NEEDS } });
const asked = () => askedNumbers(PACK, 'pv');
const PAPER = { title: '通知', number: '1号', issuer: '样例县', issuedOn: '2024-01-10' };

const standard = (id: string, value: string): LocalNumber => {
  return { id, value, decidedBy: 'county', from: '2024-02-01', paper: PAPER, standardId: 's1' };
};
const number = (id: string, change: Partial<PlanNumber> = {}): PlanNumber => {
  return { id, decidedBy: 'village', value: undefined, from: undefined, paper: undefined, ...change };
};

describe('the numbers a plan asks for', () => {
  it('are those its rules look at: what the document leaves open, then sums only the village knows', () => {
    const sum = { kind: 'sum', unit: 'yuan', decidedBy: 'village' };
    const need = { kind: 'need', unit: 'share' };
    expect(asked()).toEqual([
      { ...need, id: 'reward.cap', decidedBy: 'village', cite: 'scale', says: '奖励比例' },
      { ...need, id: 'main.floor', decidedBy: 'county', cite: 'uses', says: '最低占比' },
      { ...sum, id: 'collective_income', cite: 'year', says: '' },
      { ...sum, id: 'new_income', cite: 'scale', says: '比上年新增的' },
      { ...sum, id: 'agreed_due', cite: 'steps', says: '' },
    ]);
  });

  it('are only those it looks at', () => {
    expect(askedNumbers(packWith(), 'pv')).toEqual([]);
    expect(askedNumbers(packWith({ limits: LIMITS.slice(1) }), 'pv').map(({ id }) => id)).toEqual([
      'collective_income',
    ]);
  });

  it('are, for a pool the document gives no limits, those of the rules for every pool', () => {
    expect(askedNumbers(PACK, 'other').map(({ id }) => id)).toEqual(['main.floor', 'agreed_due']);
  });
});

describe('what a village decides for a plan', () => {
  it('is read in the unit of its number; what is blank is not decided', () => {
    const typed = { 'reward.cap': ' 10% ', new_income: '1000', agreed_due: ' ', 'main.floor': '' };
    expect(readDecisions(typed, asked())).toEqual({
      decided: { 'reward.cap': '0.1', new_income: '1000.00' },
      problems: [],
    });
  });

  it.each<{ rule: string; typed: Record<string, string>; problem: object }>([
    {
      rule: 'what the county decides',
      typed: { 'main.floor': '0.8' },
      problem: { code: 'plan.numberNotAsked', field: 'decisions.main.floor', value: 'main.floor' },
    },
    {
      rule: 'a number no rule of this plan looks at',
      typed: { unasked: '1' },
      problem: { code: 'plan.numberNotAsked', field: 'decisions.unasked', value: 'unasked' },
    },
    {
      rule: 'more than the whole as a share',
      typed: { 'reward.cap': '100.1%' },
      problem: {
        ...{ code: 'policy.notInUnit', field: 'decisions.reward.cap', value: '100.1%' },
        facts: { unit: 'share' },
      },
    },
    {
      rule: 'a third decimal of a yuan',
      typed: { new_income: '1000.001' },
      problem: {
        ...{ code: 'policy.notInUnit', field: 'decisions.new_income', value: '1000.001' },
        facts: { unit: 'yuan' },
      },
    },
  ])('refuses $rule, and keeps the rest', ({ typed, problem }) => {
    const read = readDecisions({ ...typed, agreed_due: '3.00' }, asked());
    expect(read).toEqual({ decided: { agreed_due: '3.00' }, problems: [problem] });
  });
});

describe('what is known of the numbers of a plan', () => {
  const known = (standards: LocalNumber[], decided: Record<string, string>): PlanNumber[] =>
    planNumbers(PACK, 'pv', { standards, decided });

  it('is nothing yet of what nobody gave', () => {
    expect(known([], {})).toEqual([
      number('reward.cap'),
      number('main.floor', { decidedBy: 'county' }),
      number('collective_income'),
      number('new_income'),
      number('agreed_due'),
    ]);
  });

  it('is day and paper of what the county gave, and the bare value of what the village decided', () => {
    const [cap, floor] = known([standard('main.floor', '0.7')], { 'reward.cap': '0.1' });
    expect(cap).toEqual(number('reward.cap', { value: '0.1' }));
    expect(floor).toEqual({
      ...{ id: 'main.floor', decidedBy: 'county', value: '0.7' },
      ...{ from: '2024-02-01', paper: PAPER },
    });
  });

  it('is never what a village typed in place of its county', () => {
    expect(known([], { 'main.floor': '0.9' })[1]).toEqual(number('main.floor', { decidedBy: 'county' }));
  });

  it('is also a stricter number of the county for one the document gives, where the plan looks at it', () => {
    const all = known([standard('posts.floor', '0.65'), standard('yearly', '13000')], {});
    const ids = ['reward.cap', 'main.floor', 'collective_income', 'new_income', 'agreed_due', 'posts.floor'];
    expect(all.map(({ id }) => id)).toEqual(ids);
    expect(all.at(-1)).toEqual({
      ...{ id: 'posts.floor', decidedBy: 'county', value: '0.65' },
      ...{ from: '2024-02-01', paper: PAPER },
    });
  });

  it('judges by what was given alone', () => {
    const numbers = [number('reward.cap', { value: '0.1' }), number('new_income')];
    expect(Object.entries(givenNumbers(numbers))).toEqual([['reward.cap', '0.1']]);
  });

  it.each<{ rule: string; kept: PlanNumber; own: Record<string, string> }>([
    { rule: 'what it decided', kept: number('reward.cap', { value: '0.1' }), own: { 'reward.cap': '0.1' } },
    { rule: 'a sum it said', kept: number('agreed_due', { value: '3.00' }), own: { agreed_due: '3.00' } },
    { rule: 'nothing it left open', kept: number('reward.cap'), own: {} },
    {
      rule: 'nothing the county gave',
      kept: number('reward.cap', { value: '0.1', decidedBy: 'county' }),
      own: {},
    },
    { rule: 'nothing another pack left to it', kept: number('unasked', { value: '1' }), own: {} },
    {
      rule: 'nothing that the other pack leaves to its county',
      kept: number('main.floor', { value: '0.9' }),
      own: {},
    },
  ])('takes to another pack, as the village’s own, $rule', ({ kept, own }) => {
    expect(villageNumbers(PACK, 'pv', [kept])).toEqual(own);
  });
});
