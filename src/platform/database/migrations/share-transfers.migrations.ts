import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: when a share table changed, an owner's cost went through a draft that somebody booked and a correction
// that somebody made afterwards; between the two, register and books disagreed. The transfer is one act from
// now on. What was registered before is kept with it, because a reversal brings it back.

export const shareTransferTables: readonly TableDefinition[] = [
  {
    name: 'share_transfers',
    columns: `
      collective_id text, id text, asset_id text, happened_on text, share_since text, share text,
      from_fen fen, to_fen fen, accumulated_fen fen, paper text, terms_before count, entry_id text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'asset_id']],
    foreignKeys: [toCollective, within(['asset_id'], 'assets'), within(['entry_id'], 'ledger_entries')],
    checks: ['from_fen > 0', 'to_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    // The funds that the register had of the asset before it.
    name: 'share_transfer_funds',
    columns: `
      collective_id text, transfer_id text, line_number count, level text, year count,
      amount_fen fen`,
    primaryKey: ['collective_id', 'transfer_id', 'line_number'],
    foreignKeys: [within(['transfer_id'], 'share_transfers')],
    appendOnly: true,
    recorded: true,
  },
];

class ShareTransfersTables1764360003040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, shareTransferTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class ShareTransfersForeignKeys1764360003041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, shareTransferTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class ShareTransfersGuards1764360003042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, shareTransferTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const shareTransferMigrations = [
  ShareTransfersTables1764360003040,
  ShareTransfersForeignKeys1764360003041,
  ShareTransfersGuards1764360003042,
] as const;
