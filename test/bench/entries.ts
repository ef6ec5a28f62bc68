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

/** One balanced entry of two to four lines for one of the villages. */
export function entryAt(index: number, random: () => number): { village: string; entry: JournalEntry } {
  const pick = <T>(list: readonly T[], fallback: T): T =>
    list[Math.floor(random() * list.length)] ?? fallback;
  const pairs = random() < 0.5 ? 1 : 2;
  const postings: Posting[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const amount = BigInt(1 + Math.floor(random() * 1_000_000));
    postings.push({ ledgerAccount: pick(DEBITS, '102'), side: 'debit', amount, pool: 'pv' });
    postings.push({ ledgerAccount: pick(CREDITS, '501'), side: 'credit', amount, pool: 'pv' });
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
