import type { EntityManager } from 'typeorm';
import type { TenantMoney } from '../../domain/assets/resume-lease';
import type { Fen } from '../../domain/money/fen';
import { run } from '../../platform/database/statements';

/** What moved the deposit of the contract whose deposit an entry brought; nothing where it brought none. */
export async function readDepositMoves(
  tx: EntityManager,
  collectiveId: string,
  entryId: string,
): Promise<{ leaseId: string; amount: Fen; entryId: string }[]> {
  const rows = await run<{ lease_id: string; amount_fen: string; entry_id: string }>(
    tx,
    `SELECT d.lease_id, CAST(d.amount_fen AS TEXT) AS amount_fen, d.entry_id FROM lease_deposits d
     WHERE d.collective_id = ? AND d.lease_id IN (SELECT o.lease_id FROM lease_deposits o
       WHERE o.collective_id = d.collective_id AND o.entry_id = ? AND o.amount_fen > 0)`,
    [collectiveId, entryId],
  );
  return rows.map((row) => ({
    ...{ leaseId: row.lease_id, amount: BigInt(row.amount_fen), entryId: row.entry_id },
  }));
}

/**
 * What of a tenant's money went back by vouchers that were booked since a time and stand: his deposit, or
 * rent kept ahead that paid none of the contract's own dues, but was paid back or kept against another debt.
 */
export async function readWentBack(
  tx: EntityManager,
  collectiveId: string,
  { leaseId, since }: { readonly leaseId: string; readonly since: string },
): Promise<TenantMoney[]> {
  const rows = await run<{ what: TenantMoney }>(
    tx,
    `SELECT m.what FROM (
       SELECT 'deposit' AS what, d.entry_id FROM lease_deposits d
       WHERE d.collective_id = ? AND d.lease_id = ? AND d.amount_fen < 0
       UNION ALL
       SELECT 'advance' AS what, a.entry_id FROM rent_advances a
       WHERE a.collective_id = ? AND a.lease_id = ? AND a.amount_fen < 0 AND NOT EXISTS (
         SELECT 1 FROM receipts r
         JOIN receipt_lines l ON l.collective_id = r.collective_id AND l.receipt_id = r.id
         JOIN receivables o ON o.collective_id = l.collective_id AND o.id = l.receivable_id
         JOIN rent_bookings b ON b.collective_id = o.collective_id AND b.id = o.source_id
         WHERE r.collective_id = a.collective_id AND r.entry_id = a.entry_id AND b.lease_id = a.lease_id)
     ) m JOIN ledger_entries e ON e.collective_id = ? AND e.id = m.entry_id
     WHERE e.booked_at >= ? AND NOT EXISTS (
       SELECT 1 FROM ledger_entries o WHERE o.collective_id = e.collective_id AND o.reverses_id = e.id)`,
    [collectiveId, leaseId, collectiveId, leaseId, collectiveId, since],
  );
  return rows.map(({ what }) => what);
}
