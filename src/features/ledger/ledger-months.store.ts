import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import type { MonthRow } from '../../domain/ledger/month-states';
import { recordRows } from '../../platform/audit/records';
import type { Statement } from '../../platform/database/statements';
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

/** What sealing a month asks of the books it stands in. */
export interface SealingPlace {
  /** The month and the first one that is not sealed, with their states. */
  readonly months: readonly MonthRow[];
  readonly chainPosition: number;
  readonly chainHead: string;
  /** The last month sealed before it, if any; its balances are brought in. */
  readonly before?: { readonly month: Month; readonly digest: string };
}

/**
 * Where a seal would go, asked in one question under the lock of its transaction, however many months there
 * are; undefined where the books have neither.
 */
export async function findSealingPlace(
  tx: EntityManager,
  collectiveId: string,
  month: Month,
): Promise<SealingPlace | undefined> {
  const rows = await run<
    MonthRow & {
      chain_length: number;
      chain_head: string;
      before: Month | null;
      digest: string | null;
    }
  >(
    tx,
    `SELECT m.month, CASE WHEN s.month IS NULL THEN m.state ELSE 'sealed' END AS state,
       b.chain_length, b.chain_head, p.month AS before, p.balances_digest AS digest
     FROM collective_books b
     JOIN ledger_months m ON m.collective_id = b.collective_id
     LEFT JOIN month_seals s ON s.collective_id = m.collective_id AND s.month = m.month
     LEFT JOIN month_seals p ON p.collective_id = b.collective_id
       AND p.month = (SELECT MAX(month) FROM month_seals WHERE collective_id = ? AND month < ?)
     WHERE b.collective_id = ? AND m.month IN (?,
       (SELECT MIN(month) FROM ledger_months WHERE collective_id = ?
          AND month > COALESCE((SELECT MAX(month) FROM month_seals WHERE collective_id = ?), '')))
     ORDER BY m.month`,
    [collectiveId, month, collectiveId, month, collectiveId, collectiveId],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const { chain_length: chainPosition, chain_head: chainHead, before, digest } = row;
  return {
    months: rows.map(({ month: each, state }) => ({ month: each, state })),
    chainPosition,
    chainHead,
    ...(before === null || digest === null ? {} : { before: { month: before, digest } }),
  };
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
  const { sql, values } = appendingAct(collectiveId, act);
  const [noted] = await run<NotedAct>(tx, sql, values);
  await recordAct(tx, collectiveId, noted);
}

/** The key of an act within its collective. */
export interface NotedAct {
  readonly month: Month;
  readonly number: number;
}

/** Puts an act on record that was noted: who did it and why no voucher tells. */
export async function recordAct(
  tx: EntityManager,
  collectiveId: string,
  noted: NotedAct | undefined,
): Promise<void> {
  const keys = [[collectiveId, noted?.month, noted?.number]];
  await recordRows(tx, 'month_acts', { collectiveId, keys });
}

/** What notes an act and answers with its key; under the lock of the books nobody else takes its number. */
export function appendingAct(collectiveId: string, act: Omit<MonthActRow, 'number'>): Statement {
  const { month, doneBy, doneAt, reason = null } = act;
  return {
    sql: `INSERT INTO month_acts (collective_id, month, number, act, done_by, done_at, reason)
          VALUES (?, ?, (SELECT COALESCE(MAX(number), 0) + 1 FROM month_acts
            WHERE collective_id = ? AND month = ?), ?, ?, ?, ?)
          RETURNING month, number`,
    values: [collectiveId, month, collectiveId, month, act.act, doneBy, doneAt, reason],
  };
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
