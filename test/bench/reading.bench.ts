import SqliteDatabase from 'better-sqlite3';
import { CountyBalancesService } from '../../src/features/ledger/county-balances.service';
import { MONTHS, VILLAGES, villageId } from './entries';
import { sealedHistory } from './history';
import { timeOf } from './import.bench';
import { bareDriver, OWN_STATEMENTS } from './replay';
import type { Measured, Sizes } from './run';

const ROUNDS = 5;
const IDS = Array.from({ length: VILLAGES }, (_, number) => villageId(number));

/** Sealing a month of every village beside the bare driver, and late in the books beside early. */
export async function benchSeal(sizes: Sizes): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const size of sizes) {
    const { firstYear, tenthYear, floor, same } = (await sealedHistory(size)).spent;
    const work = `seal a month of ${String(VILLAGES)} villages, ${String(size)} entries`;
    measured.push(
      {
        work,
        ours: tenthYear.elapsed,
        floor,
        unit: 'ms',
        goal: 2,
        note: bareDriver(OWN_STATEMENTS, same, { floor, unit: 'ms' }),
      },
      {
        work: `${work}: tenth year beside first`,
        ours: tenthYear.elapsed,
        floor: firstYear.elapsed,
        unit: 'ms',
        goal: 1.15,
        note: `processor time ${tenthYear.processor.toFixed(0)} beside ${firstYear.processor.toFixed(0)} ms`,
      },
    );
  }
  return measured;
}

/** The trial balance of one village and month beside reading the balances kept with its seal. */
export async function benchTrialBalance(sizes: Sizes): Promise<Measured[]> {
  const measured: Measured[] = [];
  const month = MONTHS[118] ?? '';
  for (const size of sizes) {
    const { books, file } = await sealedHistory(size);
    const raw = new SqliteDatabase(file, { readonly: true });
    const kept = raw.prepare('SELECT * FROM month_balances WHERE collective_id = ? AND month = ?');
    const best = await bestOfTurns(
      async () => {
        for (const id of IDS) await books.reading.trialBalance(id, { first: month, last: month });
      },
      () => {
        for (const id of IDS) kept.all(id, month);
      },
    );
    raw.close();
    const work = `trial balance of one village and month, ${String(size)} entries`;
    measured.push({ work, ours: best.ours / VILLAGES, floor: best.floor / VILLAGES, unit: 'ms', goal: 3 });
  }
  return measured;
}

/** The year ends of every village and account together, beside a table that holds nothing else. */
export async function benchCounty(sizes: Sizes): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const size of sizes) {
    const { books, file } = await sealedHistory(size);
    const county = new CountyBalancesService(books.database);
    const raw = new SqliteDatabase(file);
    raw.exec(`CREATE TABLE floor_years (village text, year text, account text, amount integer,
        PRIMARY KEY (village, year, account)) WITHOUT ROWID;
      INSERT INTO floor_years SELECT collective_id, month, ledger_account,
        SUM(opening_fen + debit_fen - credit_fen)
        FROM month_balances WHERE month LIKE '%-12' GROUP BY 1, 2, 3`);
    const years = raw.prepare('SELECT year, account, SUM(amount) FROM floor_years GROUP BY year, account');
    const best = await bestOfTurns(
      async () => {
        await county.listTotals(IDS, { first: 2015, last: 2024 });
      },
      () => {
        years.all();
      },
    );
    raw.exec('DROP TABLE floor_years');
    raw.close();
    const work = `county: ${String(VILLAGES)} villages, ten years, ${String(size)} entries`;
    measured.push({ work, ...best, unit: 'ms', goal: 2 });
  }
  return measured;
}

async function bestOfTurns(
  ours: () => Promise<void>,
  floor: () => void,
): Promise<{ ours: number; floor: number }> {
  const best = { ours: Infinity, floor: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    best.ours = Math.min(best.ours, await timeOf(ours));
    best.floor = Math.min(best.floor, await timeOf(floor));
  }
  return best;
}
