import fc from 'fast-check';
import { type LeaseTerms, termsAfter } from '../../../src/domain/assets/lease';
import { ratesOf } from '../../../src/domain/assets/lease-rates';
import { rentDues } from '../../../src/domain/assets/lease-schedule';
import { readLease } from '../../../src/domain/assets/read-lease';
import { type LeaseChangeForm, readLeaseChange } from '../../../src/domain/assets/read-lease-change';
import { addDays, daysInclusive } from '../../../src/domain/calendar/calendar-day';
import { sumFen } from '../../../src/domain/money/fen';
import type { Problem } from '../../../src/domain/shared/problem';
import { leaseWords } from '../../../src/glossary/lease-words';
import { typedLease } from '../../support/leases';

/** 3,000.00 a quarter for two years. */
const TERMS: LeaseTerms = {
  ...{ firstOn: '2025-01-01', lastOn: '2026-12-31', type: 'fixed' },
  rates: [{ from: '2025-01-01', value: '3000.00' }],
  ...{ perMonths: 3, everyMonths: 3, due: { rule: 'afterStart', days: 0 } },
};
const free = (from: string, to: string) => [{ from, to }];
const amountsOf = (wish: Partial<LeaseTerms>): (bigint | undefined)[] =>
  rentDues({ ...TERMS, ...wish }, '2099-12-31').map(({ amount }) => amount);

describe('days for which no rent is asked', () => {
  it.each<[what: string, wish: Partial<LeaseTerms>, first: bigint[]]>([
    ['a month of a quarter: 3,000.00 × 62 ÷ 90', { free: free('2025-02-01', '2025-02-28') }, [206_667n]],
    ['the first day alone: 89 of 90', { free: free('2025-01-01', '2025-01-01') }, [296_667n]],
    [
      'the last of one and the first of the next',
      { free: free('2025-03-31', '2025-04-01') },
      [296_667n, 296_703n],
    ],
    ['a whole quarter', { free: free('2025-01-01', '2025-03-31') }, [0n, 300_000n]],
    [
      'a month of a year that is paid at once, the rent by the month',
      {
        rates: [{ from: '2025-01-01', value: '1000.00' }],
        ...{ perMonths: 1, everyMonths: 12, free: free('2025-07-01', '2025-07-31') },
      },
      [1_100_000n, 1_200_000n],
    ],
    [
      'two years at once, a quarter of the second free: only paid days bear it',
      {
        rates: [{ from: '2025-01-01', value: '12000.00' }],
        ...{ perMonths: 12, everyMonths: 24, free: free('2026-01-01', '2026-03-31') },
      },
      // 12,000.00 × 275 ÷ 365
      [1_200_000n, 904_110n],
    ],
    [
      'of an agreed return',
      {
        ...{ type: 'agreedReturn', fund: '10000000', rates: [{ from: '2025-01-01', value: '6%' }] },
        ...{ perMonths: 12, everyMonths: 12, free: free('2025-12-31', '2025-12-31') },
      },
      // 6,000.00 × 364 ÷ 365
      [598_356n, 600_000n],
    ],
  ])('take their part from the payment: %s', (_what, wish, first) => {
    expect(amountsOf(wish).slice(0, first.length)).toEqual(first);
  });

  it('change no growth, and the rent goes on after them as it has grown', () => {
    const growth = { percent: '10%', rounding: 'fen' as const };
    const over = { ...TERMS, growth, free: free('2025-12-01', '2026-01-31') };
    expect(ratesOf(over).map(({ from, value }) => `${from} ${value}`)).toEqual([
      ...['2025-01-01 3000.00', '2025-12-01 0', '2026-02-01 3300.00'],
    ]);
  });

  it('may be agreed later, and end with the contract', () => {
    const later = { kind: 'free', effectiveOn: '2026-11-01', lastOn: '2026-12-31' } as const;
    const change = termsAfter(TERMS, [later, { kind: 'end', effectiveOn: '2026-11-30' }]);
    expect(change.free).toEqual(free('2026-11-01', '2026-11-30'));
    const none = termsAfter(TERMS, [later, { kind: 'end', effectiveOn: '2026-10-31' }]);
    expect(none.free).toEqual([]);
  });

  it('are printed with the rest of the payment', () => {
    const terms = { ...TERMS, free: free('2025-02-01', '2025-02-28') };
    const [due] = rentDues(terms, '2025-01-01');
    expect(due && leaseWords.reckoning(terms, due)).toBe(
      '3,000.00 × 31天 ÷ 90天（1,033.33） + 免租 28天（0.00） + 3,000.00 × 31天 ÷ 90天（1,033.34）',
    );
    expect(leaseWords.free(terms)).toBe('2025-02-01 至 2025-02-28');
  });

  it('leave a year of rent less exactly its part, however it is paid (seed 560)', () => {
    const everyMonths = fc.constantFrom(12, 24);
    const days = fc.tuple(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 364 }));
    fc.assert(
      fc.property(everyMonths, days, fc.integer({ min: 1, max: 99_999_999 }), (every, [one, other], fen) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)].map((at) =>
          addDays('2025-01-01', at),
        );
        if (from === undefined || to === undefined) return;
        const value = `${String(Math.floor(fen / 100))}.${String(fen % 100).padStart(2, '0')}`;
        const terms = {
          ...{ ...TERMS, rates: [{ from: '2025-01-01', value }] },
          ...{ perMonths: 12, everyMonths: every, free: free(from, to) },
        };
        const paid = BigInt(365 - daysInclusive(from, to));
        // Half up on a positive amount.
        const own = (2n * BigInt(fen) * paid + 365n) / 730n;
        const amounts = rentDues(terms, '2099-12-31').map(({ amount }) => amount ?? -1n);
        expect(amounts).toEqual([own, BigInt(fen)]);
        expect(sumFen(amounts)).toBe(own + BigInt(fen));
      }),
      { seed: 560, numRuns: 300 },
    );
  });
});

