import type { CalendarDay } from '../calendar/calendar-day';
import { onlySubset } from '../ledger/bank-subset';
import type { Pool } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';

/** A grant that is not paid yet, or not wholly. Fen; above zero. */
export interface OpenGrant {
  readonly pool: Pool;
  readonly planId: string;
  readonly grantedOn: CalendarDay;
  /** What of it is open. */
  readonly amount: Fen;
}

/** No longer than this a person waits for the page. */
const SEARCH = { mostCandidates: 24, mostTries: 5_000 };

/**
 * Grants that the bank may have paid in one sum, as it pays the wages of several lists at once: two or more
 * that make the very amount. All that are open, all of a pool, of a plan or of a day; else the one set that
 * makes it, where there is only one.
 */
export function paidInOne<Grant extends OpenGrant>(grants: readonly Grant[], paid: Fen): Grant[][] {
  const open = grants.filter(({ amount }) => amount > 0n);
  const keys: ((grant: Grant) => string)[] = [
    () => '',
    ({ pool }) => pool,
    ({ planId }) => planId,
    ({ grantedOn }) => grantedOn,
  ];
  const groups = keys
    .flatMap((keyOf) => {
      const found = new Set(open.map(keyOf));
      return [...found].map((key) => open.filter((grant) => keyOf(grant) === key));
    })
    .filter((group) => group.length > 1 && sumFen(group.map(({ amount }) => amount)) === paid);
  const only = groups.length === 0 ? onlySubset(open, paid, SEARCH) : undefined;
  const all = only === undefined ? groups : [open.filter((grant) => only.includes(grant))];
  return all.filter((group, place) => all.findIndex((other) => isSame(group, other)) === place);
}

function isSame<Each>(one: readonly Each[], other: readonly Each[]): boolean {
  return one.length === other.length && one.every((each, place) => each === other[place]);
}
