import type { CalendarDay } from '../calendar/calendar-day';
import type { Pool } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';

/** A contract as far as a deposit that the opening of the books carries may be its own. */
export interface DepositContract {
  readonly id: string;
  readonly tenantId: string;
  readonly pool: Pool;
  readonly signedOn: CalendarDay;
  readonly firstOn: CalendarDay;
  /** The deposit that was agreed. */
  readonly agreed: Fen;
}

/** What a voucher changes of what somebody is owed under no asset, above zero where more is owed. */
export interface PayableMove {
  readonly counterparty: string;
  readonly pool: Pool;
  readonly amount: Fen;
  /** The opening brought it; else it was booked since, and by no deposit. */
  readonly atOpening: boolean;
}

/**
 * The deposits that were here when the books opened, by contract: what the opening carries as owed to the
 * tenant under no asset (rent paid ahead names one), less what was paid of it since by other vouchers. His
 * contracts signed before the books take it in the order of their first days, none more than was agreed; what
 * is left over is no deposit. Source: domain facts §2.2 (money that is owed), unconfirmed.
 */
export function openedDeposits(
  contracts: readonly DepositContract[],
  { openedOn, moves }: { readonly openedOn: CalendarDay; readonly moves: readonly PayableMove[] },
): Map<string, Fen> {
  const left = new Map<string, Fen>();
  const found = new Map<string, Fen>();
  const inOrder = contracts
    .filter(({ signedOn, agreed }) => signedOn < openedOn && agreed > 0n)
    .sort((one, other) => (one.firstOn < other.firstOn ? -1 : one.firstOn > other.firstOn ? 1 : 0));
  for (const { id, tenantId, pool, agreed } of inOrder) {
    const purse = `${pool} ${tenantId}`;
    const own = moves.filter((move) => move.counterparty === tenantId && move.pool === pool);
    const there = left.get(purse) ?? stillThere(own);
    const taken = there < agreed ? there : agreed;
    left.set(purse, there - taken);
    if (taken > 0n) found.set(id, taken);
  }
  return found;
}

/** What of the opening's sum was not paid since: what is owed anew since is no part of it. */
function stillThere(own: readonly PayableMove[]): Fen {
  const sum = (atOpening: boolean): Fen =>
    sumFen(own.filter((move) => move.atOpening === atOpening).map(({ amount }) => amount));
  const [opened, since] = [sum(true), sum(false)];
  const there = since < 0n ? opened + since : opened;
  return there > 0n ? there : 0n;
}
