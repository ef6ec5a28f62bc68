import type { Database } from '../../src/platform/database/database';
import { placeholdersFor } from '../../src/platform/database/engine';

/** Books to open for a test. */
export interface BooksWish {
  /** Open month; `2025-01` where none is given. */
  readonly month?: string;
  readonly name?: string;
}

/** A village with empty books and one open month, on the 2023 chart. */
export async function openBooks(
  database: Database,
  collectiveId: string,
  wish: BooksWish = {},
): Promise<void> {
  const month = wish.month ?? '2025-01';
  const name = wish.name ?? collectiveId;
  const insert = (table: string, columns: string, count: number) =>
    placeholdersFor(
      database.engine,
      `INSERT INTO ${table} (${columns}) VALUES (${Array(count).fill('?').join(', ')})`,
    );
  await database.inReferenceTransaction(async (tx) => {
    await tx.query(
      insert(
        'collectives',
        'id, kind, name, organisation_name, region_path, notice_label, contacts, made_up',
        8,
      ),
      [collectiveId, 'village', name, name, '[]', name, '[]', 0],
    );
    await tx.query(
      insert('collective_books', 'collective_id, chart, opened_on, chain_length, chain_head, settled', 6),
      [collectiveId, '2023', `${month}-01`, 0, '', '{}'],
    );
    await tx.query(insert('ledger_months', 'collective_id, month, state, changed_by, changed_at', 5), [
      collectiveId,
      month,
      'open',
      'test',
      `${month}-01T00:00:00.000Z`,
    ]);
  });
}
