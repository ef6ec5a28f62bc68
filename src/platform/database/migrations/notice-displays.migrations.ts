import type { MigrationInterface, QueryRunner } from 'typeorm';
import { widenFileOwners } from './file-owners.migrations';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a sheet said for how many days it hangs, and nothing showed that it ever hung: whoever printed none,
// or took it down after a day, had the same days. Each time it is put up stands here with its place and
// photo, and when it came down; its days run from there.

export const noticeDisplayTables: readonly TableDefinition[] = [
  {
    name: 'notice_displays',
    columns: `
      collective_id text, notice_id text, display_number count, displayed_on text, display_place text,
      file_id text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'notice_id', 'display_number'],
    foreignKeys: [toCollective, within(['notice_id'], 'notices'), within(['file_id'], 'kept_files')],
    checks: ['display_number > 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'notice_takedowns',
    columns: `
      collective_id text, notice_id text, display_number count, taken_down_on text, reason text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'notice_id', 'display_number'],
    foreignKeys: [
      toCollective,
      within(['notice_id', 'display_number'], 'notice_displays', ['notice_id', 'display_number']),
    ],
    appendOnly: true,
    recorded: true,
  },
];

class NoticeDisplayTables1764360010670 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await widenFileOwners(
      runner,
      `owner_kind IN ('asset', 'lease', 'contract', 'projectAct', 'assetEvent', 'voucher', 'handover',
        'stocktaking', 'notice')`,
    );
    await createTables(runner, noticeDisplayTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class NoticeDisplayForeignKeys1764360010671 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, noticeDisplayTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class NoticeDisplayGuards1764360010672 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, noticeDisplayTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const noticeDisplayMigrations = [
  NoticeDisplayTables1764360010670,
  NoticeDisplayForeignKeys1764360010671,
  NoticeDisplayGuards1764360010672,
] as const;
