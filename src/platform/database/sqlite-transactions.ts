import type { DataSource } from 'typeorm';
import { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner';
import { runOnSqlite } from './sqlite-statements';

const DONE = Promise.resolve();

/**
 * Begins and ends a transaction on the connection itself. TypeORM waits for listeners before and after each
 * step, and this program has none: that alone made forty promises a transaction, a tenth of what the program
 * does for a posting.
 */
class QuickRunner extends BetterSqlite3QueryRunner {
  override startTransaction(
    ...level: Parameters<BetterSqlite3QueryRunner['startTransaction']>
  ): Promise<void> {
    if (this.isTransactionActive) return super.startTransaction(...level);
    return this.sent('BEGIN TRANSACTION', true);
  }

  override commitTransaction(): Promise<void> {
    return this.isOutermost ? this.sent('COMMIT', false) : super.commitTransaction();
  }

  override rollbackTransaction(): Promise<void> {
    return this.isOutermost ? this.sent('ROLLBACK', false) : super.rollbackTransaction();
  }

  /** What is begun within a transaction, or ended without one, stays TypeORM's. */
  private get isOutermost(): boolean {
    return this.isTransactionActive && this.transactionDepth === 1;
  }

  private sent(sql: string, isActive: boolean): Promise<void> {
    try {
      runOnSqlite(this.manager, sql, []);
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
    this.isTransactionActive = isActive;
    this.transactionDepth = isActive ? 1 : 0;
    return DONE;
  }
}

/** Has the transactions of SQLite's one writer begin and end on its connection. */
export function beginOnConnection({ driver }: DataSource): void {
  if (!(driver instanceof BetterSqlite3Driver)) return;
  driver.createQueryRunner = () => (driver.queryRunner ??= new QuickRunner(driver));
}
