import type { EntityManager } from 'typeorm';
import { isLeaving } from '../../domain/assets/asset-life';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { AssetEventEntity } from './asset-event.entity';

/** What happened to the assets and was not taken back, in the order of its days. */
export function readStandingEvents(db: EntityManager, collectiveId: string): Promise<AssetEventEntity[]> {
  return db
    .createQueryBuilder(AssetEventEntity, 'event')
    .where('event.collectiveId = :collectiveId', { collectiveId })
    .andWhere(
      `NOT EXISTS (SELECT 1 FROM ledger_entries r
         WHERE r.collective_id = event.collective_id AND r.reverses_id = event.entry_id)`,
    )
    .orderBy('event.happenedOn')
    .addOrderBy('event.id')
    .getMany();
}

/** The days on which assets left the books. */
export async function readLeavingDays(
  db: EntityManager,
  collectiveId: string,
): Promise<Map<string, CalendarDay>> {
  const events = await readStandingEvents(db, collectiveId);
  const left = events.filter(({ kind }) => isLeaving(kind));
  return new Map(left.map(({ assetId, happenedOn }) => [assetId, happenedOn]));
}
