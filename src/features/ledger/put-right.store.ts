import type { EntityManager } from 'typeorm';
import { placesTakenOf } from '../../domain/ledger/reentered';
import { run } from './ledger.store';

/** A voucher that was reversed, and the accounts of income and expense on which it stood. */
interface Reversed {
  readonly entryId: string;
  readonly kind: string;
  readonly accounts: readonly string[];
}

/**
 * The first voucher that was typed as a new one in the place of one that was reversed within its own year: of
 * that year, behind the reversal, of a step that might take its place, on one of its accounts in the same
 * pool, with the same asset, about the same month; it stands, and takes no other's place.
 */
export async function findPutRight(
  db: EntityManager,
  collectiveId: string,
  { entryId, kind, accounts }: Reversed,
): Promise<string | undefined> {
  if (accounts.length === 0) return undefined;
  const kinds = placesTakenOf(kind);
  const marks = (of: readonly unknown[]): string => of.map(() => '?').join();
  const rows = await run<{ id: string }>(
    db,
    `SELECT n.id FROM ledger_entries e
     JOIN ledger_entries r ON r.collective_id = e.collective_id AND r.reverses_id = e.id
     JOIN ledger_lines l ON l.collective_id = e.collective_id AND l.entry_id = e.id
     JOIN ledger_entries n ON n.collective_id = e.collective_id
       AND n.chain_position > r.chain_position AND n.voucher_year = e.voucher_year
       AND n.about_period = e.about_period AND n.reverses_id IS NULL
     JOIN ledger_lines m ON m.collective_id = n.collective_id AND m.entry_id = n.id
       AND m.ledger_account = l.ledger_account AND m.pool = l.pool AND m.side = l.side
       AND COALESCE(m.asset_id, '') = COALESCE(l.asset_id, '')
     WHERE e.collective_id = ? AND e.id = ? AND r.voucher_year = e.voucher_year
       AND l.ledger_account IN (${marks(accounts)}) AND n.source_kind IN (${marks(kinds)})
       AND NOT EXISTS (SELECT 1 FROM ledger_entries b
         WHERE b.collective_id = n.collective_id AND b.reverses_id = n.id)
       AND NOT EXISTS (SELECT 1 FROM reentries t
         WHERE t.collective_id = n.collective_id AND t.entry_id = n.id)
     ORDER BY n.chain_position LIMIT 1`,
    [collectiveId, entryId, ...accounts, ...kinds],
  );
  return rows[0]?.id;
}
