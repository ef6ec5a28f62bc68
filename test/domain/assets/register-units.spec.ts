import type { RegisterColumn } from '../../../src/domain/assets/register-columns';
import { readMoneyUnits } from '../../../src/domain/assets/register-units';

const UNITS = { yuan: '元', wan: '万元' };
const read = (above: string[], cost = '原值', central = '中央资金') => {
  const headings = new Map<RegisterColumn, string>([
    ['cost', cost],
    ['fund.central', central],
  ]);
  const { inWan, said, problems } = readMoneyUnits(above, headings, UNITS);
  return { inWan: [...inWan].join(' '), said, problems: problems.map(({ code }) => code) };
};

describe('the unit of a register', () => {
  const BOTH = 'cost fund.central';
  it.each<[rule: string, above: string[], inWan: string, said: boolean]>([
    ['is not said by an amount in the title', ['2024年50万元以上扶贫项目资产台账'], '', false],
    ['is not said by such a title in brackets', ['资产台账（50万元以上）', '项目（万元以上）'], '', false],
    ['is what the line below such a title says', ['2024年50万元以上资产台账', '单位：元'], '', true],
    ['is ten thousand yuan where the line says so', ['资产台账', '金额单位：万元'], BOTH, true],
    ['is found among blanks and other words', ['填报单位：东河村　单 位：人民币万元 2024年'], BOTH, true],
    ['is found in brackets', ['资产台账（单位：万元）'], BOTH, true],
    ['is found alone in brackets', ['资产台账（万元）'], BOTH, true],
    ['is found without its colon in brackets', ['资产台账（金额单位万元）'], BOTH, true],
    ['is found in a cell of its own', ['单位：', '万元'], BOTH, true],
    ['is not that of a price', ['单位：元/千瓦时'], '', false],
    ['is not a limit', ['单位：万元以上的项目'], '', false],
    ['is not who sends it', ['单位：东河村'], '', false],
    ['is said twice alike', ['单位：万元', '金额单位：万元'], BOTH, true],
  ])('%s', (_rule, above, inWan, said) => {
    expect(read(above)).toEqual({ inWan, said, problems: [] });
  });

  it('is said by a heading of its own column only', () => {
    expect(read([], '原值（万元）', '中央资金(元)')).toEqual({ inWan: 'cost', said: true, problems: [] });
    expect(read([], '原值', '中央资金（单位：万元）').inWan).toBe('fund.central');
  });

  it.each<[rule: string, above: string[], cost: string, problems: string[]]>([
    ['two lines say two', ['单位：元', '金额单位：万元'], '原值', ['register.unitTwice']],
    ['one line says two', ['单位：元（万元）'], '原值', ['register.unitTwice']],
    ['a heading says another one', ['单位：元'], '原值（万元）', ['register.unitTwice']],
    ['a heading says the smaller one', ['单位：万元'], '原值（元）', ['register.unitTwice']],
    ['it is none that is read', ['单位：千元'], '原值', ['register.unitUnknown']],
    ['a heading says none that is read', [], '原值（亿元）', ['register.unitUnknown']],
  ])('is refused where %s', (_rule, above, cost, problems) => {
    expect(read(above, cost).problems).toEqual(problems);
  });

  it('is told with what was found', () => {
    const headings = new Map<RegisterColumn, string>([['cost', '原值（万元）']]);
    expect(readMoneyUnits(['单位：元'], headings, UNITS).problems).toEqual([
      { code: 'register.unitTwice', field: '', facts: { units: ['元', '万元'] } },
    ]);
    expect(readMoneyUnits(['单位：千元'], headings, UNITS).problems).toContainEqual({
      ...{ code: 'register.unitUnknown', field: '', value: '千元' },
    });
  });
});
