import type { EntityManager } from 'typeorm';
import type { OwedBySource } from '../../domain/ledger/kept-by-steps';
import type { Pool } from '../../domain/ledger/journal-entry';
import { LINES_OF_ENTRIES, LINES_OF_THEM } from './balances.store';
import { readCounterpartyNames } from './counterparties.store';
import { run } from './ledger.store';

interface SourceRow {
  readonly ledger_account: string;
  readonly pool: Pool;
  readonly counterparty: string | null;
  readonly asset_id: string | null;
  readonly of_income: number;
  readonly source_kind: string;
  readonly amount: string;
}

/**
 * What stands now on these accounts and their details by whom it names, under which asset and by which kind
 * of voucher; a credit below zero. A reversal counts with what it takes back.
 */
export async function readOwedBySource(
  db: EntityManager,
  collectiveId: string,
  accounts: readonly string[],
): Promise<OwedBySource[]> {
  if (accounts.length === 0) return [];
  const names = await readCounterpartyNames(db, collectiveId);
  const ofIncome = 'CASE WHEN l.stream IS NULL THEN 0 ELSE 1 END';
  const rows = await run<SourceRow>(
    db,
    `SELECT l.ledger_account, l.pool, l.counterparty, l.asset_id, ${ofIncome} AS of_income, e.source_kind,
       CAST(SUM(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END) AS TEXT) AS amount
     FROM ${LINES_OF_ENTRIES} WHERE e.collective_id = ? AND ${LINES_OF_THEM}
       AND (${accounts.map(() => 'l.ledger_account LIKE ?').join(' OR ')})
     GROUP BY l.ledger_account, l.pool, l.counterparty, l.asset_id, ${ofIncome}, e.source_kind`,
    [collectiveId, ...accounts.map((account) => `${account}%`)],
  );
  return rows.map(({ ledger_account: ledgerAccount, pool, counterparty, asset_id: assetId, ...row }) => {
    const owed = {
      ...{ ledgerAccount, pool, amount: BigInt(row.amount), sourceKind: row.source_kind },
      ...(assetId === null ? {} : { assetId }),
      ofIncome: row.of_income === 1,
    };
    return counterparty === null ? owed : names.byId({ ...owed, counterparty });
  });
}
