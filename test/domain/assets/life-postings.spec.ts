import {
  impairmentPostings,
  improvementPostings,
  leavingPostings,
} from '../../../src/domain/assets/life-postings';
import { toldByLines } from '../../../src/domain/assets/check-asset-life';
import type { Leaving } from '../../../src/domain/assets/leaving';
import type { AssetStand } from '../../../src/domain/assets/postings';
import type { PostingChoices } from '../../../src/domain/ledger/chart';
import { type Posting, requireBookable } from '../../../src/domain/ledger/journal-entry';
import { FULL, RECEIPT } from '../ledger/entries.fixture';

const chosen = (choices: Partial<PostingChoices> = {}) => ({
  ...{ roles: FULL.roles, version: FULL.version },
  choices: { ...FULL.choices, ...choices },
});
/** The practice of 2022: the reserve gives up what an asset was worth. */
const RESERVE = { disposalLoss: '311' };
const stand = (pool: AssetStand['pool'], cost: bigint, accumulated: bigint): AssetStand => ({
  pool,
  cost,
  accumulated,
});
/** Lines as an accountant writes them: side, account, fen, pool, flow. */
const written = (postings: readonly Posting[]): string[] => {
  requireBookable({ ...RECEIPT, postings }, FULL);
  return postings.map(({ side, ledgerAccount, amount, pool, poolFlow, assetId }) => {
    expect(assetId).toBe('a1');
    const words = [side === 'debit' ? 'Dr' : 'Cr', ledgerAccount, String(amount), pool];
    return [...words, ...(poolFlow === undefined ? [] : [poolFlow])].join(' ');
  });
};
const LEAVING: Leaving = {
  way: 'scrap',
  ground: 'endOfLife',
  happenedOn: '2025-08-20',
  proceeds: 0n,
  costs: 0n,
  agreedValue: 0n,
  paper: 'resolution 5',
  approvedBy: 'representatives',
};

describe('what changes the value of an asset is booked', () => {
  const accounts = chosen();

  it.each<{ event: string; paidFrom: 'bank' | 'payable'; lines: string[] }>([
    {
      event: 'an improvement that is paid',
      paidFrom: 'bank',
      lines: ['Dr 151 9 members deducted', 'Cr 102 9 members'],
    },
    {
      event: 'an improvement that is owed',
      paidFrom: 'payable',
      lines: ['Dr 151 9 members deducted', 'Cr 211 9 members'],
    },
  ])('as $event', ({ paidFrom, lines }) => {
    const change = { amount: 9n, pool: 'members' as const, paidFrom };
    expect(written(improvementPostings(change, { assetId: 'a1', accounts }))).toEqual(lines);
  });

  it('as a write-down, where the county chose, by what is still worth something', () => {
    const stands = [stand('earmarked', 60n, 0n), stand('members', 50n, 20n), stand('pv', 5n, 5n)];
    const of = { assetId: 'a1', stands, accounts: chosen({ impairment: '513' }) };
    expect(written(impairmentPostings({ amount: 9n }, of))).toEqual([
      'Dr 513 6 earmarked',
      'Cr 152 6 earmarked',
      'Dr 513 3 members',
      'Cr 152 3 members',
    ]);
  });
});

