import type { Posting } from '../../../src/domain/ledger/journal-entry';
import type { MoneyOnHand } from '../../../src/domain/ledger/money-on-hand';
import type { PromisedPool } from '../../../src/domain/ledger/promised-money';
import { paidBeyond } from '../../../src/domain/ledger/paid-beyond';
import { balancesAfter } from '../../../src/domain/ledger/pool-balances';
import { mirrored, reversalShortages, withReversal } from '../../../src/domain/ledger/reversal-shortage';
import { FULL as CHART } from './entries.fixture';

const RECEIPT: Posting[] = [
  { ledgerAccount: '102', side: 'debit', amount: 50_000n, pool: 'pv', poolFlow: 'received' },
  { ledgerAccount: '112', side: 'credit', amount: 50_000n, pool: 'pv' },
];

const bank = (day: string, amount: bigint, pool: 'pv' | 'other' = 'pv') => ({
  ...{ ledgerAccount: '102', pool, day, amount },
});

/** 500.00 came on 1 June; `spent` left on 10 June. Another pool has 1,000.00, the cash box nothing. */
const moneyAfter = (spent: bigint): MoneyOnHand => ({
  before: [{ ledgerAccount: '102', pool: 'other', amount: 100_000n }],
  moves: [bank('2025-06-01', 50_000n), ...(spent === 0n ? [] : [bank('2025-06-10', -spent)])],
});

/** 200.00 of what came on 1 June was promised on 20 June. */
const PROMISED: PromisedPool = {
  pool: 'pv',
  promises: [
    {
      ...{ planId: 'a', planLineId: 'a1', pool: 'pv', from: '2025-01-01', to: '2025-06-30' },
      ...{ promisedOn: '2025-06-20', amount: 20_000n },
    },
  ],
  movements: [{ flow: 'received', statementOn: '2025-06-01', amount: 50_000n }],
};

const before = (money: MoneyOnHand, promised: PromisedPool[] = []) => {
  const lines = { postings: mirrored(RECEIPT), postedOn: '2025-07-02', statementOn: '2025-06-01' };
  return reversalShortages(lines, withReversal(lines, { money, promised }, CHART), CHART);
};

describe('what a reversal leaves short', () => {
  it('is nothing while what it takes back is still there', () => {
    expect(before(moneyAfter(0n))).toEqual([]);
  });

  it('is what was spent of it: the pool is named, though another has plenty', () => {
    const facts = { pool: 'pv', day: '2025-07-02', month: '2025-07', missing: 12_345n };
    expect(before(moneyAfter(12_345n))).toEqual([{ code: 'reversal.poolShort', field: '', facts }]);
  });

  it('is told of the day on which most is missing', () => {
    const money = moneyAfter(10_000n);
    const later = { ...money, moves: [...money.moves, bank('2025-08-03', -1n), bank('2025-08-09', 7n)] };
    expect(before(later)[0]?.facts).toMatchObject({ day: '2025-08-03', month: '2025-08', missing: 10_001n });
  });

  it('is told of the bank where no pool is short', () => {
    const money: MoneyOnHand = {
      before: [{ ledgerAccount: '101', pool: 'pv', amount: 50_000n }],
      moves: [bank('2025-06-01', 50_000n), bank('2025-06-10', -50_000n)],
    };
    const [problem, ...others] = before(money);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'reversal.accountShort', facts: { missing: 50_000n } });
  });

  it('is what an approved distribution has promised of it', () => {
    const facts = { pool: 'pv', day: '2025-06-20', missing: 20_000n };
    expect(before(moneyAfter(0n), [PROMISED])).toEqual([
      { code: 'reversal.promisedShort', field: '', facts },
    ]);
  });

  it('is nothing of a promise where the reversal takes back a cost', () => {
    const cost: Posting[] = [
      { ledgerAccount: '511', side: 'debit', amount: -100n, pool: 'pv', poolFlow: 'deducted' },
      { ledgerAccount: '102', side: 'credit', amount: -100n, pool: 'pv' },
    ];
    const lines = { postings: cost, postedOn: '2025-07-02', statementOn: '2025-06-01' };
    const short = { ...PROMISED, movements: [] };
    const books = withReversal(lines, { money: moneyAfter(0n), promised: [short] }, CHART);
    expect(reversalShortages(lines, books, CHART)).toEqual([]);
  });
});

describe('what was paid of a debt that a reversal takes back', () => {
  const WAGES: Posting[] = [
    { ledgerAccount: '514', side: 'debit', amount: 154_633n, pool: 'pv', poolFlow: 'granted' },
    { ledgerAccount: '213', side: 'credit', amount: 154_633n, pool: 'pv' },
  ];
  const taken = mirrored(WAGES);

  it.each<[what: string, owed: bigint, paid: bigint, missing: bigint | undefined]>([
    ['nothing was paid', 154_633n, 0n, undefined],
    ['a part', 154_633n, 100_000n, 100_000n],
    ['all of it', 154_633n, 154_633n, 154_633n],
    ['less than what others are owed besides', 285_342n, 130_709n, undefined],
    ['a fen more than that', 285_342n, 130_710n, 1n],
    ['more than it was, of something else, too', 154_633n, 160_000n, 154_633n],
  ])('%s', (_what, owed, paid, missing) => {
    const balances = [{ ledgerAccount: '213', pool: 'pv' as const, amount: paid - owed }];
    const found = paidBeyond(taken, balancesAfter(balances, taken), CHART);
    expect(found.map(({ code, facts }) => [code, facts?.['missing']])).toEqual(
      missing === undefined ? [] : [['reversal.paidBeyond', missing]],
    );
  });

  it('is asked of its own pool, and of no receipt', () => {
    const elsewhere = [{ ledgerAccount: '213', pool: 'members' as const, amount: 500n }];
    expect(paidBeyond(mirrored(RECEIPT), elsewhere, CHART)).toEqual([]);
    const owed = [{ ledgerAccount: '213', pool: 'pv' as const, amount: -154_633n }, ...elsewhere];
    expect(paidBeyond(taken, balancesAfter(owed, taken), CHART)).toEqual([]);
  });
});
