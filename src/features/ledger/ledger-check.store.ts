import type { EntityManager } from 'typeorm';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import type { KeptSeal, KeptTurnover } from '../../domain/ledger/check-balances';
import type { ChainPlace } from '../../domain/ledger/check-chain';
import type { KeptAct, KeptMonth, SealPlace } from '../../domain/ledger/check-months';
import { FIRST_SEAL, type MonthBalance } from '../../domain/ledger/month-balances';
import type { MonthState } from '../../domain/ledger/month-states';
import { run } from './ledger.store';

// Reading the books to check them: as the rows stand, nothing joined away that a hand may have torn apart.

/**
 * The months with their states: a sealed month whose row does not stand as held reads as what its row says,
 * which no act on it led to.
 */
export async function readRawMonths(db: EntityManager, collectiveId: string): Promise<KeptMonth[]> {
  const rows = await run<{ month: Month; state: MonthState; changed_by: string; changed_at: string }>(
    db,
    `SELECT m.month, m.changed_by, m.changed_at,
       CASE WHEN s.month IS NOT NULL AND m.state = 'held' THEN 'sealed' ELSE m.state END AS state
     FROM ledger_months m LEFT JOIN month_seals s ON s.collective_id = m.collective_id AND s.month = m.month
     WHERE m.collective_id = ? ORDER BY m.month`,
    [collectiveId],
  );
  return rows.map(({ changed_by: changedBy, changed_at: changedAt, ...row }) => {
    return { ...row, changedBy, changedAt };
  });
}

export async function readEveryAct(db: EntityManager, collectiveId: string): Promise<KeptAct[]> {
  const rows = await run<Omit<KeptAct, 'doneBy' | 'doneAt'> & { done_by: string; done_at: string }>(
    db,
    `SELECT month, number, act, done_by, done_at FROM month_acts
     WHERE collective_id = ? ORDER BY month, number`,
    [collectiveId],
  );
  return rows.map(({ done_by: doneBy, done_at: doneAt, ...act }) => ({ ...act, doneBy, doneAt }));
}

export async function readSealPlaces(db: EntityManager, collectiveId: string): Promise<SealPlace[]> {
  const rows = await run<{ month: Month; chain_position: number; chain_head: string }>(
    db,
    'SELECT month, chain_position, chain_head FROM month_seals WHERE collective_id = ? ORDER BY month',
    [collectiveId],
  );
  return rows.map((row) => ({
    month: row.month,
    chainPosition: row.chain_position,
    chainHead: row.chain_head,
  }));
}

/** The digest of the seal before that of a month. */
export async function readDigestBefore(
  db: EntityManager,
  collectiveId: string,
  month: Month,
): Promise<string> {
  const [row] = await run<{ balances_digest: string }>(
    db,
    `SELECT balances_digest FROM month_seals
     WHERE collective_id = ? AND month < ? ORDER BY month DESC LIMIT 1`,
    [collectiveId, month],
  );
  return row?.balances_digest ?? FIRST_SEAL;
}

interface SealColumns {
  readonly month: Month;
  readonly chain_position: number;
  readonly chain_head: string;
  readonly balances_digest: string;
  readonly sealed_by: string;
  readonly sealed_at: string;
}

interface BalanceColumns {
  readonly month: Month;
  readonly ledger_account: string;
  readonly pool: string;
  readonly opening: string;
  readonly debit: string;
  readonly credit: string;
}

