import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Client } from 'pg';
import { type JournalEntry, signedAmount } from '../../src/domain/ledger/journal-entry';
import { findPostgres, startCluster, stopCluster } from '../support/postgres';
import { type BenchBooks, inTempFolder, openBenchBooks } from './books';
import { entryAt, randomFrom } from './entries';
import {
  FLOOR_ENTRY_COLUMNS,
  FLOOR_LINE_COLUMNS,
  floorEntryRow,
  floorInsert,
  floorLineRows,
} from './floor-rows';
import { bareDriver, OWN_STATEMENTS, Replay, type SentStatements } from './replay';
import type { Measured } from './run';

/** So short that a pause of the machine falls on either, and so many that their medians stand still. */
const ENTRIES_OF_BLOCK = 50;
const BLOCKS = 200;
const SEED = 20_250_711;

/**
 * Posting one entry through the service, durable, its balances kept, beside the same facts written by the
 * bare driver: one transaction an entry, insert entry and lines, upsert balances. Blocks of ours and of the
 * floor take turns; each is told by the median of its blocks.
 */
export async function benchPost(): Promise<Measured[]> {
  const measured = [await postOnSqlite()];
  if (findPostgres() === undefined) console.log('post on PostgreSQL: left out, it is not on this machine');
  else measured.push(await onDurableServer(postOnPostgres));
  return measured;
}

async function postOnSqlite(): Promise<Measured> {
  return inTempFolder(async (folder) => {
    const file = join(folder, 'ours.db');
    const books = await openBenchBooks({ engine: 'sqlite', file });
    const replay = Replay.ofCopy(file, join(folder, 'copy.db'));
    const raw = new SqliteDatabase(join(folder, 'floor.db'));
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = FULL');
    raw.exec(FLOOR_TABLES);
    const floor = floorOnSqlite(raw);
    const same: number[] = [];
    const rates = await inTurns(books, {
      floor: (village, entry) => {
        floor(village, entry);
        return Promise.resolve();
      },
      sent: (statements) => {
        const start = performance.now();
        replay.run(statements);
        same.push((ENTRIES_OF_BLOCK * 1_000) / (performance.now() - start));
      },
    });
    raw.close();
    replay.close();
    await books.close();
    const note = bareDriver(OWN_STATEMENTS, medianOf(same), { floor: rates.floor, unit: '/s' });
    return { work: 'post one entry, SQLite', ...rates, unit: '/s', goal: 0.5, note };
  });
}

async function postOnPostgres(administrator: string): Promise<Measured> {
  const name = `bench_${String(process.pid)}`;
  const admin = new Client({ connectionString: administrator });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(administrator);
  url.pathname = `/${name}`;
  const client = new Client({ connectionString: url.toString() });
  try {
    const settings = { engine: 'postgres', url: url.toString(), ownerUrl: url.toString() } as const;
    const books = await openBenchBooks(settings);
    await client.connect();
    await client.query(`CREATE SCHEMA floor; SET search_path TO floor; ${FLOOR_TABLES}`);
    const together: number[] = [];
    const rates = await inTurns(books, {
      floor: (village, entry) => floorOnPostgres(client, village, entry),
      sent: async (_statements, block) => {
        together.push(
          await rateOf((village, entry) => togetherOnPostgres(client, village, entry), -1 - block),
        );
      },
    });
    await books.close();
    const one = medianOf(together);
    const note = bareDriver('one statement an entry', one, { floor: rates.floor, unit: '/s' });
    return { work: 'post one entry, PostgreSQL BEGIN … COMMIT', ...rates, unit: '/s', goal: 1.5, note };
  } finally {
    await client.end();
    await admin.query(`DROP DATABASE ${name}`);
    await admin.end();
  }
}

type PostOne = (village: string, entry: JournalEntry) => Promise<void>;

/** What takes its turn after each block of ours: the floor, and what the same entries cost otherwise. */
interface Others {
  readonly floor: PostOne;
  readonly sent: (statements: ReturnType<SentStatements['take']>, block: number) => Promise<void> | void;
}

async function inTurns(books: BenchBooks, { floor, sent }: Others): Promise<{ ours: number; floor: number }> {
  const ours: PostOne = async (village, entry) => {
    await books.database.inTransaction(village, (tx) =>
      books.ledger.post(tx, village, { ...entry, preparedBy: 'bench' }),
    );
  };
  const rates: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
  for (let block = 0; block < BLOCKS; block += 1) {
    books.sent.keep();
    rates.ours.push(await rateOf(ours, block));
    await sent(books.sent.take(), block);
    rates.floor.push(await rateOf(floor, block));
  }
  return { ours: medianOf(rates.ours), floor: medianOf(rates.floor) };
}

