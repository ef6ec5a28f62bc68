import {
  type CappedContract,
  cappedPart,
  capProblems,
  capTogether,
  concernSame,
  fillOneCap,
} from '../../../src/domain/deductions/caps-together';
import { compareRatios, ratio } from '../../../src/domain/money/ratio';
import type { DeductionKind } from '../../../src/domain/deductions/contract-term';

const capped = (price: string, validFrom = '2025-01-01', validTo?: string): CappedContract => ({
  ...{ name: price, validFrom, validTo, changes: [] },
  term: { type: 'perWattYear', yuanPerWattYear: price, capacityKw: '200' },
});

describe('what caps let a year cost together', () => {
  it.each<{ what: string; contracts: CappedContract[]; year?: number; cap: bigint | undefined }>([
    { what: 'nothing without a cap', contracts: [], cap: undefined },
    { what: 'the cap of the only one: 0.03 × 200 kW', contracts: [capped('0.03')], cap: 600_000n },
    { what: 'no more for two at a time', contracts: [capped('0.03'), capped('0.03')], cap: 600_000n },
    { what: 'the higher of two at a time', contracts: [capped('0.02'), capped('0.03')], cap: 600_000n },
    {
      what: 'each its days where one follows the other: 6,000 × 181 ÷ 365 + 4,000 × 184 ÷ 365',
      contracts: [capped('0.03', '2025-01-01', '2025-06-30'), capped('0.02', '2025-07-01')],
      cap: 499_178n, // 4,991.78, rounded down
    },
    {
      what: 'the higher on the days on which both hold',
      contracts: [capped('0.03', '2025-01-01', '2025-06-30'), capped('0.02')],
      cap: 499_178n,
    },
    {
      what: 'only its days where one covers a part of the year',
      contracts: [capped('0.03', '2025-07-01')],
      cap: 302_465n, // 6,000 × 184 ÷ 365 = 3,024.657
    },
    {
      what: 'nothing in a year in which none holds',
      contracts: [capped('0.03')],
      year: 2024,
      cap: undefined,
    },
    {
      what: 'each price its days',
      contracts: [
        {
          ...capped('0.03'),
          changes: [{ kind: 'price', effectiveOn: '2025-07-01', value: '0.02' }],
        },
      ],
      cap: 499_178n,
    },
  ])('is $what', ({ contracts, year = 2025, cap }) => {
    expect(capTogether(contracts, year)).toBe(cap);
  });

  it.each<[what: string, from: string, to: string, counted: string]>([
    ['nothing of a cost before the cap', '2025-01-01', '2025-06-30', '0/181'],
    ['all of a cost within its days', '2025-07-01', '2025-09-30', '92/92'],
    ['its days of a cost across its first day', '2025-06-16', '2025-07-15', '15/30'],
    ['its days of the year of a cost that runs on', '2025-12-01', '2026-05-31', '31/31'],
    ['nothing of a day before it', '2025-06-30', '2025-06-30', '0/1'],
    ['nothing of another year', '2024-01-01', '2024-12-31', '0/1'],
  ])('is held against %s', (_what, from, to, counted) => {
    const contracts = [capped('0.03', '2025-07-01'), capped('0.02', '2025-08-01', '2025-08-31')];
    const part = cappedPart({ from, to }, contracts, 2025);
    const [days, of] = counted.split('/').map(BigInt);
    expect(compareRatios(part, ratio(days ?? 0n, of ?? 1n))).toBe(0);
  });

  it('is asked about for the part of a cost that lies on its days', () => {
    const together = { year: 2025, contracts: ['a'], cap: 100n, charged: 50n, part: ratio(1n, 2n) };
    expect(capProblems({}, 100n, together)).toEqual([]);
    expect(capProblems({}, 102n, together)).toMatchObject([{ facts: { excess: 1n } }]);
  });

  it.each<{ amount: bigint; aboveCap: string; codes: string[] }>([
    { amount: 100_000n, aboveCap: '', codes: [] },
    { amount: 100_001n, aboveCap: '', codes: ['deductions.capTogether'] },
    { amount: 100_001n, aboveCap: 'no. 12', codes: [] },
    { amount: 100_000n, aboveCap: 'no. 12', codes: ['deductions.notAboveCap'] },
  ])(
    'asks for a reason above it, and for none below: $amount, "$aboveCap"',
    ({ amount, aboveCap, codes }) => {
      const together = {
        year: 2025,
        contracts: ['a', 'b'],
        cap: 600_000n,
        charged: 500_000n,
        part: ratio(1n, 1n),
      };
      const problems = capProblems({ aboveCap }, amount, together);
      expect(problems.map(({ code }) => code)).toEqual(codes);
      if (codes[0] === 'deductions.capTogether') expect(problems[0]?.facts).toMatchObject({ excess: 1n });
    },
  );

  it('asks for none where nothing is capped', () => {
    expect(capProblems({}, 1n, undefined)).toEqual([]);
    expect(capProblems({ aboveCap: 'no. 1' }, 1n, undefined)).toMatchObject([{ field: 'aboveCap' }]);
  });
});

describe('a cost and a contract', () => {
  const of = (kind: DeductionKind, assetId: string | null, pool = 'pv') => ({ kind, assetId, pool });
  const upkeep = of('o_and_m', 'a');
  it.each<[what: string, other: ReturnType<typeof of>, same: boolean]>([
    ['the same asset', upkeep, true],
    ['a bill that names no asset', of('o_and_m', null), true],
    ['another asset', of('o_and_m', 'b'), false],
    ['another kind', of('insurance', 'a'), false],
    ['another pool', of('o_and_m', null, 'other'), false],
  ])('speak of the same thing: %s', (_what, other, same) => {
    expect(concernSame(upkeep, other)).toBe(same);
  });

  it.each<[what: string, one: boolean, other: boolean, assetId: string | null, together: boolean]>([
    ['two contracts over one asset', true, true, 'a', true],
    ['a contract over the station and one over all of the pool (A22)', true, true, null, false],
    ['a bill without an asset beside the contract of the station', true, false, null, true],
    ['a bill for the asset beside its contract', true, false, 'a', true],
    ['two bills', false, false, null, true],
    ['contracts over two assets', true, true, 'b', false],
  ])('fill one cap or not: %s', (_what, one, other, assetId, together) => {
    const cost = { ...upkeep, byContract: one };
    expect(fillOneCap(cost, { ...of('o_and_m', assetId), byContract: other })).toBe(together);
  });
});
