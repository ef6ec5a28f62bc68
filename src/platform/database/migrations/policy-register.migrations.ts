import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: the numbers a policy document leaves to the county, the choice between two documents of one region,
// and who confirmed that an old one still holds have to be kept with their papers. They hold for whole
// regions and belong to nobody's books, so they are reference tables, like the packs themselves.

const office = { columns: ['office_id'], table: 'collectives', references: ['id'] };

export const policyRegisterTables: readonly TableDefinition[] = [
  {
    // A number of a county or village for its region, from a day on; a wrong one is withdrawn, never edited.
    name: 'local_standards',
    recorded: 'later',
    ownedBy: 'office_id',
    columns: `
      id text, region_code text, number_id text, value text, valid_from text,
      paper_title text, paper_number text?, paper_issuer text, paper_issued_on text,
      office_id text, entered_by text, entered_at text`,
    primaryKey: ['id'],
    foreignKeys: [office],
    appendOnly: true,
  },
  {
    name: 'standard_withdrawals',
    recorded: 'later',
    ownedBy: 'office_id',
    columns: 'standard_id text, reason text, office_id text, withdrawn_by text, withdrawn_at text',
    primaryKey: ['standard_id'],
    foreignKeys: [office, { columns: ['standard_id'], table: 'local_standards', references: ['id'] }],
    appendOnly: true,
  },
  {
    // Which of the packs of one region that are in force together is gone by, from a day on.
    name: 'pack_choices',
    recorded: 'later',
    ownedBy: 'office_id',
    columns: `
      id text, region_code text, valid_from text, chosen_among text, chosen text, reason text,
      office_id text, chosen_by text, chosen_at text`,
    primaryKey: ['id'],
    foreignKeys: [office],
    appendOnly: true,
  },
  {
    // That a pack past its day of confirmation still holds in a region, and until which day.
    name: 'pack_confirmations',
    recorded: 'later',
    ownedBy: 'office_id',
    columns: `
      id text, region_code text, pack_id text, digest text, valid_until text, paper text?, reason text,
      office_id text, confirmed_by text, confirmed_at text`,
    primaryKey: ['id'],
    foreignKeys: [office],
    appendOnly: true,
  },
];

export class PolicyRegisterTables1764216000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, policyRegisterTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class PolicyRegisterForeignKeys1764216000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, policyRegisterTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class PolicyRegisterGuards1764216000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, policyRegisterTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}
