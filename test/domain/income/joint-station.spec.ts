import fc from 'fast-check';
import type { ShareRow } from '../../../src/domain/collectives/share-table';
import { ownLine, type StandingSlips, type StationTotals } from '../../../src/domain/income/own-line';
import { charge } from '../../../src/domain/money/charge';
import { requireYuan, sumFen } from '../../../src/domain/money/fen';

const rows: ShareRow[] = [
  { key: '01', label: 'village two', share: '6.25%', owner: 'village two' },
  { key: '02', label: 'Donghe', share: '6.25%', owner: 'Donghe' },
  { key: '03', label: 'fourteen others', share: '87.5%', owner: 'elsewhere' },
];
const NOTHING: StationTotals = { energyKwh: 0n, energyFee: 0n, subsidy: 0n };
const UNSPLIT: StandingSlips = { whole: NOTHING, own: NOTHING };

interface SlipOfCase {
  readonly month: string;
  readonly kwh: number;
  /** The whole station's energy fee; empty where the books opened later. */
  readonly energy: string;
  readonly subsidy: string;
  readonly own: readonly [kwh: number, energy: string, subsidy: string];
}

/** The eleven slips of the joint station with 1,600 kW, and what the sheet's village gets of each. */
const SLIPS: readonly SlipOfCase[] = [
  { month: '2024-07', kwh: 153_500, energy: '', subsidy: '71469.60', own: [9_594, '', '4466.85'] },
  { month: '2024-08', kwh: 154_100, energy: '', subsidy: '71748.96', own: [9_631, '', '4484.31'] },
  { month: '2024-09', kwh: 135_600, energy: '', subsidy: '63135.36', own: [8_475, '', '3945.96'] },
  { month: '2024-10', kwh: 135_600, energy: '', subsidy: '63135.36', own: [8_475, '', '3945.96'] },
  { month: '2024-11', kwh: 106_800, energy: '', subsidy: '49726.08', own: [6_675, '', '3107.88'] },
  {
    month: '2024-12',
    kwh: 99_200,
    energy: '38132.48',
    subsidy: '46187.52',
    own: [6_200, '2383.28', '2886.72'],
  },
  { month: '2025-01', kwh: 107_004, energy: '41132.34', subsidy: '', own: [6_688, '2570.77', ''] },
  { month: '2025-02', kwh: 112_000, energy: '43052.80', subsidy: '', own: [7_000, '2690.80', ''] },
  { month: '2025-03', kwh: 140_964, energy: '54186.56', subsidy: '', own: [8_810, '3386.66', ''] },
  { month: '2025-04', kwh: 159_312, energy: '61239.53', subsidy: '', own: [9_957, '3827.47', ''] },
  { month: '2025-05', kwh: 172_980, energy: '66493.51', subsidy: '', own: [10_811, '4155.84', ''] },
];

const fen = (yuan: string): bigint => (yuan === '' ? 0n : requireYuan(yuan));
const totalsOf = ({ kwh, energy, subsidy }: SlipOfCase): StationTotals => ({
  energyKwh: BigInt(kwh),
  energyFee: fen(energy),
  subsidy: fen(subsidy),
});
const plus = (left: StationTotals, right: StationTotals): StationTotals => ({
  energyKwh: left.energyKwh + right.energyKwh,
  energyFee: left.energyFee + right.energyFee,
  subsidy: left.subsidy + right.subsidy,
});
/** The lines of slips, each with those before it still standing. */
const linesOf = (slips: readonly StationTotals[], ownKey: string) => {
  let before: StandingSlips = UNSPLIT;
  return slips.map((slip) => {
    const line = ownLine(slip, before, { rows, ownKey });
    before = { whole: plus(before.whole, slip), own: plus(before.own, line) };
    return line;
  });
};

describe('the slips of the joint station', () => {
  it.each(SLIPS)('of $month print what quantity × price gives', ({ kwh, energy, subsidy }) => {
    if (energy !== '') expect(charge(String(kwh), '0.3844')).toBe(fen(energy));
    if (subsidy !== '') expect(charge(String(kwh), '0.4656')).toBe(fen(subsidy));
  });

  const own = linesOf(SLIPS.map(totalsOf), '02');
  it.each(SLIPS.map((slip, place) => ({ ...slip, line: own[place] })))(
    'give the village of $month exactly the column of the sheet',
    ({ line, own: [kwh, energy, subsidy] }) => {
      expect(line).toMatchObject({ energyKwh: BigInt(kwh), energyFee: fen(energy), subsidy: fen(subsidy) });
    },
  );

  it('give the village the sums of the sheet', () => {
    const energy = sumFen(own.map((line) => line.energyFee));
    const subsidy = sumFen(own.map((line) => line.subsidy));
    const kwh = sumFen(own.slice(5).map((line) => line.energyKwh));
    expect({ energy, subsidy, kwh }).toEqual({ energy: 1_901_482n, subsidy: 2_283_768n, kwh: 49_466n });
  });

  it('give the odd fen of a tie to the village with the smaller key', () => {
    const other = linesOf(SLIPS.map(totalsOf), '01');
    expect(sumFen(other.map((line) => line.energyFee))).toBe(1_901_483n);
    expect(other.some((line) => line.oddFen)).toBe(true);
  });
});