describe('an asset leaves the books', () => {
  it.each<{
    event: string;
    wish?: Partial<Leaving>;
    stands: AssetStand[];
    choices?: Partial<PostingChoices>;
    lines: string[];
  }>([
    {
      event: 'case D1: the tiller is scrapped, the reserve gives up what it was worth',
      stands: [stand('earmarked', 2_800_000n, 120_000n)],
      choices: RESERVE,
      lines: ['Dr 152 120000 earmarked', 'Dr 311 2680000 earmarked', 'Cr 151 2800000 earmarked'],
    },
    {
      event: 'case D1: the tractor goes into a co-operative at 65,000.00',
      wish: { way: 'contribution', agreedValue: 6_500_000n },
      stands: [stand('earmarked', 8_500_000n, 1_600_000n)],
      choices: RESERVE,
      lines: [
        'Dr 141 6500000 earmarked',
        'Dr 152 1600000 earmarked',
        'Dr 311 400000 earmarked',
        'Cr 151 8500000 earmarked',
      ],
    },
    {
      event: 'put into a firm above what it was worth: the practice of 2022 adds to the reserve',
      wish: { way: 'contribution', agreedValue: 90n },
      stands: [stand('members', 100n, 40n)],
      choices: RESERVE,
      lines: ['Dr 141 90 members', 'Dr 152 40 members', 'Cr 311 30 members', 'Cr 151 100 members'],
    },
    {
      event: 'put into a firm above what it was worth: the reserve, too, where losses go elsewhere',
      wish: { way: 'contribution', agreedValue: 90n },
      stands: [stand('members', 100n, 40n)],
      lines: ['Dr 141 90 members', 'Dr 152 40 members', 'Cr 311 30 members', 'Cr 151 100 members'],
    },
    {
      event: 'put into a firm below what it was worth: the reserve gives up the rest, pool by pool',
      wish: { way: 'contribution', agreedValue: 40n },
      stands: [stand('earmarked', 60n, 0n), stand('members', 40n, 20n)],
      lines: [
        'Dr 141 30 earmarked',
        'Dr 311 30 earmarked',
        'Cr 151 60 earmarked',
        'Dr 141 10 members',
        'Dr 152 20 members',
        'Dr 311 10 members',
        'Cr 151 40 members',
      ],
    },
    {
      event: 'put into a firm when nothing of it was left',
      wish: { way: 'contribution', agreedValue: 5n },
      stands: [stand('members', 40n, 40n)],
      lines: ['Dr 141 5 members', 'Dr 152 40 members', 'Cr 311 5 members', 'Cr 151 40 members'],
    },
    {
      event: 'handed over for nothing: the reserve gives it up, whatever the county chose',
      wish: { way: 'handOver' },
      stands: [stand('pv', 100n, 40n)],
      lines: ['Dr 152 40 pv', 'Dr 311 60 pv', 'Cr 151 100 pv'],
    },
    {
      event: 'scrapped without money: the loss stays where it stood',
      stands: [stand('pv', 100n, 40n)],
      lines: ['Dr 152 40 pv', 'Dr 154 60 pv', 'Cr 151 100 pv', 'Dr 515 60 pv', 'Cr 154 60 pv'],
    },
    {
      event: 'scrapped when nothing of it was left',
      stands: [stand('pv', 100n, 100n)],
      lines: ['Dr 152 100 pv', 'Cr 151 100 pv'],
    },
    {
      event: 'sold out of earmarked money, at a loss with its costs',
      wish: { way: 'sale', proceeds: 50n, costs: 7n },
      stands: [stand('earmarked', 100n, 40n)],
      lines: [
        'Dr 152 40 earmarked',
        'Dr 154 60 earmarked',
        'Cr 151 100 earmarked',
        'Dr 102 50 earmarked received',
        'Cr 154 50 earmarked',
        'Dr 154 7 earmarked deducted',
        'Cr 102 7 earmarked',
        'Dr 515 17 earmarked',
        'Cr 154 17 earmarked',
      ],
    },
    {
      event: 'auctioned out of other money at a gain: its worth moves to where the money is kept',
      wish: { way: 'auction', proceeds: 80n },
      stands: [stand('pv', 100n, 40n)],
      lines: [
        'Dr 152 40 pv',
        'Dr 154 60 pv',
        'Cr 151 100 pv',
        'Dr 311 60 pv',
        'Cr 154 60 pv',
        'Dr 154 60 earmarked',
        'Cr 311 60 earmarked',
        'Dr 102 80 earmarked received',
        'Cr 154 80 earmarked',
        'Cr 504 20 earmarked',
        'Dr 154 20 earmarked',
      ],
    },
    {
      event: 'sold by the practice of 2022: the reserve gives and takes',
      wish: { way: 'sale', proceeds: 50n, costs: 7n },
      stands: [stand('members', 100n, 40n)],
      choices: RESERVE,
      lines: [
        'Dr 152 40 members',
        'Dr 311 60 members',
        'Cr 151 100 members',
        'Dr 102 50 earmarked received',
        'Cr 311 50 earmarked',
        'Dr 311 7 earmarked deducted',
        'Cr 102 7 earmarked',
      ],
    },
  ])('$event', ({ wish, stands, choices, lines }) => {
    const leaving = { ...LEAVING, ...wish };
    const reserves = new Map(stands.map(({ pool, cost }) => [pool, cost]));
    const postings = leavingPostings(leaving, {
      assetId: 'a1',
      stands,
      reserves,
      accounts: chosen(choices),
    });
    expect(written(postings)).toEqual(lines);
    const net = stands.reduce((sum, { cost, accumulated }) => sum + cost - accumulated, 0n);
    expect(toldByLines(leaving.way, postings, FULL.roles)).toEqual({
      amount: leaving.way === 'contribution' ? leaving.agreedValue : net,
      proceeds: leaving.proceeds,
      costs: leaving.costs,
    });
  });
});
