import { type LeaseChange, type LeaseTerms, termsAfter } from '../../../src/domain/assets/lease';
import { type RentDue, rentDues } from '../../../src/domain/assets/lease-schedule';
import { termsAsBooked } from '../../../src/domain/income/rent-states';
import { type Fen, sumFen } from '../../../src/domain/money/fen';

/** 36,500.00 a year from 2025-01-01 on, three years paid at once, ten days before the first day. */
const THREE_YEARS: LeaseTerms = {
  ...{ firstOn: '2025-01-01', lastOn: '2027-12-31', type: 'fixed', perMonths: 12, everyMonths: 36 },
  ...{ rates: [{ from: '2025-01-01', value: '36500.00' }], due: { rule: 'beforeStart', days: 10 } },
};
const raise = (effectiveOn: string, value: string): LeaseChange => ({ kind: 'rent', effectiveOn, value });
const told = (dues: readonly RentDue[]): string[] =>
  dues.map(({ from, to, dueOn, amount }) => `${from} ${to} by ${dueOn}: ${String(amount)}`);
const total = (dues: readonly RentDue[]): Fen => sumFen(dues.map(({ amount }) => amount ?? 0n));
const after = (changes: readonly LeaseChange[], terms: LeaseTerms = THREE_YEARS): RentDue[] =>
  rentDues(termsAfter(terms, changes), '2030-01-01');

describe('a rent that is changed after its payment was due', () => {
  it.each<[rule: string, changes: LeaseChange[], dues: string[]]>([
    [
      'is due as before where nothing changes',
      [],
      [
        ...['2025-01-01 2025-12-31 by 2024-12-22: 3650000', '2026-01-01 2026-12-31 by 2024-12-22: 3650000'],
        '2027-01-01 2027-12-31 by 2024-12-22: 3650000',
      ],
    ],
    [
      'is due on the day of the change for the days from it on, and for those before it as before',
      [raise('2026-07-02', '40150.00')],
      [
        ...['2025-01-01 2025-12-31 by 2024-12-22: 3650000', '2026-01-01 2026-07-01 by 2024-12-22: 1820000'],
        ...['2026-07-02 2026-12-31 by 2026-07-02: 2013000', '2027-01-01 2027-12-31 by 2026-07-02: 4015000'],
      ],
    ],
    [
      'is cut by no year’s begin twice',
      [raise('2027-01-01', '40150.00')],
      [
        ...['2025-01-01 2025-12-31 by 2024-12-22: 3650000', '2026-01-01 2026-12-31 by 2024-12-22: 3650000'],
        '2027-01-01 2027-12-31 by 2027-01-01: 4015000',
      ],
    ],
    [
      'goes by the last change that began, and not by one that another took the place of',
      [raise('2026-03-01', '90000.00'), raise('2026-01-01', '40150.00'), raise('2027-01-01', '36500.00')],
      [
        ...['2025-01-01 2025-12-31 by 2024-12-22: 3650000', '2026-01-01 2026-12-31 by 2026-01-01: 4015000'],
        '2027-01-01 2027-12-31 by 2027-01-01: 3650000',
      ],
    ],
  ])('%s', (_rule, changes, dues) => {
    expect(told(after(changes))).toEqual(dues);
    expect(after(changes).map(({ payment }) => payment.from)).toEqual(dues.map(() => '2025-01-01'));
  });

  it.each<[rule: string, changes: LeaseChange[], raised: string[]]>([
    ['nothing, where nothing changes', [], ['-', '-', '-']],
    [
      'the raise alone, and the rest with its payment',
      [raise('2026-07-02', '40150.00')],
      // 183 days at 100.00 and at 110.00; a year at each
      ['-', '-', '2024-12-22 1830000, 2026-07-02 183000', '2024-12-22 3650000, 2026-07-02 365000'],
    ],
    [
      'nothing of what was lowered again',
      [raise('2026-01-01', '40150.00'), raise('2027-01-01', '36500.00')],
      ['-', '2024-12-22 3650000, 2026-01-01 365000', '2024-12-22 3650000'],
    ],
  ])('makes due on its day %s', (_rule, changes, raised) => {
    const parts = after(changes).map((due) =>
      (due.raised ?? []).map(({ dueOn, amount }) => `${dueOn} ${String(amount)}`).join(', '),
    );
    expect(parts.map((part) => part || '-')).toEqual(raised);
  });

  it('makes due on its day what it adds to a rent that grows', () => {
    const growth = { percent: '10%', rounding: 'fen' } as const;
    const grown = after([raise('2026-07-02', '50000.00')], { ...THREE_YEARS, growth });
    // 2026-07-02 on: 183 days of 40,150.00 a year, at 110.00; from 2027 on 44,165.00, or 55,000.00
    expect(grown.slice(2).map(({ amount, raised }) => [amount, raised])).toEqual([
      [
        2_506_849n,
        [
          { dueOn: '2024-12-22', amount: 2_013_000n },
          { dueOn: '2026-07-02', amount: 493_849n },
        ],
      ],
      [
        5_500_000n,
        [
          { dueOn: '2024-12-22', amount: 4_416_500n },
          { dueOn: '2026-07-02', amount: 1_083_500n },
        ],
      ],
    ]);
  });

  it('comes to the same as if it were not cut', () => {
    const changed = termsAfter(THREE_YEARS, [
      raise('2026-02-17', '41234.57'),
      raise('2027-11-30', '50000.01'),
    ]);
    const uncut = { ...changed, changedFrom: [] };
    expect(total(rentDues(changed, '2030-01-01'))).toBe(total(rentDues(uncut, '2030-01-01')));
  });

  it('is one due where its payment is due on the day of the change or later', () => {
    const late: LeaseTerms = { ...THREE_YEARS, everyMonths: 12, due: { rule: 'afterEnd', days: 0 } };
    expect(told(after([raise('2025-07-02', '40150.00')], late))[0]).toBe(
      '2025-01-01 2025-12-31 by 2025-12-31: 3833000',
    );
    const sameDay: LeaseTerms = { ...late, due: { rule: 'afterStart', days: 182 } };
    expect(told(after([raise('2025-07-02', '40150.00')], sameDay))[0]).toBe(
      '2025-01-01 2025-12-31 by 2025-07-02: 3833000',
    );
  });

  it('is one due where it was booked as one, and where it is a share of turnover', () => {
    const changed = termsAfter(THREE_YEARS, [raise('2026-07-02', '40150.00')]);
    const booked = termsAsBooked(changed, [{ coversFrom: '2026-01-01', coversTo: '2026-12-31' }]);
    expect(told(rentDues(booked, '2030-01-01'))[1]).toBe('2026-01-01 2026-12-31 by 2024-12-22: 3833000');
    const share: LeaseTerms = {
      ...{ ...THREE_YEARS, type: 'turnover', everyMonths: 12 },
      rates: [{ from: '2025-01-01', value: '8%' }],
    };
    expect(after([raise('2025-07-02', '9%')], share)).toHaveLength(3);
  });
});
