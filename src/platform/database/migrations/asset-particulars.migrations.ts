import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: where an asset stands, how it is used, who runs and keeps it and who may dispose of it changes
// in its life, and nothing kept it. Each change is a new version of the whole, with its first day, its reason
// and its writer; a mistake is put right by another version, so that what was said before can be read again.

export const particularTables: readonly TableDefinition[] = [
  {
    // What is known of an asset from a day on; an empty text is what nobody has said.
    name: 'asset_particulars',
    columns: `
      collective_id text, asset_id text, version count, valid_from text, condition text, project_name text,
      project_year text, builder text, accepted_on text, title_paper text, plate_number text, location text,
      latitude text, longitude text, extent text, extent_unit text, life_years text, operating_body text,
      income_body text, keeping_body text, disposal_body text, supervision_body text, keeper_post text,
      remark text, why text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'asset_id', 'version'],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    appendOnly: true,
    recorded: true,
  },
];

export class ParticularsTables1764241200011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, particularTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class ParticularsForeignKeys1764241200012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, particularTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

export class ParticularsGuards1764241200013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, particularTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}
