import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import type { Pool } from './journal-entry';
import { leastFree, type PromisedLine, type PromisedPool } from './promised-money';
import type { SettledTo } from './reserve-room';

/** What of an approved plan will never be granted and was released; fen. */
export interface PromiseRelease {
  readonly id: string;
  readonly planId: string;
  readonly planLineId: string;
  readonly claimId: string;
  readonly amount: Fen;
  readonly releasedOn: CalendarDay;
  /** The day on which the release was taken back; undefined while it stands. */
  readonly withdrawnOn: CalendarDay | undefined;
}

/** What of a plan's promises was released on a day; fen, below zero where that was taken back. */
export interface ReleaseMove {
  readonly planId: string;
  readonly planLineId: string;
  readonly claimId: string;
  readonly day: CalendarDay;
  readonly amount: Fen;
}

/** Releases day by day, each that was taken back a second time with the other sign. */
export function releaseMoves(releases: readonly PromiseRelease[]): ReleaseMove[] {
  return releases.flatMap(({ planId, planLineId, claimId, amount, releasedOn, withdrawnOn }) => {
    const of = { planId, planLineId, claimId };
    const released = { ...of, day: releasedOn, amount };
    return withdrawnOn === undefined ? [released] : [released, { ...of, day: withdrawnOn, amount: -amount }];
  });
}

/** What stands released at the end of a day. */
export function releasedBy(moves: readonly Pick<ReleaseMove, 'day' | 'amount'>[], day: CalendarDay): Fen {
  return sumFen(moves.filter((move) => move.day <= day).map(({ amount }) => amount));
}

/** The promises of plans and, from its day on, what each release takes off them again. */
export function lessReleased(
  promises: readonly PromisedLine[],
  releases: readonly PromiseRelease[],
): PromisedLine[] {
  const taken = releaseMoves(releases).flatMap(({ planLineId, day: promisedOn, amount }) =>
    promises
      .filter((line) => line.planLineId === planLineId)
      .map((line) => ({ ...line, promisedOn, amount: -amount })),
  );
  return [...promises, ...taken];
}

/** What a person types to release what will not be granted. */
export interface PromiseReleaseForm {
  readonly claimId: string;
  /** Yuan. */
  readonly releaseAmount: string;
  readonly releasedOn: string;
  readonly releaseReason: string;
  /** The decision it goes back to. */
  readonly paper: string;
}

/** A release, as typed and read; fen. */
export interface TypedRelease {
  readonly amount: Fen;
  readonly releasedOn: CalendarDay;
  readonly reason: string;
  readonly paper: string;
}

/** Reads a release; none goes without its reason and its paper. Codes `form.*`, `money.*`, `calendar.*`. */
export function readPromiseRelease(form: Omit<PromiseReleaseForm, 'claimId'>): {
  release: TypedRelease;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const [reason, paper] = [form.releaseReason.trim(), form.paper.trim()];
  const typed = { field: 'releaseAmount', value: form.releaseAmount };
  const amount = readAmount(typed, 'aboveZero', problems) ?? 0n;
  const releasedOn = readDay({ field: 'releasedOn', value: form.releasedOn }, problems) ?? '';
  const texts = { releaseReason: reason, paper };
  for (const [field, text] of Object.entries(texts)) {
    if (text === '') problems.push({ code: 'form.missing', field });
  }
  problems.push(...privateNumberProblems(texts));
  return { release: { amount, releasedOn, reason, paper }, problems };
}

/** A claim of an approved plan, and what of it is no longer open; fen. */
export interface PromisedClaim {
  readonly pool: Pool;
  readonly amount: Fen;
  readonly granted: Fen;
  readonly released: Fen;
  /** The day of its grant; undefined while nothing of it is granted. */
  readonly grantedOn: CalendarDay | undefined;
  /** The day on which its plan was approved. */
  readonly promisedOn: CalendarDay;
}

/**
 * What is released was promised, is neither granted nor released already, and counts on no day that a later
 * distribution has settled: its carry-over was decided on. Codes `promise.granted`, `promise.aboveOpen`,
 * `promise.beforeApproval`, `promise.ahead`, `promise.settled`. Source: product decision "Pools and two
 * surpluses" (free money).
 */
export function promiseReleaseProblems(
  { amount, releasedOn: value }: Pick<TypedRelease, 'amount' | 'releasedOn'>,
  claim: PromisedClaim,
  { today, settledTo }: { readonly today: CalendarDay; readonly settledTo: SettledTo },
): Problem[] {
  const { pool, grantedOn, promisedOn } = claim;
  const left = claim.amount - claim.granted - claim.released;
  if (grantedOn !== undefined && left === 0n)
    return [{ code: 'promise.granted', field: 'claimId', facts: { grantedOn } }];
  const problems: Problem[] = [];
  const day = { field: 'releasedOn', value };
  const to = settledTo[pool];
  if (value > today) problems.push({ code: 'promise.ahead', ...day });
  else if (value < promisedOn)
    problems.push({ code: 'promise.beforeApproval', ...day, facts: { promisedOn } });
  else if (to !== undefined && value <= to)
    problems.push({ code: 'promise.settled', ...day, facts: { pool, to } });
  if (amount > left) {
    const facts = { left, excess: amount - left };
    problems.push({ code: 'promise.aboveOpen', field: 'releaseAmount', facts });
  }
  return problems;
}

/**
 * A release that was entered wrongly is taken back while its claim is not granted and its money is still
 * free: what a later plan has promised or a cost has used is not promised a second time. Codes
 * `promise.withdrawn`, `promise.granted`, `promise.settled`, `promise.spent`.
 */
export function releaseWithdrawalProblems(
  { amount, withdrawnOn }: Pick<PromiseRelease, 'amount' | 'withdrawnOn'>,
  { grantedOn }: Pick<PromisedClaim, 'grantedOn'>,
  at: { readonly today: CalendarDay; readonly settledTo: SettledTo; readonly money: PromisedPool },
): Problem[] {
  const field = 'releaseId';
  if (withdrawnOn !== undefined) return [{ code: 'promise.withdrawn', field, facts: { withdrawnOn } }];
  if (grantedOn !== undefined) return [{ code: 'promise.granted', field, facts: { grantedOn } }];
  const { today, money } = at;
  const { pool } = money;
  const to = at.settledTo[pool];
  if (to !== undefined && today <= to) return [{ code: 'promise.settled', field, facts: { pool, to } }];
  const { day, free } = leastFree(money, today);
  if (amount <= free) return [];
  const left = free > 0n ? free : 0n;
  return [{ code: 'promise.spent', field, facts: { pool, day, amount, left, excess: amount - free } }];
}
