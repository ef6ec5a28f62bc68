import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { JournalEntry } from '../../src/domain/ledger/journal-entry';
import { type BenchBooks, inTempFolder, openBenchBooks, REGION } from './books';
import { historyOf, VILLAGES, villageId } from './entries';
import {
  FLOOR_ENTRY_COLUMNS,
  FLOOR_LINE_COLUMNS,
  floorEntryRow,
  floorInsert,
  floorLineRows,
} from './floor-rows';
import { bareDriver, OWN_STATEMENTS, Replay } from './replay';
import type { Measured, Sizes } from './run';

/** Where the histories of the benchmarks stand: ten years, on the last day of the next month. */
export const HISTORY = { openedOn: '2015-01-01', today: '2025-01-31' };

/**
 * Taking over ten years of entries, a village in one transaction, beside the bare driver: the same entries
 * and lines in transactions as large, then the indexes, then the balances.
 */
export async function benchImport(sizes: Sizes): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const size of sizes) measured.push(await importOf(size));
  return measured;
}

async function importOf(size: number): Promise<Measured> {
  return inTempFolder(async (folder) => {
    const file = join(folder, 'ours.db');
    const books = await openBenchBooks({ engine: 'sqlite', file }, HISTORY);
    const replay = Replay.ofCopy(file, join(folder, 'copy.db'));
    const chart = books.charts.requireChart('2023', REGION);
    const raw = new SqliteDatabase(join(folder, 'floor.db'));
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = FULL');
    const floor = floorOf(raw);
    const spent = { ours: 0, floor: 0, same: 0 };
    // Village by village in turns: a machine that is busy for a while is busy for both.
    for (let number = 0; number < VILLAGES; number += 1) {
      const entries = historyOf(chart, number, Math.ceil(size / VILLAGES));
      books.sent.keep();
      spent.ours += await timeOf(() => importVillage(books, villageId(number), entries));
      const sent = books.sent.take();
      spent.same += await timeOf(() => {
        replay.run(sent);
      });
      spent.floor += await timeOf(() => {
        floor.load(villageId(number), entries);
      });
    }
    spent.floor += await timeOf(() => {
      floor.finish();
    });
    raw.close();
    replay.close();
    await books.close();
    const rss = process.resourceUsage().maxRSS / 1_024;
    const [floorRate, sameRate] = [spent.floor, spent.same].map((each) => (size * 1_000) / each);
    const same = bareDriver(OWN_STATEMENTS, sameRate ?? 0, { floor: floorRate ?? 0, unit: '/s' });
    return {
      work: `import ${String(size)} entries`,
      ours: (size * 1_000) / spent.ours,
      floor: (size * 1_000) / spent.floor,
      unit: '/s',
      goal: 0.8,
      note: `${same}; peak memory of all three ${rss.toFixed(0)} MB (goal 300)`,
    };
  });
}

/** A village's history in one transaction. */
export async function importVillage(
  books: BenchBooks,
  village: string,
  entries: readonly JournalEntry[],
): Promise<void> {
  await books.database.inTransaction(village, (tx) =>
    books.importing.importEntries(
      tx,
      village,
      entries.map((entry) => ({ ...entry, preparedBy: 'bench' })),
    ),
  );
}

export async function timeOf(work: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function floorOf(raw: SqliteDatabase.Database) {
  raw.exec(`CREATE TABLE entries (${FLOOR_ENTRY_COLUMNS}); CREATE TABLE lines (${FLOOR_LINE_COLUMNS})`);
  const asked = (sql: string) => raw.prepare(sql.replace(/\$\d+/g, '?'));
  const insertEntry = asked(floorInsert('entries', FLOOR_ENTRY_COLUMNS));
  const insertLine = asked(floorInsert('lines', FLOOR_LINE_COLUMNS));
  return {
    load: raw.transaction((village: string, entries: readonly JournalEntry[]) => {
      entries.forEach((entry, number) => {
        insertEntry.run(...floorEntryRow(village, number, entry));
        for (const row of floorLineRows(village, number, entry)) insertLine.run(...row);
      });
    }),
    finish: () => {
      raw.exec(`CREATE UNIQUE INDEX entries_key ON entries (village, number);
        CREATE UNIQUE INDEX lines_key ON lines (village, entry, line);
        CREATE TABLE balances (village text, month text, account text, amount integer,
          PRIMARY KEY (village, month, account));
        INSERT INTO balances
        SELECT l.village, e.about_period, l.account,
          SUM(CASE l.side WHEN 'debit' THEN l.amount ELSE -l.amount END)
        FROM lines l JOIN entries e ON e.village = l.village AND e.number = l.entry GROUP BY 1, 2, 3`);
    },
  };
}
