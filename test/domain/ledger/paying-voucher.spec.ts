import type { Pool } from '../../../src/domain/ledger/journal-entry';
import { payingVoucher } from '../../../src/domain/ledger/paying-voucher';
import { FULL, line } from './entries.fixture';

describe('the voucher that pays what another one made owed', () => {
  type Lines = [account: string, amount: bigint, counterparty?: string][];
  const debtOf = (lines: Lines, amount: bigint, pool: Pool = 'pv') => {
    const postings = lines.map(([account, sum, counterparty]) => ({
      ...{ ...line(account, sum), pool },
      ...(counterparty === undefined ? {} : { counterparty }),
    }));
    return { postings, amount };
  };
  const paid = (...debts: ReturnType<typeof debtOf>[]) => {
    const form = payingVoucher(debts, { on: '2025-03-04', summary: 'pays' }, FULL);
    return form?.lines.map((each) =>
      [each.pool, each.ledgerAccount, each.debit, each.credit, each.counterparty].join(' ').trim(),
    );
  };

  it.each<[what: string, lines: [string, bigint, string?][], amount: bigint, found: string[] | undefined]>([
    [
      'wages that were granted',
      [
        ['514', 9_00n],
        ['213', -9_00n],
      ],
      9_00n,
      ['pv 213 9.00', 'pv 102  9.00'],
    ],
    [
      'a part of them',
      [
        ['514', 9_00n],
        ['213', -9_00n],
      ],
      8_99n,
      ['pv 213 8.99', 'pv 102  8.99'],
    ],
    [
      'no more than was owed',
      [
        ['514', 9_00n],
        ['213', -9_00n],
      ],
      9_01n,
      ['pv 213 9.00', 'pv 102  9.00'],
    ],
    [
      'to whom it is owed',
      [
        ['513', 5_00n],
        ['211', -5_00n, 'Mill'],
      ],
      5_00n,
      ['pv 211 5.00  Mill', 'pv 102  5.00'],
    ],
    [
      'to the first of two, what he is owed',
      [
        ['513', 5_00n],
        ['211', -2_00n, 'Mill'],
        ['211', -3_00n, 'Li'],
      ],
      5_00n,
      ['pv 211 2.00  Mill', 'pv 102  2.00'],
    ],
    [
      'a member',
      [
        ['322', 5_00n],
        ['113', -5_00n, 'Li'],
      ],
      5_00n,
      ['pv 113 5.00  Li', 'pv 102  5.00'],
    ],
    [
      'nothing where nothing is owed',
      [
        ['513', 5_00n],
        ['102', -5_00n],
      ],
      5_00n,
      undefined,
    ],
    [
      'nor where a debt was paid',
      [
        ['211', 5_00n],
        ['102', -5_00n],
      ],
      5_00n,
      undefined,
    ],
  ])('is over %s', (_what, lines, amount, found) => {
    expect(paid(debtOf(lines, amount))).toEqual(found);
  });

  const WAGES: Lines = [
    ['514', 9_00n],
    ['213', -9_00n],
  ];
  it('is over several debts, each as far as it was paid, by one line of the bank for each pool', () => {
    const aid: Lines = [
      ['522', 4_00n],
      ['211', -4_00n, 'Li'],
    ];
    expect(paid(debtOf(WAGES, 8_00n), debtOf(aid, 4_01n), debtOf(WAGES, 9_00n, 'other'))).toEqual([
      ...['pv 213 8.00', 'pv 211 4.00  Li', 'other 213 9.00'],
      ...['pv 102  12.00', 'other 102  9.00'],
    ]);
  });

  it('leaves out of several what made no debt', () => {
    const cash: Lines = [
      ['513', 5_00n],
      ['102', -5_00n],
    ];
    expect(paid(debtOf(cash, 5_00n), debtOf(WAGES, 9_00n))).toEqual(['pv 213 9.00', 'pv 102  9.00']);
    expect(paid(debtOf(cash, 5_00n), debtOf(cash, 5_00n))).toBeUndefined();
  });
});
