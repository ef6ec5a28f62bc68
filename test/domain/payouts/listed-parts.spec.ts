import { heldProblems, placesPaid } from '../../../src/domain/payouts/listed-parts';
import { FULL, line } from '../ledger/entries.fixture';

const held = [
  { pool: 'pv' as const, ledgerAccount: '211', amount: 300n, list: 'A' },
  { pool: 'pv' as const, ledgerAccount: '21101', amount: 200n, list: 'B' },
  { pool: 'other' as const, ledgerAccount: '213', amount: 50n, list: 'B' },
];
const owed = [
  { pool: 'pv' as const, ledgerAccount: '211', amount: -600n },
  { pool: 'pv' as const, ledgerAccount: '211', amount: -900n, counterparty: 'a shop' },
  { pool: 'other' as const, ledgerAccount: '213', amount: -50n },
];

describe('paying beside lists what an account owes', () => {
  it.each([
    ['what is owed beyond the lists', [line('211', 100n), line('102', -100n)], []],
    ['a fen of what the lists hold', [line('211', 101n), line('102', -101n)], ['A、B 500 100']],
    ['a detail of the account', [line('21102', 101n), line('102', -101n)], ['A、B 500 100']],
    ['what arises with it', [line('211', 300n), line('211', -200n), line('102', -100n)], []],
    ['what stands under a name', [line('211', 900n, { counterparty: 'a shop' }), line('102', -900n)], []],
    ['another pool of which nothing is listed', [line('211', 900n, { pool: 'members' })], []],
    ['all of an account that is on lists', [line('213', 1n, { pool: 'other' })], ['B 50 0']],
    ['what takes nothing off', [line('211', -900n), line('514', 900n)], []],
  ] as const)('%s', (_, postings, told) => {
    const problems = heldProblems(placesPaid(postings, FULL), { held, owed });
    expect(
      problems.map(({ facts }) => [facts?.lists, facts?.held, facts?.left].map(String).join(' ')),
    ).toEqual(told);
  });
});
