import type { EntityManager } from 'typeorm';
import { carriedNames, withTakenBack } from '../../domain/ledger/carried-lines';
import type { ChartCarried } from './chart-eras';
import { run } from './ledger.store';

/**
 * How the accounts of before a change of the chart are called after it, as the books themselves say it: its
 * two vouchers, and of an account that stood at nothing what was taken back of it since. Income and expense
 * have no name: they were closed.
 */
export async function readCarriedNames(
  db: EntityManager,
  collectiveId: string,
  { outId, intoId, fromChart, validFrom }: ChartCarried,
): Promise<ReadonlyMap<string, string>> {
  const names = carriedNames(
    await readCodes(db, collectiveId, outId),
    await readCodes(db, collectiveId, intoId),
  );
  const pairs = await run<{ code: string; now: string }>(
    db,
    `SELECT DISTINCT o.ledger_account AS code, i.ledger_account AS now
     FROM ledger_entries e
     JOIN ledger_entries taken ON taken.collective_id = e.collective_id AND taken.id = e.reverses_id
     JOIN ledger_lines o ON o.collective_id = taken.collective_id AND o.entry_id = taken.id
     JOIN ledger_lines i ON i.collective_id = e.collective_id AND i.entry_id = e.id
       AND i.line_number = o.line_number
     WHERE e.collective_id = ? AND e.reverses_id IS NOT NULL AND e.posted_on >= ?
       AND taken.chart = ? AND e.chart <> taken.chart AND o.ledger_account NOT LIKE '5%'
     ORDER BY o.ledger_account, i.ledger_account`,
    [collectiveId, validFrom, fromChart],
  );
  return withTakenBack(names, pairs);
}

/** The accounts of a voucher's lines by their numbers. */
async function readCodes(
  db: EntityManager,
  collectiveId: string,
  entryId: string | undefined,
): Promise<{ lineNumber: number; ledgerAccount: string }[]> {
  if (entryId === undefined) return [];
  const rows = await run<{ line_number: number; ledger_account: string }>(
    db,
    'SELECT line_number, ledger_account FROM ledger_lines WHERE collective_id = ? AND entry_id = ?',
    [collectiveId, entryId],
  );
  return rows.map((row) => ({ lineNumber: row.line_number, ledgerAccount: row.ledger_account }));
}
