import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LedgerMonthsService } from '../../src/features/ledger/ledger-months.service';
import { SetClock } from '../../src/platform/clock/clock';
import { type BenchBooks, openBenchBooks, REGION } from './books';
import { historyOf, MONTHS, VILLAGES, villageId } from './entries';
import { HISTORY, importVillage, timeOf } from './import.bench';
import { Replay } from './replay';
import { SealFloor } from './seal-floor';

/** Ten years of 500 villages, every month sealed, and how long the sealing took. */
export interface History {
  readonly size: number;
  readonly file: string;
  readonly books: BenchBooks;
  readonly spent: SealTimes;
}

/** Milliseconds for a month of every village, by us and by the floor: the best of three months. */
export interface SealTimes {
  readonly firstYear: SealTime;
  readonly tenthYear: SealTime;
  readonly floor: number;
  /** The months of the tenth year once more: our own statements by the bare driver. */
  readonly same: number;
}

/** Processor time tells more work from a disk that was busy. */
interface SealTime {
  readonly elapsed: number;
  readonly processor: number;
}

const built = new Map<number, History>();
const closing: (() => Promise<void>)[] = [];

/** A history of so many entries, taken over by the import and sealed; made once in a run. */
export async function sealedHistory(size: number): Promise<History> {
  const known = built.get(size);
  if (known !== undefined) return known;
  const folder = mkdtempSync(join(tmpdir(), 'village-ledger-bench-'));
  const file = join(folder, 'history.db');
  const books = await openBenchBooks({ engine: 'sqlite', file }, HISTORY);
  closing.push(async () => {
    await books.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const chart = books.charts.requireChart('2023', REGION);
  for (let number = 0; number < VILLAGES; number += 1) {
    const entries = historyOf(chart, number, Math.ceil(size / VILLAGES));
    await importVillage(books, villageId(number), entries);
  }
  const history = { size, file, books, spent: await sealAll(books, file) };
  built.set(size, history);
  return history;
}

export async function closeHistories(): Promise<void> {
  for (const close of closing) await close();
}

/** The last three months of the first year; three of the tenth, one before the last. */
const EARLY = { from: 9, to: 12 };
const LATE = { from: 116, to: 119 };

/**
 * Seals month by month; measured are some of the first year and of the tenth, each village in a transaction
 * of its own: three of each, because one alone tells how busy the disk is. The others go a village in one
 * transaction.
 */
async function sealAll(books: BenchBooks, file: string): Promise<SealTimes> {
  const months = new LedgerMonthsService(books.database, new SetClock(HISTORY.today), books.reading);
  const inTurn = async (work: (id: string) => Promise<void>): Promise<void> => {
    for (let number = 0; number < VILLAGES; number += 1) await work(villageId(number));
  };
  const sealThrough = (first: number, last: number): Promise<void> =>
    inTurn((id) =>
      books.database.inTransaction(id, async (tx) => {
        for (const month of MONTHS.slice(first, last)) {
          await months.holdMonth(tx, id, { month, by: 'bench' });
          await months.sealMonth(tx, id, { month, by: 'bench' });
        }
      }),
    );
  const sealInTurn = async (
    { from, to }: typeof EARLY,
    replay?: Replay,
  ): Promise<SealTime & { same: number }> => {
    const same: number[] = [];
    const elapsed: number[] = [];
    const processor: number[] = [];
    for (const month of MONTHS.slice(from, to)) {
      if (replay !== undefined) books.sent.keep();
      await inTurn((id) =>
        books.database.inTransaction(id, (tx) => months.holdMonth(tx, id, { month, by: 'bench' })),
      );
      replay?.run(books.sent.take());
      const seal = async (id: string): Promise<void> => {
        await books.database.inTransaction(id, (tx) => months.sealMonth(tx, id, { month, by: 'bench' }));
      };
      if (replay !== undefined) books.sent.keep();
      const before = process.cpuUsage();
      elapsed.push(await timeOf(() => inTurn(seal)));
      const { user, system } = process.cpuUsage(before);
      processor.push((user + system) / 1_000);
      const sent = books.sent.take();
      same.push(
        await timeOf(() => {
          replay?.run(sent);
        }),
      );
    }
    return { elapsed: Math.min(...elapsed), processor: Math.min(...processor), same: Math.min(...same) };
  };
  await sealThrough(0, EARLY.from);
  const firstYear = await sealInTurn(EARLY);
  await sealThrough(EARLY.to, LATE.from);
  const replay = Replay.ofCopy(file, `${file}-copy`);
  const tenthYear = await sealInTurn(LATE, replay);
  replay.close();
  const spent = { firstYear, tenthYear, floor: floorTime(file), same: tenthYear.same };
  await sealThrough(LATE.to, MONTHS.length);
  return spent;
}

/** The same months by the floor, after ours: a second writer would empty the cache of pages of the first. */
function floorTime(file: string): number {
  const floor = new SealFloor(file);
  const times = MONTHS.slice(LATE.from, LATE.to).map((month) => {
    const start = performance.now();
    for (let number = 0; number < VILLAGES; number += 1) floor.seal(villageId(number), month);
    return performance.now() - start;
  });
  floor.close();
  return Math.min(...times);
}
