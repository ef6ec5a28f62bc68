import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, type TableDefinition } from './table-definition';

// Why: the last refusals of a collective could be deleted and nothing said so. Their number and the hash of
// the last one are kept from now on, apart from the books, which a refusal must leave as they are.

export const refusalsEndTables: readonly TableDefinition[] = [
  {
    // Where a collective's chain of refusals ends; every refusal sets it anew.
    name: 'refusal_ends',
    columns: 'collective_id text, position count, hash text',
    primaryKey: ['collective_id'],
    foreignKeys: [toCollective],
    checks: ['position >= 1'],
  },
];

export class RefusalsEndTables1764205200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, refusalsEndTables);
    await runner.query(
      `INSERT INTO refusal_ends (collective_id, position, hash)
       SELECT r.collective_id, r.position, r.hash FROM refused_commands r
       WHERE r.position = (SELECT MAX(l.position) FROM refused_commands l
         WHERE l.collective_id = r.collective_id)`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class RefusalsEndForeignKeys1764205200002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, refusalsEndTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}
