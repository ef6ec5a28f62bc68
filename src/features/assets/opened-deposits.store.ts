import type { EntityManager } from 'typeorm';
import type { PayableMove } from '../../domain/assets/opened-deposits';
import type { CounterpartyNames } from '../../domain/ledger/counterparty';
import type { Pool } from '../../domain/ledger/journal-entry';
import { run } from '../../platform/database/statements';

interface Row {
  readonly entry_id: string;
  readonly source_kind: string;
  readonly chart: string;
  readonly ledger_account: string;
  readonly counterparty: string;
  readonly pool: Pool;
  readonly side: string;
  readonly amount_fen: string;
}

/** What the opening says is owed under no asset, and what was booked of it since by no deposit. */
export interface OpenedPayables {
  readonly entryId: string;
  readonly moves: readonly PayableMove[];
}

/**
 * What tenants are owed under no asset; undefined where the opening has nothing of them. A change of chart
 * moves no money, and a reversal with what it takes back is left out.
 * @param payableOf the account such money is kept on, by the chart of the voucher
 */
export async function readOpenedPayables(
  db: EntityManager,
  of: {
    readonly collectiveId: string;
    readonly names: CounterpartyNames;
    readonly tenants: ReadonlySet<string>;
  },
  payableOf: (chart: string) => string,
): Promise<OpenedPayables | undefined> {
  const { collectiveId, names, tenants } = of;
  const isOurs = ({ counterparty, ledger_account: account, chart }: Row): boolean =>
    account === payableOf(chart) && tenants.has(names.idOf(counterparty));
  const atOpening = await run<Row>(db, `${STANDING} AND e.source_kind = 'opening'`, [collectiveId]);
  const [first] = atOpening.filter(isOurs);
  if (first === undefined) return undefined;
  const named = [...tenants].flatMap((id) => [id, names.nameOf(id)]);
  const since = await run<Row>(
    db,
    `${STANDING} AND e.source_kind NOT IN ('opening', 'chartChange')
       AND l.counterparty IN (${named.map(() => '?').join(', ')})
       AND NOT EXISTS (SELECT 1 FROM lease_deposits d
         WHERE d.collective_id = e.collective_id AND d.entry_id = e.id)`,
    [collectiveId, ...named],
  );
  const moves = [...atOpening, ...since].filter(isOurs).map((row) => ({
    ...{ counterparty: names.idOf(row.counterparty), pool: row.pool },
    amount: row.side === 'credit' ? BigInt(row.amount_fen) : -BigInt(row.amount_fen),
    atOpening: row.source_kind === 'opening',
  }));
  return { entryId: first.entry_id, moves };
}

const STANDING = `SELECT e.id AS entry_id, e.source_kind, e.chart, l.ledger_account, l.counterparty, l.pool,
    l.side, CAST(l.amount_fen AS TEXT) AS amount_fen
  FROM ledger_entries e
  JOIN ledger_lines l ON l.collective_id = e.collective_id AND l.entry_id = e.id
  WHERE e.collective_id = ? AND l.asset_id IS NULL AND l.counterparty IS NOT NULL AND e.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM ledger_entries r
      WHERE r.collective_id = e.collective_id AND r.reverses_id = e.id)`;
