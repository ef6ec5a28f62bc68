import type { JournalEntry, Posting } from '../../src/domain/ledger/journal-entry';

/** A small deterministic generator (mulberry32), so that every run books the same entries. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const VILLAGES = 500;

const DEBITS = ['102', '112', '511', '514'] as const;
const CREDITS = ['501', '211', '213', '322'] as const;

/** What stands in the pool's money; a line on it says what it does to the pool. */
const MONEY: readonly string[] = ['102', '211', '213'];

/** One balanced entry of two to four lines for one of the villages. */
export function entryAt(index: number, random: () => number): { village: string; entry: JournalEntry } {
  const pick = <T>(list: readonly T[], fallback: T): T =>
    list[Math.floor(random() * list.length)] ?? fallback;
  const pairs = random() < 0.5 ? 1 : 2;
  const postings: Posting[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const amount = BigInt(1 + Math.floor(random() * 1_000_000));
    const debit = pick(DEBITS, '102');
    const credit = pick(CREDITS, '501');
    postings.push({ ledgerAccount: debit, side: 'debit', amount, pool: 'pv', ...flowOf(debit) });
    postings.push({ ledgerAccount: credit, side: 'credit', amount, pool: 'pv', ...flowOf(credit) });
  }
  const entry: JournalEntry = {
    event: 'bench.booked',
    postedOn: '2025-01-15',
    aboutPeriod: '2025-01',
    statementOn: '2025-01-15',
    summary: 'bench',
    source: { kind: 'bench', id: String(index) },
    postings,
  };
  return { village: `village-${String(Math.floor(random() * VILLAGES)).padStart(3, '0')}`, entry };
}

/** Receivables here are income still to come, outside the pool. */
function flowOf(account: string): Pick<Posting, 'poolFlow' | 'stream'> {
  if (account === '112') return { stream: 'energy' };
  return MONEY.includes(account) ? { poolFlow: 'received' } : {};
}
