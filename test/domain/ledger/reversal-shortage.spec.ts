import type { Posting } from '../../../src/domain/ledger/journal-entry';
import type { MoneyOnHand } from '../../../src/domain/ledger/money-on-hand';
import type { PromisedPool } from '../../../src/domain/ledger/promised-money';
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
