import type { Fund } from '../../../src/domain/assets/asset';
import {
  ownCostOn,
  shareRuns,
  type ShareFacts,
  shareStep,
  shareTransferPostings,
} from '../../../src/domain/assets/own-cost';
import { depreciationSchedule } from '../../../src/domain/assets/depreciation';
import type { ShareTable } from '../../../src/domain/collectives/share-table';
import { signedAmount } from '../../../src/domain/ledger/journal-entry';
import { shareText } from '../../../src/domain/money/ratio';
import { FULL } from '../ledger/entries.fixture';

const FUNDS: Fund[] = [
  { level: 'central', year: 2017, amount: 100_001n },
  { level: 'county', year: 2017, amount: 50_000n },
];
const table = (validFrom: string, owners: Record<string, string>): ShareTable => ({
  validFrom,
  rows: Object.entries(owners).map(([key, held]) => {
    const [owner = '', share = ''] = held.split(' ');
    return { key, label: key, owner, share };
  }),
});
const TABLES = [
  table('2024-01-01', { a: 'East 30%', b: 'West 30%', c: 'North 40%' }),
  table('2025-02-01', { a: 'East 30%', b: 'East 30%', c: 'North 40%' }),
  table('2025-06-15', { a: 'East 30%', b: 'West 30%', c: 'North 40%' }),
];

describe('what of a kept station is an owner’s on a day', () => {
  it.each([
    { owner: 'East', day: '2023-12-31', own: 'none' },
    { owner: 'East', day: '2025-01-31', own: '30% 45000 false' },
    { owner: 'East', day: '2025-02-01', own: '60% 90000 true' },
    { owner: 'West', day: '2025-02-01', own: '0% 0 true' },
    { owner: 'West', day: '2025-06-14', own: '0% 0 true' },
    // It comes back, and has what it had.
    { owner: 'West', day: '2025-06-15', own: '30% 45000 true' },
    // The odd fen goes to the row that is cut most.
    { owner: 'North', day: '2025-06-15', own: '40% 60001 false' },
    { owner: 'Nobody', day: '2025-06-15', own: '0% 0 false' },
  ])('$owner on $day: $own', ({ owner, day, own }) => {
    const part = ownCostOn(TABLES, FUNDS, { names: [owner], day });
    const said = part && `${shareText(part.share)} ${String(part.cost)} ${String(part.hasMoved)}`;
    expect(said ?? 'none').toBe(own);
  });

  it.each([
    ['East', '2024-01-01 30%, 2025-02-01 60%, 2025-06-15 30%'],
    ['North', '2024-01-01 40%'],
    ['Nobody', '2024-01-01 0%'],
  ])('has of %s the shares %s', (owner, said) => {
    const runs = shareRuns([...TABLES].reverse(), [owner]);
    expect(runs.map(({ from, share }) => `${from} ${shareText(share)}`).join(', ')).toBe(said);
  });

  it('adds up over all owners, fund by fund, on every day', () => {
    for (const { validFrom: day } of TABLES) {
      const parts = ['East', 'West', 'North'].map((each) => ownCostOn(TABLES, FUNDS, { names: [each], day }));
      const sums = FUNDS.map(({ level }) =>
        parts
          .flatMap((part) => part?.funds ?? [])
          .filter((fund) => fund.level === level)
          .reduce((sum, { amount }) => sum + amount, 0n),
      );
      expect(sums).toEqual([100_001n, 50_000n]);
    }
  });

  it('goes by the 64 original villages where 58 are left (A15)', () => {
    const rowsOf = (owner: (index: number) => number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length: 64 }, (_, index) => [`v${String(index)}`, `V${String(owner(index))} 1.5625%`]),
      );
    const merged = (index: number): number => (index < 58 ? index : index - 58);
    const tables = [
      table(
        '2020-01-01',
        rowsOf((index) => index),
      ),
      table('2024-01-01', rowsOf(merged)),
    ];
    const funds: Fund[] = [{ level: 'central', year: 2019, amount: 15_000_000_033n }];
    const costs = Array.from(
      { length: 58 },
      (_, index) => ownCostOn(tables, funds, { names: [`V${String(index)}`], day: '2024-01-01' })?.cost ?? 0n,
    );
    // 1/64 is 234 375 000.5 fen: two rows for those that took another in, one for the rest.
    expect(costs.reduce((sum, cost) => sum + cost, 0n)).toBe(15_000_000_033n);
    expect(costs.slice(0, 6).every((cost) => cost >= 468_750_000n && cost <= 468_750_002n)).toBe(true);
    expect(costs.slice(6).every((cost) => cost === 234_375_000n || cost === 234_375_001n)).toBe(true);
  });
});

