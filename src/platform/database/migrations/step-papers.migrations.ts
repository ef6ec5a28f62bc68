import type { MigrationInterface, QueryRunner } from 'typeorm';
import { widenFileOwners } from './file-owners.migrations';
import { addColumns } from './table-definition';

// Why: a route names the papers that show each step, and a step was taken without any of them. From now on
// each is kept with its step, by name or by the hash of its file; steps from before have none. A yearly plan
// takes the same steps, so photos and papers may be kept with it, too.

class StepPapers1764360010760 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'approval_decisions', column: 'papers text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class YearPlanFiles1764360010761 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return widenFileOwners(
      runner,
      `owner_kind IN ('asset', 'lease', 'contract', 'projectAct', 'assetEvent', 'voucher', 'handover',
        'stocktaking', 'notice', 'plan', 'yearPlan')`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

/** In their order. */
export const stepPaperMigrations = [StepPapers1764360010760, YearPlanFiles1764360010761] as const;
