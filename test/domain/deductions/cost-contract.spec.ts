import { capOfYear, chargeDue, isInParts } from '../../../src/domain/deductions/contract-charge';
import type { ContractTerm } from '../../../src/domain/deductions/contract-term';
import {
  chargedBy,
  contractDays,
  type CostContract,
  type CostContractChange,
  periodOf,
  periodParts,
  periodsBetween,
  pricedDays,
  termOn,
} from '../../../src/domain/deductions/cost-contract';
import { type OpenCost, stillOver } from '../../../src/domain/deductions/cost-dues';
import { readCostChange } from '../../../src/domain/deductions/read-cost-change';

const RENT: ContractTerm = { type: 'landRent', mu: '4.20', yuanPerMuYear: '800', yearPart: 'half-year' };
const YEARLY: ContractTerm = { type: 'fixed', amount: '3650.00', yearPart: 'year' };
const CAPPED: ContractTerm = { type: 'perWattYear', yuanPerWattYear: '0.03', capacityKw: '200' };
const RATE: ContractTerm = { type: 'percentOfReceipt', rate: '2.9%' };
const PREMIUM: ContractTerm = { type: 'fixed', amount: '920.00', yearPart: 'once' };

const signed = (term: ContractTerm, wish: Partial<CostContract> = {}): CostContract => ({
  ...{ term, validFrom: '2018-06-30', validTo: undefined, changes: [] },
  ...wish,
});

/** What a contract asks for the period around a day, nothing charged yet; receipts as they are given. */
function dueOn(contract: CostContract, day: string, received: readonly bigint[] = []): bigint | undefined {
  const parts = periodParts(contract, periodOf(contract, day)).map((part, index) => ({
    ...part,
    received: received[index] ?? 0n,
  }));
  return chargeDue({ parts, chargedInPeriod: 0n, chargedInYear: 0n }) ?? capOfYear({ parts });
}

