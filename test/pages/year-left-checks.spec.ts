import { yearLeftChecks } from '../../src/features/distribution/year-left-checks';

const line = (bucket: string, amount: bigint) => ({ bucket, amount });
const of = (left: Readonly<Record<string, bigint>>) => ({ planId: 'y', left });

describe('the checks of a period beside the plan of its year', () => {
  it('ask for a reason of what goes beyond, and of nothing where no plan of the year was decided', () => {
    const lines = [line('posts', 100n), line('rewards', 101n), line('labour', 1n), line('none', 0n)];
    const asked = { lines, reasons: { 'year_plan:labour': 'a flood' }, nameOf: (use: string) => `<${use}>` };
    const checks = yearLeftChecks(of({ posts: 100n, rewards: 100n }), asked);
    expect(
      checks.map(({ key, reason, judgement }) => [key, judgement.outcome, judgement.force, reason]),
    ).toEqual([
      ['year_plan:posts', 'passed', 'warn', ''],
      ['year_plan:rewards', 'failed', 'warn', ''],
      ['year_plan:labour', 'failed', 'warn', 'a flood'],
    ]);
    expect(checks.map(({ judgement: { says } }) => says)).toEqual([
      '<posts>没有超出年度计划',
      '<rewards>超出年度计划 0.01 元（年度计划只剩 1.00 元）',
      '年度计划里没有<labour>',
    ]);
    expect(yearLeftChecks(undefined, asked)).toEqual([]);
  });
});
