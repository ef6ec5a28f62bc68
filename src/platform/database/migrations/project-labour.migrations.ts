import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: labour of a small public work that builds something lasting was booked as a cost, and the asset stood
// in the books without it. A work may now belong to a project of construction; what its sheets owe is kept as
// labour of that project and becomes part of what the asset cost.

export const projectLabourTables: readonly TableDefinition[] = [
  {
    name: 'work_projects',
    columns: 'collective_id text, work_id text, project_id text',
    primaryKey: ['collective_id', 'work_id'],
    foreignKeys: [within(['work_id'], 'works'), within(['project_id'], 'construction_projects')],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'project_labour',
    columns: `
      collective_id text, id text, project_id text, pool text, happened_on text, amount_fen fen,
      entry_id text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'entry_id']],
    indexes: [['collective_id', 'project_id']],
    foreignKeys: [
      toCollective,
      within(['project_id'], 'construction_projects'),
      within(['entry_id'], 'ledger_entries'),
    ],
    checks: ['amount_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
];

class ProjectLabourTables1764360006200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, projectLabourTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class ProjectLabourForeignKeys1764360006201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, projectLabourTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class ProjectLabourGuards1764360006202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, projectLabourTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const projectLabourMigrations = [
  ProjectLabourTables1764360006200,
  ProjectLabourForeignKeys1764360006201,
  ProjectLabourGuards1764360006202,
] as const;
