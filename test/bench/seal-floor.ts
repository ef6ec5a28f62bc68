import SqliteDatabase from 'better-sqlite3';

const DAYS_OF = "posted_on >= ? || '-01' AND posted_on <= ? || '-31'";

/**
 * Sealing a month by the bare driver on the same rows: the month's lines added up and held against what was
 * kept, the balances carried on, one durable transaction.
 */
export class SealFloor {
  private readonly raw: SqliteDatabase.Database;
  private readonly sealOnce: (village: string, month: string) => void;

  constructor(file: string) {
    this.raw = new SqliteDatabase(file);
    this.raw.pragma('synchronous = FULL');
    this.raw.exec(`CREATE TABLE floor_balances (village text, month text, account text, pool text,
      opening integer, debit integer, credit integer, PRIMARY KEY (village, month, account, pool))
      WITHOUT ROWID`);
    const lines = this.raw.prepare(
      `SELECT l.ledger_account, l.pool,
         SUM(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE 0 END) AS debit,
         SUM(CASE l.side WHEN 'credit' THEN l.amount_fen ELSE 0 END) AS credit
       FROM ledger_entries e CROSS JOIN ledger_lines l
       WHERE e.collective_id = ? AND l.collective_id = e.collective_id AND l.entry_id = e.id
         AND e.voucher_year = ? AND ${DAYS_OF} GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    const kept = this.raw.prepare(
      `SELECT ledger_account, pool, debit_fen AS debit, credit_fen AS credit FROM ledger_turnovers
       WHERE collective_id = ? AND month = ? ORDER BY 1, 2`,
    );
    const carry = this.raw.prepare(
      `INSERT INTO floor_balances
       SELECT collective_id, ?, ledger_account, pool, opening_fen + debit_fen - credit_fen, 0, 0
       FROM month_balances WHERE collective_id = ?
         AND month = (SELECT MAX(month) FROM month_seals WHERE collective_id = ? AND month < ?)`,
    );
    const move = this.raw.prepare(
      `INSERT INTO floor_balances
       SELECT collective_id, month, ledger_account, pool, 0, debit_fen, credit_fen
       FROM ledger_turnovers WHERE collective_id = ? AND month = ?
       ON CONFLICT (village, month, account, pool) DO UPDATE SET
         debit = excluded.debit, credit = excluded.credit`,
    );
    this.sealOnce = this.raw.transaction((village: string, month: string) => {
      const summed = lines.all(village, Number(month.slice(0, 4)), month, month);
      const told = kept.all(village, month);
      if (JSON.stringify(summed) !== JSON.stringify(told)) throw new Error('the kept turnovers are wrong');
      carry.run(month, village, village, month);
      move.run(village, month);
    });
  }

  seal(village: string, month: string): void {
    this.sealOnce(village, month);
  }

  close(): void {
    this.raw.exec('DROP TABLE floor_balances');
    this.raw.close();
  }
}
