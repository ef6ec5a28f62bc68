import { clauseNumbers, statesDay, statesNumber } from '../../../src/domain/policy/clause-numbers';
import { compareRatios, readRatio } from '../../../src/domain/money/ratio';

describe('the numbers a clause writes', () => {
  /** Beside what is expected, so that a value is compared as a number: `1.2万 = 12000`. */
  const told = (text: string, expected: readonly string[]): string[] =>
    clauseNumbers(text).map(({ written, value, isPercent }, index) => {
      const number = expected[index]?.split(' ')[2] ?? '0';
      const is = compareRatios(value, readRatio(number)) === 0 ? '=' : 'is not';
      return [written, is, number, ...(isPercent ? ['share'] : [])].join(' ');
    });

  it.each<[text: string, numbers: string[]]>([
    ['补助3000元', ['3000 = 3000']],
    ['补助3,000元', ['3,000 = 3000']],
    ['99,000元和1,234,567.5元', ['99,000 = 99000', '1,234,567.5 = 1234567.5']],
    ['不低于60%', ['60% = 0.6 share']],
    ['不低于2.9 %', ['2.9% = 0.029 share']],
    ['按5‰提取', ['5‰ = 0.005 share']],
    ['1.2万元', ['1.2万 = 12000']],
    ['24.51 万元', ['24.51万 = 245100']],
    ['3 万元', ['3万 = 30000']],
    ['3亿元', ['3亿 = 300000000']],
    ['20—50万元', ['20 = 20', '50万 = 500000', '20万 = 200000']],
    ['20万—50万元', ['20万 = 200000', '50万 = 500000']],
    ['10～20%', ['10 = 10', '20% = 0.2 share', '10% = 0.1 share']],
    ['200-500元', ['200 = 200', '500 = 500']],
    ['5至8户', ['5 = 5', '8 = 8']],
    ['公示三次', ['三 = 3']],
    ['一式十份', ['十 = 10']],
    ['三心二意', []],
    ['每2年', ['2 = 2', '2 = 24']],
    ['满1年', ['1 = 1', '1 = 12']],
    ['2024年', ['2024 = 2024']],
    ['每半年', ['半年 = 6']],
    ['低于万元', ['万 = 10000']],
    ['3万元', ['3万 = 30000']],
    ['没有数字', []],
  ])('%s: %p', (text, numbers) => {
    expect(told(text, numbers)).toEqual(numbers);
  });

  it.each<[text: string, number: string, any: boolean, percentOnly: boolean]>([
    ['不低于60%', '0.6', true, true],
    ['不低于60%', '60', false, false],
    ['不低于60%', '0.60', true, true],
    ['60%或者0.6', '0.6', true, false],
    ['奖励0.6元', '0.6', true, false],
    ['奖励3000元', '3001', false, false],
    ['奖励若干', '0', true, false],
    ['奖励若干', '0.00', true, false],
  ])('%s states %s: %p, in per cent only: %p', (text, number, any, percentOnly) => {
    expect(statesNumber(text, number)).toBe(any);
    expect(statesNumber(text, number, 'percentOnly')).toBe(percentOnly);
  });

  it.each<[text: string, day: string, isStated: boolean]>([
    ['自3月1日起', '2024-03-01', true],
    ['自3月1日起', '03-01', true],
    ['自3月1日起', '03-02', false],
    ['自3月1日起', '04-01', false],
    ['每年6月底', '06-30', true],
    ['每年6月底', '06-28', true],
    ['每年6月底', '06-27', false],
    ['每年6月底', '07-31', false],
    ['2月底', '2024-02-29', true],
    ['12月底', '12-31', true],
    ['每年年底', '12-31', true],
    ['每年年底', '12-30', false],
    ['每年年底', '11-30', false],
    ['每年', '12-31', false],
    ['每年', 'soon', true],
  ])('%s states the day %s: %p', (text, day, isStated) => {
    expect(statesDay(text, day)).toBe(isStated);
  });
});
