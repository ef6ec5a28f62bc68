import { type CalendarDay, monthOf } from '../calendar/calendar-day';
import type { Pool } from '../ledger/journal-entry';
import type { ReserveMove } from '../ledger/reserve-move';
import { type Fen, sumFen } from '../money/fen';
import type { AssetAccounts } from './postings';

/** What the reserve of each pool may give up for an asset that leaves. */
export type Reserves = ReadonlyMap<Pool, Fen>;

/**
 * What the reserve of each pool may give up on a day: what stands of it then, and no more than what is left
 * at the end of that month and of every later one, so that none of them ends with less than nothing.
 */
export function reservesOn(moves: readonly ReserveMove[], day: CalendarDay): Reserves {
  const pools = [...new Set(moves.map(({ pool }) => pool))];
  return new Map(
    pools.map((pool) => [
      pool,
      leastOf(
        moves.filter((move) => move.pool === pool),
        day,
      ),
    ]),
  );
}

function leastOf(moves: readonly ReserveMove[], day: CalendarDay): Fen {
  const first = monthOf(day);
  const ends = [...new Set([first, ...moves.map(({ month }) => month).filter((month) => month > first)])];
  const stands = [
    sumFen(moves.filter(({ isByDay }) => isByDay).map(({ amount }) => amount)),
    ...ends.map((end) => sumFen(moves.filter(({ month }) => month <= end).map(({ amount }) => amount))),
  ];
  const least = stands.reduce((lowest, each) => (each < lowest ? each : lowest));
  return least > 0n ? least : 0n;
}

/** What an asset was worth in a pool: what the reserve gives up for it, and what is a loss. */
export interface GivenUp {
  readonly covered: Fen;
  readonly rest: Fen;
}

/**
 * The reserve gives up what stood against an asset by at most what stands of it in the pool; what is beyond
 * was bought with the collective's own money, and is lost. What is less than nothing goes to the reserve.
 * Source: domain facts §2.2; that the pool decides and not the register's list of funds is unconfirmed.
 */
export function givenUp(worth: Fen, reserve: Fen = 0n): GivenUp {
  const covered = worth > reserve ? reserve : worth;
  return { covered, rest: worth - covered };
}

/** Where a loss goes that the reserve does not bear (2023: 515, 2004: 551). */
export function lossAccount({ roles, choices }: Pick<AssetAccounts, 'roles' | 'choices'>): string {
  return choices.disposalLoss === roles.reserve ? roles.otherExpense : choices.disposalLoss;
}

/** What an asset is worth in one pool, and what of it the reserve may give up. */
export interface PoolWorth extends GivenUp {
  readonly pool: Pool;
  readonly worth: Fen;
}

/** What an asset is worth in every pool in which it stands, before what it is put into a firm for. */
export function worthByPool(
  stands: readonly { readonly pool: Pool; readonly net: Fen }[],
  reserves: Reserves,
): PoolWorth[] {
  const pools = [...new Set(stands.map(({ pool }) => pool))];
  return pools.map((pool) => {
    const worth = sumFen(stands.filter((each) => each.pool === pool).map(({ net }) => net));
    return { pool, worth, ...givenUp(worth, reserves.get(pool)) };
  });
}
