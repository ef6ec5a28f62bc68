import { judge, judgementProblems } from '../../../src/domain/policy/judge';
import { seeded } from './seeded';

describe('a number that nobody gave yet', () => {
  it('is told in the words of its pack, and by its id to a program', () => {
    const { pack } = seeded.requirePack('450000/2022-07-19');
    const judged = judge(pack, { subject: 'post_month', facts: { wage: '600.00' } });
    expect(judged.flatMap(({ missing }) => missing)).toEqual(['local.low_income_aid', 'local.minimum_wage']);
    const [problem] = judgementProblems(judged, { field: 'standardAmount' });
    expect(problem?.code).toBe('policy.ruleUndecided');
    expect(problem?.facts?.['missing']).toEqual(['当地最低工资标准,一个月多少元']);
  });

  it('that a fact would have to say stays as it is', () => {
    const { pack } = seeded.requirePack('450000/2022-07-19');
    const local = { 'local.low_income_aid': '580', 'local.minimum_wage': '1430' };
    const judged = judge(pack, { subject: 'post_month', facts: {} }, local);
    const [problem] = judgementProblems(judged, { field: 'standardAmount' });
    expect(problem?.facts?.['missing']).toEqual(['wage']);
  });
});
