import { type EntityManager, In } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { run } from '../../platform/database/statements';
import { keepersSlipOf } from './keepers-mark';
import { ReceivableEntity } from './receivable.entity';
import { SettlementEntity } from './settlement.entity';

/**
 * Refuses money on an owner's part of a slip that its keeper has taken back: the part follows it. Asked under
 * the lock of the owner's books, which the keeper's reversal holds, too, so it sees either the slip or that
 * it is gone.
 * @throws DomainError `joint.partReturning`
 */
export async function requireStandingSlips(
  tx: EntityManager,
  ownerId: string,
  receivableIds: readonly string[],
): Promise<void> {
  const of = { collectiveId: ownerId, sourceKind: 'settlement' };
  const owed = await tx.findBy(ReceivableEntity, { ...of, id: In([...receivableIds]) });
  if (owed.length === 0) return;
  const ids = In(owed.map(({ sourceId }) => sourceId));
  const slips = await tx.findBy(SettlementEntity, { collectiveId: ownerId, id: ids });
  const months = new Map(slips.map((slip) => [keepersSlipOf(slip) ?? '', slip.generationMonth]));
  months.delete('');
  if (months.size === 0) return;
  const marks = [...months].map(() => '?').join(', ');
  const gone = await run<{ id: string }>(
    tx,
    `SELECT k.id FROM station_links l
     JOIN settlements k ON k.collective_id = l.keeper_id
     JOIN ledger_entries e ON e.collective_id = k.collective_id AND e.reverses_id = k.entry_id
     WHERE l.collective_id = ? AND k.id IN (${marks}) ORDER BY k.id`,
    [ownerId, ...months.keys()],
  );
  const month = months.get(gone[0]?.id ?? '');
  if (month !== undefined) throw new DomainError('joint.partReturning', { month });
}
