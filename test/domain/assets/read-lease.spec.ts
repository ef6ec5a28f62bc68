import { type LeaseForm, overlapProblems, readLease } from '../../../src/domain/assets/read-lease';
import type { Problem } from '../../../src/domain/shared/problem';
import { typedLease } from '../../support/leases';

const OTHER = { number: 'L-0', part: '', firstOn: '2024-01-01', lastOn: '2024-12-31' };
const FACTS = { today: '2025-07-20', acquiredOn: '2024-01-01', others: [OTHER], numbersTaken: ['L-0'] };
const told = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, field, value }) => `${code} ${field} ${value ?? ''}`.trim());

describe('a contract as typed', () => {
  it('is read with its terms, its duties and what is paid besides', () => {
    const steps = [
      { from: '2026-01-01', rent: '13000' },
      { from: ' ', rent: '' },
    ];
    const wish = { deposit: '1,000', jobs: '12', wages: '60000.00', leasedPart: ' north hall ', steps };
    const { lease, problems } = readLease(typedLease(wish), FACTS);
    expect(problems).toEqual([]);
    expect(lease).toEqual({
      ...{ number: 'L-1', part: 'north hall', tenant: 'Weavers', signedOn: '2024-12-20', remarks: '' },
      ...{ deposit: 100_000n, duties: { jobs: 12, wagesPerYear: 6_000_000n } },
      terms: {
        ...{ firstOn: '2025-01-01', lastOn: '2026-12-31', type: 'fixed', perMonths: 12, everyMonths: 12 },
        rates: [
          { from: '2025-01-01', value: '12000.00' },
          { from: '2026-01-01', value: '13000.00' },
        ],
        due: { rule: 'afterStart', days: 0 },
      },
    });
  });

  it.each([
    { signedOn: '2025-07-20', problems: [] },
    { signedOn: '2025-07-21', problems: ['lease.signedLater signedOn 2025-07-21'] },
  ])('is not signed later than today: $signedOn', ({ signedOn, problems }) => {
    expect(told(readLease(typedLease({ signedOn }), FACTS).problems)).toEqual(problems);
  });

  it.each([
    { leftOn: '2026-12-31', problems: [] },
    { leftOn: '2026-12-30', problems: ['lease.afterAsset lastOn 2026-12-31'] },
  ])('goes no further than the asset that left on $leftOn', ({ leftOn, problems }) => {
    expect(told(readLease(typedLease(), { ...FACTS, leftOn }).problems)).toEqual(problems);
  });

  it('keeps an agreed return by the year, whatever unit is chosen, with its fund', () => {
    const wish = {
      rentType: 'agreedReturn',
      rent: ' 6% ',
      fund: '8,516,500',
      perMonths: '',
      everyMonths: '3',
    };
    const { lease, problems } = readLease(typedLease(wish), FACTS);
    expect(problems).toEqual([]);
    expect(lease.terms).toMatchObject({
      ...{ type: 'agreedReturn', fund: '851650000', perMonths: 12, everyMonths: 3 },
      rates: [{ from: '2025-01-01', value: '6%' }],
    });
  });

  it.each<{ rule: string; wish: Partial<LeaseForm>; problems: string[] }>([
    {
      rule: 'nothing filled in',
      wish: {
        ...{ leaseNumber: ' ', tenant: '', signedOn: '', firstOn: '', lastOn: '', rentType: '', rent: '' },
        ...{ perMonths: '', everyMonths: '', dueRule: '' },
      },
      problems: [
        ...[
          'form.missing leaseNumber',
          'form.missing tenant',
          'form.missing signedOn',
          'form.missing firstOn',
        ],
        ...['form.missing lastOn', 'form.notAllowed rentType', 'form.missing rent'],
        ...['form.notAllowed everyMonths', 'form.notAllowed perMonths', 'form.notAllowed dueRule'],
      ],
    },
    {
      rule: 'a number taken',
      wish: { leaseNumber: ' L-0 ' },
      problems: ['lease.numberTaken leaseNumber  L-0'],
    },
    {
      rule: 'a telephone number',
      wish: { tenant: 'Li 13800138000', remarks: '13800138000' },
      problems: ['form.privateNumber tenant', 'form.privateNumber remarks'],
    },
    { rule: 'one day only', wish: { lastOn: '2025-01-01' }, problems: [] },
    {
      rule: 'days that run backwards',
      wish: { lastOn: '2024-12-31' },
      problems: ['calendar.reversed lastOn 2024-12-31'],
    },
    {
      rule: 'a day before there is an asset',
      wish: { firstOn: '2023-12-31' },
      problems: ['lease.beforeAsset firstOn 2023-12-31'],
    },
    {
      rule: 'the last day that is leased already',
      wish: { firstOn: '2024-12-31' },
      problems: ['lease.overlaps firstOn'],
    },
    {
      rule: 'a share that lacks its sign',
      wish: { rentType: 'turnover', rent: '8' },
      problems: ['lease.notAShare rent 8'],
    },
    {
      rule: 'no share at all, and more than all',
      wish: { rentType: 'turnover', rent: '100.000001%' },
      problems: ['lease.notAShare rent 100.000001%'],
    },
    { rule: 'all of it', wish: { rentType: 'turnover', rent: '100%' }, problems: [] },
    {
      rule: 'nothing as a share',
      wish: { rentType: 'turnover', rent: '0%' },
      problems: ['lease.notAShare rent 0%'],
    },
    {
      rule: 'an agreed return without a fund',
      wish: { rentType: 'agreedReturn', rent: '6%' },
      problems: ['form.missing fund'],
    },
    { rule: 'a rent of nothing', wish: { rent: '0' }, problems: ['money.notPositive rent 0'] },
    {
      rule: 'later rents out of order, on the first day and after the last',
      wish: {
        steps: [
          { from: '2025-01-01', rent: '1' },
          { from: '2027-01-01', rent: '1' },
          { from: '2026-12-31', rent: '1' },
        ],
      },
      problems: [
        'lease.stepOutside steps.0.from 2025-01-01',
        'lease.stepOutside steps.1.from 2027-01-01',
        'lease.stepOutside steps.2.from 2026-12-31',
      ],
    },
    {
      rule: 'a later rent on the second day and on the last',
      wish: {
        steps: [
          { from: '2025-01-02', rent: '1' },
          { from: '2026-12-31', rent: '2' },
        ],
      },
      problems: [],
    },
    { rule: 'growth', wish: { growth: '3%' }, problems: [] },
    {
      rule: 'growth of a share',
      wish: { rentType: 'turnover', rent: '8%', growth: '3%' },
      problems: ['lease.growthOfFixed growth 3%'],
    },
    {
      rule: 'growth that is no share, rounded to what is not known',
      wish: { growth: '3', growthRounding: 'jiao' },
      problems: ['form.notAllowed growthRounding jiao', 'lease.notAShare growth 3'],
    },
    {
      rule: 'a day of the year',
      wish: { dueRule: 'onDate', dueDate: '06-30', everyMonths: '12' },
      problems: [],
    },
    {
      rule: 'a day of the year that only leap years have, for payments within a year',
      wish: { dueRule: 'onDate', dueDate: '02-29', everyMonths: '6' },
      problems: ['lease.notADate dueDate 02-29', 'lease.dateOfYear dueRule'],
    },
    { rule: 'days up to a year', wish: { dueDays: '366' }, problems: [] },
    { rule: 'days beyond', wish: { dueDays: '367' }, problems: ['lease.notDays dueDays 367'] },
    { rule: 'days that are none', wish: { dueDays: '-1' }, problems: ['lease.notDays dueDays -1'] },
    {
      rule: 'jobs that are no number, a deposit below nothing',
      wish: { jobs: 'ten', deposit: '-1' },
      problems: ['money.negative deposit -1', 'form.notACount jobs ten'],
    },
  ])('is read with $rule: $problems', ({ wish, problems }) => {
    expect(told(readLease(typedLease(wish), FACTS).problems)).toEqual(problems);
  });
});

