import type { EntityManager } from 'typeorm';
import type { Chart } from '../../domain/ledger/chart';
import { requireStillOwed } from '../../domain/ledger/given-up';
import { debtsTaken, type OwedTo } from '../../domain/ledger/pool-lines';
import type { Pool, Posting } from '../../domain/ledger/journal-entry';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import { LINES_OF_ENTRIES, LINES_OF_THEM } from './balances.store';
import { readCounterpartyNames } from './counterparties.store';
import { run } from './ledger.store';

/** What is owed is given up by people alone; a reversal carries the source of what it takes back. */
const BY_PEOPLE = ['manual', 'recurring', PRIOR_YEAR.correction];

interface OwedRow {
  readonly ledger_account: string;
  readonly pool: Pool;
  readonly counterparty: string | null;
  readonly amount: string;
}

/**
 * What is owed on these accounts and their details, by pool and by whom it is owed to, as of now; a credit
 * below zero. Who is named by name in older books counts as who bears it.
 */
export function readOwed(
  db: EntityManager,
  collectiveId: string,
  { accounts }: { readonly accounts: readonly string[] },
): Promise<OwedTo[]> {
  return readSums(db, collectiveId, { accounts, from: 'ledger_lines l', where: 'l.collective_id = ?' });
}

/**
 * Refuses lines that take back a debt or a claim which was given up meanwhile: the pool would keep what it
 * received by owing no more, and nobody has that money.
 * @throws DomainError `reversal.debtGivenUp`
 */
export async function requireNotGivenUp(
  tx: EntityManager,
  collectiveId: string,
  { postings, chart }: { readonly postings: readonly Posting[]; readonly chart: Chart },
): Promise<void> {
  const accounts = debtsTaken(postings, chart);
  const givenUp = await readSums(tx, collectiveId, {
    accounts,
    from: LINES_OF_ENTRIES,
    where: `e.collective_id = ? AND ${LINES_OF_THEM} AND l.pool_flow = 'received'
      AND e.source_kind IN (${BY_PEOPLE.map((kind) => `'${kind}'`).join(', ')})`,
  });
  if (givenUp.length === 0) return;
  requireStillOwed(postings, { owed: await readOwed(tx, collectiveId, { accounts }), givenUp }, chart);
}

async function readSums(
  db: EntityManager,
  collectiveId: string,
  of: { readonly accounts: readonly string[]; readonly from: string; readonly where: string },
): Promise<OwedTo[]> {
  if (of.accounts.length === 0) return [];
  const names = await readCounterpartyNames(db, collectiveId);
  const isOne = of.accounts.map(() => 'l.ledger_account LIKE ?').join(' OR ');
  const rows = await run<OwedRow>(
    db,
    `SELECT l.ledger_account, l.pool, l.counterparty,
       CAST(SUM(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END) AS TEXT) AS amount
     FROM ${of.from} WHERE ${of.where} AND (${isOne})
     GROUP BY l.ledger_account, l.pool, l.counterparty`,
    [collectiveId, ...of.accounts.map((account) => `${account}%`)],
  );
  return rows.map(({ ledger_account: ledgerAccount, pool, counterparty, amount }) => {
    const owed = { ledgerAccount, pool, amount: BigInt(amount) };
    return counterparty === null ? owed : names.byId({ ...owed, counterparty });
  });
}
