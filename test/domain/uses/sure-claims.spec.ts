import { Account } from './payments.fixture';

describe('what was paid over, written as a claim', () => {
  it('lets no more be claimed than may be over, and less by what came back', () => {
    const claimed = (account: Account, back: bigint): bigint =>
      (back === 0n ? account : account.getBack(`b${String(back)}`, back)).told().overAtMost;
    const partly = new Account()
      .grant('may', { li: 430n })
      .grant('june', { wu: 170n, sun: 25n })
      .pay('p', 600n)
      .reverse('may');
    expect([claimed(partly, 0n), claimed(partly, 405n), claimed(partly, 24n), claimed(partly, 1n)]).toEqual([
      430n,
      25n,
      1n,
      0n,
    ]);
    const several = new Account()
      .grant('may', { li: 400n, wu: 100n })
      .pay('p', 500n)
      .reverse('may')
      .getBack('b', 200n)
      .grant('july', { wu: 100n, sun: 300n });
    expect([claimed(several, 0n), claimed(several, 299n), claimed(several, 1n)]).toEqual([300n, 1n, 0n]);
    // What was paid before a list arose was not for it.
    const later = new Account()
      .grant('may', { li: 410n })
      .pay('p', 110n)
      .grant('june', { wu: 390n })
      .pay('q', 90n)
      .reverse('june');
    expect([claimed(later, 0n), claimed(later, 89n), claimed(later, 1n)]).toEqual([90n, 1n, 0n]);
    const { standings, openOfUnsure, over } = later.told();
    expect([standings.map(({ state }) => state), openOfUnsure, over]).toEqual([['unsure'], 300n, 0n]);
    const sum = new Account().grant('may', {}).grant('june', { wu: 9n });
    expect(claimed(sum, 0n)).toBe(0n);
  });
});
