import fc from 'fast-check';
import { type LeaseTerms, type RentRate, termsAfter } from '../../../src/domain/assets/lease';
import { ratesOf } from '../../../src/domain/assets/lease-rates';
import { type RentDue, rentDues } from '../../../src/domain/assets/lease-schedule';
import { addDays, daysInclusive, yearOf } from '../../../src/domain/calendar/calendar-day';
import { sumFen } from '../../../src/domain/money/fen';

/** A workshop for 12,000.00 a year from 2025, paid yearly, due on its first day. */
const TERMS: LeaseTerms = {
  firstOn: '2025-01-01',
  lastOn: '2026-12-31',
  type: 'fixed',
  rates: [{ from: '2025-01-01', value: '12000.00' }],
  perMonths: 12,
  everyMonths: 12,
  due: { rule: 'afterStart', days: 0 },
};

const told = ({ from, to, dueOn, amount }: RentDue): string =>
  `${from} ${to} due ${dueOn}: ${String(amount)}`;
const duesOf = (change: Partial<LeaseTerms>, until = '2099-12-31'): string[] =>
  rentDues({ ...TERMS, ...change }, until).map(told);
const rate = (from: string, value: string): RentRate => ({ from, value });

describe('the dues of a contract', () => {
  it.each<{ rule: string; terms: Partial<LeaseTerms>; until?: string; dues: string[] }>([
    {
      rule: 'a year at once, each due on its first day',
      terms: {},
      dues: [
        '2025-01-01 2025-12-31 due 2025-01-01: 1200000',
        '2026-01-01 2026-12-31 due 2026-01-01: 1200000',
      ],
    },
    {
      rule: 'no payment that begins and is due after the day asked for',
      terms: {},
      until: '2025-12-31',
      dues: ['2025-01-01 2025-12-31 due 2025-01-01: 1200000'],
    },
    {
      rule: 'one that is due by that day though it begins after it',
      terms: { due: { rule: 'beforeStart', days: 1 } },
      until: '2025-12-31',
      dues: [
        '2025-01-01 2025-12-31 due 2024-12-31: 1200000',
        '2026-01-01 2026-12-31 due 2025-12-31: 1200000',
      ],
    },
    {
      rule: 'two years at once, a due for each year (case D2)',
      terms: { rates: [rate('2025-01-01', '150000.00')], everyMonths: 24 },
      dues: [
        '2025-01-01 2025-12-31 due 2025-01-01: 15000000',
        '2026-01-01 2026-12-31 due 2025-01-01: 15000000',
      ],
    },
    {
      rule: 'a year across two calendar years, by days: 306 of 365 and 59 of 365',
      terms: { firstOn: '2025-03-01', lastOn: '2026-02-28' },
      dues: ['2025-03-01 2025-12-31 due 2025-03-01: 1006027', '2026-01-01 2026-02-28 due 2025-03-01: 193973'],
    },
    {
      rule: 'the leap day is one of the days: 307 of 366',
      terms: { firstOn: '2027-03-01', lastOn: '2028-02-29' },
      dues: ['2027-03-01 2027-12-31 due 2027-03-01: 1003279', '2028-01-01 2028-02-29 due 2027-03-01: 196721'],
    },
    {
      rule: 'a rent by the year paid every quarter',
      terms: { lastOn: '2025-12-31', everyMonths: 3, due: { rule: 'afterEnd', days: 15 } },
      dues: [
        '2025-01-01 2025-03-31 due 2025-04-15: 300000',
        '2025-04-01 2025-06-30 due 2025-07-15: 300000',
        '2025-07-01 2025-09-30 due 2025-10-15: 300000',
        '2025-10-01 2025-12-31 due 2026-01-15: 300000',
      ],
    },
    {
      rule: 'a rent by the month paid half-yearly',
      terms: {
        lastOn: '2025-12-31',
        rates: [rate('2025-01-01', '500.00')],
        perMonths: 1,
        everyMonths: 6,
        due: { rule: 'beforeStart', days: 10 },
      },
      dues: ['2025-01-01 2025-06-30 due 2024-12-22: 300000', '2025-07-01 2025-12-31 due 2025-06-21: 300000'],
    },
    {
      rule: 'a contract that ends within a payment: 31 of 365 days',
      terms: { lastOn: '2025-01-31' },
      dues: ['2025-01-01 2025-01-31 due 2025-01-01: 101918'],
    },
    {
      rule: 'another rent from a payment on',
      terms: { rates: [rate('2025-01-01', '12000.00'), rate('2026-01-01', '13000.00')] },
      dues: [
        '2025-01-01 2025-12-31 due 2025-01-01: 1200000',
        '2026-01-01 2026-12-31 due 2026-01-01: 1300000',
      ],
    },
    {
      rule: 'another rent within a payment, each by its days: 181 and 184 of 365',
      terms: {
        lastOn: '2025-12-31',
        rates: [rate('2025-01-01', '12000.00'), rate('2025-07-01', '24000.00')],
      },
      dues: ['2025-01-01 2025-12-31 due 2025-01-01: 1804931'],
    },
    {
      rule: 'a day of the year from the payment on, in the next year where it has gone by',
      terms: { firstOn: '2025-07-01', lastOn: '2026-06-30', due: { rule: 'onDate', date: '06-30' } },
      dues: ['2025-07-01 2025-12-31 due 2026-06-30: 604932', '2026-01-01 2026-06-30 due 2026-06-30: 595068'],
    },
    {
      rule: 'an agreed return: 6 % of 8,516,500.00 by the quarter (case B1)',
      terms: {
        ...{ type: 'agreedReturn', fund: '851650000', everyMonths: 3 },
        ...{ firstOn: '2023-11-01', lastOn: '2024-04-30', rates: [rate('2023-11-01', '6%')] },
        due: { rule: 'afterEnd', days: 0 },
      },
      dues: [
        '2023-11-01 2023-12-31 due 2024-01-31: 8470215',
        '2024-01-01 2024-01-31 due 2024-01-31: 4304535',
        '2024-02-01 2024-04-30 due 2024-04-30: 12774750',
      ],
    },
  ])('are $rule', ({ terms, until, dues }) => {
    expect(duesOf(terms, until)).toEqual(dues);
  });

  it('show how each came about: the whole, its days, the rent that is named', () => {
    const [due] = rentDues({ ...TERMS, firstOn: '2025-03-01', lastOn: '2026-02-28' }, '2025-03-01');
    expect(due?.steps).toEqual([
      {
        ...{ from: '2025-03-01', to: '2025-12-31', value: '12000.00', whole: 1_200_000n },
        ...{ days: 306, ofDays: 365, amount: 1_006_027n },
      },
    ]);
    expect(due?.payment).toEqual({ from: '2025-03-01', to: '2026-02-28' });
  });

  it('begin on the same day of the month, or on its last one where it has no such day', () => {
    const dues = rentDues(
      { ...TERMS, firstOn: '2025-01-31', lastOn: '2025-04-29', perMonths: 1, everyMonths: 1 },
      '2025-12-31',
    );
    expect(dues.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2025-01-31 2025-02-27',
      '2025-02-28 2025-03-30',
      '2025-03-31 2025-04-29',
    ]);
  });

  it('are unknown until the turnover is reported; the last report of a payment counts', () => {
    const terms: LeaseTerms = { ...TERMS, type: 'turnover', rates: [rate('2025-01-01', '8%')] };
    expect(rentDues(terms, '2025-12-31').map(({ amount }) => amount)).toEqual([undefined]);
    const report = (turnover: bigint) => ({ periodFrom: '2025-01-01', turnover });
    const dues = rentDues(terms, '2026-12-31', [report(1n), report(12_345_678n)]);
    expect(dues.map(({ amount }) => amount)).toEqual([987_654n, undefined]);
  });
});

