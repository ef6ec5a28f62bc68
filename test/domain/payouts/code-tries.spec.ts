import { pauseAfter, placeClosedFor } from '../../../src/domain/payouts/code-tries';

describe('wrong codes of pay advices', () => {
  it.each([
    [0, 0],
    [10, 0],
    [11, 60],
    [12, 120],
    [15, 960],
    [16, 1_800],
    [500, 1_800],
  ])('%i from one place close it for %i seconds', (count, seconds) => {
    expect(placeClosedFor({ count, ago: 0 })).toBe(seconds);
    expect(placeClosedFor({ count, ago: seconds })).toBe(0);
  });

  it.each([
    [0, 0],
    [100, 0],
    [101, 100],
    [201, 200],
    [501, 1_600],
    [601, 3_000],
    [1_000_000, 3_000],
  ])('%i from everywhere slow every code by %i ms', (count, pause) => {
    expect(pauseAfter(count)).toBe(pause);
  });
});
