import type { Posting } from '../../../src/domain/ledger/journal-entry';
import { namedParts, namedProblems, type PayableDebt } from '../../../src/domain/payouts/named-payments';
import { FULL } from '../ledger/entries.fixture';

const line = (debit: bigint, more: Partial<Posting> = {}): Posting => ({
  ...({ ledgerAccount: '211', pool: 'pv', side: 'debit', amount: debit } as const),
  ...more,
});
const bank = (amount: bigint): Posting => line(amount, { ledgerAccount: '102', side: 'credit' });
const debt = (entryId: string, open: bigint, people?: PayableDebt['people']): PayableDebt => ({
  ...({ entryId, pool: 'pv', ledgerAccount: '211', postedOn: '2025-06-01', open, people } as const),
  voucher: { voucherYear: 2025, voucherNumber: 1, summary: '' },
});
const PEOPLE = [
  { memberId: 'a', amount: 40n },
  { memberId: 'b', amount: 60n },
];
const DEBTS = new Map(
  [debt('sum', 100n, []), debt('list', 100n, PEOPLE), debt('unsure', 100n)].map((each) => [
    each.entryId,
    each,
  ]),
);

/** The lines, each with what it pays; what pays nothing stands last. */
const told = (of: readonly [string, Posting][], others: Posting[], postedOn = '2025-06-02'): string[] => {
  const postings = [...of.map(([, each]) => each), ...others];
  const pays = of.map(([debtId], index) => ({ line: index, debtId }));
  return namedProblems({ postings, pays, postedOn }, DEBTS, FULL).map(({ code }) => code.slice(8));
};

describe('lines that say what they pay', () => {
  it.each<[string, [string, Posting][], Posting[], string[]]>([
    ['a part of a sum', [['sum', line(1n)]], [bank(1n)], []],
    ['all of it', [['sum', line(100n)]], [bank(100n)], []],
    ['a fen more', [['sum', line(101n)]], [bank(101n)], ['paysAbove']],
    [
      'two lines of it',
      [
        ['sum', line(60n)],
        ['sum', line(40n)],
      ],
      [bank(100n)],
      [],
    ],
    [
      'two lines a fen above',
      [
        ['sum', line(60n)],
        ['sum', line(41n)],
      ],
      [bank(101n)],
      ['paysAbove'],
    ],
    ['a list whole', [['list', line(100n)]], [bank(100n)], []],
    ['a part of a list', [['list', line(40n)]], [bank(40n)], ['paysPart']],
    [
      'a list in two lines',
      [
        ['list', line(60n)],
        ['list', line(40n)],
      ],
      [bank(100n)],
      ['paysPart'],
    ],
    ['a list of which nobody is certain', [['unsure', line(100n)]], [bank(100n)], ['paysPart']],
    ['what nobody owes', [['other', line(1n)]], [bank(1n)], ['paysElsewhere']],
    ['on another account', [['sum', line(1n, { ledgerAccount: '213' })]], [bank(1n)], ['paysElsewhere']],
    ['in another pool', [['sum', line(1n, { pool: 'members' })]], [bank(1n)], ['paysElsewhere']],
    ['under a name', [['sum', line(1n, { counterparty: 'x' })]], [bank(1n)], ['paysElsewhere']],
    ['on the other side', [['sum', line(1n, { side: 'credit' })]], [bank(1n)], ['paysElsewhere']],
    ['in red letters', [['sum', line(-1n)]], [bank(-1n)], ['paysElsewhere']],
    ['without money', [['sum', line(9n)]], [line(9n, { side: 'credit', stream: 'rent' })], ['paysNoMoney']],
  ])('%s', (_, of, others, found) => {
    expect(told(of, others)).toEqual(found);
  });

  it('pay nothing before it is owed', () => {
    expect(told([['sum', line(1n)]], [bank(1n)], '2025-05-31')).toEqual(['paysBefore']);
  });

  it('are of a list its people, of a sum whoever has it', () => {
    const pays = ['sum', 'list'].map((debtId, index) => ({ line: index, debtId }));
    expect(namedParts({ postings: [line(7n), line(100n), bank(107n)], pays }, DEBTS)).toEqual([
      { debtId: 'sum', partyId: '', amount: 7n, entryLine: 1 },
      { debtId: 'list', partyId: 'a', amount: 40n, entryLine: 2 },
      { debtId: 'list', partyId: 'b', amount: 60n, entryLine: 2 },
    ]);
  });
});
