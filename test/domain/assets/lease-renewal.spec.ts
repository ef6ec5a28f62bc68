import {
  type LeaseChange,
  type LeaseTerms,
  type RentRate,
  termsAfter,
} from '../../../src/domain/assets/lease';
import { type RentDue, rentDues } from '../../../src/domain/assets/lease-schedule';

/** 1,200.00 a year, from 2025-01-01 to 06-30, paid yearly, due on its first day. */
const SHORT: LeaseTerms = {
  ...{ firstOn: '2025-01-01', lastOn: '2025-06-30', type: 'fixed', perMonths: 12, everyMonths: 12 },
  ...{ rates: [{ from: '2025-01-01', value: '1200.00' }], due: { rule: 'afterStart', days: 0 } },
};

const told = ({ from, to, dueOn, amount }: RentDue): string =>
  `${from} ${to} due ${dueOn}: ${String(amount)}`;
const rate = (from: string, value: string): RentRate => ({ from, value });

describe('the dues of a contract that goes on', () => {
  const MONTHLY = {
    ...{ firstOn: '2025-04-01', lastOn: '2025-05-15', perMonths: 1, everyMonths: 1 },
    rates: [rate('2025-04-01', '310.00')],
  };
  const renewal = (from: string, lastOn: string, value?: string): LeaseChange => ({
    ...{ kind: 'renewal', effectiveOn: from, lastOn },
    ...(value === undefined ? {} : { value }),
  });

  it.each<{ rule: string; signed?: Partial<LeaseTerms>; changes: LeaseChange[]; dues: string[] }>([
    {
      rule: 'the days before it as they were due, the rest of the year behind them: 1,200.00 together',
      changes: [renewal('2025-07-01', '2026-06-30')],
      dues: [
        '2025-01-01 2025-06-30 due 2025-01-01: 59507',
        '2025-07-01 2025-12-31 due 2025-07-01: 60493',
        '2026-01-01 2026-06-30 due 2026-01-01: 59507',
      ],
    },
    {
      rule: 'the new rent from its first day on, on what the year had run up to',
      changes: [renewal('2025-07-01', '2025-12-31', '2400.00')],
      dues: ['2025-01-01 2025-06-30 due 2025-01-01: 59507', '2025-07-01 2025-12-31 due 2025-07-01: 120986'],
    },
    {
      rule: 'the rest of a month: 160.00 behind 150.00',
      signed: MONTHLY,
      changes: [renewal('2025-05-16', '2025-06-30')],
      dues: [
        '2025-04-01 2025-04-30 due 2025-04-01: 31000',
        '2025-05-01 2025-05-15 due 2025-05-01: 15000',
        '2025-05-16 2025-05-31 due 2025-05-16: 16000',
        '2025-06-01 2025-06-30 due 2025-06-01: 31000',
      ],
    },
    {
      rule: 'nothing to cut where it begins with a payment',
      signed: { lastOn: '2025-12-31' },
      changes: [renewal('2026-01-01', '2026-12-31')],
      dues: ['2025-01-01 2025-12-31 due 2025-01-01: 120000', '2026-01-01 2026-12-31 due 2026-01-01: 120000'],
    },
    {
      rule: 'two renewals within a year',
      changes: [renewal('2025-07-01', '2025-09-30'), renewal('2025-10-01', '2025-12-31')],
      dues: [
        '2025-01-01 2025-06-30 due 2025-01-01: 59507',
        '2025-07-01 2025-09-30 due 2025-07-01: 30246',
        '2025-10-01 2025-12-31 due 2025-10-01: 30247',
      ],
    },
    {
      rule: 'a payment of two years, cut within the second',
      signed: { everyMonths: 24, lastOn: '2026-06-30' },
      changes: [renewal('2026-07-01', '2026-12-31')],
      dues: [
        '2025-01-01 2025-12-31 due 2025-01-01: 120000',
        '2026-01-01 2026-06-30 due 2025-01-01: 59507',
        '2026-07-01 2026-12-31 due 2026-07-01: 60493',
      ],
    },
    {
      rule: 'no cut by a renewal that never began, as the contract ended before it',
      changes: [
        renewal('2025-07-01', '2025-12-31'),
        { kind: 'end', effectiveOn: '2025-06-29' },
        renewal('2025-06-30', '2025-12-31'),
      ],
      dues: ['2025-01-01 2025-06-29 due 2025-01-01: 59178', '2025-06-30 2025-12-31 due 2025-06-30: 60822'],
    },
    {
      rule: 'a renewal that ends on its first day',
      changes: [renewal('2025-07-01', '2025-12-31'), { kind: 'end', effectiveOn: '2025-07-01' }],
      dues: ['2025-01-01 2025-06-30 due 2025-01-01: 59507', '2025-07-01 2025-07-01 due 2025-07-01: 329'],
    },
  ])('are $rule', ({ signed, changes, dues }) => {
    expect(rentDues(termsAfter({ ...SHORT, ...signed }, changes), '2026-12-31').map(told)).toEqual(dues);
  });

  it('are a share of the turnover reported from the first day of the renewal', () => {
    const terms: LeaseTerms = {
      ...SHORT,
      type: 'turnover',
      everyMonths: 6,
      rates: [rate('2025-01-01', '8%')],
    };
    const renewed = termsAfter({ ...terms, lastOn: '2025-03-31' }, [renewal('2025-04-01', '2025-06-30')]);
    const report = { periodFrom: '2025-04-01', turnover: 181_000n };
    expect(rentDues(renewed, '2025-12-31', [report]).map(({ amount }) => amount)).toEqual([
      undefined,
      14_480n,
    ]);
  });
});
