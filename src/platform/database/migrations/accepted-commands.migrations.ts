import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: what was refused stood in a chain of its own, what was carried out only in its rows, each with its own
// way to say by whom, and none from where. From now on every command of a person stands in a chain; of what
// was done before nothing more is known than its rows say.

export const acceptedCommandTables: readonly TableDefinition[] = [
  {
    name: 'accepted_commands',
    columns: `
      collective_id text, position count, accepted_at text, actor text, role text, way text, address text,
      command text, input_digest text, previous_hash text, hash text`,
    primaryKey: ['collective_id', 'position'],
    // The latest of several villages are read together.
    indexes: [['collective_id', 'accepted_at']],
    foreignKeys: [toCollective],
    checks: ['position >= 1', "way IN ('page', 'api')"],
    appendOnly: true,
  },
  {
    // Where a collective's chain of accepted commands ends; every command sets it anew.
    name: 'accepted_ends',
    columns: 'collective_id text, position count, hash text',
    primaryKey: ['collective_id'],
    foreignKeys: [toCollective],
    checks: ['position >= 1'],
  },
];

class AcceptedCommandsTables1764360010745 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, acceptedCommandTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class AcceptedCommandsForeignKeys1764360010746 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, acceptedCommandTables);
    await guardAppendOnly(runner, acceptedCommandTables);
  }

  async down(): Promise<void> {
    // The foreign keys and the guards go with the table.
  }
}

/** In their order. */
export const acceptedCommandMigrations = [
  AcceptedCommandsTables1764360010745,
  AcceptedCommandsForeignKeys1764360010746,
] as const;
