import type { EntityManager } from 'typeorm';
import { isLeaving } from '../../domain/assets/asset-life';
import type { RegisterEvent } from '../../domain/assets/register-day';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import { run } from '../../platform/database/statements';
import { readStandingDepartures } from './asset-departures.store';
import { AssetEventEntity } from './asset-event.entity';
import { readTurnsFor } from './asset-turns.store';
import { readStandingTransfers } from './share-transfers.store';

/** What happened to the assets by a voucher and was not taken back, in the order of its days. */
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

/** What happened to an asset and stands; what left without a voucher has none. */
export interface Happened extends RegisterEvent {
  readonly assetId: string;
  readonly entryId?: string;
  readonly paper?: string;
}

/** What happened to the assets and stands, by a voucher or without one, in the order of its days. */
export async function readHappened(db: EntityManager, collectiveId: string): Promise<Happened[]> {
  const departures = await readStandingDepartures(db, collectiveId);
  const left = departures.map(({ assetId, way, leftOn }) => {
    return { assetId, kind: way, happenedOn: leftOn, amount: 0n, fundLevel: null, fundYear: null };
  });
  const goneAgain = (await readStakesTakenBack(db, collectiveId)).map((stake) => {
    return { ...stake, kind: 'wrongEntry' as const, amount: 0n, fundLevel: null, fundYear: null };
  });
  const moved = (await readStandingTransfers(db, collectiveId)).map(
    ({ id, assetId, happenedOn, entryId }) => {
      const kind = 'shareTransfer' as const;
      return { id, assetId, entryId, kind, happenedOn, amount: 0n, fundLevel: null, fundYear: null };
    },
  );
  const turned = (await readTurnsFor(db, collectiveId)).map(({ id, assetId, way, happenedOn }) => {
    return { id, assetId, kind: way, happenedOn, amount: 0n, fundLevel: null, fundYear: null };
  });
  const stayed: Happened[] = [...(await readStandingEvents(db, collectiveId)), ...moved, ...turned];
  stayed.sort((one, other) => (one.id ?? '').localeCompare(other.id ?? ''));
  // Nothing happens after something has left, so what left on a day stands behind what happened on it.
  const all = [...stayed, ...left, ...goneAgain];
  return all.sort((one, other) => one.happenedOn.localeCompare(other.happenedOn));
}

/**
 * The stakes of contributions that were taken back: such a stake never was, and is in the register of no day.
 */
export async function readStakesTakenBack(
  db: EntityManager,
  collectiveId: string,
): Promise<{ readonly assetId: string; readonly happenedOn: CalendarDay }[]> {
  const rows = await run<{ stake_id: string; happened_on: string }>(
    db,
    `SELECT e.stake_id, e.happened_on FROM asset_events e
     WHERE e.collective_id = ? AND e.stake_id IS NOT NULL AND EXISTS (SELECT 1 FROM ledger_entries r
       WHERE r.collective_id = e.collective_id AND r.reverses_id = e.entry_id)`,
    [collectiveId],
  );
  return rows.map(({ stake_id: assetId, happened_on: happenedOn }) => ({ assetId, happenedOn }));
}

/** An event, and the voucher that took it back. */
export interface ToldEvent {
  readonly event: AssetEventEntity;
  readonly reversedBy: string | undefined;
}

/** Everything that happened to an asset, in the order of its days, taken back or not. */
export async function readToldEvents(
  db: EntityManager,
  collectiveId: string,
  assetId: string,
): Promise<ToldEvent[]> {
  const order = { happenedOn: 'ASC', id: 'ASC' } as const;
  const events = await db.find(AssetEventEntity, { where: { collectiveId, assetId }, order });
  const reversals = await run<{ id: string; reverses_id: string }>(
    db,
    `SELECT r.id, r.reverses_id FROM ledger_entries r
     JOIN asset_events e ON e.collective_id = r.collective_id AND e.entry_id = r.reverses_id
     WHERE r.collective_id = ? AND e.asset_id = ?`,
    [collectiveId, assetId],
  );
  return events.map((event) => {
    const found = reversals.find(({ reverses_id: entryId }) => entryId === event.entryId);
    return { event, reversedBy: found?.id };
  });
}

/** The last day for which rent or other income of an asset is owed or was, and not taken back. */
export async function readEarnedUntil(
  db: EntityManager,
  collectiveId: string,
  assetId: string,
): Promise<CalendarDay | undefined> {
  const row = await db
    .createQueryBuilder()
    .select('MAX(owed.covers_to)', 'last')
    .from('receivables', 'owed')
    .where('owed.collective_id = :collectiveId AND owed.asset_id = :assetId', { collectiveId, assetId })
    .andWhere(
      `NOT EXISTS (SELECT 1 FROM ledger_entries r
         WHERE r.collective_id = owed.collective_id AND r.reverses_id = owed.entry_id)`,
    )
    .getRawOne<{ last: CalendarDay | null }>();
  return row?.last ?? undefined;
}

/** The last month of generation of a station of which a slip stands, with or without money. */
export async function readSettledUntil(
  db: EntityManager,
  collectiveId: string,
  assetId: string,
): Promise<Month | undefined> {
  const [row] = await run<{ last: Month | null }>(
    db,
    `SELECT MAX(s.generation_month) AS last FROM settlements s
     WHERE s.collective_id = ? AND s.asset_id = ? AND NOT EXISTS (SELECT 1 FROM ledger_entries r
       WHERE r.collective_id = s.collective_id AND r.reverses_id = s.entry_id)
       AND NOT EXISTS (SELECT 1 FROM settlement_withdrawals w
       WHERE w.collective_id = s.collective_id AND w.settlement_id = s.id)`,
    [collectiveId, assetId],
  );
  return row?.last ?? undefined;
}

/** By contract, what came of its deposit in these books less what went; none where it is zero. */
export async function readDepositsHeld(
  db: EntityManager,
  collectiveId: string,
): Promise<ReadonlyMap<string, Fen>> {
  const rows = await run<{ lease_id: string; held: string }>(
    db,
    `SELECT d.lease_id, CAST(SUM(d.amount_fen) AS TEXT) AS held FROM lease_deposits d
     WHERE d.collective_id = ? AND NOT EXISTS (SELECT 1 FROM ledger_entries r
       WHERE r.collective_id = d.collective_id AND r.reverses_id = d.entry_id)
     GROUP BY d.lease_id HAVING SUM(d.amount_fen) <> 0`,
    [collectiveId],
  );
  return new Map(rows.map(({ lease_id: id, held }) => [id, BigInt(held)]));
}

/** What the register tells of what happened to the assets, by asset. */
export async function readRegisterEvents(
  db: EntityManager,
  collectiveId: string,
): Promise<ReadonlyMap<string, readonly RegisterEvent[]>> {
  const events = new Map<string, RegisterEvent[]>();
  for (const event of await readHappened(db, collectiveId))
    events.set(event.assetId, [...(events.get(event.assetId) ?? []), event]);
  return events;
}

/** The days on which assets left the register. */
export async function readLeavingDays(
  db: EntityManager,
  collectiveId: string,
): Promise<Map<string, CalendarDay>> {
  const events = await readHappened(db, collectiveId);
  const left = events.filter(({ kind }) => isLeaving(kind));
  return new Map(left.map(({ assetId, happenedOn }) => [assetId, happenedOn]));
}
