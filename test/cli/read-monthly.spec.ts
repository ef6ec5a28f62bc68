import type { Step } from '../../src/cli/case-file';
import { readCase } from '../../src/cli/read-case';
import { FormProblems } from '../../src/domain/shared/problem';

const stepsOf = (monthly: unknown, events: unknown[] = []): readonly Step[] =>
  readCase({ title: 't', books: [{ of: 'east', by: 'zhou', events, monthly }] }).books[0]?.steps ?? [];

const inWords = ({ on, act }: Step): string => {
  const about = 'month' in act ? act.month : '';
  return [on, act.verb, about].join(' ').trim();
};

const SLIP = '2025-01 2025-02-18 100.00 210.00 1100 422.84 512.16';

describe('what comes back every month', () => {
  it.each<[rule: string, monthly: unknown, told: string[]]>([
    [
      'a slip and, where its fee came, the receipt',
      { slips: [{ asset: 'one', rows: [`${SLIP} 2025-02-25`] }] },
      ['2025-02-18 settlement 2025-01', '2025-02-25 receipt'],
    ],
    [
      'a slip alone where it has not',
      { slips: [{ asset: 'one', rows: [`${SLIP} -`] }] },
      ['2025-02-18 settlement 2025-01'],
    ],
    [
      'an owner’s part',
      { parts: [{ asset: 'one', rows: ['2025-01 9.61 2025-02-26'] }] },
      ['2025-02-26 receipt'],
    ],
    ['a cost', { costs: [{ contract: 'rent', rows: ['2025-03-28 1040.00'] }] }, ['2025-03-28 deduction']],
    [
      'what is passed on',
      { pay_owners: [{ owners: ['a'], rows: ['2025-02-26'] }] },
      ['2025-02-26 pay_owners'],
    ],
    [
      'depreciation on each month’s last day, a leap February’s, too',
      { depreciation: { from: '2024-01', to: '2024-02' } },
      ['2024-01-31 depreciation 2024-01', '2024-02-29 depreciation 2024-02'],
    ],
    [
      'the holding of each month in the next one, over the turn of a year',
      { hold: { from: '2024-11', to: '2024-12', on_day: '05' } },
      ['2024-12-05 hold 2024-11', '2025-01-05 hold 2024-12'],
    ],
  ])('tells %s', (_rule, monthly, told) => {
    expect(stepsOf(monthly).map(inWords)).toEqual(told);
  });

  it('puts them between the events: slips first, depreciation after the events, holding last', () => {
    const told = stepsOf(
      {
        slips: [{ asset: 'one', rows: ['2025-01 2025-02-28 1 2 1 0.38 0.47 -'] }],
        depreciation: { from: '2025-02', to: '2025-02' },
        hold: { from: '2025-01', to: '2025-01', on_day: '28' },
      },
      [
        { on: '2025-02-28', submit: 'h1' },
        { on: '2025-02-20', publish: 'h1' },
        { on: '2025-03-01', submit: 'h1' },
      ],
    );
    expect(told.map(({ act }) => act.verb).join(' ')).toBe(
      'settlement submit publish depreciation hold submit',
    );
  });

  it.each<[what: string, monthly: unknown, field: string]>([
    ['a cell too few', { slips: [{ asset: 'one', rows: [SLIP] }] }, 'slips.0.rows.0'],
    ['a day that is not', { costs: [{ contract: 'r', rows: ['2025-02-30 1.00'] }] }, 'costs.0.rows.0'],
    ['an amount in words', { parts: [{ asset: 'o', rows: ['2025-01 x 2025-02-01'] }] }, 'parts.0.rows.0'],
    [
      'a day of the month with one digit',
      { hold: { from: '2025-01', to: '2025-01', on_day: '5' } },
      'hold.on_day',
    ],
    ['a month that is not', { depreciation: { from: '2025-13', to: '2025-14' } }, 'depreciation.from'],
    ['a key nobody knows', { parts: [{ asset: 'o', rows: [], sum: '1' }] }, 'parts.0.sum'],
  ])('refuses %s, with its place', (_what, monthly, field) => {
    try {
      stepsOf(monthly);
      throw new Error('was read');
    } catch (error) {
      if (!(error instanceof FormProblems)) throw error;
      expect(error.problems.map((problem) => problem.field)).toContain(`books.0.monthly.${field}`);
    }
  });
});
