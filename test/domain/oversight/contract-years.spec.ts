import { contractYears } from '../../../src/domain/oversight/contract-years';

describe('the years contracts were made for', () => {
  it.each<[what: string, days: (readonly [firstOn: string, lastOn: string])[], years: number]>([
    ['three years to the day, without a leap day', [['2021-03-01', '2024-02-29']], 3],
    ['three calendar years', [['2021-01-01', '2023-12-31']], 3],
    ['from the middle of a month', [['2022-06-15', '2025-06-14']], 3],
    ['a day less than three', [['2021-01-01', '2023-12-30']], 2],
    ['one from a leap day', [['2020-02-29', '2021-02-27']], 1],
    [
      'a year and a half twice',
      [
        ['2021-01-01', '2022-06-30'],
        ['2022-01-01', '2023-06-30'],
      ],
      3,
    ],
    ['less than a month', [['2024-01-01', '2024-01-20']], 0],
    ['none', [], 0],
  ])('%s', (_what, days, years) => {
    expect(contractYears(days.map(([firstOn, lastOn]) => ({ firstOn, lastOn })))).toBe(years);
  });
});
