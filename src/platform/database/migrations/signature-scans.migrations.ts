import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: whoever drafted a plan typed three names as signed on paper, and the three who hold the post could
// sign no more. A name on paper goes with the scan of what was signed from now on; those of before have none.

export class SignatureScans1764360011060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'step_signatures', column: 'sha256 text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
