import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: whoever approved a pay list saw people and sums, and nothing of what stood out: an account of somebody
// else, a person on two lists, one who died. What is asked is answered when the list is submitted, and the
// answer is kept with it: whoever approves reads it, and so does whoever looks years later.

export const payCheckTables: readonly TableDefinition[] = [
  {
    name: 'pay_check_answers',
    columns: `
      collective_id text, list_id text, code text, reason text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'list_id', 'code'],
    foreignKeys: [within(['list_id'], 'pay_lists')],
    checks: ["reason <> ''"],
    appendOnly: true,
    recorded: true,
  },
];

class PayCheckAnswers1764360010895 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, payCheckTables);
    await addForeignKeys(runner, payCheckTables);
    await guardAppendOnly(runner, payCheckTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export const payCheckMigrations = [PayCheckAnswers1764360010895] as const;
