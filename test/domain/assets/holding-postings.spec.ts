import { toldByLines } from '../../../src/domain/assets/check-asset-life';
import { holdingLeavingPostings } from '../../../src/domain/assets/holding-postings';
import {
  carriedInBooks,
  holdingAccounts,
  type HoldingKind,
  type HoldingStand,
  totalHolding,
} from '../../../src/domain/assets/holdings';
import type { Leaving } from '../../../src/domain/assets/leaving';
import type { Pool, Posting } from '../../../src/domain/ledger/journal-entry';
import { requireBookable } from '../../../src/domain/ledger/journal-entry';
import { seedRegisters } from '../../support/seed-registers';
import { FULL, RECEIPT } from '../ledger/entries.fixture';

const stand = (pool: Pool, ledgerAccount: string, balance: bigint): HoldingStand => ({
  ...{ pool, ledgerAccount, balance },
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
  ...{ way: 'damage', ground: 'disaster', happenedOn: '2025-08-20', proceeds: 0n, costs: 0n },
  ...{ agreedValue: 0n, paper: 'resolution 5', approvedBy: 'representatives' },
};
/** A stake of the members, a herd that lost 40 of 100, pigs of the earmarked pool. */
const STAKE = [stand('members', '141', 100n)];
const HERD = [stand('other', '132', 100n), stand('other', '133', -40n)];
const PIGS = [stand('earmarked', '131', 30n)];

describe('a stake and what lives leave the books', () => {
  it.each<{
    event: string;
    kind: HoldingKind;
    stands: HoldingStand[];
    wish?: Partial<Leaving>;
    lines: string[];
  }>([
    {
      event: 'a stake sold above what it cost: the gain is investment income, the money is not distributed',
      ...{ kind: 'equity', stands: STAKE, wish: { way: 'sale', proceeds: 120n, costs: 5n } },
      lines: [
        ...['Cr 141 100 members', 'Dr 311 100 members', 'Cr 311 100 earmarked'],
        ...['Dr 102 120 earmarked received', 'Dr 502 5 earmarked deducted', 'Cr 102 5 earmarked'],
        'Cr 502 20 earmarked',
      ],
    },
    {
      event: 'a stake of earmarked money given back below what it cost',
      ...{ kind: 'equity', stands: [stand('earmarked', '141', 100n)], wish: { way: 'sale', proceeds: 70n } },
      lines: ['Cr 141 100 earmarked', 'Dr 102 70 earmarked received', 'Dr 502 30 earmarked'],
    },
    {
      event: 'a stake in a firm that failed: other expense where it stood',
      ...{ kind: 'equity', stands: STAKE },
      lines: ['Cr 141 100 members', 'Dr 515 100 members'],
    },
    {
      event: 'a stake handed over for nothing: the reserve gives it up',
      ...{ kind: 'equity', stands: STAKE, wish: { way: 'handOver' } },
      lines: ['Cr 141 100 members', 'Dr 311 100 members'],
    },
    {
      event: 'a herd sold: the money is operating income, what it was worth operating expense',
      ...{ kind: 'biological', stands: HERD, wish: { way: 'sale', proceeds: 80n, costs: 3n } },
      lines: [
        ...['Cr 132 100 other', 'Dr 133 40 other', 'Dr 311 60 other', 'Cr 311 60 earmarked'],
        ...['Dr 102 80 earmarked received', 'Dr 511 3 earmarked deducted', 'Cr 102 3 earmarked'],
        ...['Cr 501 80 earmarked', 'Dr 511 60 earmarked'],
      ],
    },
    {
      event: 'pigs sold out of earmarked money',
      ...{ kind: 'biological', stands: PIGS, wish: { way: 'auction', proceeds: 50n } },
      lines: [
        ...['Cr 131 30 earmarked', 'Dr 102 50 earmarked received'],
        ...['Cr 501 50 earmarked', 'Dr 511 30 earmarked'],
      ],
    },
    {
      event: 'a herd that died',
      ...{ kind: 'biological', stands: HERD },
      lines: ['Cr 132 100 other', 'Dr 133 40 other', 'Dr 515 60 other'],
    },
    {
      event: 'trees of two pools, public and productive, written off',
      kind: 'biological',
      stands: [stand('members', '134', 9n), ...HERD],
      wish: { way: 'scrap' },
      lines: [
        ...['Cr 134 9 members', 'Dr 515 9 members'],
        ...['Cr 132 100 other', 'Dr 133 40 other', 'Dr 515 60 other'],
      ],
    },
    {
      event: 'a herd put into a co-operative above what it was worth',
      ...{ kind: 'biological', stands: HERD, wish: { way: 'contribution', agreedValue: 75n } },
      lines: ['Cr 132 100 other', 'Dr 133 40 other', 'Dr 141 75 other', 'Cr 311 15 other'],
    },
    {
      event: 'a herd of two pools put in below what it was worth, each pool by its part',
      kind: 'biological',
      stands: [...HERD, stand('members', '132', 20n)],
      wish: { way: 'contribution', agreedValue: 40n },
      lines: [
        ...['Cr 132 100 other', 'Dr 133 40 other', 'Dr 141 30 other', 'Dr 311 30 other'],
        ...['Cr 132 20 members', 'Dr 141 10 members', 'Dr 311 10 members'],
      ],
    },
    {
      event: 'a herd of which nothing was left',
      kind: 'biological',
      stands: [stand('other', '132', 40n), stand('other', '133', -40n)],
      wish: { way: 'contribution', agreedValue: 2n },
      lines: ['Cr 132 40 other', 'Dr 133 40 other', 'Dr 141 2 other', 'Cr 311 2 other'],
    },
  ])('$event', ({ kind, stands, wish, lines }) => {
    const leaving = { ...LEAVING, ...wish };
    const reserves = new Map(stands.map(({ pool }) => [pool, 1_000n]));
    const of = { kind, assetId: 'a1', stands, reserves, accounts: FULL };
    const postings = holdingLeavingPostings(leaving, of);
    expect(written(postings)).toEqual(lines);
    const { cost, accumulated } = totalHolding(stands, FULL.roles);
    expect(toldByLines(leaving.way, postings, FULL.roles)).toEqual({
      amount: leaving.way === 'contribution' ? leaving.agreedValue : cost - accumulated,
      proceeds: leaving.proceeds,
      costs: leaving.costs,
    });
  });

  it.each<[stands: HoldingStand[], carried: ReturnType<typeof carriedInBooks>]>([
    [[], undefined],
    [[stand('pv', '151', 0n), stand('pv', '152', 0n)], undefined],
    [[stand('pv', '151', 90n), stand('other', '151', 10n)], { cost: 100n, accumulated: 0n }],
    [[stand('pv', '151', 90n), stand('pv', '152', -90n)], { cost: 90n, accumulated: 90n }],
    [[stand('members', '132', 50n), stand('members', '133', -20n)], { cost: 50n, accumulated: 20n }],
    [[stand('earmarked', '141', 70n)], { cost: 70n, accumulated: 0n }],
  ])('what stands in the books is carried at cost and loss: case %#', (stands, carried) => {
    expect(carriedInBooks(stands, FULL.roles)).toEqual(carried);
  });

  it.each([
    ['2023', 'equity', ['141']],
    ['2023', 'biological', ['131', '132', '134', '133']],
    ['2004', 'equity', ['141']],
    ['2004', 'biological', []],
  ] as const)('by the chart of %s %s stands on %j', (version, kind, accounts) => {
    const { roles } = seedRegisters().charts.requireChart(version);
    expect(holdingAccounts(kind, roles)).toEqual(accounts);
  });
});
