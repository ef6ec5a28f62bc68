import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from '../statements';
import { toCollective, within } from './links';
import {
  addColumns,
  addForeignKeys,
  createTables,
  guardAppendOnly,
  type TableDefinition,
} from './table-definition';

// Why: a fact that was reversed and entered anew counted in the period of the new day, so that a settled
// period lost what was only corrected. Which voucher takes the place of which is kept, and so is how far two
// settled periods reach: behind the last but one nothing is put right any more. What the chain held when a
// period was settled tells a correction of it from what it was settled on; of periods settled before nobody
// knows, and nothing is told.

export const reentryTables: readonly TableDefinition[] = [
  {
    // A reversed entry is entered anew once; the one that took its place is put right itself.
    name: 'reentries',
    columns: 'collective_id text, corrects_id text, entry_id text',
    primaryKey: ['collective_id', 'corrects_id'],
    uniques: [['collective_id', 'entry_id']],
    foreignKeys: [
      toCollective,
      within(['corrects_id'], 'ledger_entries'),
      within(['entry_id'], 'ledger_entries'),
    ],
    appendOnly: true,
    recorded: true,
  },
];

class ReentriesTables1764360001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, reentryTables);
    await addColumns(runner, [
      { table: 'collective_books', column: 'settled_before text', value: "'{}'" },
      { table: 'settled_periods', column: 'chain_length count?' },
      { table: 'voucher_drafts', column: 'corrects_id text?' },
    ]);
    for (const [collectiveId, before] of await settledBefore(runner)) {
      await run(runner.manager, 'UPDATE collective_books SET settled_before = ? WHERE collective_id = ?', [
        ...[JSON.stringify(before), collectiveId],
      ]);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

/** By collective and pool the last day of the settled period before the last one. */
async function settledBefore(runner: QueryRunner): Promise<Map<string, Record<string, string>>> {
  const rows = await run<{ collective_id: string; pool: string; period_to: string }>(
    runner.manager,
    'SELECT collective_id, pool, period_to FROM settled_periods ORDER BY collective_id, pool, period_to',
    [],
  );
  const before = new Map<string, Record<string, string>>();
  rows.forEach(({ collective_id: id, pool, period_to: to }, index) => {
    const next = rows[index + 1];
    if (next?.collective_id !== id || next.pool !== pool) return;
    before.set(id, { ...before.get(id), [pool]: to });
  });
  return before;
}

class ReentriesForeignKeys1764360001001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, reentryTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

class ReentriesGuards1764360001002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, reentryTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

export const reentryMigrations = [
  ReentriesTables1764360001000,
  ReentriesForeignKeys1764360001001,
  ReentriesGuards1764360001002,
];
