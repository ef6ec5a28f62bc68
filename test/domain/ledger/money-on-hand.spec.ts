import type { Pool, Posting } from '../../../src/domain/ledger/journal-entry';
import {
  contraShortProblems,
  type MoneyMove,
  shortageProblems,
  takesContra,
  takesMoney,
} from '../../../src/domain/ledger/money-on-hand';
import type { PoolBalance } from '../../../src/domain/ledger/pool-balances';
import type { Fen } from '../../../src/domain/money/fen';
import { FULL } from './entries.fixture';

const line = (
  ledgerAccount: string,
  side: Posting['side'],
  amount: Fen,
  pool: Pool = 'members',
): Posting => ({
  ledgerAccount,
  side,
  amount,
  pool,
});
const stood = (ledgerAccount: string, amount: Fen, pool: Pool = 'members'): PoolBalance => ({
  ...{ ledgerAccount, pool, amount },
});
const moved = (day: string, amount: Fen, wish: Partial<MoneyMove> = {}): MoneyMove => ({
  ...{ day, amount, ledgerAccount: '102', pool: 'members' },
  ...wish,
});
const payment = (amount: Fen): Posting[] => [line('513', 'debit', amount), line('102', 'credit', amount)];

/** What is said of a payment of 100 fen on 10 July out of 102, the payment itself among the moves. */
const saidOf = (before: PoolBalance[], others: MoneyMove[], postings = payment(100n)) => {
  const own = postings
    .filter(({ ledgerAccount }) => /^10[12]/.test(ledgerAccount))
    .map(({ ledgerAccount, pool, side, amount }) =>
      moved('2025-07-10', side === 'debit' ? amount : -amount, { ledgerAccount, pool }),
    );
  const money = { before, moves: [...others, ...own] };
  return shortageProblems({ postedOn: '2025-07-10', postings }, money, FULL).map(
    ({ code, facts }) =>
      `${code} ${String(facts?.['pool'] ?? facts?.['account'])} ${String(facts?.['day'])} ` +
      `${String(facts?.['left'])} of ${String(facts?.['amount'])}`,
  );
};

describe('nobody pays what is not there', () => {
  const short = (day: string, left: string) => [
    `money.poolShort members ${day} ${left} of 100`,
    `money.accountShort 102 银行存款 ${day} ${left} of 100`,
  ];

  it.each<{ why: string; before: PoolBalance[]; moves: MoneyMove[]; said: string[] }>([
    { why: 'exactly what there is', before: [stood('102', 100n)], moves: [], said: [] },
    { why: 'a fen more', before: [stood('102', 99n)], moves: [], said: short('2025-07-10', '99') },
    { why: 'nothing there', before: [], moves: [], said: short('2025-07-10', '0') },
    { why: 'what came that day', before: [], moves: [moved('2025-07-10', 100n)], said: [] },
    {
      why: 'what comes the day after',
      before: [],
      moves: [moved('2025-07-11', 100n)],
      said: short('2025-07-10', '0'),
    },
    {
      why: 'what was spent later',
      before: [stood('102', 150n)],
      moves: [moved('2025-07-20', -51n)],
      said: short('2025-07-20', '99'),
    },
    {
      why: 'what was spent later and came before that',
      before: [stood('102', 150n)],
      moves: [moved('2025-07-20', -51n), moved('2025-07-19', 1n)],
      said: [],
    },
    {
      why: 'what came and went on one later day',
      before: [stood('102', 150n)],
      moves: [moved('2025-07-20', -51n), moved('2025-07-20', 1n, { ledgerAccount: '10201' })],
      said: [],
    },
    { why: 'out of a detail of the bank', before: [stood('10201', 100n)], moves: [], said: [] },
    {
      why: 'with the money of another pool',
      before: [stood('102', 100n, 'pv')],
      moves: [],
      said: ['money.poolShort members 2025-07-10 0 of 100'],
    },
    {
      why: 'with what lies in the cash box',
      before: [stood('101', 100n)],
      moves: [],
      said: ['money.accountShort 102 银行存款 2025-07-10 0 of 100'],
    },
  ])('$why', ({ before, moves, said }) => {
    expect(saidOf(before, moves)).toEqual(said);
  });

  it.each<{ why: string; before: PoolBalance[]; postings: Posting[]; said: string[] }>([
    {
      why: 'cash taken to the bank out of the box',
      before: [stood('101', 100n)],
      postings: [line('102', 'debit', 100n), line('101', 'credit', 100n)],
      said: [],
    },
    {
      why: 'cash taken to the bank that is not in the box',
      before: [stood('102', 900n)],
      postings: [line('102', 'debit', 100n), line('101', 'credit', 100n)],
      said: ['money.accountShort 101 库存现金 2025-07-10 0 of 100'],
    },
    {
      why: 'one pool lends to another out of one account',
      before: [stood('102', 100n, 'earmarked')],
      postings: [
        line('102', 'debit', 100n),
        line('113', 'credit', 100n),
        line('113', 'debit', 100n, 'earmarked'),
        line('102', 'credit', 100n, 'earmarked'),
      ],
      said: [],
    },
    {
      why: 'money that comes while the books are below zero',
      before: [stood('102', -500n)],
      postings: [line('102', 'debit', 100n), line('504', 'credit', 100n)],
      said: [],
    },
    {
      why: 'a receipt in red letters takes out what is not there',
      before: [],
      postings: [line('102', 'debit', -100n), line('504', 'credit', -100n)],
      said: [
        'money.poolShort members 2025-07-10 0 of 100',
        'money.accountShort 102 银行存款 2025-07-10 0 of 100',
      ],
    },
  ])('$why', ({ before, postings, said }) => {
    expect(saidOf(before, [], postings)).toEqual(said);
  });

  it('asks only where a line takes money out', () => {
    expect(takesMoney([line('513', 'debit', 5n), line('211', 'credit', 5n)], FULL)).toBe(false);
    expect(takesMoney([line('102', 'debit', 5n), line('504', 'credit', 5n)], FULL)).toBe(false);
    expect(takesMoney(payment(5n), FULL)).toBe(true);
    expect(takesMoney([line('10201', 'debit', -5n), line('504', 'credit', -5n)], FULL)).toBe(true);
  });
});

