import { checkSettled, type SettledPeriod } from '../../../src/domain/distribution/check-settled';
import { Findings } from '../../../src/domain/ledger/check-pass';

const SPRING: SettledPeriod = {
  ...{ planId: 'spring', pool: 'pv', planned: 100_000n },
  ...{ periodFrom: '2025-01-01', periodTo: '2025-06-30' },
};
const AUTUMN: SettledPeriod = {
  ...SPRING,
  ...{ planId: 'autumn', periodFrom: '2025-07-01', periodTo: '2025-12-31' },
};
const SHOP: SettledPeriod = { ...SPRING, planId: 'shop', pool: 'other', periodTo: '2025-03-31' };
const STOOD = 'pv 2025-01-01–2025-06-30 100000';

function check(kept: {
  approved?: SettledPeriod[];
  settled?: SettledPeriod[];
  settledTo?: Record<string, string>;
  settledBefore?: Record<string, string>;
}): Findings {
  const findings = new Findings('settled');
  checkSettled({ approved: [], settled: [], settledTo: {}, settledBefore: {}, ...kept }, findings);
  return findings;
}

describe('what is settled is what was approved', () => {
  it('finds nothing where each approved plan settled its own period, and says how many it looked at', () => {
    const periods = [AUTUMN, SPRING, SHOP];
    const settledTo = { pv: '2025-12-31', other: '2025-03-31' };
    const settledBefore = { pv: '2025-06-30' };
    const settled = [...periods].reverse();
    const { breaks, looked } = check({ approved: periods, settled, settledTo, settledBefore });
    expect([breaks, looked]).toEqual([[], 3]);
  });

  it.each<{ rule: string; approved: SettledPeriod[]; settled: SettledPeriod[]; kept: string; found: string }>(
    [
      { rule: 'a plan that settled nothing', approved: [SPRING], settled: [], kept: '', found: STOOD },
      { rule: 'a period no plan settled', approved: [], settled: [SPRING], kept: STOOD, found: '' },
      {
        rule: 'a fen more than was approved',
        approved: [SPRING],
        settled: [{ ...SPRING, planned: 100_001n }],
        kept: 'pv 2025-01-01–2025-06-30 100001',
        found: STOOD,
      },
      {
        rule: 'the money of another pool',
        approved: [SPRING],
        settled: [{ ...SPRING, pool: 'other' }],
        kept: 'other 2025-01-01–2025-06-30 100000',
        found: STOOD,
      },
      {
        rule: 'a day too early',
        approved: [SPRING],
        settled: [{ ...SPRING, periodFrom: '2024-12-31' }],
        kept: 'pv 2024-12-31–2025-06-30 100000',
        found: STOOD,
      },
      {
        rule: 'a day too late',
        approved: [SPRING],
        settled: [{ ...SPRING, periodTo: '2025-07-01' }],
        kept: 'pv 2025-01-01–2025-07-01 100000',
        found: STOOD,
      },
    ],
  )('finds $rule', ({ approved, settled, kept, found }) => {
    const settledTo = Object.fromEntries(settled.map(({ pool, periodTo }) => [pool, periodTo]));
    const facts = { planId: 'spring', kept, found };
    expect(check({ approved, settled, settledTo }).breaks).toEqual([
      { pass: 'settled', code: 'check.settledDiffers', at: {}, facts },
    ]);
  });

  it.each<{
    rule: string;
    settledTo: Record<string, string>;
    settledBefore?: Record<string, string>;
    pool: string;
    kept: string;
    found: string;
  }>([
    {
      rule: 'opens settled days again',
      settledTo: { pv: '2025-06-30', other: '2025-03-31' },
      ...{ pool: 'pv', kept: '2025-06-30', found: '2025-12-31' },
    },
    {
      rule: 'closes days nothing was settled of',
      settledTo: { pv: '2025-12-31', other: '2025-04-30' },
      ...{ pool: 'other', kept: '2025-04-30', found: '2025-03-31' },
    },
    {
      rule: 'is not there',
      settledTo: { pv: '2025-12-31' },
      ...{ pool: 'other', kept: '', found: '2025-03-31' },
    },
    {
      rule: 'stands for a pool nothing was settled of',
      settledTo: { pv: '2025-12-31', other: '2025-03-31', gone: '2025-01-31' },
      ...{ pool: 'gone', kept: '2025-01-31', found: '' },
    },
    {
      rule: 'opens days behind the last period again',
      settledTo: { pv: '2025-12-31', other: '2025-03-31' },
      settledBefore: {},
      ...{ pool: 'pv', kept: '', found: '2025-06-30' },
    },
    {
      rule: 'closes a period too early',
      settledTo: { pv: '2025-12-31', other: '2025-03-31' },
      settledBefore: { pv: '2025-06-30', other: '2025-02-28' },
      ...{ pool: 'other', kept: '2025-02-28', found: '' },
    },
    {
      rule: 'has a period before of a pool nothing was settled of',
      settledTo: { pv: '2025-12-31', other: '2025-03-31' },
      settledBefore: { pv: '2025-06-30', gone: '2025-01-31' },
      ...{ pool: 'gone', kept: '2025-01-31', found: '' },
    },
  ])('finds a last settled day that $rule', ({ settledTo, settledBefore, pool, kept, found }) => {
    // The later period stands first: the last day is the latest one, not the last that was written.
    const periods = [AUTUMN, SPRING, SHOP];
    const before = settledBefore ?? { pv: '2025-06-30' };
    const books = { approved: periods, settled: periods, settledTo, settledBefore: before };
    expect(check(books).breaks).toEqual([
      { pass: 'settled', code: 'check.settledTo', at: { pool }, facts: { kept, found } },
    ]);
  });
});
