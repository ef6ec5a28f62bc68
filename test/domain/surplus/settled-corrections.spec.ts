import type { Pool, Posting } from '../../../src/domain/ledger/journal-entry';
import { settledCorrections } from '../../../src/domain/surplus/settled-corrections';

/** Money that came, or below zero the reversal of it. */
const booked = (amount: bigint, pool: Pool = 'pv'): { postings: Posting[] } => ({
  postings: [{ ledgerAccount: '102', side: 'debit', amount, pool, poolFlow: 'received' }],
});
const cost = (amount: bigint): { postings: Posting[] } => ({
  postings: [
    { ledgerAccount: '511', side: 'debit', amount, pool: 'pv', poolFlow: 'deducted' },
    { ledgerAccount: '102', side: 'credit', amount, pool: 'pv' },
  ],
});
const grant = (amount: bigint): { postings: Posting[] } => ({
  postings: [{ ledgerAccount: '514', side: 'debit', amount, pool: 'pv', poolFlow: 'granted' }],
});

describe('the lines 更正上期 of a statement', () => {
  it.each<{ rule: string; of: { postings: Posting[] }[]; effects: bigint[]; decided: bigint }>([
    {
      rule: 'are the reversal and what took its place, and the left-over as it was decided',
      of: [booked(-40_000n), booked(39_000n)],
      effects: [-40_000n, 39_000n],
      decided: 61_000n,
    },
    {
      rule: 'give back what a cost was too much',
      of: [cost(-10_000n), cost(9_500n)],
      effects: [10_000n, -9_500n],
      decided: 59_500n,
    },
    {
      rule: 'leave the left-over where it was where the same was entered again',
      of: [booked(-40_000n), booked(40_000n)],
      effects: [-40_000n, 40_000n],
      decided: 60_000n,
    },
    {
      rule: 'leave out what moved another pool, and grants',
      of: [booked(-500n, 'other'), grant(-300n), booked(-1n)],
      effects: [-1n],
      decided: 60_001n,
    },
  ])('$rule', ({ of, effects, decided }) => {
    const told = settledCorrections('pv', 60_000n, of);
    expect(told?.lines.map(({ effect }) => effect)).toEqual(effects);
    expect([told?.decided, told?.corrected]).toEqual([decided, 60_000n]);
  });

  it('are none where nothing of the pool was put right', () => {
    expect(settledCorrections('pv', 60_000n, [booked(-500n, 'other'), grant(-300n)])).toBeUndefined();
    expect(settledCorrections('pv', 60_000n, [])).toBeUndefined();
  });
});
