import { type Chart, isPoolMoney } from '../../src/domain/ledger/chart';
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
  return { village: villageId(Math.floor(random() * VILLAGES)), entry };
}

/** Receivables here are income still to come, outside the pool. */
function flowOf(account: string): Pick<Posting, 'poolFlow' | 'stream'> {
  if (account === '112') return { stream: 'energy' };
  return MONEY.includes(account) ? { poolFlow: 'received' } : {};
}

/** Ten years of books. */
export const MONTHS: readonly string[] = Array.from(
  { length: 120 },
  (_, index) => `${String(2015 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`,
);

/** One balanced entry of two or four lines on any accounts of the chart. */
export function historyEntry(
  chart: Chart,
  random: () => number,
  { day, id }: { readonly day: string; readonly id: string },
): JournalEntry {
  const codes = [...chart.accounts.keys()];
  const lineOn = (side: 'debit' | 'credit', amount: bigint): Posting => {
    const ledgerAccount = codes[Math.floor(random() * codes.length)] ?? '501';
    const money = isPoolMoney({ ledgerAccount }, chart);
    return { ledgerAccount, side, amount, pool: 'pv', ...(money ? { poolFlow: 'received' as const } : {}) };
  };
  const postings = Array.from({ length: random() < 0.5 ? 1 : 2 }, () => {
    const amount = BigInt(1 + Math.floor(random() * 1_000_000));
    return [lineOn('debit', amount), lineOn('credit', amount)];
  }).flat();
  return {
    event: 'bench.booked',
    postedOn: day,
    aboutPeriod: day.slice(0, 7),
    statementOn: day,
    summary: 'bench',
    source: { kind: 'bench', id },
    postings,
  };
}

/** The entries of one village over ten years, in the order of their days. */
export function historyOf(chart: Chart, village: number, count: number): JournalEntry[] {
  const random = randomFrom(20_150_101 + village);
  return Array.from({ length: count }, (_, index) => {
    const month = MONTHS[Math.floor((index * MONTHS.length) / count)] ?? '2015-01';
    const day = `${month}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
    return historyEntry(chart, random, { day, id: String(index) });
  });
}

export function villageId(number: number): string {
  return `village-${String(number).padStart(3, '0')}`;
}
