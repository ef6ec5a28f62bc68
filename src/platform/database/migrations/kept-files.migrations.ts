import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: nothing showed that an asset exists, or what a contract says: photos and papers lay in drawers and
// telephones. They are kept beside the books from now on, by the hash of their bytes; what was wrong is
// withdrawn with its reason and stays.

export const keptFileTables: readonly TableDefinition[] = [
  {
    // What a file belongs to is one of several tables, so no foreign key holds it; the check does.
    name: 'kept_files',
    columns: `
      collective_id text, id text, owner_kind text, owner_id text, paper_kind text, dated_on text,
      remark text, audience text, sha256 text, media_type text, size_bytes count, width count?, height count?,
      kept_by text, kept_at text, digest text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'owner_id']],
    foreignKeys: [toCollective, { columns: ['sha256'], table: 'stored_files', references: ['sha256'] }],
    checks: [
      "owner_kind IN ('asset', 'lease', 'contract', 'projectAct', 'assetEvent')",
      "audience IN ('office', 'public')",
      'size_bytes > 0',
    ],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'file_withdrawals',
    columns:
      'collective_id text, file_id text, reason text, withdrawn_by text, withdrawn_at text, digest text',
    primaryKey: ['collective_id', 'file_id'],
    foreignKeys: [toCollective, within(['file_id'], 'kept_files')],
    appendOnly: true,
    recorded: true,
  },
];

export class KeptFilesTables1764262800001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, keptFileTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class KeptFilesForeignKeys1764262800002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, keptFileTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class KeptFilesGuards1764262800003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, keptFileTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}
