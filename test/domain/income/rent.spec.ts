import { type IncomeDueForm, readIncomeDue } from '../../../src/domain/income/rent';

const RENT: IncomeDueForm = {
  stream: 'rent',
  payer: ' tenant ',
  coversFrom: '2025-01-01',
  coversTo: '2025-12-31',
  amount: '12,000.00',
  dueOn: '2025-06-30',
  postedOn: '2025-06-30',
};

describe('income that has fallen due', () => {
  it('is about the month from which it is paid', () => {
    const { due, problems } = readIncomeDue(RENT);
    expect(problems).toEqual([]);
    expect(due).toMatchObject({
      stream: 'rent',
      payer: 'tenant',
      amount: 1_200_000n,
      aboutPeriod: '2025-01',
    });
  });

  it.each<{ rule: string; change: Partial<IncomeDueForm>; problems: string[] }>([
    { rule: 'other income', change: { stream: 'other' }, problems: [] },
    { rule: 'one day covered', change: { coversFrom: '2025-12-31' }, problems: [] },
    {
      rule: 'a stream of the slips',
      change: { stream: 'energy' },
      problems: ['form.notAllowed stream energy'],
    },
    {
      rule: 'days the wrong way round',
      change: { coversFrom: '2025-06-02', coversTo: '2025-06-01' },
      problems: ['calendar.reversed coversTo 2025-06-01'],
    },
    {
      rule: 'days of the next year, which belong to that year',
      change: { coversTo: '2026-01-01' },
      problems: ['income.coversLaterYear coversTo 2026-01-01'],
    },
    {
      rule: 'days of the year before',
      change: { coversFrom: '2024-07-01', coversTo: '2024-12-31' },
      problems: [],
    },
    { rule: 'one fen', change: { amount: '0.01' }, problems: [] },
    { rule: 'nothing', change: { amount: '0.00' }, problems: ['money.notAnAmount amount 0.00'] },
    {
      rule: 'everything at once',
      change: {
        stream: '',
        payer: ' ',
        coversFrom: 'a',
        coversTo: 'b',
        amount: 'c',
        dueOn: 'd',
        postedOn: 'e',
      },
      problems: [
        'form.notAllowed stream ',
        'form.missing payer ',
        'calendar.notADay coversFrom a',
        'calendar.notADay coversTo b',
        'calendar.notADay dueOn d',
        'calendar.notADay postedOn e',
        'money.notAnAmount amount c',
      ],
    },
  ])('is read with $rule: $problems', ({ change, problems }) => {
    const found = readIncomeDue({ ...RENT, ...change }).problems;
    expect(found.map(({ code, field, value }) => `${code} ${field} ${value ?? ''}`)).toEqual(problems);
  });
});
