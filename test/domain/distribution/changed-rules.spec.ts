import { changedRules } from '../../../src/domain/distribution/changed-rules';
import type { PlanNumber } from '../../../src/domain/distribution/plan-numbers';
import type { LocalNumber } from '../../../src/domain/policy/local-standard';
import { seeded } from '../policy/seeded';

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