describe('days of an asset that are leased already', () => {
  const leased = { firstOn: '2025-01-01', lastOn: '2025-12-31' };
  it.each([
    { rule: 'the same part', own: 'north', other: 'north', days: ['2025-12-31', '2026-12-31'], problems: 1 },
    { rule: 'another part', own: 'north', other: 'south', days: ['2025-01-01', '2025-12-31'], problems: 0 },
    {
      rule: 'the whole, where the other is a part',
      own: '',
      other: 'south',
      days: ['2024-01-01', '2025-01-01'],
      problems: 1,
    },
    {
      rule: 'a part, where the other is the whole',
      own: 'north',
      other: '',
      days: ['2024-01-01', '2025-01-01'],
      problems: 1,
    },
    { rule: 'the day after', own: '', other: '', days: ['2026-01-01', '2026-12-31'], problems: 0 },
    { rule: 'the day before', own: '', other: '', days: ['2024-01-01', '2024-12-31'], problems: 0 },
  ])('count for $rule', ({ own, other, days, problems }) => {
    const [firstOn = '', lastOn = ''] = days;
    const others = [{ number: 'L-0', part: other, firstOn, lastOn }];
    const found = overlapProblems({ ...leased, part: own }, others, 'firstOn');
    expect(found).toHaveLength(problems);
    if (problems > 0) expect(found[0]?.facts).toEqual({ number: 'L-0', from: firstOn, to: lastOn });
  });
});
