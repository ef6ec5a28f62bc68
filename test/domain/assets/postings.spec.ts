import { type AssetLoss, depreciationPostings, totalStand } from '../../../src/domain/assets/postings';
import { type Posting, requireBookable } from '../../../src/domain/ledger/journal-entry';
import { FULL, RECEIPT } from '../ledger/entries.fixture';

const LOSS: AssetLoss = {
  assetId: 's1',
  use: 'operating',
  amount: 100n,
  stands: [{ pool: 'pv', cost: 28_000n, accumulated: 0n }],
};
/** Lines as an accountant writes them: side, account, fen, pool. */
const written = (postings: readonly Posting[]): string[] => {
  requireBookable({ ...RECEIPT, postings }, FULL);
  return postings.map(({ side, ledgerAccount, amount, pool, poolFlow, assetId }) => {
    expect([poolFlow, assetId]).toEqual([undefined, 's1']);
    return `${side === 'debit' ? 'Dr' : 'Cr'} ${ledgerAccount} ${String(amount)} ${pool}`;
  });
};

describe('depreciation is booked', () => {
  it.each<{ event: string; wish: Partial<AssetLoss>; lines: string[] }>([
    {
      event: 'of an operating asset as operating expense',
      wish: {},
      lines: ['Dr 511 100 pv', 'Cr 152 100 pv'],
    },
    {
      event: 'of a managed asset as administrative expense',
      wish: { use: 'management' },
      lines: ['Dr 513 100 pv', 'Cr 152 100 pv'],
    },
    {
      event: 'of a public asset as the county chooses',
      wish: { use: 'publicWelfare' },
      lines: ['Dr 504 100 pv', 'Cr 152 100 pv'],
    },
    {
      event: 'in the pools whose money built it, by what is still worth something there',
      wish: {
        stands: [
          { pool: 'earmarked', cost: 15_000n, accumulated: 0n },
          { pool: 'members', cost: 13_000n, accumulated: 8_000n },
          { pool: 'other', cost: 500n, accumulated: 500n },
          { pool: 'pv', cost: 0n, accumulated: 20n },
        ],
      },
      lines: ['Dr 511 75 earmarked', 'Cr 152 75 earmarked', 'Dr 511 25 members', 'Cr 152 25 members'],
    },
  ])('$event', ({ wish, lines }) => {
    const chart = { ...FULL, choices: { ...FULL.choices, publicAssetDepreciation: '504' } };
    expect(written(depreciationPostings({ ...LOSS, ...wish }, chart))).toEqual(lines);
  });

  it('by what stands in all pools together', () => {
    const stands = [
      { pool: 'pv' as const, cost: 5n, accumulated: 2n },
      { pool: 'members' as const, cost: 7n, accumulated: 1n },
    ];
    expect(totalStand(stands)).toEqual({ cost: 12n, accumulated: 3n });
  });
});