describe('nobody takes depreciation away that is not there', () => {
  const worn = (day: string, amount: Fen, ledgerAccount = '133'): MoneyMove =>
    moved(day, amount, { ledgerAccount });
  const taken = line('133', 'debit', 100n);

  it.each<{ why: string; before: PoolBalance[]; moves: MoneyMove[]; said: string[] }>([
    { why: 'all there is', before: [stood('133', -100n)], moves: [], said: [] },
    { why: 'a fen more', before: [stood('133', -99n)], moves: [], said: ['133 2025-07-31 99 of 100'] },
    {
      why: 'what the month wears off, booked on its last day',
      before: [],
      moves: [worn('2025-07-31', -100n)],
      said: [],
    },
    {
      why: 'what the next month wears off',
      before: [],
      moves: [worn('2025-08-01', -100n)],
      said: ['133 2025-07-31 0 of 100'],
    },
    {
      why: 'what a later month took away already',
      before: [stood('133', -150n)],
      moves: [worn('2025-09-03', 51n)],
      said: ['133 2025-09-30 99 of 100'],
    },
    { why: 'what stands on a detail', before: [stood('13301', -100n)], moves: [], said: [] },
    {
      why: 'what another pool has',
      before: [stood('133', -100n, 'pv')],
      moves: [],
      said: ['133 2025-07-31 0 of 100'],
    },
    {
      why: 'what another such account has',
      before: [stood('162', -100n)],
      moves: [],
      said: ['133 2025-07-31 0 of 100'],
    },
  ])('$why', ({ before, moves, said }) => {
    const postings = [taken, line('311', 'credit', 100n)];
    const stands = { before, moves: [...moves, worn('2025-07-10', 100n)] };
    const problems = contraShortProblems({ postedOn: '2025-07-10', postings }, stands, FULL);
    expect(
      problems.map(({ code, facts }) => {
        expect(code).toBe('money.contraShort');
        const { account, day, left, amount } = facts ?? {};
        return `${String(account).slice(0, 3)} ${String(day)} ${String(left)} of ${String(amount)}`;
      }),
    ).toEqual(said);
  });

  it('asks only where a line takes it away', () => {
    expect(takesContra([taken], FULL)).toBe(true);
    expect(takesContra([line('16201', 'credit', -5n)], FULL)).toBe(true);
    expect(takesContra([line('133', 'credit', 5n), line('511', 'debit', 5n)], FULL)).toBe(false);
    expect(takesContra(payment(5n), FULL)).toBe(false);
  });
});
