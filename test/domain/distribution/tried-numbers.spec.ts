import { triableNumbers, triedNumbers } from '../../../src/domain/distribution/tried-numbers';
import type { PlanNumber } from '../../../src/domain/distribution/plan-numbers';
import { rule } from '../policy/small-pack';
import { packWith } from './small-plans';

const PAPER = { title: '通知', number: '1号', issuer: '样例县', issuedOn: '2024-01-10' };
const NEEDS = [
  { id: 'reward.cap', unit: 'share', decided_by: 'village', cite: 'scale', says: '奖励比例' },
  { id: 'main.floor', unit: 'share', decided_by: 'county', cite: 'uses', says: '最低占比' },
];
const RULES = [
  rule({ need: 'planned at_least need:main.floor of distributable', cite: 'scale' }),
  rule({ id: 'XX-2', need: 'planned at_most need:reward.cap of distributable', cite: 'steps' }),
];
const PACK = packWith({ uses: { posts: { take: 'agreement' } }, parts: { rules: RULES, needs: NEEDS } });

const number = (id: string, value: string | undefined, decidedBy: PlanNumber['decidedBy']): PlanNumber => {
  return { id, decidedBy, value, from: '2024-02-01', paper: PAPER };
};
const KEPT = [
  number('reward.cap', '0.2', 'village'),
  number('main.floor', '0.6', 'county'),
  number('posts.floor', '0.7', 'county'),
];

describe('the numbers a copy of a plan is tried by', () => {
  it('may all be others, also one that the county gives', () => {
    expect(triableNumbers(PACK, 'pv', KEPT)).toEqual({ 'reward.cap': '0.2', 'main.floor': '0.6' });
    const typed = { 'reward.cap': '30%', 'main.floor': '0.5' };
    expect(triedNumbers({ pack: PACK, pool: 'pv', kept: KEPT }, typed)).toEqual({
      ...{ 'reward.cap': '0.3', 'main.floor': '0.5' },
      // What stands in the place of a number of the document is none that the document leaves open.
      'posts.floor': '0.7',
    });
  });

  it('are not given where nothing is typed, or what is no number', () => {
    const typed = { 'reward.cap': ' ', 'main.floor': 'much' };
    expect(triedNumbers({ pack: PACK, pool: 'pv', kept: KEPT }, typed)).toEqual({ 'posts.floor': '0.7' });
  });
});
