import {
  nationalStanding,
  nationalTable,
  paidFigures,
  readNationalEntry,
} from '../../../src/domain/payouts/national-entry';

describe('what was paid beside what was entered in the national system', () => {
  it('counts what is paid now: what came back is not', () => {
    const lines = [
      { state: 'confirmed', amount: 600_00n },
      { state: 'returned', amount: 387_10n },
      { state: 'open', amount: 1n },
    ] as const;
    expect(paidFigures(lines)).toEqual({ amount: 600_00n, lines: 1 });
  });

  const entered = { enteredOn: '2025-07-10', amount: 987_10n, lines: 2 };
  it.each([
    ['nothingPaid', { amount: 0n, lines: 0 }, undefined, '2025-07-20', undefined],
    ['waits', { amount: 5n, lines: 1 }, undefined, '2025-07-15', '2025-07-05'],
    ['overdue', { amount: 5n, lines: 1 }, undefined, '2025-07-16', '2025-07-05'],
    ['same', { amount: 987_10n, lines: 2 }, entered, '2025-08-01', '2025-07-05'],
    ['differs', { amount: 600_00n, lines: 1 }, entered, '2025-07-10', '2025-07-05'],
    ['differs', { amount: 987_10n, lines: 3 }, entered, '2025-07-10', '2025-07-05'],
    ['differs', { amount: 0n, lines: 0 }, entered, '2025-07-10', '2025-07-05'],
  ] as const)('%s', (standing, paid, last, today, paidOn) => {
    expect(nationalStanding(paid, last, { paidOn, today, within: 10 })).toBe(standing);
  });

  const typed = { enteredOn: '2025-07-10', enteredTotal: '987.10', enteredCount: '2', enteredWhy: '' };
  it.each([
    ['as it was paid', {}, []],
    ['with a count in wide figures', { enteredCount: '２' }, []],
    ['with a reason where it is not', { enteredCount: '3', enteredWhy: 'one twice' }, []],
    ['without one', { enteredTotal: '987.00' }, ['national.reasonMissing enteredWhy']],
    ['on a day to come', { enteredOn: '2025-07-13' }, ['national.dayAhead enteredOn']],
    ['before it was paid', { enteredOn: '2025-07-04' }, ['national.beforePaid enteredOn']],
    [
      'with everything wrong',
      { enteredOn: 'x', enteredTotal: 'x', enteredCount: '-1' },
      ['calendar.notADay enteredOn', 'money.notAnAmount enteredTotal', 'form.notACount enteredCount'],
    ],
  ])('is noted %s', (_how, of, found) => {
    const given = { paid: { amount: 987_10n, lines: 2 }, paidOn: '2025-07-05', today: '2025-07-12' };
    const { problems } = readNationalEntry({ ...typed, ...of }, given);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(found);
  });

  it('is a table of the columns that data name, in their order', () => {
    const row = {
      ...{ village: 'V', household: 3, name: 'Li', what: 'cleaning', amount: 600_00n },
      ...{ paidOn: '2025-07-05', channel: 'card', list: '1' },
    };
    const columns = [
      { of: 'number', head: 'No.' },
      { of: 'amount', head: 'yuan' },
      { of: 'household', head: 'household' },
    ] as const;
    expect(nationalTable(columns, [row])).toEqual([
      ['No.', 'yuan', 'household'],
      ['1', '600.00', '3'],
    ]);
  });
});
