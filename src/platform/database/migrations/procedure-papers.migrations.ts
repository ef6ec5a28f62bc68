import type { MigrationInterface, QueryRunner } from 'typeorm';
import { widenFileOwners } from './file-owners.migrations';
import { addColumns } from './table-definition';

// Why: that a round of members' dividends hung out was noted by words alone: no photo, no place, and money
// went out on them. Each step keeps what shows it from now on; steps of before have no papers, which is
// another thing than none. Files may be kept with a round.

class ProcedurePapers1764360011080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const table = 'procedure_steps';
    await addColumns(runner, [
      { table, column: 'papers text?' },
      { table, column: 'display_place text?' },
    ]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class DividendFiles1764360011081 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return widenFileOwners(
      runner,
      `owner_kind IN ('asset', 'lease', 'contract', 'projectAct', 'assetEvent', 'voucher', 'handover',
        'stocktaking', 'notice', 'plan', 'yearPlan', 'dividend')`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

/** In their order. */
export const procedurePaperMigrations = [ProcedurePapers1764360011080, DividendFiles1764360011081] as const;
