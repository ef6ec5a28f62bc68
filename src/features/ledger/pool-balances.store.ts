import type { EntityManager } from 'typeorm';
import {
  addMonths,
  type CalendarDay,
  firstDayOf,
  type Month,
  monthOf,
  yearOf,
} from '../../domain/calendar/calendar-day';
import { type Chart, mainCodeOf } from '../../domain/ledger/chart';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { MoneyOnHand } from '../../domain/ledger/money-on-hand';
import type { PoolBalance } from '../../domain/ledger/pool-balances';
import { LINES_OF_ENTRIES, LINES_OF_THEM } from './balances.store';
import { run } from './ledger.store';

interface SumRow {
  readonly ledger_account: string;
  readonly pool: Pool;
  readonly amount: string;
}

/** Later than any month of the books. */
const AFTER_ALL = '9999-12';

/** What stands on each account and pool now, with everything that is booked. */
export function readNow(db: EntityManager, collectiveId: string): Promise<PoolBalance[]> {
  return readThrough(db, collectiveId, AFTER_ALL);
}

/**
 * What stands on each account and pool at the end of a month, as the last seal up to it kept it and the
 * months since turned it over: as dear after ten years as after one. Accounts at nothing are left out.
 */
export async function readThrough(
  db: EntityManager,
  collectiveId: string,
  last: Month,
): Promise<PoolBalance[]> {
  const lastSeal = 'SELECT MAX(month) FROM month_seals WHERE collective_id = ? AND month <= ?';
  const rows = await run<SumRow>(
    db,
    `SELECT ledger_account, pool, CAST(SUM(amount) AS TEXT) AS amount FROM (
       SELECT ledger_account, pool, opening_fen + debit_fen - credit_fen AS amount
       FROM month_balances WHERE collective_id = ? AND month = (${lastSeal})
       UNION ALL
       SELECT ledger_account, pool, debit_fen - credit_fen AS amount
       FROM ledger_turnovers WHERE collective_id = ? AND month <= ? AND month > COALESCE((${lastSeal}), '')
     ) AS parts GROUP BY ledger_account, pool ORDER BY ledger_account, pool`,
    [collectiveId, collectiveId, last, collectiveId, last, collectiveId, last],
  );
  return rows.map(balanceOf).filter(({ amount }) => amount !== 0n);
}

/** What stands on each account and pool at the end of a day; accounts at nothing may be among them. */
export async function readAsOf(
  db: EntityManager,
  collectiveId: string,
  day: CalendarDay,
): Promise<PoolBalance[]> {
  const month = monthOf(day);
  const before = await readThrough(db, collectiveId, addMonths(month, -1));
  const rows = await run<SumRow>(
    db,
    `SELECT l.ledger_account, l.pool,
       CAST(SUM(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END) AS TEXT) AS amount
     FROM ${LINES_OF_ENTRIES}
     WHERE e.collective_id = ? AND ${LINES_OF_THEM} AND e.voucher_year = ? AND e.posted_on BETWEEN ? AND ?
     GROUP BY l.ledger_account, l.pool`,
    [collectiveId, yearOf(day), firstDayOf(month), day],
  );
  return [...before, ...rows.map(balanceOf)];
}

/** Whether anything is booked on a later day. */
export async function isBookedAfter(
  db: EntityManager,
  collectiveId: string,
  day: CalendarDay,
): Promise<boolean> {
  const rows = await run<{ id: string }>(
    db,
    `SELECT id FROM ledger_entries
     WHERE collective_id = ? AND voucher_year >= ? AND posted_on > ? LIMIT 1`,
    [collectiveId, yearOf(day), day],
  );
  return rows.length > 0;
}

/** Cash and bank as {@link readOnHand} has them. */
export function readMoney(
  db: EntityManager,
  collectiveId: string,
  { day, chart }: { readonly day: CalendarDay; readonly chart: Chart },
): Promise<MoneyOnHand> {
  const { cash, bank } = chart.roles;
  return readOnHand(db, collectiveId, { day, mains: [cash, bank] });
}

/** Accounts with their details: what stood before the month of a day, and what moved each day from it on. */
export async function readOnHand(
  db: EntityManager,
  collectiveId: string,
  { day, mains }: { readonly day: CalendarDay; readonly mains: readonly string[] },
): Promise<MoneyOnHand> {
  const month = monthOf(day);
  const before = await readThrough(db, collectiveId, addMonths(month, -1));
  const rows = await run<SumRow & { readonly posted_on: string }>(
    db,
    `SELECT e.posted_on, l.ledger_account, l.pool,
       CAST(SUM(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END) AS TEXT) AS amount
     FROM ${LINES_OF_ENTRIES}
     WHERE e.collective_id = ? AND ${LINES_OF_THEM} AND e.voucher_year >= ? AND e.posted_on >= ?
       AND (${mains.map(() => 'l.ledger_account LIKE ?').join(' OR ')})
     GROUP BY e.posted_on, l.ledger_account, l.pool`,
    [collectiveId, yearOf(day), firstDayOf(month), ...mains.map((main) => `${main}%`)],
  );
  return {
    before: before.filter(({ ledgerAccount }) => mains.includes(mainCodeOf(ledgerAccount))),
    moves: rows.map((row) => ({ ...balanceOf(row), day: row.posted_on })),
  };
}

function balanceOf({ ledger_account: ledgerAccount, pool, amount }: SumRow): PoolBalance {
  return { ledgerAccount, pool, amount: BigInt(amount) };
}
