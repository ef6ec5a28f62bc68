import { yearBeside, yearLeft } from '../../../src/domain/distribution/year-beside';

describe("a year's plan beside a distribution", () => {
  const rows = yearBeside({ posts: 1_000n, reward: 500n }, [
    { use: 'posts', granted: 300n, toGrant: 100n },
    { use: 'posts', granted: 200n, toGrant: 0n },
    { use: 'labour', granted: 0n, toGrant: 7n },
  ]);

  it('adds up what earlier periods granted and still have to, by use', () => {
    expect(rows).toEqual([
      { use: 'posts', planned: 1_000n, granted: 500n, toGrant: 100n },
      { use: 'reward', planned: 500n, granted: 0n, toGrant: 0n },
      { use: 'labour', planned: 0n, granted: 0n, toGrant: 7n },
    ]);
  });

  it.each([
    [399n, 1n],
    [400n, 0n],
    [401n, -1n],
  ])('leaves of posts after %d: %d', (now, left) => {
    expect(rows[0] && yearLeft(rows[0], now)).toBe(left);
  });
});