describe('what comes next after a table moved an owner’s part', () => {
  const facts: ShareFacts = {
    ...{ byTable: 600n, entered: 400n, improved: 0n, booksCost: 400n, hasLeft: false, isLossDue: false },
  };
  it.each<{ is: string; wish: Partial<ShareFacts>; step: string }>([
    { is: 'in the books at the old cost', wish: {}, step: 'voucher' },
    { is: 'with a month still to book', wish: { isLossDue: true }, step: 'depreciation' },
    { is: 'booked, not registered', wish: { booksCost: 600n }, step: 'register' },
    { is: 'never in the books', wish: { booksCost: 0n }, step: 'register' },
    { is: 'improved, beside nothing', wish: { improved: 50n, booksCost: 50n }, step: 'register' },
    { is: 'improved and booked', wish: { improved: 50n, booksCost: 650n, entered: 600n }, step: 'none' },
    { is: 'improved, not booked', wish: { improved: 50n, booksCost: 450n }, step: 'voucher' },
    { is: 'on old terms', wish: { booksCost: 600n, entered: 600n, termsCost: 400n }, step: 'terms' },
    { is: 'on new terms', wish: { booksCost: 600n, entered: 600n, termsCost: 600n }, step: 'none' },
    { is: 'all lost', wish: { byTable: 0n }, step: 'leave' },
    { is: 'all lost and gone', wish: { byTable: 0n, hasLeft: true }, step: 'none' },
    { is: 'gone, and come back', wish: { hasLeft: true }, step: 'return' },
  ])('$is: $step', ({ wish, step }) => {
    expect(shareStep({ ...facts, ...wish })).toBe(step);
  });
});

describe('the voucher that brings the books to the table', () => {
  const accounts = FULL;
  const post = (
    to: bigint,
    stands: Parameters<typeof shareTransferPostings>[1]['stands'],
    reserve = 1_000n,
  ): string[] =>
    shareTransferPostings(to, {
      ...{ assetId: 's', stands, accounts },
      reserves: new Map(stands.map(({ pool }) => [pool, reserve])),
    }).map((line) => `${line.pool} ${line.ledgerAccount} ${String(signedAmount(line))}`);
  const pv = { pool: 'pv', cost: 1_000n, accumulated: 333n } as const;
  it.each([
    { is: 'half goes', to: 500n, lines: ['pv 152 167', 'pv 311 333', 'pv 151 -500'] },
    { is: 'half comes', to: 1_500n, lines: ['pv 152 -167', 'pv 311 -333', 'pv 151 500'] },
    { is: 'nothing moves', to: 1_000n, lines: [] },
  ])('$is', ({ to, lines }) => {
    expect(post(to, [pv])).toEqual(lines);
  });

  it('gives up no more of the reserve than stands of it', () => {
    expect(post(500n, [pv], 33n)).toEqual(['pv 152 167', 'pv 311 33', 'pv 515 300', 'pv 151 -500']);
    expect(post(1_500n, [pv], 0n)).toEqual(['pv 152 -167', 'pv 311 -333', 'pv 151 500']);
  });

  it('takes of each pool by what it cost there, in balance', () => {
    const lines = post(501n, [pv, { pool: 'members', cost: 1n, accumulated: 0n }]);
    expect(lines).toEqual(['pv 152 167', 'pv 311 333', 'pv 151 -500']);
    const all = post(301n, [pv, { pool: 'members', cost: 9n, accumulated: 9n }]);
    expect(all.filter((line) => line.startsWith('members'))).toEqual(['members 152 6', 'members 151 -6']);
  });

  it('leaves an asset that lands on what it is worth at the end', () => {
    const rest = { cost: 500n, accumulated: 333n - 167n };
    const rows = depreciationSchedule({ from: '2025-03', months: 7, ...rest, salvage: 25n });
    expect(rows.at(-1)).toMatchObject({ accumulated: 475n, net: 25n });
  });
});
