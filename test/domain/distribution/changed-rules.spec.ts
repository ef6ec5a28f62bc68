import { changedRules } from '../../../src/domain/distribution/changed-rules';
import type { PlanNumber } from '../../../src/domain/distribution/plan-numbers';
import type { LocalNumber } from '../../../src/domain/policy/local-standard';
import { limit } from '../policy/small-pack';
import { seeded } from '../policy/seeded';
import { packWith } from './small-plans';

const { pack, digest } = seeded.requirePack('530113/2022-09-19');
const other = seeded.requirePack('341200/2023-09-21');
const ratio = pack.needs.find(({ id }) => id === 'bonus.ratio')?.says;

const standard = (id: string, value: string, decidedBy: 'county' | 'village' = 'county'): LocalNumber => {
  return { id, value, decidedBy, from: '2024-01-01', paper: undefined, standardId: '1' };
};
const county = (value: string | undefined): PlanNumber => {
  const from = value === undefined ? undefined : '2024-01-01';
  return { id: 'bonus.ratio', decidedBy: 'county', value, from, paper: undefined };
};
const typed: PlanNumber = { ...county('1000.00'), id: 'new_income', decidedBy: 'village', from: undefined };

describe('a plan is decided by the rules of its day', () => {
  it.each<{ rule: string; kept: PlanNumber[]; standards: LocalNumber[]; changed: unknown[] }>([
    {
      rule: 'nothing changed',
      kept: [county('0.1')],
      standards: [standard('bonus.ratio', '0.1')],
      changed: [],
    },
    { rule: 'nobody has given it yet', kept: [county(undefined)], standards: [], changed: [] },
    {
      rule: 'what the village typed is its own',
      kept: [county(undefined), typed],
      standards: [],
      changed: [],
    },
    {
      rule: 'given meanwhile',
      kept: [county(undefined)],
      standards: [standard('bonus.ratio', '0.1')],
      changed: [ratio],
    },
    {
      rule: 'another one meanwhile',
      kept: [county('0.1')],
      standards: [standard('bonus.ratio', '0.05')],
      changed: [ratio],
    },
    { rule: 'taken back meanwhile', kept: [county('0.1')], standards: [], changed: [ratio] },
  ])('numbers: $rule', ({ kept, standards, changed }) => {
    const held = { pack, digest, pool: 'pv' as const, numbers: kept };
    expect(changedRules(held, { pack, digest, standards })).toEqual(changed);
  });

  it.each([
    { rule: 'the same text', now: { pack, digest }, changed: [] },
    {
      rule: 'the same text in a newer form of its file',
      now: { pack: { ...pack, earlierForms: [digest] }, digest: 'newer' },
      changed: [],
    },
    { rule: 'its text was edited', now: { pack, digest: 'edited' }, changed: [pack.source.title] },
    { rule: 'another document', now: other, changed: [other.pack.source.title] },
  ])('documents, also for a plan that kept no numbers: $rule', ({ now, changed }) => {
    const held = { pack, digest, pool: 'pv' as const, numbers: undefined };
    const standards = [standard('bonus.ratio', '0.1')];
    expect(changedRules(held, { ...now, standards })).toEqual(changed);
  });
});

describe('what a plan was drafted on and does not hold any more', () => {
  const NEEDS = [
    { id: 'main.floor', unit: 'share', decided_by: 'county', cite: 'uses', says: '最低占比' },
    { id: 'reward.cap', unit: 'share', decided_by: 'village', cite: 'scale', says: '奖励比例' },
  ];
  const LIMITS = [
    limit({ at_least: 'need:main.floor of after_deductions' }),
    limit({ id: 'XX-M', at_most: 'need:reward.cap of new_income', on: 'reward' }),
    limit({ id: 'XX-N', at_most: 'value:posts.floor of after_deductions', on: 'reward' }),
  ];
  const small = packWith({ limits: LIMITS, parts: { needs: NEEDS } });
  const given = { from: '2024-02-01', paper: undefined };
  const own = { from: undefined, paper: undefined };
  const clause = small.clauses.find(({ key }) => key === 'uses')?.text;
  const says = (numbers: PlanNumber[], standards: LocalNumber[]): string[] =>
    changedRules({ pack: small, digest, pool: 'pv', numbers }, { pack: small, digest, standards });

  it.each<{ rule: string; kept: PlanNumber[]; standards: LocalNumber[]; changed: unknown[] }>([
    {
      rule: 'nothing of what the village decided itself',
      kept: [
        { id: 'reward.cap', decidedBy: 'village', value: '0.1', ...own },
        { id: 'new_income', decidedBy: 'village', value: '1000.00', ...own },
      ],
      ...{ standards: [], changed: [] },
    },
    {
      rule: 'what a paper once gave the village',
      kept: [{ id: 'reward.cap', decidedBy: 'village', value: '0.1', ...given }],
      ...{ standards: [], changed: ['奖励比例'] },
    },
    {
      rule: 'a number of the county, never one the village put in its place',
      kept: [{ id: 'main.floor', decidedBy: 'county', value: '0.5', ...own }],
      ...{ standards: [], changed: ['最低占比'] },
    },
    {
      rule: 'a sentence of the document that the county made stricter meanwhile',
      kept: [],
      ...{ standards: [standard('posts.floor', '0.55')], changed: [clause] },
    },
    {
      rule: 'a number the document does not know any more, by its name',
      kept: [{ id: 'gone.floor', decidedBy: 'county', value: '0.5', ...given }],
      ...{ standards: [], changed: ['gone.floor'] },
    },
    {
      rule: 'each of several, once',
      kept: [
        { id: 'main.floor', decidedBy: 'county', value: '0.5', ...given },
        { id: 'posts.floor', decidedBy: 'county', value: '0.55', ...given },
      ],
      ...{ standards: [standard('main.floor', '0.7')], changed: ['最低占比', clause] },
    },
  ])('is $rule', ({ kept, standards, changed }) => {
    expect(says(kept, standards)).toEqual(changed);
  });

  it('is the whole document where another one stands in its place, even of the same text', () => {
    const other = { ...small, id: '990101/2024-01-01', earlierForms: ['older'] };
    const held = { pack: small, pool: 'pv' as const, numbers: [] };
    for (const before of [digest, 'older'])
      expect(changedRules({ ...held, digest: before }, { pack: other, digest, standards: [] })).toEqual([
        '样例办法',
      ]);
  });
});
