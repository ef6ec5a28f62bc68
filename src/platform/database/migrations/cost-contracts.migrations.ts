import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ImprovementReasons1764280000011 } from './improvement-reasons.migrations';
import { within } from './links';
import {
  addColumns,
  addForeignKeys,
  createTables,
  guardAppendOnly,
  type TableDefinition,
} from './table-definition';

// Why: contracts of costs were entered by the program alone, stayed for ever what they were, and kept no
// month open. A village enters them itself: why a cost is necessary, and what an insurance is for; what
// changes them later stands beside them; a charge that is not to be booked is said so, with a reason that
// stays.

export const costContractTables: readonly TableDefinition[] = [
  {
    // What changed a contract of costs since it was signed, in the order in which it was said.
    name: 'deduction_contract_changes',
    columns: `
      collective_id text, contract_id text, change_number count, change text, reason text,
      changed_by text, changed_at text`,
    primaryKey: ['collective_id', 'contract_id', 'change_number'],
    foreignKeys: [within(['contract_id'], 'deduction_contracts')],
    checks: ['change_number > 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    // A charge of a contract, by its days and its amount, that is not booked, and why.
    name: 'deduction_waivers',
    columns: `
      collective_id text, id text, contract_id text, covers_from text, covers_to text, amount_fen fen,
      reason text, waived_by text, waived_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'contract_id', 'covers_from', 'covers_to', 'amount_fen']],
    foreignKeys: [within(['contract_id'], 'deduction_contracts')],
    checks: ['amount_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
];

export class CostContractsTables1764280000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [
      { table: 'deduction_contracts', column: 'reason text', value: "''" },
      { table: 'deduction_contracts', column: 'policy_number text', value: "''" },
      { table: 'deduction_contracts', column: 'sum_insured_fen fen?' },
      { table: 'deduction_contracts', column: 'entered_by text?' },
      { table: 'deduction_contracts', column: 'entered_at text?' },
    ]);
    await createTables(runner, costContractTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class CostContractsForeignKeys1764280000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, costContractTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class CostContractsGuards1764280000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, costContractTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In the order in which they are run, with the reasons of improvements, which are costs, too. */
export const costContractMigrations = [
  CostContractsTables1764280000001,
  CostContractsForeignKeys1764280000002,
  CostContractsGuards1764280000003,
  ImprovementReasons1764280000011,
];
