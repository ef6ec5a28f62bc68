import type { Posting } from '../../../src/domain/ledger/journal-entry';
import type { MoneyMove } from '../../../src/domain/ledger/money-on-hand';
import type { PromisedPool } from '../../../src/domain/ledger/promised-money';
import { isOnlyOwed, paidFromReserve, poolsPaying } from '../../../src/domain/ledger/reserved-money';
import { FULL } from './entries.fixture';

const DAY = '2025-07-10';
const line = (ledgerAccount: string, side: Posting['side'], wish: Partial<Posting> = {}): Posting => ({
  ...{ ledgerAccount, side, amount: 100n, pool: 'pv' },
  ...wish,
});
const cost = line('511', 'debit', { poolFlow: 'deducted' });

describe('a cost', () => {
  it.each<[string, Posting[], boolean]>([
    ['is only owed where a debt is all that it raises', [cost, line('211', 'credit')], true],
    ['is paid where money goes out', [cost, line('102', 'credit')], false],
    [
      'is paid where a part of it is',
      [cost, line('211', 'credit', { amount: 60n }), line('102', 'credit', { amount: 40n })],
      false,
    ],
    ['is paid where a claim of the pool pays it', [cost, line('112', 'credit')], false],
    ['is not owed where a debt is made less', [cost, line('211', 'debit')], false],
    ['is not owed by another pool’s debt', [cost, line('211', 'credit', { pool: 'other' })], false],
  ])('%s', (_how, postings, owed) => {
    expect(isOnlyOwed(postings, 'pv', FULL)).toBe(owed);
  });

  it('takes money out of the pools whose cash and bank become less', () => {
    const moved = [line('102', 'credit'), line('101', 'debit')];
    expect(poolsPaying([line('211', 'debit'), line('102', 'credit')], FULL)).toEqual(['pv']);
    expect(poolsPaying(moved, FULL)).toEqual([]);
    expect(poolsPaying([...moved, line('101', 'credit', { pool: 'other' })], FULL)).toEqual(['other']);
  });
});

/** 1,000 came, 50 is set aside, 3,000 is owed: the pool stands at −2,000, a payment of 100 just booked. */
describe('what was owed and is paid', () => {
  const POOL: PromisedPool = {
    ...{ pool: 'pv', promises: [] },
    movements: [
      { flow: 'opening', statementOn: '2025-01-01', amount: 1_000n },
      { flow: 'deducted', statementOn: '2025-07-05', amount: 3_000n },
    ],
    reserves: [{ reserveId: 'r', purpose: 'repairs', day: '2025-06-30', amount: 50n }],
  };
  const said = (before: bigint, later: MoneyMove[] = [], of: Partial<PromisedPool> = {}) => {
    const own: MoneyMove = { day: DAY, amount: -100n, ledgerAccount: '102', pool: 'pv' };
    const money = {
      before: [{ ledgerAccount: '102', pool: 'pv' as const, amount: before }],
      moves: [own, ...later],
    };
    const entry = { postedOn: DAY, postings: [line('211', 'debit'), line('102', 'credit')] };
    return paidFromReserve(entry, { pools: [{ ...POOL, ...of }], money }, FULL);
  };
  const out = (day: string, amount: bigint, pool: 'pv' | 'other' = 'pv'): MoneyMove => ({
    ...{ day, amount, ledgerAccount: '102', pool },
  });

  it('leaves what is set aside, to the fen', () => {
    expect(said(150n)).toEqual([]);
    const facts = { pool: 'pv', day: DAY, amount: 100n, left: 99n, excess: 1n, reserved: 50n };
    expect(said(149n)).toEqual([{ code: 'money.reserved', field: '', facts }]);
  });

  it.each([
    ['nothing is kept where nothing is set aside', said(100n, [], { reserves: [] }), 0],
    ['what is paid later counts', said(160n, [out('2025-07-11', -11n)]), 1],
    ['and what comes on the day', said(100n, [out(DAY, 50n)]), 0],
    ['but not what comes the day after', said(100n, [out('2025-07-11', 50n)]), 1],
    ['nor the money of another pool', said(100n, [out(DAY, 50n, 'other')]), 1],
    [
      'what is set aside the day after counts from then on',
      said(149n, [], { reserves: [{ reserveId: 'r', purpose: 'x', day: '2025-07-11', amount: 50n }] }),
      1,
    ],
    [
      'what stands undistributed and covers the reserve may lie elsewhere: a claim to be got back',
      said(100n, [], { movements: [{ flow: 'opening', statementOn: '2025-01-01', amount: 50n }] }),
      0,
    ],
    [
      'a fen less no longer does',
      said(100n, [], { movements: [{ flow: 'opening', statementOn: '2025-01-01', amount: 49n }] }),
      1,
    ],
  ])('%s', (_how, problems, count) => {
    expect(problems).toHaveLength(count);
  });
});
