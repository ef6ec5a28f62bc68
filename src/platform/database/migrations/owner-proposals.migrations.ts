import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import {
  addColumns,
  addForeignKeys,
  createTables,
  guardAppendOnly,
  type TableDefinition,
} from './table-definition';

// Why: whoever keeps a joint station worked out on paper what its owners might use its money for, and each
// village typed its part of it. What is proposed stands in the keeper's books now, split by the share table;
// an owner's own plan says from which one it was drafted, and stays that village's to change and to decide.

export const ownerProposalTables: readonly TableDefinition[] = [
  {
    name: 'owner_proposals',
    columns: `
      collective_id text, id text, asset_id text, year count, share_table_from text, proposed_by text,
      proposed_at text`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'owner_proposal_uses',
    columns:
      'collective_id text, proposal_id text, line_number count, code text, for_what text, amount_fen fen',
    primaryKey: ['collective_id', 'proposal_id', 'line_number'],
    foreignKeys: [within(['proposal_id'], 'owner_proposals')],
    checks: ['amount_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    // Whose books are kept here has an id; another owner reads his part from the paper.
    name: 'owner_proposal_parts',
    columns: `
      collective_id text, proposal_id text, line_number count, owner text, owner_id text?, amount_fen fen`,
    primaryKey: ['collective_id', 'proposal_id', 'line_number', 'owner'],
    foreignKeys: [
      within(['proposal_id', 'line_number'], 'owner_proposal_uses', ['proposal_id', 'line_number']),
    ],
    checks: ['amount_fen >= 0'],
    appendOnly: true,
    recorded: true,
  },
];

class OwnerProposalTables1764360010851 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, ownerProposalTables);
    await addColumns(runner, [{ table: 'year_plans', column: 'proposal_id text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class OwnerProposalForeignKeys1764360010852 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, ownerProposalTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class OwnerProposalGuards1764360010853 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, ownerProposalTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const ownerProposalMigrations = [
  OwnerProposalTables1764360010851,
  OwnerProposalForeignKeys1764360010852,
  OwnerProposalGuards1764360010853,
] as const;
