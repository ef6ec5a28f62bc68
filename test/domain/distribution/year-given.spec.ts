import { givenSum, yearGiven } from '../../../src/domain/distribution/year-given';

describe('a year’s uses and what became of them', () => {
  const given = new Map([
    ['posts', { decided: 130_000n, granted: 60_000n }],
    ['labour', { decided: 1n, granted: 0n }],
  ]);
  const paid = new Map([
    ['posts', 50_000n],
    ['aid', 7n],
  ]);

  it.each([
    ['planned and given', 'posts', [200_000n, 130_000n, 60_000n, 50_000n, 10_000n]],
    ['planned alone', 'reward', [5n, 0n, 0n, 0n, 5n]],
    ['given and not planned', 'labour', [0n, 1n, 0n, 0n, -1n]],
    ['paid alone', 'aid', [0n, 0n, 0n, 7n, 0n]],
  ])('%s', (_, use, figures) => {
    const uses = yearGiven({ posts: 200_000n, reward: 5n }, given, paid);
    const found = uses.find((each) => each.use === use);
    const { planned, decided, granted, paid: out, open } = found ?? givenSum([]);
    expect([planned, decided, granted, out, open]).toEqual(figures);
  });

  it('adds up part by part', () => {
    const all = givenSum(yearGiven({ posts: 200_000n, reward: 5n }, given, paid));
    expect(all).toEqual({
      planned: 200_005n,
      decided: 130_001n,
      granted: 60_000n,
      paid: 50_007n,
      open: 10_004n,
    });
  });
});
