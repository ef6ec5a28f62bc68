import type { EntityManager } from 'typeorm';
import { run } from '../../platform/database/statements';
import { ShareTransferEntity } from './share-transfer.entity';

/** The transfers of parts that were not taken back, in the order of their days. */
export function readStandingTransfers(
  db: EntityManager,
  collectiveId: string,
): Promise<ShareTransferEntity[]> {
  return db
    .createQueryBuilder(ShareTransferEntity, 'transfer')
    .where('transfer.collectiveId = :collectiveId', { collectiveId })
    .andWhere(
      `NOT EXISTS (SELECT 1 FROM ledger_entries r
         WHERE r.collective_id = transfer.collective_id AND r.reverses_id = transfer.entry_id)`,
    )
    .orderBy('transfer.happenedOn')
    .addOrderBy('transfer.id')
    .getMany();
}

/** A transfer, and the voucher that took it back. */
export interface ToldTransfer {
  readonly transfer: ShareTransferEntity;
  readonly reversedBy: string | undefined;
}

/** Every transfer of an asset, in the order of its days, taken back or not. */
export async function readToldTransfers(
  db: EntityManager,
  collectiveId: string,
  assetId: string,
): Promise<ToldTransfer[]> {
  const order = { happenedOn: 'ASC', id: 'ASC' } as const;
  const transfers = await db.find(ShareTransferEntity, { where: { collectiveId, assetId }, order });
  const reversals = await run<{ id: string; reverses_id: string }>(
    db,
    `SELECT r.id, r.reverses_id FROM ledger_entries r
     JOIN share_transfers t ON t.collective_id = r.collective_id AND t.entry_id = r.reverses_id
     WHERE r.collective_id = ? AND t.asset_id = ?`,
    [collectiveId, assetId],
  );
  return transfers.map((transfer) => {
    const found = reversals.find(({ reverses_id: entryId }) => entryId === transfer.entryId);
    return { transfer, reversedBy: found?.id };
  });
}
