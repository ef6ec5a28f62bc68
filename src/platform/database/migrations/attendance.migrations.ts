import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: nobody is paid before he has worked, and nobody says alone that he has. A month's sheet holds the days
// of everybody on a post with the standard and what it comes to; that somebody else accepted it is a row
// beside it, with the grant by which it is owed from then on. A later sheet of the month follows an earlier.

export const attendanceTables: readonly TableDefinition[] = [
  {
    name: 'attendance_sheets',
    columns: `
      collective_id text, id text, month text, sheet_number count, amount_fen fen, reason text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'month', 'sheet_number']],
    foreignKeys: [toCollective],
    checks: ['sheet_number >= 1', 'amount_fen >= 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'attendance_lines',
    columns: `
      collective_id text, sheet_id text, appointment_id text, line_number count, half_days count,
      month_days count, every text, standard_fen fen, amount_fen fen`,
    primaryKey: ['collective_id', 'sheet_id', 'appointment_id'],
    foreignKeys: [within(['sheet_id'], 'attendance_sheets'), within(['appointment_id'], 'post_appointments')],
    checks: ['line_number >= 1', 'half_days >= 0', 'month_days >= 28', 'standard_fen > 0', 'amount_fen >= 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'attendance_acceptances',
    columns: `
      collective_id text, sheet_id text, grant_id text, entry_id text, accepted_on text, entered_by text,
      entered_at text`,
    primaryKey: ['collective_id', 'sheet_id'],
    uniques: [['collective_id', 'grant_id']],
    foreignKeys: [
      within(['sheet_id'], 'attendance_sheets'),
      within(['grant_id'], 'grants'),
      within(['entry_id'], 'ledger_entries'),
    ],
    appendOnly: true,
    recorded: true,
  },
];

class AttendanceTables1764360005121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, attendanceTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class AttendanceForeignKeys1764360005122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, attendanceTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class AttendanceGuards1764360005123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, attendanceTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const attendanceMigrations = [
  AttendanceTables1764360005121,
  AttendanceForeignKeys1764360005122,
  AttendanceGuards1764360005123,
] as const;
