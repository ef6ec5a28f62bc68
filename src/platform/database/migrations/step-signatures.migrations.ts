import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a route says how many of a committee have to sign, and one noted for all of them that they had. Each
// signs for himself, for the bytes he saw, or is named with the paper on which he did; who takes his name
// back before the step is taken does so by a row of its own.

export const stepSignatureTables: readonly TableDefinition[] = [
  {
    name: 'step_signatures',
    columns: `
      collective_id text, id text, subject_kind text, subject_id text, step_id text, digest text,
      signer text?, name text, paper text, signed_on text, noted_by text, noted_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'subject_kind', 'subject_id']],
    foreignKeys: [toCollective],
    checks: ["signer IS NOT NULL OR paper <> ''"],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'step_signature_withdrawals',
    columns: 'collective_id text, signature_id text, withdrawn_by text, withdrawn_at text',
    primaryKey: ['collective_id', 'signature_id'],
    foreignKeys: [within(['signature_id'], 'step_signatures')],
    appendOnly: true,
    recorded: true,
  },
];

class StepSignatureTables1764360010763 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, stepSignatureTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class StepSignatureForeignKeys1764360010764 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, stepSignatureTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class StepSignatureGuards1764360010765 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, stepSignatureTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const stepSignatureMigrations = [
  StepSignatureTables1764360010763,
  StepSignatureForeignKeys1764360010764,
  StepSignatureGuards1764360010765,
] as const;
