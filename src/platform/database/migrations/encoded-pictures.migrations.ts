import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: a photo is drawn anew before it is kept, and what is drawn differs from one version of the encoder to
// the next: the same scan would be another one in the village that sent it a year later. A file is known
// again by what came in. Files of before stand as they came, so their own hash says the same.

export class EncodedPictures1764360010850 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [
      { table: 'kept_files', column: 'came_as text?' },
      { table: 'kept_form_files', column: 'came_as text?' },
    ]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