describe('a rent that grows', () => {
  const growth = { percent: '3%', rounding: 'fen' } as const;
  const grown = (change: Partial<LeaseTerms>): string[] =>
    ratesOf({ ...TERMS, lastOn: '2028-12-31', growth, ...change }).map(
      ({ from, value }) => `${from} ${value}`,
    );

  it.each<{ rule: string; change: Partial<LeaseTerms>; rates: string[] }>([
    {
      rule: 'each year on the rent of the year before, half up to the fen',
      change: {},
      rates: ['2025-01-01 12000.00', '2026-01-01 12360.00', '2027-01-01 12730.80', '2028-01-01 13112.72'],
    },
    {
      rule: 'to the yuan where that is agreed',
      change: { growth: { percent: '3%', rounding: 'yuan' } },
      rates: ['2025-01-01 12000.00', '2026-01-01 12360.00', '2027-01-01 12731.00', '2028-01-01 13113.00'],
    },
    {
      rule: 'on a rent named within a year',
      change: { rates: [rate('2025-01-01', '12000.00'), rate('2026-07-01', '20000.00')] },
      rates: [
        ...['2025-01-01 12000.00', '2026-01-01 12360.00', '2026-07-01 20000.00', '2027-01-01 20600.00'],
        '2028-01-01 21218.00',
      ],
    },
    {
      rule: 'not on the day for which a rent is named',
      change: { rates: [rate('2025-01-01', '12000.00'), rate('2026-01-01', '10000.00')] },
      rates: ['2025-01-01 12000.00', '2026-01-01 10000.00', '2027-01-01 10300.00', '2028-01-01 10609.00'],
    },
    {
      rule: 'not on an anniversary after its last day',
      change: { lastOn: '2026-12-31', rates: [rate('2025-01-01', '12000.00')] },
      rates: ['2025-01-01 12000.00', '2026-01-01 12360.00'],
    },
  ])('grows $rule', ({ change, rates }) => {
    expect(grown(change)).toEqual(rates);
  });
});

