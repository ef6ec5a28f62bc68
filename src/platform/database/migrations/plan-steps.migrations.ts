import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: a plan went past each step of its route that was no meeting and no review: nothing ever hung. From now
// on each step is taken, with the paper that shows it, the day its papers were out and the last day it hangs;
// and the route's text is kept with the plan that was submitted under it, as its pack is. Plans and decisions
// of before have none of these and stay as of their time.

export class PlanSteps1764360010651 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [
      { table: 'approval_decisions', column: 'until_on text?' },
      { table: 'approval_decisions', column: 'paper text?' },
      { table: 'approval_decisions', column: 'papers_out_on text?' },
      { table: 'plans', column: 'route_text text?' },
    ]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
