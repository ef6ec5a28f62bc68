import type { EntityManager } from 'typeorm';
import type { Fen } from '../../domain/money/fen';
import { run } from '../../platform/database/statements';

/** What slips and payments moved on an account in the keeper's own pool, by chart and whom the lines name. */
export interface OwnDebt {
  readonly chart: string;
  readonly ledgerAccount: string;
  readonly counterparty: string;
  /** What is owed more; below zero where more was paid than was owed. */
  readonly amount: Fen;
}

/**
 * What a keeper owes owners out of his own money, for tax that he bears, less what he paid of it: told by the
 * lines themselves, because a payment may be of both, and what is written by hand is none of it.
 */
export async function readOwnDebts(db: EntityManager, collectiveId: string): Promise<OwnDebt[]> {
  const rows = await run<Record<'chart' | 'ledger_account' | 'counterparty' | 'amount', string>>(
    db,
    `SELECT e.chart, l.ledger_account, l.counterparty,
       CAST(SUM(CASE l.side WHEN 'credit' THEN l.amount_fen ELSE -l.amount_fen END) AS TEXT) AS amount
     FROM ledger_lines l
     JOIN ledger_entries e ON e.collective_id = l.collective_id AND e.id = l.entry_id
     WHERE l.collective_id = ? AND l.pool = 'other' AND l.counterparty IS NOT NULL
       AND e.source_kind IN ('settlement', 'jointPayment')
     GROUP BY e.chart, l.ledger_account, l.counterparty`,
    [collectiveId],
  );
  return rows.map(({ chart, ledger_account: ledgerAccount, counterparty, amount }) => ({
    ...{ chart, ledgerAccount, counterparty },
    amount: BigInt(amount),
  }));
}
