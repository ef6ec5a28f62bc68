import { dayProblems } from '../../../src/domain/shared/typed-fields';

describe('a day as typed', () => {
  it.each([
    ['2025-07-14', []],
    ['2024-02-29', []],
    ['', ['form.missing']],
    [' ', ['form.missing']],
    ['2025-02-29', ['calendar.notADay']],
    ['7月14日', ['calendar.notADay']],
  ])('“%s” is told as it is wrong', (value, codes) => {
    const problems = dayProblems({ field: 'displayedOn', value });
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(problems.every(({ field }) => field === 'displayedOn')).toBe(true);
  });
});
