import fc from 'fast-check';
import { ownerParts, partDay, passOn, type SlipWindows } from '../../../src/domain/income/kept-slip';
import type { StationTotals } from '../../../src/domain/income/own-line';
import type { MonthState } from '../../../src/domain/ledger/month-states';
import { sumFen } from '../../../src/domain/money/fen';

const ROWS = [
  { key: '1', label: 'a', share: '30%', owner: 'East' },
  { key: '2', label: 'b', share: '20%', owner: 'West' },
  { key: '3', label: 'c', share: '10%', owner: 'East' },
  { key: '4', label: 'd', share: '40%', owner: 'Beyond' },
];
const nothing: StationTotals = { energyKwh: 0n, energyFee: 0n, subsidy: 0n };
/** Windows in which the fee alone was split before, and nothing waits. */
const windows = (rows = ROWS, whole = 0n, given: ReadonlyMap<string, bigint> = new Map()): SlipWindows => ({
  rows,
  energyKwh: { whole: 0n, given: new Map() },
  energyFee: { whole, given, waiting: [] },
  subsidy: { whole: 0n, given: new Map(), waiting: [] },
  older: [],
});

describe('a kept station’s slip', () => {
  it('gives an owner of two rows both, and names the odd fen', () => {
    const parts = ownerParts({ energyKwh: 1_003n, energyFee: 40_121n, subsidy: 0n }, windows()).parts;
    expect(parts.map(({ owner, line }) => [owner, line.energyKwh, line.energyFee, line.oddFen])).toEqual([
      // 30 % of 40,121 is 12,036.3, 20 % 8,024.2, 10 % 4,012.1, 40 % 16,048.4: the odd fen is the last row's.
      ['East', 401n, 16_048n, false],
      ['West', 201n, 8_024n, false],
      ['Beyond', 401n, 16_049n, true],
    ]);
  });

  it('gives 58 villages the 64 shares of the published case, the merged ones two each', () => {
    // 1,543,501.86 ÷ 64 = 24,117.2165625: 42 rows get the odd fen, by key; six villages took in another.
    const rows = Array.from({ length: 64 }, (_, index) => ({
      ...{ key: String(index + 1).padStart(2, '0'), label: 'village', share: '1.5625%' },
      owner: String(index < 58 ? index + 1 : index - 5),
    }));
    const slip = { energyKwh: 3_847_213n, energyFee: 154_350_186n, subsidy: 0n };
    const { parts } = ownerParts(slip, windows(rows));
    expect(parts).toHaveLength(58);
    const feeOf = (owner: string): bigint | undefined =>
      parts.find((part) => part.owner === owner)?.line.energyFee;
    expect([feeOf('7'), feeOf('42'), feeOf('43'), feeOf('58')]).toEqual([
      2_411_722n,
      2_411_722n,
      2_411_721n,
      4_823_442n,
    ]);
    expect(sumFen(parts.map(({ line }) => line.energyKwh))).toBe(slip.energyKwh);
  });

  it('keeps everybody within a fen of his exact share of all slips so far', () => {
    const slips = fc.array(fc.record({ fee: fc.bigInt(1_000n, 9_000_000n) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(slips, (given) => {
        let whole = 0n;
        const had = new Map<string, bigint>();
        for (const { fee } of given) {
          const { parts } = ownerParts({ ...nothing, energyFee: fee }, windows(ROWS, whole, had));
          for (const { owner, line } of parts) had.set(owner, (had.get(owner) ?? 0n) + line.energyFee);
          whole += fee;
          const hundredths = { East: 40n, West: 20n, Beyond: 40n };
          for (const [owner, share] of Object.entries(hundredths)) {
            const rows = ROWS.filter((row) => row.owner === owner).length;
            const away = (had.get(owner) ?? 0n) * 100n - whole * share;
            expect(away < 100n * BigInt(rows) && away > -100n * BigInt(rows)).toBe(true);
          }
        }
      }),
      { numRuns: 60, seed: 20_251_126 },
    );
  });
});

describe('money for a kept station', () => {
  const open = [
    { owner: 'East', open: 3n },
    { owner: 'West', open: 2n },
    { owner: 'Done', open: 0n },
  ];

  it.each([
    { amount: 5n, parts: { East: 3n, West: 2n } },
    { amount: 4n, parts: { East: 2n, West: 2n } },
    { amount: 1n, parts: { East: 1n } },
  ])('of $amount fen goes to those who wait for it, by what they wait for', ({ amount, parts }) => {
    expect(Object.fromEntries(passOn(amount, open).map((part) => [part.owner, part.amount]))).toEqual(parts);
  });

  it.each([0n, 6n])('is never %s fen, which is nothing or more than is open', (amount) => {
    expect(() => passOn(amount, open)).toThrow('no more comes for a slip than is owed on it');
  });

  it('comes to everybody’s part to the fen, whatever the instalments', () => {
    const owed = fc.array(fc.bigInt(0n, 100_000n), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(owed, fc.array(fc.bigInt(1n, 40_000n), { maxLength: 6 }), (amounts, instalments) => {
        let rest = amounts.map((amount, index) => ({ owner: String(index), open: amount }));
        const pay = (amount: bigint): void => {
          const parts = new Map(passOn(amount, rest).map((part) => [part.owner, part.amount]));
          rest = rest.map(({ owner, open: left }) => ({ owner, open: left - (parts.get(owner) ?? 0n) }));
          expect(rest.every(({ open: left }) => left >= 0n)).toBe(true);
        };
        for (const amount of instalments) {
          if (amount <= sumFen(rest.map(({ open: left }) => left))) pay(amount);
        }
        const last = sumFen(rest.map(({ open: left }) => left));
        if (last > 0n) pay(last);
        expect(rest.every(({ open: left }) => left === 0n)).toBe(true);
      }),
      { numRuns: 100, seed: 20_251_126 },
    );
  });
});

describe('an owner’s books take a part', () => {
  const months = (...states: MonthState[]) =>
    states.map((state, index) => ({ month: `2025-0${String(index + 1)}`, state }));
  it.each([
    { what: 'on the slip’s own day while its month is open', states: ['held', 'open'], day: '2025-02-05' },
    { what: 'on a day of a month that opens later', states: ['open'], day: '2025-02-05' },
    { what: 'on the first day of the open month', states: ['held', 'held', 'open'], day: '2025-03-01' },
    { what: 'also where the month is sealed', states: ['sealed', 'sealed', 'open'], day: '2025-03-01' },
  ] as const)('$what', ({ states, day }) => {
    expect(partDay('2025-02-05', { months: months(...states), today: '2025-03-01' })).toBe(day);
  });

  it.each([
    { today: '2025-02-28', months: months('held', 'held', 'open') },
    { today: '2025-02-04', months: months('open') },
    { today: '2025-03-01', months: months('held', 'held') },
  ])('not before their open month has begun, on $today', ({ today, months: rows }) => {
    expect(() => partDay('2025-02-05', { months: rows, today })).toThrow('joint.noOpenMonth');
  });
});