/** The seals of the months from the first one given, with their balances, oldest first. */
export async function readKeptSeals(
  db: EntityManager,
  collectiveId: string,
  from: Month,
): Promise<KeptSeal[]> {
  const seals = await run<SealColumns>(
    db,
    `SELECT month, chain_position, chain_head, balances_digest, sealed_by, sealed_at FROM month_seals
     WHERE collective_id = ? AND month >= ? ORDER BY month`,
    [collectiveId, from],
  );
  const rows = await run<BalanceColumns>(
    db,
    `SELECT month, ledger_account, pool, CAST(opening_fen AS TEXT) AS opening,
       CAST(debit_fen AS TEXT) AS debit, CAST(credit_fen AS TEXT) AS credit
     FROM month_balances WHERE collective_id = ? AND month >= ?`,
    [collectiveId, from],
  );
  const balances = new Map<Month, MonthBalance[]>();
  for (const row of rows.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))) {
    const { month, ledger_account: ledgerAccount, pool } = row;
    const amounts = { opening: BigInt(row.opening), debit: BigInt(row.debit), credit: BigInt(row.credit) };
    const own = balances.get(month) ?? [];
    balances.set(month, own);
    own.push({ ledgerAccount, pool, ...amounts });
  }
  return seals.map((seal) => ({
    collectiveId,
    month: seal.month,
    chainPosition: seal.chain_position,
    chainHead: seal.chain_head,
    sealedBy: seal.sealed_by,
    sealedAt: seal.sealed_at,
    digest: seal.balances_digest,
    balances: balances.get(seal.month) ?? [],
  }));
}

function keyOf(row: Pick<BalanceColumns, 'ledger_account' | 'pool'>): string {
  return `${row.ledger_account} ${row.pool}`;
}

/** The turnovers kept of the months from the first one given. */
export async function readKeptTurnovers(
  db: EntityManager,
  collectiveId: string,
  from: Month,
): Promise<KeptTurnover[]> {
  const rows = await run<Omit<BalanceColumns, 'opening'>>(
    db,
    `SELECT month, ledger_account, pool, CAST(debit_fen AS TEXT) AS debit, CAST(credit_fen AS TEXT) AS credit
     FROM ledger_turnovers WHERE collective_id = ? AND month >= ?
     ORDER BY month, ledger_account, pool`,
    [collectiveId, from],
  );
  return rows.map(({ month, ledger_account: ledgerAccount, pool, debit, credit }) => ({
    month,
    ledgerAccount,
    pool,
    debit: BigInt(debit),
    credit: BigInt(credit),
  }));
}

/** The first place in the chain of an entry of the days after the one given, of this year or a later one. */
export async function readFirstPositionAfter(
  db: EntityManager,
  collectiveId: string,
  day: { readonly year: number; readonly on: CalendarDay },
): Promise<number | undefined> {
  const [row] = await run<{ first: number | null }>(
    db,
    `SELECT MIN(chain_position) AS first FROM ledger_entries
     WHERE collective_id = ? AND voucher_year >= ? AND posted_on > ?`,
    [collectiveId, day.year, day.on],
  );
  return row?.first ?? undefined;
}

/** Where the chain stands at a position. */
export async function readPlace(
  db: EntityManager,
  collectiveId: string,
  position: number,
): Promise<ChainPlace | undefined> {
  const [row] = await run<{ hash: string; booked_at: string }>(
    db,
    'SELECT hash, booked_at FROM ledger_entries WHERE collective_id = ? AND chain_position = ?',
    [collectiveId, position],
  );
  return row === undefined ? undefined : { position, hash: row.hash, bookedAt: row.booked_at };
}

/** Year → the last voucher number at or before a position, for this year and the ones after. */
export async function readNumbersAt(
  db: EntityManager,
  collectiveId: string,
  at: { readonly year: number; readonly position: number },
): Promise<Map<number, number>> {
  const rows = await run<{ voucher_year: number; last: number }>(
    db,
    `SELECT voucher_year, MAX(voucher_number) AS last FROM ledger_entries
     WHERE collective_id = ? AND voucher_year >= ? AND chain_position <= ? GROUP BY voucher_year`,
    [collectiveId, at.year, at.position],
  );
  return new Map(rows.map((row) => [row.voucher_year, row.last]));
}

