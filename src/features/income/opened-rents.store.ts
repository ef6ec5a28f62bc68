import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { CounterpartyNames } from '../../domain/ledger/counterparty';
import type { Fen } from '../../domain/money/fen';
import { invariant } from '../../domain/shared/invariant';
import { run } from '../../platform/database/statements';

/** Money that somebody had paid ahead for an asset when the books opened, by the counterparty's id. */
export interface OpenedAdvance {
  readonly assetId: string;
  readonly counterparty: string;
  readonly amount: Fen;
}

interface Row {
  readonly asset_id: string;
  readonly counterparty: string;
  readonly chart: string;
  readonly ledger_account: string;
  readonly amount_fen: string;
}

/** @param payableOf the account such money is kept on, by the chart of the opening */
export async function readOpenedAdvances(
  db: EntityManager,
  of: { readonly collectiveId: string; readonly names: CounterpartyNames },
  payableOf: (chart: string) => string,
): Promise<OpenedAdvance[]> {
  const rows = await run<Row>(
    db,
    `SELECT l.asset_id, l.counterparty, e.chart, l.ledger_account, CAST(l.amount_fen AS TEXT) AS amount_fen
     FROM ledger_entries e
     JOIN ledger_lines l ON l.collective_id = e.collective_id AND l.entry_id = e.id
     WHERE e.collective_id = ? AND e.source_kind = 'opening' AND l.side = 'credit'
       AND l.asset_id IS NOT NULL AND l.counterparty IS NOT NULL AND e.reverses_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM ledger_entries r
         WHERE r.collective_id = e.collective_id AND r.reverses_id = e.id)
     ORDER BY l.line_number`,
    [of.collectiveId],
  );
  return rows
    .filter((row) => row.ledger_account === payableOf(row.chart))
    .map((row) => ({
      assetId: row.asset_id,
      counterparty: of.names.idOf(row.counterparty),
      amount: BigInt(row.amount_fen),
    }));
}

/** Assets and tenants of contracts that began before a day, each as one text. */
export async function readBegunBefore(
  db: EntityManager,
  collectiveId: string,
  day: CalendarDay,
): Promise<ReadonlySet<string>> {
  const rows = await run<{ asset_id: string; tenant: string; terms: string }>(
    db,
    'SELECT asset_id, tenant, terms FROM leases WHERE collective_id = ?',
    [collectiveId],
  );
  const begun = rows.filter(({ terms }) => firstDayIn(terms) < day);
  return new Set(begun.map(({ asset_id: assetId, tenant }) => `${assetId} ${tenant}`));
}

/** The first day that a contract's terms name, as they are kept. */
function firstDayIn(terms: string): CalendarDay {
  const kept: unknown = JSON.parse(terms);
  invariant(
    typeof kept === 'object' && kept !== null && 'firstOn' in kept && typeof kept.firstOn === 'string',
    'a contract names its first day',
  );
  return kept.firstOn;
}

/** What contracts kept of rent that was paid ahead, above zero, or used of it, with the asset of each. */
export async function readKeptRows(
  db: EntityManager,
  collectiveId: string,
): Promise<{ assetId: string; amount: Fen; entryId: string }[]> {
  const rows = await run<{ asset_id: string; amount_fen: string; entry_id: string }>(
    db,
    `SELECT l.asset_id, CAST(a.amount_fen AS TEXT) AS amount_fen, a.entry_id FROM rent_advances a
     JOIN leases l ON l.collective_id = a.collective_id AND l.id = a.lease_id WHERE a.collective_id = ?`,
    [collectiveId],
  );
  return rows.map((row) => ({
    ...{ assetId: row.asset_id, amount: BigInt(row.amount_fen), entryId: row.entry_id },
  }));
}