describe('what a contract of costs asks for a period that it does not fill', () => {
  it.each<[what: string, contract: CostContract, day: string, due: bigint]>([
    ['a whole half-year: 4.20 × 800 ÷ 2', signed(RENT), '2025-03-01', 168_000n],
    // 1,680.00 × 92 ÷ 184 = 840.00
    ['from 1 October on', signed(RENT, { validFrom: '2025-10-01' }), '2025-12-31', 84_000n],
    // 1,680.00 × 1 ÷ 184 = 9.13
    ['from the last day on', signed(RENT, { validFrom: '2025-12-31' }), '2025-12-31', 913n],
    ['up to the first day', signed(RENT, { validTo: '2025-07-01' }), '2025-07-01', 913n],
    ['up to the last day', signed(RENT, { validTo: '2025-12-31' }), '2025-07-01', 168_000n],
    // 3,650.00 × 334 ÷ 365 = 3,340.00
    ['a year from 1 February on', signed(YEARLY, { validFrom: '2025-02-01' }), '2025-05-05', 334_000n],
    // 3,650.00 × 335 ÷ 366 = 3,340.85
    ['a leap year from 1 February on', signed(YEARLY, { validFrom: '2024-02-01' }), '2024-05-05', 334_085n],
    // 3,650.00 × 1 ÷ 366 = 9.97
    [
      '29 February alone',
      signed(YEARLY, { validFrom: '2024-02-29', validTo: '2024-02-29' }),
      '2024-02-29',
      997n,
    ],
    [
      'a premium, whole for the days it is paid for',
      signed(PREMIUM, { validTo: '2019-06-29' }),
      '2018-07-01',
      92_000n,
    ],
    // 6,000.00 × 184 ÷ 365 = 3,024.657…: a cap is rounded down
    ['a cap from 1 July on', signed(CAPPED, { validFrom: '2025-07-01' }), '2025-08-01', 302_465n],
  ])('%s', (_, contract, day, due) => {
    expect(dueOn(contract, day)).toBe(due);
  });

  it.each<[what: string, contract: CostContract, day: string, received: bigint[], due: bigint | undefined]>([
    [
      // 1,680.00 × 92 ÷ 184 + 1,890.00 × 92 ÷ 184 = 840.00 + 945.00
      'another price from 1 October on',
      signed(RENT, { changes: [{ kind: 'price', effectiveOn: '2025-10-01', value: '900' }] }),
      ...(['2025-12-01', [], 178_500n] as [string, bigint[], bigint]),
    ],
    [
      'another price from the first day of the period on: one price only',
      signed(RENT, { changes: [{ kind: 'price', effectiveOn: '2025-07-01', value: '900' }] }),
      ...(['2025-12-01', [], 189_000n] as [string, bigint[], bigint]),
    ],
    [
      'another price from its first day on takes the place of the one agreed',
      signed(RENT, { changes: [{ kind: 'price', effectiveOn: '2018-06-30', value: '900' }] }),
      ...(['2025-12-01', [], 189_000n] as [string, bigint[], bigint]),
    ],
    [
      // 1,000.00 × 2.9 % + 2,000.00 × 3 % = 29.00 + 60.00
      'another rate: each on what came in on its days',
      signed(RATE, { changes: [{ kind: 'price', effectiveOn: '2025-10-01', value: '3%' }] }),
      ...(['2025-12-01', [100_000n, 200_000n], 8_900n] as [string, bigint[], bigint]),
    ],
    [
      'an early end: 1,680.00 × 31 ÷ 184',
      signed(RENT, { changes: [{ kind: 'end', effectiveOn: '2025-07-31' }] }),
      ...(['2025-07-15', [], 28_304n] as [string, bigint[], bigint]),
    ],
    [
      'nothing where it never came into force',
      signed(RENT, { changes: [{ kind: 'end', effectiveOn: '2018-06-29' }] }),
      ...(['2025-07-15', [], 0n] as [string, bigint[], bigint]),
    ],
    [
      'a renewal at the same price: one part, whole',
      signed(RENT, {
        validTo: '2025-09-30',
        changes: [{ kind: 'renewal', effectiveOn: '2025-10-01', lastOn: '2027-12-31' }],
      }),
      ...(['2025-12-01', [], 168_000n] as [string, bigint[], bigint]),
    ],
    [
      'a renewed insurance: its own premium for its own days',
      signed(PREMIUM, {
        validTo: '2019-06-29',
        changes: [{ kind: 'renewal', effectiveOn: '2019-06-30', lastOn: '2020-06-29', value: '950.00' }],
      }),
      ...(['2019-07-01', [], 95_000n] as [string, bigint[], bigint]),
    ],
  ])('after a change: %s', (_, contract, day, received, due) => {
    expect(dueOn(contract, day, received)).toBe(due);
  });

  it('says the days of each part, and which periods are whole', () => {
    const changes = [{ kind: 'price', effectiveOn: '2025-10-01', value: '900' }] as const;
    const parts = periodParts(signed(RENT, { changes }), { from: '2025-07-01', to: '2025-12-31' });
    expect(parts.map(({ from, to, days, of }) => [from, to, days, of])).toEqual([
      ['2025-07-01', '2025-09-30', 92, 184],
      ['2025-10-01', '2025-12-31', 92, 184],
    ]);
    expect(isInParts(parts)).toBe(true);
    expect(isInParts(periodParts(signed(RENT), { from: '2025-07-01', to: '2025-12-31' }))).toBe(false);
  });

  it('has a term for every day, and days as they are after every change', () => {
    const changes = [
      { kind: 'price', effectiveOn: '2025-10-01', value: '900' },
      { kind: 'end', effectiveOn: '2025-11-30' },
    ] as const;
    const contract = signed(RENT, { changes });
    const price = (day: string): unknown => termOn(contract, day);
    expect([price('2018-01-01'), price('2025-09-30')]).toEqual([RENT, RENT]);
    expect(price('2025-10-01')).toEqual({ ...RENT, yuanPerMuYear: '900' });
    expect(contractDays(contract)).toEqual({ from: '2018-06-30', to: '2025-11-30' });
  });

  it('lists the periods it is charged for, and the day by which each is to be booked', () => {
    const contract = signed(RENT, { validFrom: '2025-03-01', validTo: '2026-02-15' });
    const periods = periodsBetween(contract, { from: '2025-01-01', upTo: '2027-01-01' });
    expect(periods.map((each) => `${each.from} ${chargedBy(contract, each)}`)).toEqual([
      '2025-01-01 2025-06-30',
      '2025-07-01 2025-12-31',
      '2026-01-01 2026-02-15',
    ]);
    expect(periodsBetween(contract, { from: '2025-08-01', upTo: '2025-08-01' })).toHaveLength(1);
    const insured = signed(PREMIUM, { validTo: '2019-06-29' });
    const [premium] = periodsBetween(insured, { from: '2018-01-01', upTo: '2026-01-01' });
    expect(premium).toEqual({ from: '2018-06-30', to: '2019-06-29' });
    expect(chargedBy(insured, { from: '2018-06-30', to: '2019-06-29' })).toBe('2018-06-30');
  });
});

