import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: a route says whose each step is, and whoever kept the books took all of them. A step is its role's
// now; where nobody of a village is that, the township takes it, which has to be told from its own steps.

export class StepTakers1764360010762 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'approval_decisions', column: 'taken_as text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
