import { type LeaseChange, type LeaseTerms, termsAfter } from '../../../src/domain/assets/lease';
import { rentDues, standingReports } from '../../../src/domain/assets/lease-schedule';

const SIGNED: LeaseTerms = {
  ...{ firstOn: '2025-01-01', lastOn: '2026-12-31', type: 'fixed', perMonths: 12, everyMonths: 12 },
  rates: [
    { from: '2025-01-01', value: '1000.00' },
    { from: '2026-07-01', value: '1500.00' },
  ],
  due: { rule: 'afterStart', days: 0 },
};

describe('rents agreed for days after a change', () => {
  const change = { kind: 'rent', effectiveOn: '2026-01-01', value: '1100.00' } as const;
  const [first, step] = SIGNED.rates;
  const raised = { from: '2026-01-01', value: '1100.00' };

  it.each<{ rule: string; change: LeaseChange; rates: (typeof first)[] }>([
    { rule: 'stay where that was said', change: { ...change, later: 'stay' }, rates: [first, raised, step] },
    { rule: 'go where it was not', change, rates: [first, raised] },
    {
      rule: 'give way on their own day',
      change: { ...change, effectiveOn: '2026-07-01', later: 'stay' },
      rates: [first, { ...raised, from: '2026-07-01' }],
    },
  ])('$rule', ({ change: made, rates }) => {
    expect(termsAfter(SIGNED, [made]).rates).toEqual(rates);
  });
});

it('makes nothing due by a contract that never came into force', () => {
  const terms = termsAfter(SIGNED, [{ kind: 'end', effectiveOn: '2024-12-31' }]);
  expect(rentDues(terms, '2026-12-31')).toEqual([]);
});

describe('a share of the turnover', () => {
  const TURNOVER: LeaseTerms = {
    ...SIGNED,
    ...{ type: 'turnover', everyMonths: 6, rates: [{ from: '2025-01-01', value: '8%' }] },
  };
  const end: LeaseChange = { kind: 'end', effectiveOn: '2025-03-31' };
  const report = { periodFrom: '2025-01-01', turnover: 100_000n };

  it('of days that were cut short is one of what was reported for them', () => {
    const [due] = rentDues(termsAfter(TURNOVER, [end]), '2025-12-31', [report]);
    expect(due).toMatchObject({ from: '2025-01-01', to: '2025-03-31', amount: 8_000n });
    expect(due?.steps.map(({ days, ofDays }) => [days, ofDays])).toEqual([[90, 90]]);
  });

  it.each([
    { rule: 'does not count where it came before the days were cut', at: '1', changedAt: '2', counts: 0 },
    { rule: 'counts where it came with the cut', at: '2', changedAt: '2', counts: 1 },
    { rule: 'counts where it came after it', at: '3', changedAt: '2', counts: 1 },
  ])('$rule', ({ at, changedAt, counts }) => {
    const given = { ...report, reportedAt: at };
    expect(standingReports(TURNOVER, [{ ...end, changedAt }], [given])).toHaveLength(counts);
  });

  it('counts where a change left its days as they were', () => {
    const given = { ...report, reportedAt: '1' };
    const later = { ...end, effectiveOn: '2025-12-31', changedAt: '2' };
    expect(standingReports(TURNOVER, [later], [given])).toEqual([given]);
    expect(standingReports(TURNOVER, [], [given])).toEqual([given]);
  });
});
