import type { Pool } from '../../../src/domain/ledger/journal-entry';
import type { PoolBalance } from '../../../src/domain/ledger/pool-balances';
import { standingProblems } from '../../../src/domain/ledger/standing-balances';
import type { Fen } from '../../../src/domain/money/fen';
import { FULL, OLD } from './entries.fixture';

const stood = (ledgerAccount: string, amount: Fen, pool: Pool = 'members'): PoolBalance => ({
  ...{ ledgerAccount, pool, amount },
});

describe('a month cannot end with', () => {
  it.each<{ why: string; balances: PoolBalance[]; said: string[] }>([
    {
      why: 'nothing amiss',
      balances: [stood('102', 1n), stood('151', 2n), stood('152', -1n), stood('511', 5n)],
      said: [],
    },
    {
      why: 'cash below zero, though the bank covers it',
      balances: [stood('101', -1n), stood('102', 1n)],
      said: ['months.accountBelowZero 101 库存现金 1'],
    },
    {
      why: 'a detail of the bank below zero that another covers is left to the bank statement',
      balances: [stood('10201', -1n), stood('102', 1n)],
      said: [],
    },
    {
      why: 'the bank below zero with its details',
      balances: [stood('101', 5n), stood('10201', -3n), stood('102', 1n)],
      said: ['months.accountBelowZero 102 银行存款 2'],
    },
    {
      why: 'a pool that was paid for with the money of another',
      balances: [stood('102', 10n, 'pv'), stood('102', -4n, 'other'), stood('101', 1n, 'other')],
      said: ['months.poolBelowZero other 3'],
    },
    {
      why: 'depreciation in debit',
      balances: [stood('152', 1n)],
      said: ['months.contraDebit 152 累计折旧 1'],
    },
    {
      why: 'amortisation in debit',
      balances: [stood('162', 7n)],
      said: ['months.contraDebit 162 累计摊销 7'],
    },
    {
      why: 'a fen more depreciation than cost',
      balances: [stood('151', 9n), stood('152', -10n)],
      said: ['months.contraAboveCost 152 累计折旧 10'],
    },
    { why: 'what is written down whole', balances: [stood('151', 10n), stood('152', -10n)], said: [] },
    {
      why: 'amortisation of what was never bought',
      balances: [stood('151', 10n), stood('162', -1n)],
      said: ['months.contraAboveCost 162 累计摊销 1'],
    },
    {
      why: 'depreciation of what bears fruit, held against that alone',
      balances: [stood('131', 10n), stood('132', 4n), stood('133', -5n)],
      said: ['months.contraAboveCost 133 生产性生物资产累计折旧 5'],
    },
    {
      why: 'stores below nothing',
      balances: [stood('121', 2n), stood('12101', -3n)],
      said: ['months.assetBelowZero 121 库存物资 1'],
    },
    { why: 'stores that are used up', balances: [stood('121', 3n), stood('12101', -3n)], said: [] },
    {
      why: 'stores of one pool used by another',
      balances: [stood('121', 3n), stood('121', -3n, 'pv')],
      said: ['months.assetBelowZero 121 库存物资 3 of pv'],
    },
    {
      why: 'depreciation in one pool of what another built',
      balances: [stood('151', 10n), stood('152', -4n, 'pv')],
      said: ['months.contraAboveCost 152 累计折旧 4 of pv'],
    },
    {
      why: 'a loan paid back beyond what was borrowed',
      balances: [stood('201', 1n), stood('221', -9n)],
      said: ['months.wrongSide 201 短期借款 1'],
    },
    {
      why: 'more of the reserve than there is',
      balances: [stood('311', 1n), stood('31101', -1n), stood('311', 2n, 'pv'), stood('311', -9n, 'other')],
      said: ['months.wrongSide 311 公积公益金 2 of pv'],
    },
    {
      why: 'more of a cost carried over than was spent',
      balances: [stood('401', 5n), stood('40101', -6n)],
      said: ['months.wrongSide 401 生产(劳务)成本 1'],
    },
    {
      why: 'what is settled with others, on either side',
      balances: ['112', '113', '154', '181', '211', '214', '231'].map((code) => stood(code, -7n)),
      said: [],
    },
    { why: 'depreciation that evens out', balances: [stood('133', 7n), stood('13301', -7n)], said: [] },
    { why: 'a payable in debit, which is a settlement', balances: [stood('211', 7n)], said: [] },
  ])('$why', ({ balances, said }) => {
    const problems = standingProblems(balances, FULL).map(({ code, facts }) => {
      const of = code === 'months.poolBelowZero' ? facts?.['pool'] : facts?.['account'];
      const pool = code === 'months.poolBelowZero' ? 'members' : (facts?.['pool'] ?? 'members');
      const where = pool === 'members' ? '' : ` of ${String(pool)}`;
      return `${code} ${String(of)} ${String(facts?.['amount'])}${where}`;
    });
    expect(problems).toEqual(said);
  });
});

describe('which side an account may stand on at the end of a month', () => {
  /** Every account of the balance sheet whose balance, alone, is refused on the side. */
  const refusedOn = (chart: typeof FULL, amount: Fen): string =>
    [...chart.accounts.values()]
      .filter(({ detailOf }) => detailOf === undefined)
      .filter(({ code }) => standingProblems([stood(code, amount)], chart).length > 0)
      .map(({ code }) => code)
      .join(' ');

  it('is told for every account of 2023', () => {
    expect(refusedOn(FULL, 1n)).toBe('133 152 162 201 221 241 301 311');
    expect(refusedOn(FULL, -1n)).toBe('101 102 111 121 131 132 133 134 141 151 152 153 161 162 171 401');
  });

  it('is told for every account of 2004', () => {
    expect(refusedOn(OLD, 1n)).toBe('152 201 221 241 301 311');
    expect(refusedOn(OLD, -1n)).toBe('101 102 111 121 131 132 141 151 152 154 161 401');
  });
});
