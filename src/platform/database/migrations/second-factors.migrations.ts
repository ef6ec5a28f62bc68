import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: whoever learned the password of an office's officer could decide of plans and give roles. Who wants
// it is asked for a code of his telephone beside the password; its secret stands sealed, the codes for the
// day on which the telephone is lost as hashes, each code is spent once, and who took a second factor away
// says why.

export const secondFactorTables: readonly TableDefinition[] = [
  {
    name: 'second_factors',
    columns: 'collective_id text, user_id text, number count, key_id text, sealed text, begun_at text',
    primaryKey: ['collective_id', 'user_id', 'number'],
    foreignKeys: [toCollective, { columns: ['user_id'], table: 'users', references: ['id'] }],
    checks: ['number >= 1'],
    recorded: true,
  },
  {
    name: 'second_factor_codes',
    columns: 'collective_id text, user_id text, number count, place count, code_hash text',
    primaryKey: ['collective_id', 'user_id', 'number', 'place'],
    foreignKeys: [ofFactor()],
    checks: ['place >= 1'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'second_factor_ends',
    columns: `
      collective_id text, user_id text, number count, ended_by text, ended_at text, reason text`,
    primaryKey: ['collective_id', 'user_id', 'number'],
    foreignKeys: [ofFactor()],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'second_factor_uses',
    columns: 'collective_id text, user_id text, number count, spent text, spent_at text',
    primaryKey: ['collective_id', 'user_id', 'number', 'spent'],
    foreignKeys: [ofFactor()],
    appendOnly: true,
  },
];

function ofFactor() {
  const columns = ['collective_id', 'user_id', 'number'];
  return { columns, table: 'second_factors', references: columns };
}

class SecondFactorTables1764360010770 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, secondFactorTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class SecondFactorForeignKeys1764360010771 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, secondFactorTables);
    await guardAppendOnly(runner, secondFactorTables);
  }

  async down(): Promise<void> {
    // The foreign keys and the guards go with the tables.
  }
}

/** In their order. */
export const secondFactorMigrations = [
  SecondFactorTables1764360010770,
  SecondFactorForeignKeys1764360010771,
] as const;