const told = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, field, value }) => `${code} ${field} ${value ?? ''}`.trim());

describe('free days as typed', () => {
  const FACTS = { today: '2025-07-20', acquiredOn: '2024-01-01', others: [], numbersTaken: [] };
  const row = (from: string, to: string) => ({ from, to });

  it.each<[what: string, wish: Parameters<typeof typedLease>[0], problems: string[]]>([
    [
      'the first days and the last',
      { freeDays: [row('2025-01-01', '2025-03-31'), row('2026-12-31', '2026-12-31')] },
      [],
    ],
    ['a blank row', { freeDays: [row('', ' ')] }, []],
    ['half a row', { freeDays: [row('2025-01-01', '')] }, ['form.missing freeDays.0.to']],
    [
      'before the contract, and after it',
      { freeDays: [row('2024-12-31', '2027-01-01')] },
      ['lease.freeOutside freeDays.0.from 2024-12-31', 'lease.freeOutside freeDays.0.to 2027-01-01'],
    ],
    [
      'the last day first',
      { freeDays: [row('2025-03-01', '2025-02-28')] },
      ['calendar.reversed freeDays.0.to 2025-02-28'],
    ],
    [
      'a day twice',
      { freeDays: [row('2025-01-01', '2025-03-31'), row('2025-03-31', '2025-04-30')] },
      ['lease.freeTwice freeDays.1.from 2025-03-31'],
    ],
    [
      'of a share of turnover',
      { rentType: 'turnover', rent: '8%', freeDays: [row('2025-01-01', '2025-03-31')] },
      ['lease.freeOfTurnover freeDays.0.from'],
    ],
  ])('%s', (_what, wish, problems) => {
    expect(told(readLease(typedLease(wish), FACTS).problems)).toEqual(problems);
  });

  it.each<[what: string, form: Partial<LeaseChangeForm>, problems: string[]]>([
    ['from the day after what is booked', {}, []],
    [
      'from a day that is booked',
      { effectiveOn: '2025-12-31' },
      ['lease.changeBooked effectiveOn 2025-12-31'],
    ],
    ['to the last day', { newLastOn: '2026-12-31' }, []],
    ['beyond it', { newLastOn: '2027-01-01' }, ['lease.freeOutside newLastOn 2027-01-01']],
    ['without a last day', { newLastOn: '' }, ['form.missing newLastOn']],
    [
      'the last day first',
      { effectiveOn: '2026-03-01', newLastOn: '2026-02-28' },
      ['calendar.reversed newLastOn 2026-02-28'],
    ],
  ])('later, %s', (_what, wish, problems) => {
    const { lease } = readLease(typedLease(), FACTS);
    const ended = { signed: lease.terms, changes: [], bookedTo: [], waivedTo: [], wentBack: [] };
    const now = { terms: lease.terms, part: '', bookedTo: '2025-12-31', others: [], ended };
    const form = {
      kind: 'free',
      effectiveOn: '2026-01-01',
      newLastOn: '2026-03-31',
      rent: '',
      reason: 'flood',
    };
    const read = readLeaseChange({ ...form, ...wish }, now);
    expect(told(read.problems)).toEqual(problems);
    expect(read.change.kind).toBe('free');
  });
});
