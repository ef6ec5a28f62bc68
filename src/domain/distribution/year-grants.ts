import { type CalendarDay, lastDayOf, type Month, yearOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';

/** A use of a year's plan: planned, given by decided distributions, granted and settled by none yet. Fen. */
export interface YearUseRoom {
  readonly planned: Fen;
  readonly decided: Fen;
  readonly granted: Fen;
}

/** What of a use of the year may still be granted; below zero where more was given already. */
export function openOfYear({ planned, decided, granted }: YearUseRoom): Fen {
  return planned - decided - granted;
}

/** A month of work that is to be granted under the plan of its year, and what its books and plan allow. */
export interface MonthGrant {
  readonly month: Month;
  readonly amount: Fen;
  readonly grantedOn: CalendarDay;
}

/**
 * A month is granted under the plan of its own year from the day on which that was decided, while no
 * distribution has settled it; never above what the year's use has open, nor above the pool's free money.
 * Source: product, "Pools and two surpluses".
 * @throws DomainError `yearGrant.otherYear`, `yearGrant.settled`, `grant.beforeApproval`,
 *   `yearGrant.aboveLine`, `yearGrant.aboveFree`
 */
export function requireGrantOfYear(
  { month, amount, grantedOn }: MonthGrant,
  given: {
    readonly year: number;
    readonly approvedOn: CalendarDay;
    /** The last day that a distribution of the pool has settled. */
    readonly settledTo: CalendarDay | undefined;
    readonly open: Fen;
    readonly free: Fen;
  },
): void {
  const { year, approvedOn, settledTo, open, free } = given;
  if (yearOf(month) !== year) throw new DomainError('yearGrant.otherYear', { month, year });
  if (settledTo !== undefined && (isSettled(month, settledTo) || grantedOn <= settledTo))
    throw new DomainError('yearGrant.settled', { month, to: settledTo });
  if (grantedOn < approvedOn) throw new DomainError('grant.beforeApproval', { approvedOn });
  const left = atLeastZero(open);
  if (amount > left) throw new DomainError('yearGrant.aboveLine', { amount, left, excess: amount - left });
  const there = atLeastZero(free);
  if (amount > there)
    throw new DomainError('yearGrant.aboveFree', { amount, free: there, excess: amount - there });
}

/** A claim that was granted under the plan of its year, of one month; fen, none where it was taken back. */
export interface YearClaim {
  readonly claimId: string;
  readonly use: string;
  readonly month: Month;
  readonly granted: Fen;
}

/** Whether a distribution that ends on a day is the one that settles a month: its last day is in it. */
export function isSettled(month: Month, to: CalendarDay): boolean {
  return lastDayOf(month) <= to;
}

/** A line of a period's distribution. Fen. */
export interface SettlingLine {
  readonly use: string;
  readonly name: string;
  readonly amount: Fen;
}

/**
 * A distribution settles what was granted of its months under the plan of the year: of no use less than that.
 * @throws DomainError `plan.belowGranted` naming the use and by how much its line is short
 */
export function requireCovered(lines: readonly SettlingLine[], granted: readonly YearClaim[]): void {
  for (const use of new Set(granted.map((claim) => claim.use))) {
    const own = sumFen(granted.filter((claim) => claim.use === use).map((claim) => claim.granted));
    const line = lines.find((each) => each.use === use);
    const amount = line?.amount ?? 0n;
    if (own > amount) {
      const facts = { use: line?.name ?? use, amount, granted: own, short: own - amount };
      throw new DomainError('plan.belowGranted', facts);
    }
  }
}

/** What stands promised of a line: fen. */
export interface LinePromise {
  readonly id: string;
  readonly amount: Fen;
}

/**
 * What a line promises from its approval on: what it takes over claim by claim, under each claim's own id, as
 * the vouchers of the year name it; the rest under its own. The parts add up to the line.
 */
export function promisesOf(
  { id, amount }: LinePromise,
  taken: readonly Pick<YearClaim, 'claimId' | 'granted'>[],
): LinePromise[] {
  const over = taken.map(({ claimId, granted }) => ({ id: claimId, amount: granted }));
  return [{ id, amount: amount - sumFen(over.map((each) => each.amount)) }, ...over];
}

/** What a claim of a line has room for. Fen. */
export interface ClaimRoom {
  readonly id: string;
  readonly room: Fen;
}

/** How much of each claim of a line is what the line takes over: the first are full first. */
export function filledClaims(claims: readonly ClaimRoom[], taken: Fen): ReadonlyMap<string, Fen> {
  let rest = taken;
  return new Map(
    claims.map(({ id, room }) => {
      const own = room <= 0n ? 0n : room < rest ? room : rest;
      rest -= own;
      return [id, own] as const;
    }),
  );
}

/** A use whose yearly plan would be less than what the year gave it already. Fen. */
export interface BelowGiven {
  readonly use: string;
  readonly planned: Fen;
  readonly given: Fen;
  readonly short: Fen;
}

/** The uses of a revision that are planned below what distributions and grants of the year gave already. */
export function usesBelowGiven(
  planned: Readonly<Record<string, Fen>>,
  given: Readonly<Record<string, Fen>>,
): BelowGiven[] {
  return Object.entries(given).flatMap(([use, sum]) => {
    const own = planned[use] ?? 0n;
    return sum > own ? [{ use, planned: own, given: sum, short: sum - own }] : [];
  });
}

function atLeastZero(amount: Fen): Fen {
  return amount > 0n ? amount : 0n;
}
