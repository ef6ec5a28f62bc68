import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a slip of a station of several owners that prints tax could not be entered, because nothing said whose
// the tax is. Whose it is stands with the station now, from a day on; a slip keeps its tax, and each owner's
// part of it.

const slip = within(['settlement_id'], 'settlements');

export const jointTaxTables: readonly TableDefinition[] = [
  {
    // Whose the tax of a kept station is from a day on; of one day the latest row holds.
    name: 'tax_bearers',
    recorded: true,
    columns: `collective_id text, id text, asset_id text, valid_from text, bearer text, paper text,
      noted_by text, noted_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'asset_id']],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    checks: ["bearer IN ('owners', 'keeper')"],
    appendOnly: true,
  },
  {
    // The tax of its owners that a kept station's slip prints, and whether the grid keeps it back.
    name: 'joint_slip_taxes',
    recorded: true,
    columns: 'collective_id text, settlement_id text, way text, tax_fen fen',
    primaryKey: ['collective_id', 'settlement_id'],
    foreignKeys: [toCollective, slip],
    checks: ["way IN ('charged', 'keptBack')", 'tax_fen > 0'],
    appendOnly: true,
  },
  {
    // What of it is an owner's.
    name: 'joint_part_taxes',
    recorded: true,
    columns: 'collective_id text, settlement_id text, owner text, tax_fen fen',
    primaryKey: ['collective_id', 'settlement_id', 'owner'],
    foreignKeys: [
      toCollective,
      within(['settlement_id', 'owner'], 'joint_parts', ['settlement_id', 'owner']),
    ],
    checks: ['tax_fen > 0'],
    appendOnly: true,
  },
];

class JointTaxTables1764360003020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, jointTaxTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class JointTaxForeignKeys1764360003021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, jointTaxTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class JointTaxGuards1764360003022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, jointTaxTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

export const jointTaxMigrations = [
  JointTaxTables1764360003020,
  JointTaxForeignKeys1764360003021,
  JointTaxGuards1764360003022,
];
