import type { EntityManager } from 'typeorm';
import { type Standstill, standstillOf, type TurnWay } from '../../domain/assets/asset-life';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { run } from '../../platform/database/statements';
import { AssetTurnEntity, AssetTurnWithdrawalEntity } from './asset-turn.entity';
import { StationLinkEntity } from './station-link.entity';

/** A turn that stands. */
export interface StandingTurn {
  readonly id: string;
  readonly assetId: string;
  readonly way: TurnWay;
  readonly happenedOn: CalendarDay;
  /** The terms of depreciation that follow from it. */
  readonly termsNumber: number | null;
}

/** What was decided about assets that stay and was not withdrawn, in the order of its days. */
export async function readStandingTurns(db: EntityManager, collectiveId: string): Promise<StandingTurn[]> {
  const rows = await run<TurnRow>(
    db,
    `SELECT t.id, t.asset_id, t.way, t.happened_on, t.terms_number FROM asset_turns t
     WHERE t.collective_id = ? AND NOT EXISTS (SELECT 1 FROM asset_turn_withdrawals w
       WHERE w.collective_id = t.collective_id AND w.turn_id = t.id)
     ORDER BY t.happened_on, t.id`,
    [collectiveId],
  );
  return rows.map(({ id, asset_id: assetId, way, happened_on: happenedOn, terms_number: termsNumber }) => {
    return { id, assetId, way, happenedOn, termsNumber };
  });
}

/**
 * The same, with what keepers decided about stations that they keep for this collective: a standstill of a
 * joint station and its end is its keeper's to declare, and holds for every owner's part of it.
 */
export async function readTurnsFor(db: EntityManager, collectiveId: string): Promise<StandingTurn[]> {
  const own = await readStandingTurns(db, collectiveId);
  const links = await db.findBy(StationLinkEntity, { collectiveId });
  const kept: StandingTurn[] = [];
  for (const keeperId of new Set(links.map((link) => link.keeperId))) {
    for (const turn of await readStandingTurns(db, keeperId)) {
      const link = links.find((each) => each.keeperId === keeperId && each.stationId === turn.assetId);
      if (link === undefined || turn.way === 'convert') continue;
      kept.push({ ...turn, assetId: link.assetId, termsNumber: null });
    }
  }
  if (kept.length === 0) return own;
  return [...own, ...kept].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

function orderOf({ happenedOn, id }: StandingTurn): string {
  return `${happenedOn} ${id}`;
}

interface TurnRow {
  readonly id: string;
  readonly asset_id: string;
  readonly way: TurnWay;
  readonly happened_on: string;
  readonly terms_number: number | null;
}

/** Which assets stand still on a day by decision, or run again since. */
export function standstillsOn(
  turns: readonly StandingTurn[],
  day: CalendarDay,
): ReadonlyMap<string, Standstill> {
  const begun = turns
    .filter(({ happenedOn }) => happenedOn <= day)
    .map((turn) => ({ ...turn, kind: turn.way }));
  const ids = [...new Set(begun.map(({ assetId }) => assetId))];
  return new Map(ids.map((id) => [id, standstillOf(begun.filter(({ assetId }) => assetId === id))]));
}

/** A turn as it was entered, and why it does not hold where somebody withdrew it. */
export interface ToldTurn {
  readonly turn: AssetTurnEntity;
  readonly withdrawn: string | undefined;
}

/** Whose station an asset is a part of; undefined where nobody keeps it for its collective. */
export async function findKeptStation(
  db: EntityManager,
  collectiveId: string,
  assetId: string,
): Promise<{ readonly keeperId: string; readonly stationId: string } | undefined> {
  return (await db.findOneBy(StationLinkEntity, { collectiveId, assetId })) ?? undefined;
}

/** Every turn of an asset, in the order of entry, withdrawn or not. */
export async function readToldTurns(
  db: EntityManager,
  collectiveId: string,
  assetId: string,
): Promise<ToldTurn[]> {
  const rows = await db.find(AssetTurnEntity, { where: { collectiveId, assetId }, order: { id: 'ASC' } });
  if (rows.length === 0) return [];
  const withdrawals = await db.findBy(AssetTurnWithdrawalEntity, { collectiveId });
  return rows.map((turn) => {
    const found = withdrawals.find(({ turnId }) => turnId === turn.id);
    return { turn, withdrawn: found?.reason };
  });
}
