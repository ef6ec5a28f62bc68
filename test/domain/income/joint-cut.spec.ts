import { cutParts, cutTakenPostings, keptCutPostings } from '../../../src/domain/income/joint-cut';
import type { Posting } from '../../../src/domain/ledger/journal-entry';
import { CHART } from '../ledger/entries.fixture';

const ROWS = [
  { key: '01', label: 'Old one', share: '30%', owner: 'East' },
  { key: '02', label: 'Old two', share: '20%', owner: 'West' },
  { key: '03', label: 'Old three', share: '10%', owner: 'East' },
  { key: '04', label: 'Beyond', share: '40%', owner: 'River' },
];

describe('what a notice cuts of a joint station’s subsidy', () => {
  type Sums = readonly [east: bigint, west: bigint, river: bigint];
  const NOTHING: Sums = [0n, 0n, 0n];
  const PLENTY: Sums = [1_000n, 1_000n, 1_000n];
  it.each<[rule: string, amount: bigint, borne: Sums, open: Sums, lost: Sums]>([
    ['is borne by the shares, all rows of an owner together', 1_000n, NOTHING, PLENTY, [400n, 200n, 400n]],
    ['gives the odd fen to who is cut most', 101n, NOTHING, PLENTY, [40n, 20n, 41n]],
    [
      'is split by the running total: the next levels the odd fen',
      101n,
      [40n, 20n, 41n],
      PLENTY,
      [41n, 20n, 40n],
    ],
    ['takes no more from anybody than he waits for', 500n, NOTHING, [150n, 200n, 200n], [150n, 150n, 200n]],
    [
      'takes all that all of them wait for, to the fen',
      501n,
      [1n, 0n, 0n],
      [201n, 99n, 201n],
      [201n, 99n, 201n],
    ],
    ['gives nobody anything by a cut', 1n, [3n, 0n, 0n], PLENTY, [0n, 0n, 1n]],
    ['leaves out who loses nothing', 1n, NOTHING, PLENTY, [0n, 0n, 1n]],
  ])('%s', (_rule, amount, borne, open, lost) => {
    const owners = ['East', 'West', 'River'] as const;
    const given = new Map(owners.map((owner, place) => [owner as string, borne[place] ?? 0n]));
    const whole = borne.reduce((sum, each) => sum + each, 0n);
    const parts = cutParts(
      amount,
      { whole, given },
      { rows: ROWS, open: owners.map((owner, place) => ({ owner, open: open[place] ?? 0n })) },
    );
    expect(owners.map((owner) => parts.find((part) => part.owner === owner)?.amount ?? 0n)).toEqual(lost);
    expect(parts.every((part) => part.amount > 0n)).toBe(true);
  });

  it('goes back the way the slip came: receivable, internal dealings, no income of the keeper’s', () => {
    const { roles } = CHART;
    const cut = { pool: 'pv', assetId: 's', stream: 'subsidy', month: '2025-01', amount: 100n } as const;
    const told = (postings: readonly Posting[]): string[] =>
      postings.map(({ ledgerAccount, side, amount, counterparty = '' }) =>
        [ledgerAccount, side, String(amount), counterparty].join(' ').trim(),
      );
    const grid = { ...cut, counterparty: 'grid' };
    const elsewhere = [{ owner: 'River', amount: 40n }];
    expect(told(keptCutPostings(grid, { onTheWay: 60n, elsewhere }, roles))).toEqual([
      `${roles.receivable} credit 100 grid`,
      `${roles.internal} debit 60 transit`,
      `${roles.internal} debit 40 River`,
    ]);
    expect(told(cutTakenPostings(cut, { owner: 'East', amount: 40n }, roles))).toEqual([
      `${roles.internal} credit 40 transit`,
      `${roles.internal} debit 40 East`,
    ]);
  });
});
