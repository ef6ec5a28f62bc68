import { MAX_FEN } from '../../../src/domain/money/fen';
import type { Database } from '../../../src/platform/database/database';
import { placeholdersFor } from '../../../src/platform/database/engine';
import { openBooks } from '../../support/books';
import { describeOnEachEngine } from '../../support/engines';

describeOnEachEngine('a money column', (open) => {
  let database: Database;

  beforeEach(async () => {
    database = (await open({ entities: [] })).database;
    await openBooks(database, 'v1');
  });

  const keep = (ledgerAccount: string, fen: bigint) =>
    database.inTransaction('v1', (tx) =>
      tx.query(
        placeholdersFor(
          database.engine,
          `INSERT INTO ledger_turnovers (collective_id, month, ledger_account, pool, debit_fen, credit_fen)
           VALUES ('v1', '2025-01', ?, 'pv', ?, 0)`,
        ),
        [ledgerAccount, fen],
      ),
    );

  it.each([
    ['nothing', 0n],
    ['the largest amount', MAX_FEN],
    ['the smallest amount', -MAX_FEN],
  ])('gives back %s to the fen', async (_, fen) => {
    await keep('101', fen);
    const rows = await database.reader.query<{ fen: number | string }[]>(
      'SELECT debit_fen AS fen FROM ledger_turnovers',
    );
    expect(rows.map((row) => BigInt(row.fen))).toEqual([fen]);
  });

  it.each([
    ['above the largest', MAX_FEN + 1n],
    ['below the smallest', -MAX_FEN - 1n],
  ])('refuses one fen %s', async (_, fen) => {
    await expect(keep('101', fen)).rejects.toThrow();
  });

  it('sums exactly above 2^53 when the sum is read as text', async () => {
    await keep('101', MAX_FEN);
    await keep('102', MAX_FEN);
    await keep('103', 1n);
    const rows = await database.reader.query<{ total: string }[]>(
      "SELECT CAST(SUM(debit_fen) AS TEXT) AS total FROM ledger_turnovers WHERE collective_id = 'v1'",
    );
    expect(rows).toEqual([{ total: (2n * MAX_FEN + 1n).toString() }]);
  });
});
