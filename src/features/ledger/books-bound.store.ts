import type { EntityManager } from 'typeorm';
import { type BookedTurnover, boundProblems } from '../../domain/ledger/books-bound';
import type { JournalEntry, Pool } from '../../domain/ledger/journal-entry';
import { refuseProblems } from '../../domain/shared/problem';
import { run } from './ledger.store';

/**
 * Refuses an entry that would bring a turnover or a balance beyond what the books hold. Asked of large books
 * and large entries only: of others no sum comes near it.
 * @throws FormProblems `money.tooLarge`
 */
export async function requireWithinBounds(
  tx: EntityManager,
  collectiveId: string,
  entry: JournalEntry,
): Promise<void> {
  refuseProblems(boundProblems(entry, await readEveryTurnover(tx, collectiveId)));
}

async function readEveryTurnover(tx: EntityManager, collectiveId: string): Promise<BookedTurnover[]> {
  const rows = await run<{
    month: string;
    ledger_account: string;
    pool: Pool;
    debit: string;
    credit: string;
  }>(
    tx,
    `SELECT month, ledger_account, pool, CAST(debit_fen AS TEXT) AS debit, CAST(credit_fen AS TEXT) AS credit
     FROM ledger_turnovers WHERE collective_id = ?`,
    [collectiveId],
  );
  return rows.map(({ month, ledger_account: ledgerAccount, pool, debit, credit }) => ({
    ...{ month, ledgerAccount, pool },
    ...{ debit: BigInt(debit), credit: BigInt(credit) },
  }));
}
