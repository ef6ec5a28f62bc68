import type { EntityManager } from 'typeorm';
import type { DepartureWay } from '../../domain/assets/asset-life';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { run } from '../../platform/database/statements';
import { AssetDepartureEntity, AssetDepartureWithdrawalEntity } from './asset-departure.entity';

/** A departure that stands. */
export interface StandingDeparture {
  readonly id: string;
  readonly assetId: string;
  readonly way: DepartureWay;
  readonly leftOn: CalendarDay;
}

/** What left the register of a village without a voucher and was not withdrawn, in the order of its days. */
export async function readStandingDepartures(
  db: EntityManager,
  collectiveId: string,
): Promise<StandingDeparture[]> {
  const rows = await run<{ id: string; asset_id: string; way: DepartureWay; left_on: string }>(
    db,
    `SELECT d.id, d.asset_id, d.way, d.left_on FROM asset_departures d
     WHERE d.collective_id = ? AND NOT EXISTS (SELECT 1 FROM asset_departure_withdrawals w
       WHERE w.collective_id = d.collective_id AND w.departure_id = d.id)
     ORDER BY d.left_on, d.id`,
    [collectiveId],
  );
  return rows.map(({ id, asset_id: assetId, way, left_on: leftOn }) => ({ id, assetId, way, leftOn }));
}

/** A departure as it was entered, and why it does not hold where somebody withdrew it. */
export interface ToldDeparture {
  readonly departure: AssetDepartureEntity;
  readonly withdrawn: string | undefined;
}

/** Every departure of an asset, in the order of entry, withdrawn or not. */
export async function readToldDepartures(
  db: EntityManager,
  collectiveId: string,
  assetId: string,
): Promise<ToldDeparture[]> {
  const rows = await db.find(AssetDepartureEntity, {
    where: { collectiveId, assetId },
    order: { id: 'ASC' },
  });
  const withdrawals = await db.findBy(AssetDepartureWithdrawalEntity, { collectiveId });
  return rows.map((departure) => {
    const found = withdrawals.find(({ departureId }) => departureId === departure.id);
    return { departure, withdrawn: found?.reason };
  });
}