async function rateOf(post: PostOne, block: number): Promise<number> {
  const random = randomFrom(SEED + block);
  const first = block * ENTRIES_OF_BLOCK;
  const work = Array.from({ length: ENTRIES_OF_BLOCK }, (_, index) => entryAt(first + index, random));
  const start = performance.now();
  for (const { village, entry } of work) await post(village, entry);
  return (ENTRIES_OF_BLOCK * 1_000) / (performance.now() - start);
}

/** The middle one: a pause of the machine falls on none of the many. */
export function medianOf(rates: readonly number[]): number {
  return [...rates].sort((one, two) => one - two)[Math.floor(rates.length / 2)] ?? 0;
}

const FLOOR_TABLES = `
  CREATE TABLE entries (${FLOOR_ENTRY_COLUMNS}, PRIMARY KEY (village, number));
  CREATE TABLE lines (${FLOOR_LINE_COLUMNS}, PRIMARY KEY (village, entry, line));
  CREATE TABLE balances (village text, month text, account text, amount bigint,
    PRIMARY KEY (village, month, account));`;
const INSERT_ENTRY = floorInsert('entries', FLOOR_ENTRY_COLUMNS);
const INSERT_LINE = floorInsert('lines', FLOOR_LINE_COLUMNS);
const KEEP_BALANCE = `INSERT INTO balances VALUES ($1, $2, $3, $4)
  ON CONFLICT (village, month, account) DO UPDATE SET amount = balances.amount + excluded.amount`;

function floorOnSqlite(raw: SqliteDatabase.Database): (village: string, entry: JournalEntry) => void {
  const asked = (sql: string) => raw.prepare(sql.replace(/\$\d+/g, '?'));
  const [insertEntry, insertLine, keepBalance] = [
    asked(INSERT_ENTRY),
    asked(INSERT_LINE),
    asked(KEEP_BALANCE),
  ];
  const post = raw.transaction((village: string, entry: JournalEntry) => {
    const number = Number(entry.source.id);
    insertEntry.run(...floorEntryRow(village, number, entry));
    const lines = floorLineRows(village, number, entry);
    entry.postings.forEach((posting, index) => {
      insertLine.run(...(lines[index] ?? []));
      keepBalance.run(village, entry.aboutPeriod, posting.ledgerAccount, signedAmount(posting));
    });
  });
  return (village, entry) => {
    post(village, entry);
  };
}

async function floorOnPostgres(client: Client, village: string, entry: JournalEntry): Promise<void> {
  const number = Number(entry.source.id);
  const lines = floorLineRows(village, number, entry);
  await client.query('BEGIN');
  await client.query({
    name: 'entry',
    text: INSERT_ENTRY,
    values: floorEntryRow(village, number, entry),
  });
  for (const [index, posting] of entry.postings.entries()) {
    const amount = signedAmount(posting).toString();
    await client.query({ name: 'line', text: INSERT_LINE, values: lines[index] ?? [] });
    const balance = [village, entry.aboutPeriod, posting.ledgerAccount, amount];
    await client.query({ name: 'balance', text: KEEP_BALANCE, values: balance });
  }
  await client.query('COMMIT');
}

const textsTogether = new Map<number, string>();

/** All of an entry as one statement: no lock, no number, no hash, the least a durable entry takes. */
async function togetherOnPostgres(client: Client, village: string, entry: JournalEntry): Promise<void> {
  const number = Number(entry.source.id);
  const lines = floorLineRows(village, number, entry);
  const sums = new Map<string, bigint>();
  for (const posting of entry.postings) {
    const { ledgerAccount } = posting;
    sums.set(ledgerAccount, (sums.get(ledgerAccount) ?? 0n) + signedAmount(posting));
  }
  const balances = [...sums].map(([account, sum]) => [village, entry.aboutPeriod, account, sum.toString()]);
  const kinds = lines.length * 10 + balances.length;
  const rows = [[floorEntryRow(village, number, entry)], lines, balances];
  const text = textsTogether.get(kinds) ?? textTogether(rows);
  textsTogether.set(kinds, text);
  await client.query({ name: `together_${String(kinds)}`, text, values: rows.flat(2) });
}

function textTogether(tables: readonly (readonly (readonly unknown[])[])[]): string {
  let place = 0;
  const [entries, lines, balances] = tables.map((rows) =>
    rows.map((row) => `(${row.map(() => `$${String((place += 1))}`).join(', ')})`).join(', '),
  );
  return `WITH entry AS (INSERT INTO entries VALUES ${entries ?? ''}),
    line AS (INSERT INTO lines VALUES ${lines ?? ''})
    ${KEEP_BALANCE.replace('($1, $2, $3, $4)', balances ?? '')}`;
}

/** A server with PostgreSQL's own settings: what it acknowledges is kept. */
async function onDurableServer<T>(work: (administrator: string) => Promise<T>): Promise<T> {
  const folder = join(tmpdir(), `village-ledger-bench-postgres-${String(process.pid)}`);
  mkdirSync(folder);
  try {
    return await work(startCluster(folder, { durable: true }));
  } finally {
    stopCluster(folder);
  }
}
