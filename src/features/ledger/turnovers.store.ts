import type { EntityManager } from 'typeorm';
import {
  addMonths,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
  yearOf,
} from '../../domain/calendar/calendar-day';
import type { PoolTurnover } from '../../domain/ledger/month-balances';
import type { Turnover } from '../../domain/ledger/trial-balance';
import { LINES_OF_ENTRIES, LINES_OF_THEM, sumLines } from './balances.store';
import { type ChartCarried, type ChartEra, readOpeningEntries } from './chart-eras';
import { run } from './ledger.store';

/** What was kept with every entry of a month. */
export async function readTurnovers(
  db: EntityManager,
  collectiveId: string,
  month: Month,
): Promise<PoolTurnover[]> {
  const rows = await run<TurnoverColumns>(
    db,
    `SELECT ledger_account, pool, debit_fen AS debit, credit_fen AS credit
     FROM ledger_turnovers WHERE collective_id = ? AND month = ?`,
    [collectiveId, month],
  );
  return rows.map(turnoverOf);
}

/** What each account turned over in the months after one and through another. */
export async function readTurnoversOf(
  db: EntityManager,
  collectiveId: string,
  months: { readonly after: Month; readonly through: Month },
): Promise<Turnover[]> {
  const rows = await run<{ month: string; ledger_account: string; debit: string; credit: string }>(
    db,
    `SELECT month, ledger_account,
       CAST(SUM(debit_fen) AS TEXT) AS debit, CAST(SUM(credit_fen) AS TEXT) AS credit
     FROM ledger_turnovers WHERE collective_id = ? AND month > ? AND month <= ?
     GROUP BY month, ledger_account`,
    [collectiveId, months.after, months.through],
  );
  return rows.map((row) => ({
    month: row.month,
    ledgerAccount: row.ledger_account,
    debit: BigInt(row.debit),
    credit: BigInt(row.credit),
  }));
}

/** Before the first month of a year, where a chart began with it: `2024-00`. */
function beginningOf(month: Month): string {
  return `${month.slice(0, 4)}-00`;
}

/** Before every month: where what the books were opened with stands. */
const BEFORE_ALL = '0000-00';

/** The turnovers of an era; what was carried into it stands at its beginning. */
export function turnoversOfEra(turnovers: readonly Turnover[], era: ChartEra): Turnover[] {
  const beginning = beginningOf(era.first);
  return turnovers.filter(({ month }) => month >= beginning && month <= era.last);
}

/**
 * What makes the vouchers that brought balances in no movement of a month. Of a change of the chart: what was
 * taken out on the eve is put back, and what was brought in stands before the new chart's first month. What
 * the books were opened with stands before their first.
 */
export async function readCarriedOver(
  db: EntityManager,
  collectiveId: string,
  { through, carried }: { readonly through: Month; readonly carried: readonly ChartCarried[] },
): Promise<Turnover[]> {
  const ids = carried.flatMap(({ outId, intoId }) => [outId, intoId].filter((id) => id !== undefined));
  const openings = new Set(await readOpeningEntries(db, collectiveId));
  const turnovers: Turnover[] = [];
  for (const id of [...openings, ...ids]) {
    const wish = { to: lastDayOf(through), by: 'postedOn', of: [id] } as const;
    const sums = await sumLines(db, collectiveId, { wish, columns: ['ledgerAccount', 'postedOn'] });
    for (const { ledgerAccount = '', postedOn = '', debit, credit } of sums) {
      const month = monthOf(postedOn);
      turnovers.push({ month, ledgerAccount, debit: -debit, credit: -credit });
      const isInto = carried.some(({ intoId }) => intoId === id);
      if (isInto) turnovers.push({ month: beginningOf(month), ledgerAccount, debit, credit });
      if (openings.has(id)) turnovers.push({ month: BEFORE_ALL, ledgerAccount, debit, credit });
    }
  }
  return turnovers;
}

/** What the lines of a month's entries add up to. */
export async function addUpLines(
  db: EntityManager,
  collectiveId: string,
  month: Month,
): Promise<PoolTurnover[]> {
  const rows = await run<TurnoverColumns>(
    db,
    `SELECT l.ledger_account, l.pool,
       CAST(SUM(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE 0 END) AS TEXT) AS debit,
       CAST(SUM(CASE l.side WHEN 'credit' THEN l.amount_fen ELSE 0 END) AS TEXT) AS credit
     FROM ${LINES_OF_ENTRIES}
     WHERE e.collective_id = ? AND ${LINES_OF_THEM} AND e.voucher_year = ?
       AND e.posted_on >= ? AND e.posted_on < ?
     GROUP BY l.ledger_account, l.pool`,
    [collectiveId, yearOf(month), firstDayOf(month), firstDayOf(addMonths(month, 1))],
  );
  return rows.map(turnoverOf);
}

/**
 * An account and pool with what it turned over, as the engines give it: a column of fen comes as a number on
 * SQLite, exact by its CHECK, and as text on PostgreSQL; a sum, which has no bound, as text on both.
 */
export interface TurnoverColumns {
  readonly ledger_account: string;
  readonly pool: string;
  readonly debit: number | string;
  readonly credit: number | string;
}

export function turnoverOf(row: TurnoverColumns): PoolTurnover {
  const { ledger_account: ledgerAccount, pool } = row;
  return { ledgerAccount, pool, debit: BigInt(row.debit), credit: BigInt(row.credit) };
}
