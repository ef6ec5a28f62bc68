import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import { run } from './ledger.store';

/** An act on a month, as it is kept for ever. */
export type MonthActName = 'held' | 'reopened' | 'sealed';

export interface MonthActRow {
  readonly month: Month;
  readonly number: number;
  readonly act: MonthActName;
  readonly doneBy: string;
  readonly doneAt: string;
  readonly reason?: string;
}

/** The month enters the books, open. */
export async function insertOpenMonth(
  tx: EntityManager,
  collectiveId: string,
  opened: { readonly month: Month; readonly by: string; readonly at: string },
): Promise<void> {
  await run(
    tx,
    `INSERT INTO ledger_months (collective_id, month, state, changed_by, changed_at)
     VALUES (?, ?, 'open', ?, ?)`,
    [collectiveId, opened.month, opened.by, opened.at],
  );
}

export async function changeMonth(
  tx: EntityManager,
  collectiveId: string,
  changed: { month: Month; state: 'open' | 'held'; by: string; at: string },
): Promise<void> {
  await run(
    tx,
    `UPDATE ledger_months SET state = ?, changed_by = ?, changed_at = ?
     WHERE collective_id = ? AND month = ?`,
    [changed.state, changed.by, changed.at, collectiveId, changed.month],
  );
}

/** Who brought the month into its present state. */
export async function readChangedBy(
  db: EntityManager,
  collectiveId: string,
  month: Month,
): Promise<string | undefined> {
  const rows = await run<{ changed_by: string }>(
    db,
    'SELECT changed_by FROM ledger_months WHERE collective_id = ? AND month = ?',
    [collectiveId, month],
  );
  return rows[0]?.changed_by;
}

/** Notes an act on a month under its next number. */
export async function appendAct(
  tx: EntityManager,
  collectiveId: string,
  act: Omit<MonthActRow, 'number'>,
): Promise<void> {
  const rows = await run<{ last: number }>(
    tx,
    'SELECT COALESCE(MAX(number), 0) AS last FROM month_acts WHERE collective_id = ? AND month = ?',
    [collectiveId, act.month],
  );
  await run(
    tx,
    `INSERT INTO month_acts (collective_id, month, number, act, done_by, done_at, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [collectiveId, act.month, (rows[0]?.last ?? 0) + 1, act.act, act.doneBy, act.doneAt, act.reason ?? null],
  );
}

/** Everything done to a month, in the order in which it was done. */
export async function readActs(
  db: EntityManager,
  collectiveId: string,
  month: Month,
): Promise<MonthActRow[]> {
  const rows = await run<{
    number: number;
    act: MonthActName;
    done_by: string;
    done_at: string;
    reason: string | null;
  }>(
    db,
    `SELECT number, act, done_by, done_at, reason FROM month_acts
     WHERE collective_id = ? AND month = ? ORDER BY number`,
    [collectiveId, month],
  );
  return rows.map(({ number, act, done_by: doneBy, done_at: doneAt, reason }) => ({
    month,
    number,
    act,
    doneBy,
    doneAt,
    ...(reason === null ? {} : { reason }),
  }));
}
