import { chanceOf } from '../../../src/domain/distribution/year-chances';
import { standingOf, type YearRule } from '../../../src/domain/distribution/year-standing';
import { ratio } from '../../../src/domain/money/ratio';

const rule = (side: YearRule['side'], share: [bigint, bigint], whole: YearRule['whole']): YearRule => ({
  ...{ id: 'XX-1', side, uses: [{ id: 'posts', name: 'posts' }], share: ratio(...share) },
  ...{ shareNumber: '', whole },
});
const RECEIVED = { of: 'everything_received' } as const;
const INCOME = { of: 'collective_income' } as const;

/** 1,000.00 received in a year that runs, so much of it used. */
function chance(by: YearRule, used: bigint, { left = 0n, isOver = false } = {}) {
  const periods = [{ received: 100_000n, costs: {}, used: { posts: used } }];
  const year = { year: '2025', isOver, periods, entered: { collective_income: 100_000n } };
  return chanceOf(standingOf(by, year), { left, isOver });
}

describe('a limit over a year that runs', () => {
  const floor = rule('at_least', [4n, 5n], RECEIVED);

  it.each([
    ['is met to the fen', 80_000n, 0n, { kind: 'met' }],
    ['lacks a fen that is left over', 79_999n, 1n, { kind: 'left', fen: 1n }],
    ['is met by all that is left over', 60_000n, 20_000n, { kind: 'left', fen: 20_000n }],
    // Of each fen more that comes in and goes there a fifth makes up for what lacks.
    ['lacks a fen beyond what is left over', 60_000n, 19_999n, { kind: 'more', fen: 5n }],
    ['needs five times what lacks', 0n, 0n, { kind: 'more', fen: 400_000n }],
  ])('as a floor %s', (_what, used, left, expected) => {
    expect(chance(floor, used, { left })).toEqual(expected);
  });

  it('needs as much more as it says, and no fen less', () => {
    for (const [used, left] of [
      [1n, 0n],
      [12_345n, 678n],
      [60_000n, 19_999n],
    ] as const) {
      const told = chance(floor, used, { left });
      const more = 'fen' in told ? told.fen : 0n;
      const covered = (extra: bigint) => used + left + extra;
      expect(5n * covered(more) >= 4n * (100_000n + more)).toBe(true);
      expect(5n * covered(more - 1n) >= 4n * (100_000n + more - 1n)).toBe(false);
    }
  });

  it('cannot be met any more once the year is over, or where everything that comes in is asked for', () => {
    expect(chance(floor, 70_000n, { left: 9_999n, isOver: true })).toEqual({ kind: 'never', fen: 1n });
    expect(chance(floor, 70_000n, { left: 10_000n, isOver: true })).toEqual({ kind: 'left', fen: 10_000n });
    expect(chance(rule('at_least', [1n, 1n], RECEIVED), 99_998n, { left: 1n })).toEqual({
      kind: 'never',
      fen: 1n,
    });
  });

  it('of a sum that was entered lacks no more when more comes in', () => {
    expect(chance(rule('at_least', [4n, 5n], INCOME), 79_990n, { left: 4n })).toEqual({
      kind: 'more',
      fen: 6n,
    });
  });

  it('as a cap leaves room, to the fen, or is exceeded', () => {
    const cap = rule('at_most', [1n, 3n], RECEIVED);
    expect(chance(cap, 33_332n)).toEqual({ kind: 'room', fen: 1n });
    expect(chance(cap, 33_333n)).toEqual({ kind: 'room', fen: 0n });
    expect(chance(cap, 33_334n)).toEqual({ kind: 'over', fen: 1n });
  });

  it('is undecided without its number', () => {
    expect(chance({ ...floor, share: undefined, shareNumber: 'work.share' }, 1n)).toEqual({
      kind: 'undecided',
    });
  });
});
