import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: a voucher that was rewritten behind the program together with the chain said another party, other
// papers or another poster than the one that was booked, and its draft, which holds what was typed, could not
// tell. The draft keeps the hash that its voucher was booked with; those booked before keep none.

class DraftHashes1764360010420 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, [{ table: 'voucher_drafts', column: 'entry_hash text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export const draftHashMigrations = [DraftHashes1764360010420];
