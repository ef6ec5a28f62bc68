import { type Fen, sumFen } from '../money/fen';
import type { Findings } from './check-pass';
import type { Pool } from './journal-entry';
import { type PoolMovement, undistributedOn } from './pool-movements';

/** What moved a pool, with the place of its entry in the chain. */
export interface PlacedMovement extends PoolMovement {
  readonly pool: Pool;
  readonly position: number;
}

/** Money set aside, as its row stands; ids are in the order of entry. */
export interface KeptReserve {
  readonly id: string;
  readonly pool: Pool;
  readonly amount: Fen;
  readonly setOn: string;
  /** How many entries the chain had then. */
  readonly chainLength: number;
  readonly releases: readonly { readonly id: string; readonly amount: Fen; readonly releasedOn: string }[];
}

/**
 * No reserve is released below nothing; and none was set aside out of money the pool did not have: on its
 * day, by the entries that were there, with what was set aside before. What a later reversal takes away is
 * no fault of the reserve. Codes `check.reserveBelowZero`, `check.reserveUncovered`. Source: product decision
 * "Pools and two surpluses".
 */
export function checkReserves(
  reserves: readonly KeptReserve[],
  movements: readonly PlacedMovement[],
  findings: Findings,
): void {
  for (const reserve of reserves) {
    findings.looked += 1;
    const { id: reserveId, pool, amount, setOn } = reserve;
    const released = sumFen(reserve.releases.map((each) => each.amount));
    if (released > amount) {
      const facts = { reserveId, setOn, keptFen: String(amount), foundFen: String(released) };
      findings.add('check.reserveBelowZero', { pool }, facts);
    }
    const known = movements.filter((each) => each.pool === pool && each.position <= reserve.chainLength);
    const [money, set] = [undistributedOn(known, setOn), setBy(reserve, reserves)];
    if (set <= money) continue;
    const facts = { reserveId, setOn, keptFen: String(set), foundFen: String(money) };
    findings.add('check.reserveUncovered', { pool }, facts);
  }
}

/** What stood set aside of the pool on the reserve's day, itself among it, when it was entered. */
function setBy({ id, pool, setOn }: KeptReserve, reserves: readonly KeptReserve[]): Fen {
  const before = reserves.filter((each) => each.pool === pool && each.id <= id && each.setOn <= setOn);
  const releases = before.flatMap((each) => each.releases);
  const gone = releases.filter((each) => each.id < id && each.releasedOn <= setOn);
  return sumFen(before.map(({ amount }) => amount)) - sumFen(gone.map(({ amount }) => amount));
}
