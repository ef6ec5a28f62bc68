import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import type { MonthBalance } from '../../domain/ledger/month-balances';
import type { Turnover } from '../../domain/ledger/trial-balance';
import type { Statement } from '../../platform/database/statements';
import { inserting, run } from './ledger.store';
import { type TurnoverColumns, turnoverOf } from './turnovers.store';

/** A seal without its balances. */
export interface SealRow {
  readonly month: Month;
  readonly chainPosition: number;
  readonly chainHead: string;
  readonly digest: string;
  readonly sealedBy: string;
  readonly sealedAt: string;
}

/** The last sealed month before the one given, if any. */
export async function readSealBefore(
  db: EntityManager,
  collectiveId: string,
  month: Month,
): Promise<SealRow | undefined> {
  const [row] = await run<SealColumns>(
    db,
    `SELECT ${SEAL_COLUMNS} FROM month_seals
     WHERE collective_id = ? AND month < ? ORDER BY month DESC LIMIT 1`,
    [collectiveId, month],
  );
  return row === undefined ? undefined : sealOf(row);
}

/** The last seal: its digest covers its own month and every one before. */
export function readLastSeal(db: EntityManager, collectiveId: string): Promise<SealRow | undefined> {
  return readSealBefore(db, collectiveId, AFTER_ALL);
}

const AFTER_ALL = '9999-12';

/** Every seal of a collective, oldest first. */
export async function readSeals(db: EntityManager, collectiveId: string): Promise<SealRow[]> {
  const rows = await run<SealColumns>(
    db,
    `SELECT ${SEAL_COLUMNS} FROM month_seals WHERE collective_id = ? ORDER BY month`,
    [collectiveId],
  );
  return rows.map(sealOf);
}

const SEAL_COLUMNS = 'month, chain_position, chain_head, balances_digest, sealed_by, sealed_at';

interface SealColumns {
  readonly month: string;
  readonly chain_position: number;
  readonly chain_head: string;
  readonly balances_digest: string;
  readonly sealed_by: string;
  readonly sealed_at: string;
}

function sealOf(row: SealColumns): SealRow {
  return {
    month: row.month,
    chainPosition: row.chain_position,
    chainHead: row.chain_head,
    digest: row.balances_digest,
    sealedBy: row.sealed_by,
    sealedAt: row.sealed_at,
  };
}

/** What keeps a seal and the balances of its month. */
export function insertingSeal(
  collectiveId: string,
  seal: SealRow & { readonly balances: readonly MonthBalance[] },
): Statement[] {
  const { month, chainPosition, chainHead, digest, sealedBy, sealedAt } = seal;
  const balances = seal.balances.map((each) => {
    const { ledgerAccount, pool, opening, debit, credit } = each;
    return [collectiveId, month, ledgerAccount, pool, opening, debit, credit];
  });
  return [
    {
      sql: `INSERT INTO month_seals (collective_id, month, chain_position, chain_head, balances_digest,
              sealed_by, sealed_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      values: [collectiveId, month, chainPosition, chainHead, digest, sealedBy, sealedAt],
    },
    ...insertingBalances(balances),
  ];
}

const insertingBalances = inserting(
  'month_balances (collective_id, month, ledger_account, pool, opening_fen, debit_fen, credit_fen)',
  7,
);

/** The balances of a sealed month, by account and pool; none where it is not sealed. */
export async function readBalances(
  db: EntityManager,
  collectiveId: string,
  month: Month,
): Promise<MonthBalance[]> {
  const balances = await readUnordered(db, collectiveId, month);
  return balances.sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

/** The same in no order, for what brings them into one of its own. */
export async function readUnordered(
  db: EntityManager,
  collectiveId: string,
  month: Month,
): Promise<MonthBalance[]> {
  const rows = await run<TurnoverColumns & { opening: number | string }>(
    db,
    `SELECT ledger_account, pool, opening_fen AS opening, debit_fen AS debit, credit_fen AS credit
     FROM month_balances WHERE collective_id = ? AND month = ?`,
    [collectiveId, month],
  );
  return rows.map((row) => ({ ...turnoverOf(row), opening: BigInt(row.opening) }));
}

/**
 * What the last seal before a month closed with, by account, as a turnover of the sealed month; nothing, from
 * the beginning, where none is sealed.
 */
export async function readCarried(
  db: EntityManager,
  collectiveId: string,
  before: Month,
): Promise<{ readonly month: Month; readonly turnovers: Turnover[] }> {
  const seal = await readSealBefore(db, collectiveId, before);
  if (seal === undefined) return { month: '', turnovers: [] };
  const rows = await run<{ ledger_account: string; closing: string }>(
    db,
    `SELECT ledger_account, CAST(SUM(opening_fen + debit_fen - credit_fen) AS TEXT) AS closing
     FROM month_balances WHERE collective_id = ? AND month = ? GROUP BY ledger_account`,
    [collectiveId, seal.month],
  );
  const turnovers = rows.map(({ ledger_account: ledgerAccount, closing }) => ({
    month: seal.month,
    ledgerAccount,
    debit: BigInt(closing),
    credit: 0n,
  }));
  return { month: seal.month, turnovers };
}

function sortKey({ ledgerAccount, pool }: MonthBalance): string {
  return `${ledgerAccount} ${pool}`;
}