describe('a contract that changed', () => {
  it.each<{ rule: string; change: Parameters<typeof termsAfter>[1][number]; terms: Partial<LeaseTerms> }>([
    {
      rule: 'another rent from a day on, in place of what was to follow',
      change: { kind: 'rent', effectiveOn: '2025-07-01', value: '9000.00' },
      terms: {
        rates: [rate('2025-01-01', '12000.00'), rate('2025-07-01', '9000.00')],
        changedFrom: ['2025-07-01'],
      },
    },
    {
      rule: 'an early end',
      change: { kind: 'end', effectiveOn: '2025-09-30' },
      terms: { lastOn: '2025-09-30' },
    },
    {
      rule: 'a renewal for the same rent',
      change: { kind: 'renewal', effectiveOn: '2027-01-01', lastOn: '2027-12-31' },
      terms: { lastOn: '2027-12-31', renewedFrom: ['2027-01-01'] },
    },
    {
      rule: 'a renewal for another rent from the day after its last one',
      change: { kind: 'renewal', effectiveOn: '2027-01-01', lastOn: '2027-12-31', value: '13000.00' },
      terms: {
        lastOn: '2027-12-31',
        renewedFrom: ['2027-01-01'],
        rates: [...TERMS.rates, rate('2026-01-01', '12500.00'), rate('2027-01-01', '13000.00')],
      },
    },
  ])('has $rule', ({ change, terms }) => {
    const signed = { ...TERMS, rates: [...TERMS.rates, rate('2026-01-01', '12500.00')] };
    expect(termsAfter(signed, [change])).toEqual({ ...signed, ...terms });
  });

  it('keeps what was due before an early end to the fen', () => {
    const terms = { ...TERMS, firstOn: '2025-03-01', lastOn: '2027-02-28' };
    const ended = termsAfter(terms, [{ kind: 'end', effectiveOn: '2026-03-31' }]);
    const dues = rentDues(terms, '2099-12-31');
    expect(rentDues(ended, '2099-12-31').slice(0, 2).map(told)).toEqual(dues.slice(0, 2).map(told));
  });
});

describe('the dues of any contract', () => {
  const contract = fc.record({
    start: fc.integer({ min: 0, max: 1_500 }),
    years: fc.integer({ min: 1, max: 6 }),
    rent: fc.bigInt({ min: 1n, max: 10_000_000n }),
    perMonths: fc.constantFrom(1, 3, 6, 12),
    everyMonths: fc.constantFrom(1, 3, 6, 12, 24, 36, 60),
  });

  it('cover each of its days once, none of two years, and full years are the rent to the fen', () => {
    fc.assert(
      fc.property(contract, ({ start, years, rent, perMonths, everyMonths }) => {
        const firstOn = addDays('2024-01-01', start);
        const yuan = `${String(rent / 100n)}.${String(rent % 100n).padStart(2, '0')}`;
        const lastOn = addDays(
          `${String(yearOf(firstOn) + years)}${firstOn.slice(4)}`.replace('02-29', '02-28'),
          -1,
        );
        const terms = { ...TERMS, firstOn, lastOn, rates: [rate(firstOn, yuan)], perMonths, everyMonths };
        const dues = rentDues(terms, '2199-12-31');
        let next = firstOn;
        for (const due of dues) {
          expect(due.from).toBe(next);
          expect(yearOf(due.from)).toBe(yearOf(due.to));
          next = addDays(due.to, 1);
        }
        expect(next).toBe(addDays(lastOn, 1));
        const isWhole = !firstOn.endsWith('02-29') && daysInclusive(firstOn, lastOn) > 0;
        if (isWhole)
          expect(sumFen(dues.map(({ amount }) => amount ?? 0n))).toBe(
            rent * BigInt((12 / perMonths) * years),
          );
      }),
      { numRuns: 150, seed: 5 },
    );
  });
});
