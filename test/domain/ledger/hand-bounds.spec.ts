import { handBoundProblems } from '../../../src/domain/ledger/hand-bounds';
import type { Pool } from '../../../src/domain/ledger/journal-entry';
import type { PoolBalance } from '../../../src/domain/ledger/pool-balances';
import { FULL, line } from './entries.fixture';

const stands = (ledgerAccount: string, amount: bigint, pool: Pool = 'members'): PoolBalance => ({
  ...{ ledgerAccount, amount, pool },
});
const told = (lines: [account: string, amount: bigint][], balances: PoolBalance[]) =>
  handBoundProblems(
    lines.map(([account, amount]) => ({ ...line(account, amount), pool: 'members' as const })),
    { balances, owed: balances, byPeople: [], levied: [] },
    FULL,
  ).map(({ code, facts = {} }) => {
    const sums = Object.entries(facts).filter(([name]) => name !== 'pool' && name !== 'account');
    return [code, ...sums.map(([, sum]) => sum)];
  });

describe('what a hand pays of a debt', () => {
  it.each<[what: string, lines: [string, bigint][], balances: PoolBalance[], found: unknown[]]>([
    ['all of it', [['211', 10n]], [stands('211', -10n)], []],
    ['a fen more', [['211', 11n]], [stands('211', -10n)], [['voucher.debtShort', 10n, 11n]]],
    ['what nobody is owed', [['213', 1n]], [], [['voucher.debtShort', 0n, 1n]]],
    ['more of a loan', [['201', 5n]], [stands('201', -3n)], [['voucher.debtShort', 3n, 5n]]],
    ['what was paid too much already', [['212', 1n]], [stands('212', 2n)], [['voucher.debtShort', 0n, 1n]]],
    ['what another pool owes', [['211', 1n]], [stands('211', -9n, 'pv')], [['voucher.debtShort', 0n, 1n]]],
    ['of a detail, by the whole account', [['21101', 4n]], [stands('211', -3n), stands('21102', -1n)], []],
    [
      'what the same voucher owes anew',
      [
        ['211', 5n],
        ['211', -5n],
      ],
      [],
      [],
    ],
    ['tax, on which either side may stand', [['214', 5n]], [], []],
  ])('%s', (_what, lines, balances, found) => {
    const paid = lines.reduce((sum, [, amount]) => sum + amount, 0n);
    expect(told([...lines, ['102', -paid]], balances)).toEqual(found);
  });
});

/** A hand shares out a fen of a pool that brought a hundred. */
const shared = (pool: Pool) =>
  handBoundProblems(
    [
      { ...line('322', 1n), pool },
      { ...line('211', -1n), pool },
    ],
    { balances: [stands('501', -100n, pool)], owed: [], byPeople: [], levied: [] },
    FULL,
  ).map(({ code }) => code);

it('shares out what a pool brought, and nothing of money for a purpose', () => {
  expect(['pv', 'members', 'other', 'earmarked'].map((pool) => shared(pool as Pool))).toEqual([
    ...[[], [], []],
    ['voucher.earmarkedShared'],
  ]);
});

/** Debit above zero: a reserve of 10 stands at -10, a loss of 10 on 322 at 10. */
describe('what a hand may take', () => {
  it.each<[what: string, lines: [string, bigint][], balances: PoolBalance[], found: unknown[]]>([
    [
      'a loss out of the reserve',
      [
        ['311', 10n],
        ['322', -10n],
      ],
      [stands('311', -10n), stands('322', 10n)],
      [],
    ],
    [
      ...([
        'a fen more than the loss',
        [
          ['311', 11n],
          ['322', -11n],
        ] as [string, bigint][],
      ] as const),
      [stands('311', -20n), stands('322', 10n)],
      [['voucher.reserveAboveLoss', 10n, 11n]],
    ],
    [
      ...([
        'where there is no loss',
        [
          ['311', 1n],
          ['322', -1n],
        ] as [string, bigint][],
      ] as const),
      [stands('311', -20n), stands('322', -10n)],
      [['voucher.reserveAboveLoss', 0n, 1n]],
    ],
    [
      ...([
        'a fen more than the reserve',
        [
          ['311', 10n],
          ['322', -10n],
        ] as [string, bigint][],
      ] as const),
      [stands('311', -9n), stands('322', 10n)],
      [['voucher.reserveShort', 9n, 10n]],
    ],
    [
      ...([
        'the reserve of another pool',
        [
          ['311', 10n],
          ['322', -10n],
        ] as [string, bigint][],
      ] as const),
      [stands('311', -10n, 'pv'), stands('322', 10n)],
      [['voucher.reserveShort', 0n, 10n]],
    ],
    [
      'the reserve for an asset that is scrapped',
      [
        ['311', 5n],
        ['151', -5n],
      ],
      [stands('311', -5n)],
      [],
    ],
    [
      'the same out of what another pool filled',
      [
        ['311', 5n],
        ['151', -5n],
      ],
      [stands('311', -5n, 'earmarked')],
      [],
    ],
    [
      'and a fen more than all of it',
      [
        ['311', 5n],
        ['151', -5n],
      ],
      [stands('311', -4n, 'earmarked')],
      [['voucher.reserveShort', 4n, 5n]],
    ],
    [
      'a special fund that is there',
      [
        ['241', 9n],
        ['311', -9n],
      ],
      [stands('241', -9n)],
      [],
    ],
    [
      ...([
        'a fen more of it',
        [
          ['241', 10n],
          ['503', -10n],
        ] as [string, bigint][],
      ] as const),
      [stands('241', -9n)],
      [['voucher.fundShort', 9n, 10n]],
    ],
    [
      'in kind, in and out at once',
      [
        ['151', 9n],
        ['241', -9n],
        ['241', 9n],
        ['311', -9n],
      ],
      [],
      [],
    ],
    [
      'what was carried over, to others',
      [
        ['322', 10n],
        ['211', -10n],
      ],
      [stands('322', -10n)],
      [],
    ],
    [
      'what this year earned',
      [
        ['322', 10n],
        ['211', -10n],
      ],
      [stands('501', -15n), stands('511', 5n)],
      [],
    ],
    [
      ...([
        'a fen more than that',
        [
          ['322', 11n],
          ['211', -11n],
        ] as [string, bigint][],
      ] as const),
      [stands('501', -15n), stands('511', 5n)],
      [['voucher.aboveSurplus', 10n, 11n]],
    ],
    [
      ...([
        'out of a loss',
        [
          ['322', 1n],
          ['211', -1n],
        ] as [string, bigint][],
      ] as const),
      [stands('322', 4n)],
      [['voucher.aboveSurplus', 0n, 1n]],
    ],
    [
      'what is left beside another pool’s loss',
      [
        ['322', 6n],
        ['211', -6n],
      ],
      [stands('322', -10n), stands('322', 4n, 'pv'), stands('322', 3n, 'earmarked')],
      [],
    ],
    [
      'a fen more of it',
      [
        ['322', 7n],
        ['211', -7n],
      ],
      [stands('322', -10n), stands('322', 4n, 'pv')],
      [['voucher.aboveWhole', 6n, 7n]],
    ],
    [
      'back into the reserve what covered a loss',
      [
        ['322', 5n],
        ['311', -5n],
      ],
      [],
      [],
    ],
    [
      'nothing of either',
      [
        ['102', 5n],
        ['501', -5n],
      ],
      [],
      [],
    ],
  ])('%s', (_what, lines, balances, found) => {
    expect(told(lines, balances)).toEqual(found);
  });
});
