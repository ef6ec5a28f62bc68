import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: whether the grid settled what the station gave, and the bank received what the grid settled, was a
// matter of trust. What an inverter or a meter showed is kept beside the slips now, with how far it may be
// off.

export const reconciliationTables: readonly TableDefinition[] = [
  {
    // Energy of a month or of a day as read beside the grid's slip; of one span the latest row holds.
    name: 'meter_kwh',
    columns: `
      collective_id text, id text, asset_id text, span text, kwh text, source text, noted_by text,
      noted_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'asset_id', 'span']],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    checks: ["source IN ('inverter', 'meter')"],
    appendOnly: true,
    recorded: true,
  },
  {
    // How far the meter may be from the slip, from a day on; of one day the latest row holds.
    name: 'reconcile_tolerances',
    columns: `
      collective_id text, id text, asset_id text, valid_from text, percent text, least_kwh text, reason text,
      noted_by text, noted_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'asset_id']],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    appendOnly: true,
    recorded: true,
  },
];

export class ReconciliationTables1764280000311 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, reconciliationTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class ReconciliationForeignKeys1764280000312 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, reconciliationTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class ReconciliationGuards1764280000313 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, reconciliationTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

export const reconciliationMigrations = [
  ReconciliationTables1764280000311,
  ReconciliationForeignKeys1764280000312,
  ReconciliationGuards1764280000313,
];
