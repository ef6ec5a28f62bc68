import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LedgerMonthsService } from '../../src/features/ledger/ledger-months.service';
import { SetClock } from '../../src/platform/clock/clock';
import { type BenchBooks, openBenchBooks, REGION } from './books';
import { historyOf, MONTHS, VILLAGES, villageId } from './entries';
import { HISTORY, importVillage, timeOf } from './import.bench';
import { SealFloor } from './seal-floor';

/** Ten years of 500 villages, every month sealed, and how long the sealing took. */
export interface History {
  readonly size: number;
  readonly file: string;
  readonly books: BenchBooks;
  readonly spent: SealTimes;
}

/** Milliseconds for a month of every village, by us and by the floor. */
export interface SealTimes {
  readonly firstYear: number;
  readonly tenthYear: number;
  readonly floor: number;
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

/**
 * Seals month by month; measured are the last of the first year and the last but one of the tenth, each
 * village in a transaction of its own. The others go a village in one transaction.
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
  const hold = (month: string): Promise<void> =>
    inTurn((id) =>
      books.database.inTransaction(id, (tx) => months.holdMonth(tx, id, { month, by: 'bench' })),
    );
  const seal = async (id: string, month: string): Promise<void> => {
    await books.database.inTransaction(id, (tx) => months.sealMonth(tx, id, { month, by: 'bench' }));
  };
  const [early = '', late = ''] = [MONTHS[11], MONTHS[118]];
  await sealThrough(0, 11);
  await hold(early);
  const firstYear = await timeOf(() => inTurn((id) => seal(id, early)));
  await sealThrough(12, 118);
  await hold(late);
  const tenthYear = await timeOf(() => inTurn((id) => seal(id, late)));
  // After ours and not between: a second writer would empty the cache of pages of the first.
  const floor = new SealFloor(file);
  const spent = { firstYear, tenthYear, floor: 0 };
  await inTurn(async (id) => {
    spent.floor += await timeOf(() => {
      floor.seal(id, late);
    });
  });
  floor.close();
  await sealThrough(119, 120);
  return spent;
}
