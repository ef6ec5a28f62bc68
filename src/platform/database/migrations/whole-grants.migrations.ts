import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: what a plan promised for posts, labour, rewards and subsidies could be granted as one sum by who had
// drafted it, past attendance, sheets and lists, and nothing said why. Another one grants it from now on and
// says why there is no list. Grants of before have no such row.

export const wholeGrantTables: readonly TableDefinition[] = [
  {
    name: 'whole_grants',
    columns: 'collective_id text, grant_id text, why text, granted_by text, granted_at text',
    primaryKey: ['collective_id', 'grant_id'],
    foreignKeys: [within(['grant_id'], 'grants')],
    appendOnly: true,
    recorded: true,
  },
];

class WholeGrantsTables1764360010697 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, wholeGrantTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class WholeGrantsForeignKeys1764360010698 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, wholeGrantTables);
    await guardAppendOnly(runner, wholeGrantTables);
  }

  async down(): Promise<void> {
    // The foreign keys and the guards go with the table.
  }
}

/** In their order. */
export const wholeGrantMigrations = [
  WholeGrantsTables1764360010697,
  WholeGrantsForeignKeys1764360010698,
] as const;
