import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a meter that was replaced or reset could not be settled at all: its slip ran backwards, and nothing
// said what had happened. What happens to a meter is a dated record now, withdrawn with a reason where it was
// wrong; and what was hardly possible about a slip is kept with the reason it was entered for all the same.

export const meterTables: readonly TableDefinition[] = [
  {
    // Replaced, reset, estimated, corrected: the last reading before it and the first one after it.
    name: 'meter_records',
    columns: `
      collective_id text, id text, asset_id text, kind text, happened_on text, reading_was text,
      reading_is text, multiplier text, meter_number text, reason text, noted_by text, noted_at text`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    checks: ["kind IN ('replaced', 'reset', 'estimated', 'corrected')"],
    appendOnly: true,
    recorded: true,
  },
  {
    // A record that was wrong counts for nothing from here on.
    name: 'meter_withdrawals',
    columns: 'collective_id text, record_id text, reason text, noted_by text, noted_at text',
    primaryKey: ['collective_id', 'record_id'],
    foreignKeys: [within(['record_id'], 'meter_records')],
    appendOnly: true,
    recorded: true,
  },
  {
    // What was hardly possible about a slip, as a code with its facts.
    name: 'slip_flags',
    columns: 'collective_id text, settlement_id text, code text, facts text, reason text',
    primaryKey: ['collective_id', 'settlement_id', 'code'],
    foreignKeys: [within(['settlement_id'], 'settlements')],
    appendOnly: true,
    recorded: true,
  },
];

export class MeterRecordsTables1764252000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, meterTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class MeterRecordsForeignKeys1764252000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, meterTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class MeterRecordsGuards1764252000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, meterTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}