/** A line that belongs to no entry, if there is one. */
export async function findLoneLine(db: EntityManager, collectiveId: string): Promise<string | undefined> {
  const [row] = await run<{ entry_id: string }>(
    db,
    `SELECT l.entry_id FROM ledger_lines l
     LEFT JOIN ledger_entries e ON e.collective_id = l.collective_id AND e.id = l.entry_id
     WHERE l.collective_id = ? AND e.id IS NULL LIMIT 1`,
    [collectiveId],
  );
  return row?.entry_id;
}

/** The register of counterparties without its names. */
export function readCounterpartyKinds(
  db: EntityManager,
  collectiveId: string,
): Promise<{ id: string; kind: string }[]> {
  return run(db, 'SELECT id, kind FROM counterparties WHERE collective_id = ? ORDER BY id', [collectiveId]);
}

/** The entry that a row of this table names though it is not there, if there is one. */
export async function findLostRow(
  db: EntityManager,
  collectiveId: string,
  table: string,
): Promise<string | undefined> {
  const [row] = await run<{ entry_id: string }>(
    db,
    `SELECT r.entry_id FROM ${table} r
     LEFT JOIN ledger_entries e ON e.collective_id = r.collective_id AND e.id = r.entry_id
     WHERE r.collective_id = ? AND r.entry_id IS NOT NULL AND e.id IS NULL LIMIT 1`,
    [collectiveId],
  );
  return row?.entry_id;
}

/** Where the last entry of a year and the years before stands in the chain; 0 where there is none. */
export async function readLastPosition(
  db: EntityManager,
  collectiveId: string,
  year: number,
): Promise<number> {
  const [row] = await run<{ last: number | null }>(
    db,
    `SELECT MAX(chain_position) AS last FROM ledger_entries WHERE collective_id = ? AND voucher_year <= ?`,
    [collectiveId, year],
  );
  return row?.last ?? 0;
}

/** What one pool had, received, deducted and granted. Fen. */
export interface PoolYear {
  readonly pool: string;
  readonly opening: bigint;
  readonly received: bigint;
  readonly deducted: bigint;
  readonly granted: bigint;
}

/** A year of each pool by the days on which statements count, what the years before left as its opening. */
export async function readPoolYears(
  db: EntityManager,
  collectiveId: string,
  { year, through }: { readonly year: number; readonly through: number },
): Promise<PoolYear[]> {
  const of = (flow: string): string => `CAST(SUM(CASE
    WHEN l.pool_flow = '${flow}' AND l.statement_on BETWEEN ? AND ? THEN ${SIGNED} ELSE 0 END) AS TEXT)`;
  const carried = `CAST(SUM(CASE WHEN l.statement_on >= ? THEN 0
    WHEN l.pool_flow IN ('opening', 'received') THEN ${SIGNED} ELSE -${SIGNED} END) AS TEXT)`;
  const [first, last] = [`${String(year)}-01-01`, `${String(year)}-12-31`];
  const rows = await run<Record<'pool' | 'carried' | 'opened' | 'received' | 'deducted' | 'granted', string>>(
    db,
    `SELECT l.pool, ${carried} AS carried, ${of('opening')} AS opened, ${of('received')} AS received,
       ${of('deducted')} AS deducted, ${of('granted')} AS granted
     FROM ledger_lines l JOIN ledger_entries e ON e.collective_id = l.collective_id AND e.id = l.entry_id
     WHERE l.collective_id = ? AND l.pool_flow IS NOT NULL AND e.chain_position <= ?
     GROUP BY l.pool ORDER BY l.pool`,
    [first, ...Array.from({ length: 4 }, () => [first, last]).flat(), collectiveId, through],
  );
  return rows.map((row) => ({
    pool: row.pool,
    opening: BigInt(row.carried) + BigInt(row.opened),
    received: BigInt(row.received),
    deducted: BigInt(row.deducted),
    granted: BigInt(row.granted),
  }));
}

/** A debit counts up, a credit down. */
const SIGNED = "(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END)";
