import { handBoundProblems } from '../../../src/domain/ledger/hand-bounds';
import type { OwedTo } from '../../../src/domain/ledger/pool-lines';
import type { Pool } from '../../../src/domain/ledger/journal-entry';
import type { PoolBalance } from '../../../src/domain/ledger/pool-balances';
import { FULL, line } from './entries.fixture';

/** Debit above zero: a debt of 10 stands at -10. */
const stands = (ledgerAccount: string, amount: bigint, pool: Pool = 'members'): PoolBalance => ({
  ...{ ledgerAccount, amount, pool },
});

describe('whom a hand pays', () => {
  const owed = (amount: bigint, counterparty?: string, pool: Pool = 'members'): OwedTo => ({
    ...stands('211', amount, pool),
    ...(counterparty === undefined ? {} : { counterparty }),
  });
  const BOOKS = [owed(-10n, 'mason'), owed(-5n, 'mill'), owed(-3n), owed(-7n, 'mason', 'pv')];
  const paid = (lines: [amount: bigint, counterparty?: string][]) =>
    handBoundProblems(
      [
        { ...line('102', -lines.reduce((sum, [amount]) => sum + amount, 0n)), pool: 'members' },
        ...lines.map(([amount, counterparty]) => ({
          ...line('211', amount),
          pool: 'members' as const,
          ...(counterparty === undefined ? {} : { counterparty }),
        })),
      ],
      { balances: [stands('211', -18n), stands('211', -7n, 'pv')], owed: BOOKS, byPeople: [], levied: [] },
      FULL,
    ).map(({ code, field, facts = {} }) => [code, field, facts['held'], facts['taken']]);

  it.each<[what: string, lines: [bigint, string?][], found: unknown[]]>([
    ['what he is owed', [[10n, 'mason']], []],
    ['a fen more', [[11n, 'mason']], [['voucher.notOwedTo', 'lines.1.counterparty', 10n, 11n]]],
    [
      'in two lines, by what they come to',
      [
        [6n, 'mason'],
        [5n, 'mason'],
      ],
      [['voucher.notOwedTo', 'lines.1.counterparty', 10n, 11n]],
    ],
    ['somebody who is owed nothing', [[1n, 'bank']], [['voucher.notOwedTo', 'lines.1.counterparty', 0n, 1n]]],
    ['nobody named, what nobody named is owed', [[3n]], []],
    ['nobody named, a fen more', [[4n]], [['voucher.owedByName', 'lines.1.counterparty', 3n, 4n]]],
    [
      'one right and one wrong',
      [
        [5n, 'mill'],
        [11n, 'mason'],
      ],
      [['voucher.notOwedTo', 'lines.2.counterparty', 10n, 11n]],
    ],
    [
      'what is owed from now on to another',
      [
        [10n, 'mason'],
        [-10n, 'bank'],
      ],
      [],
    ],
    ['more than all are owed', [[19n, 'mason']], [['voucher.debtShort', 'lines', 18n, 19n]]],
  ])('%s', (_what, lines, found) => {
    expect(paid(lines)).toEqual(found);
  });
});

