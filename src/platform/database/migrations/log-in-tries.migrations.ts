import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, type TableDefinition } from './table-definition';

// Why: guessing was slowed by address and minute alone, which a second address went around. What was guessed
// wrong is counted by name and kept, so that a restart forgets none of it.

export const logInTriesTables: readonly TableDefinition[] = [
  {
    name: 'log_in_tries',
    columns: 'collective_id text, name_print text, count count, last_at text',
    primaryKey: ['collective_id', 'name_print'],
    foreignKeys: [toCollective],
    checks: ['count >= 1'],
  },
];

class LogInTriesTables1764360010663 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, logInTriesTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class LogInTriesForeignKeys1764360010664 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, logInTriesTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

/** In their order. */
export const logInTriesMigrations = [
  LogInTriesTables1764360010663,
  LogInTriesForeignKeys1764360010664,
] as const;
