import { judge, judgeLimits, judgementProblems } from '../../../src/domain/policy/judge';
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

  it('is told so of a limit, too, with what the document asks the village to reckon', () => {
    const { pack } = seeded.requirePack('530113/2022-09-19');
    const sums = { planned: { cadre: '0.01' }, bases: {} };
    const judged = judgeLimits(pack, { pool: 'other', period: sums, year: { ...sums, isOver: false } });
    const [problem] = judgementProblems(judged, { field: 'reasons.DC-11b:cadre' });
    expect(problem?.facts?.['missing']).toEqual([
      '干部奖励占年度新增收益的比例,要由区级管理办法定',
      '今年的集体经济收入比上年多出的部分,光伏和固定资产收益两年都不算;怎样算新增,文件没有写',
    ]);
  });

  it('that a fact would have to say stays as it is', () => {
    const { pack } = seeded.requirePack('450000/2022-07-19');
    const local = { 'local.low_income_aid': '580', 'local.minimum_wage': '1430' };
    const judged = judge(pack, { subject: 'post_month', facts: {} }, local);
    const [problem] = judgementProblems(judged, { field: 'standardAmount' });
    expect(problem?.facts?.['missing']).toEqual(['wage']);
  });
});
