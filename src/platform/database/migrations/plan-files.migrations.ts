import type { MigrationInterface, QueryRunner } from 'typeorm';
import { widenFileOwners } from './file-owners.migrations';

// Why: a plan told that there are minutes and who voted how, and nobody who reviewed it could see them: the
// paper lay in the village. Minutes, lists of who came and photos may be kept with their plan from now on.

export class PlanFiles1764360010705 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return widenFileOwners(
      runner,
      `owner_kind IN ('asset', 'lease', 'contract', 'projectAct', 'assetEvent', 'voucher', 'handover',
        'stocktaking', 'notice', 'plan')`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