describe('the own line of a slip', () => {
  it('adds up over all rows and never strays a whole fen from the exact share, for any slips', () => {
    const anySlip = fc.record({
      energyKwh: fc.bigInt({ min: 16n, max: 10n ** 6n }),
      energyFee: fc.bigInt({ min: 16n, max: 10n ** 9n }),
      subsidy: fc.oneof(fc.constant(0n), fc.bigInt({ min: 16n, max: 10n ** 9n })),
    });
    fc.assert(
      fc.property(fc.array(anySlip, { minLength: 1, maxLength: 24 }), (slips) => {
        const total = slips.reduce(plus, NOTHING);
        const sums = rows.map((row) => linesOf(slips, row.key).reduce<StationTotals>(plus, NOTHING));
        expect(sums.reduce(plus, NOTHING)).toEqual(total);
        for (const [place, weight] of [625n, 625n, 8_750n].entries()) {
          const given = sums[place]?.energyFee ?? 0n;
          const strays = given * 10_000n - total.energyFee * weight;
          expect(strays < 10_000n && strays > -10_000n).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is level again with the next slip, whichever were taken back before it', () => {
    const anySlip = fc.record({
      energyFee: fc.bigInt({ min: 100n, max: 10n ** 7n }),
      takenBack: fc.option(fc.nat({ max: 30 })),
    });
    fc.assert(
      fc.property(fc.array(anySlip, { minLength: 2, maxLength: 16 }), (history) => {
        const standing: { whole: StationTotals; own: StationTotals[] }[] = [];
        for (const { energyFee, takenBack } of history) {
          const whole = { ...NOTHING, energyFee };
          const own = rows.map(({ key }, place) => {
            const before = {
              whole: standing.reduce((sum, slip) => plus(sum, slip.whole), NOTHING),
              own: standing.reduce((sum, slip) => plus(sum, slip.own[place] ?? NOTHING), NOTHING),
            };
            return ownLine(whole, before, { rows, ownKey: key });
          });
          standing.push({ whole, own });
          const total = standing.reduce((sum, slip) => sum + slip.whole.energyFee, 0n);
          const got = rows.map((_row, place) =>
            standing.reduce((sum, slip) => sum + (slip.own[place]?.energyFee ?? 0n), 0n),
          );
          expect(sumFen(own.map((line) => line.energyFee))).toBe(energyFee);
          expect(sumFen(got)).toBe(total);
          for (const [place, weight] of [625n, 625n, 8_750n].entries()) {
            const strays = (got[place] ?? 0n) * 10_000n - total * weight;
            expect(strays < 10_000n && strays > -10_000n).toBe(true);
          }
          if (takenBack !== null) standing.splice(takenBack % standing.length, 1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('waits for more where an owner has got more than is his, since a slip was taken back', () => {
    const before = { whole: { ...NOTHING, energyFee: 16n }, own: { ...NOTHING, energyFee: 3n } };
    const splitting = (energyFee: bigint) =>
      ownLine({ ...NOTHING, energyFee }, before, { rows, ownKey: '01' });
    expect([0n, 16n, 31n, 32n, 48n].map((fee) => splitting(fee).energyFee)).toEqual([0n, 0n, 0n, 0n, 1n]);
  });

  it.each<{ energyFee: bigint; waiting: bigint; own: bigint }>([
    { energyFee: 16n, waiting: 0n, own: 1n },
    { energyFee: 15n, waiting: 0n, own: 0n },
    { energyFee: 0n, waiting: 0n, own: 0n },
    { energyFee: 8n, waiting: 8n, own: 1n },
    { energyFee: 7n, waiting: 8n, own: 0n },
  ])(
    'is split once the smallest share is one fen: $energyFee fen, and $waiting that wait',
    ({ energyFee, waiting, own }) => {
      const before = {
        ...UNSPLIT,
        whole: { ...NOTHING, energyFee: waiting },
        waiting: { energyFee: waiting, subsidy: 0n },
      };
      expect(ownLine({ ...NOTHING, energyFee }, before, { rows, ownKey: '01' }).energyFee).toBe(own);
    },
  );

  it('is all rows of an owner who took in another village', () => {
    const merged = rows.map((row) => ({ ...row, owner: row.key === '03' ? 'elsewhere' : 'Donghe' }));
    const slip = { ...NOTHING, energyFee: 3_813_248n };
    expect(ownLine(slip, UNSPLIT, { rows: merged, ownKey: '02' }).energyFee).toBe(476_656n);
  });

  it('belongs to a row of the table', () => {
    expect(() => ownLine(NOTHING, UNSPLIT, { rows, ownKey: '99' })).toThrow(
      'the share table names the own row',
    );
  });
});