describe('income that has not come', () => {
  const owed = (ledgerAccount: string, amount: bigint, counterparty?: string): OwedTo => ({
    ...stands(ledgerAccount, amount),
    ...(counterparty === undefined ? {} : { counterparty }),
  });
  const BOOKS = [owed('113', -8n, 'li'), owed('113', 9n, 'wu'), owed('214', -4n), owed('112', 6n, 'mill')];
  const paid = (lines: [account: string, amount: bigint, counterparty?: string][]) =>
    handBoundProblems(
      lines.map(([account, amount, counterparty]) => ({
        ...line(account, amount),
        pool: 'members' as const,
        ...(counterparty === undefined ? {} : { counterparty }),
      })),
      { balances: BOOKS, owed: BOOKS, byPeople: [], levied: [] },
      FULL,
    ).map(({ code, field, facts = {} }) => [code, field, facts['held'], facts['taken']]);
  const notCome = (place: number, held: bigint, taken: bigint) => [
    ['voucher.incomeNotCome', `lines.${String(place)}.ledgerAccount`, held, taken],
  ];

  it.each<[what: string, lines: [string, bigint, string?][], found: unknown[]]>([
    [
      'in the bank',
      [
        ['102', 5n],
        ['504', -5n],
      ],
      [],
    ],
    [
      'from a member who is to pay it',
      [
        ['113', 1n],
        ['504', -1n],
      ],
      notCome(0, 0n, 1n),
    ],
    [
      'from a member who is owed as much',
      [
        ['504', -8n],
        ['113', 8n, 'li'],
      ],
      [],
    ],
    [
      'a fen more than he is owed',
      [
        ['504', -9n],
        ['113', 9n, 'li'],
      ],
      notCome(1, 8n, 9n),
    ],
    [
      'from one who owes already',
      [
        ['113', 1n, 'wu'],
        ['504', -1n],
      ],
      notCome(0, 0n, 1n),
    ],
    [
      'as a claim on somebody',
      [
        ['112', 5n, 'mill'],
        ['504', -5n],
      ],
      notCome(0, 0n, 5n),
    ],
    [
      'as tax that is let off',
      [
        ['214', 4n],
        ['504', -4n],
      ],
      [],
    ],
    [
      'as a fen more tax than is owed',
      [
        ['214', 5n],
        ['504', -5n],
      ],
      notCome(0, 4n, 5n),
    ],
    [
      'as a cost to be got back',
      [
        ['112', 5n],
        ['513', -5n],
      ],
      [...notCome(0, 0n, 5n), ['voucher.costShort', 'lines', undefined, 5n]],
    ],
    [
      'in part',
      [
        ['102', 4n],
        ['113', 1n],
        ['504', -5n],
      ],
      notCome(1, 0n, 1n),
    ],
    [
      'an advance beside a cost',
      [
        ['113', 5n],
        ['513', 5n],
        ['102', -10n],
      ],
      [],
    ],
    [
      'what a member pays of what he owes',
      [
        ['102', 9n],
        ['113', -9n, 'wu'],
      ],
      [],
    ],
  ])('%s', (_what, lines, found) => {
    expect(paid(lines)).toEqual(found);
  });
});

describe('what somebody was paid too much', () => {
  const books = [
    { ...stands('211', 6n), counterparty: 'mason' },
    { ...stands('211', -5n), counterparty: 'mill' },
  ];
  const bound = (...lines: [account: string, amount: bigint, counterparty?: string][]) =>
    handBoundProblems(
      lines.map(([account, amount, counterparty]) => ({
        ...line(account, amount),
        pool: 'members' as const,
        ...(counterparty === undefined ? {} : { counterparty }),
      })),
      { balances: [stands('211', 1n)], owed: books, byPeople: [], levied: [] },
      FULL,
    ).map(({ code }) => code.replace('voucher.', ''));

  it('keeps nobody else from being paid what he is owed', () => {
    expect(bound(['211', 5n, 'mill'], ['102', -5n])).toEqual([]);
    expect(bound(['211', 6n, 'mill'], ['102', -6n])).toEqual(['debtShort']);
    expect(bound(['211', 1n, 'mason'], ['102', -1n])).toEqual(['notOwedTo']);
  });

  it('and nobody named may have been paid for any of them', () => {
    expect(bound(['211', 1n], ['102', -1n])).toEqual(['debtShort']);
  });

  it('becomes a claim on him, as far as it is', () => {
    expect(bound(['113', 6n, 'mason'], ['211', -6n, 'mason'])).toEqual([]);
    expect(bound(['113', 7n, 'mason'], ['211', -7n, 'mason'])).toEqual(['incomeNotCome']);
    expect(bound(['113', 5n, 'mill'], ['211', -5n, 'mill'])).toEqual(['incomeNotCome']);
  });
});
