import type { EntityManager } from 'typeorm';
import { run } from './ledger.store';
import { ON_ACCOUNT, rangeOf } from './owed-by-name.store';

/** Whom and what the lines of an account name: parties as the lines hold them, assets by id. */
export interface NamedOnAccount {
  readonly counterparties: readonly string[];
  readonly assets: readonly string[];
}

/** Whom and what the lines of an account and its details name, over all days. */
export async function readNamedOn(
  db: EntityManager,
  collectiveId: string,
  account: string,
): Promise<NamedOnAccount> {
  const distinct = async (column: 'counterparty' | 'asset_id'): Promise<string[]> => {
    const rows = await run<{ named: string }>(
      db,
      `SELECT DISTINCT l.${column} AS named FROM ledger_lines l
       WHERE l.collective_id = ? AND ${ON_ACCOUNT} AND l.${column} IS NOT NULL`,
      [collectiveId, ...rangeOf(account)],
    );
    return rows.map(({ named }) => named);
  };
  return { counterparties: await distinct('counterparty'), assets: await distinct('asset_id') };
}