describe('an early end that was taken back', () => {
  const signed = {
    ...{ validFrom: '2025-01-01', validTo: '2025-12-31' },
    term: { type: 'fixed' as const, amount: '10.00', yearPart: 'year' as const },
  };
  const end = { kind: 'end' as const, effectiveOn: '2025-03-31' };
  const resume = { kind: 'resume' as const, effectiveOn: '2025-04-01' };
  const price = { kind: 'price' as const, effectiveOn: '2025-02-01', value: '12.00' };

  it.each<{ what: string; changes: CostContractChange[]; to: string; prices: number }>([
    { what: 'ends early', changes: [end], to: '2025-03-31', prices: 1 },
    { what: 'goes on as it was signed', changes: [end, resume], to: '2025-12-31', prices: 1 },
    { what: 'keeps what changed before', changes: [price, end, resume], to: '2025-12-31', prices: 2 },
    { what: 'may end again', changes: [end, resume, end], to: '2025-03-31', prices: 1 },
    { what: 'keeps what changed after', changes: [end, price, resume], to: '2025-12-31', prices: 2 },
    { what: 'may go on again', changes: [end, resume, end, resume], to: '2025-12-31', prices: 1 },
  ])('$what', ({ changes, to, prices }) => {
    const contract = { ...signed, changes };
    expect(contractDays(contract)).toEqual({ from: '2025-01-01', to });
    expect(pricedDays(contract)).toHaveLength(prices);
  });

  const renewal = { kind: 'renewal' as const, effectiveOn: '2025-04-01', lastOn: '2025-06-30' };
  const never = { kind: 'end' as const, effectiveOn: '2024-12-31' };

  it.each<{ rule: string; changes: CostContractChange[]; leftOn?: string; codes: string[] }>([
    { rule: 'nothing changed', changes: [], codes: ['costContract.notEnded'] },
    { rule: 'the end was said last', changes: [price, end], codes: [] },
    { rule: 'it was taken back already', changes: [end, resume], codes: ['costContract.notEnded'] },
    { rule: 'a price of days before it followed', changes: [end, price], codes: [] },
    { rule: 'a renewal followed', changes: [end, renewal], codes: ['costContract.agreedSince'] },
    {
      rule: 'a price of days after it followed',
      changes: [never, price],
      codes: ['costContract.agreedSince'],
    },
    {
      rule: 'the asset left before the last day it had',
      ...{ changes: [end, price], leftOn: '2025-10-31', codes: ['costContract.afterAsset'] },
    },
  ])('is taken back where $rule: $codes', ({ changes, leftOn, codes }) => {
    const form = { kind: 'resume', effectiveOn: '', newLastOn: '', price: '', reason: 'a slip' };
    const contract = { ...signed, kind: 'o_and_m', changes };
    const life = { acquiredOn: '2020-01-01', leftOn };
    const read = readCostChange(form, { contract, chargedTo: undefined, life });
    expect(read.problems.map(({ code }) => code)).toEqual(codes);
  });

  it.each<[effectiveOn: string, codes: string[]]>([
    ['2025-07-05', []],
    ['2025-07-06', ['costContract.afterAsset effectiveOn']],
  ])('another price is agreed from %s on while the asset is there: %p', (effectiveOn, codes) => {
    const form = { kind: 'price', effectiveOn, newLastOn: '', price: '11.00', reason: 'paper' };
    const contract = { ...signed, kind: 'o_and_m', changes: [] };
    const life = { acquiredOn: '2020-01-01', leftOn: '2025-07-05' };
    const { problems } = readCostChange(form, { contract, chargedTo: undefined, life });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });
});

describe('a contract that ends early and its asset', () => {
  it.each<[kind: string, lastOn: string, codes: string[]]>([
    // Signed from 1 January on; the asset came on 1 March.
    ['o_and_m', '2024-12-31', []],
    ['o_and_m', '2025-01-01', ['costContract.endedBeforeAsset effectiveOn']],
    ['o_and_m', '2025-02-28', ['costContract.endedBeforeAsset effectiveOn']],
    ['o_and_m', '2025-03-01', []],
    ['land_rent', '2025-02-28', []],
  ])('of %s may end on %s: %s', (kind, lastOn, codes) => {
    const contract = { ...signed(YEARLY, { validFrom: '2025-01-01' }), kind };
    const form = { kind: 'end', effectiveOn: lastOn, newLastOn: '', price: '', reason: 'a slip' };
    const life = { acquiredOn: '2025-03-01' };
    const { problems } = readCostChange(form, { contract, chargedTo: undefined, life });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
    expect(readCostChange(form, { contract, chargedTo: undefined }).problems).toEqual([]);
  });
});

describe('what a statement of the past says was charged too much', () => {
  const OVER: OpenCost = {
    ...{ contractId: 'service', pool: 'pv', name: 'service', kind: 'o_and_m', state: 'over' },
    ...{ from: '2025-01-01', days: { from: '2025-01-01', to: '2025-06-30' }, amount: 500n },
  };
  it.each<[what: string, then: OpenCost[], now: OpenCost[], amounts: bigint[]]>([
    ['what was too much and is', [OVER], [OVER], [500n]],
    ['the less of both', [OVER], [{ ...OVER, amount: 300n }], [300n]],
    ['no more than it shows itself', [{ ...OVER, amount: 200n }], [OVER], [200n]],
    ['nothing that came in the end', [OVER], [], []],
    ['nothing that is wanted today', [OVER], [{ ...OVER, state: 'wanted' }], []],
    ['nothing that was wanted then', [{ ...OVER, state: 'wanted' }], [OVER], []],
    ['nothing of another period', [OVER], [{ ...OVER, from: '2025-07-01' }], []],
    ['nothing of another contract', [OVER], [{ ...OVER, contractId: 'other' }], []],
  ])('is %s', (_what, then, now, amounts) => {
    expect(stillOver(then, now).map(({ amount }) => amount)).toEqual(amounts);
  });
});
