import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import type { Pool } from './journal-entry';
import { STEPPED_POOLS } from './manual-voucher';

/** Money of a pool that was set aside or released on a day; fen, above zero where it was set aside. */
export interface ReserveMove {
  readonly reserveId: string;
  readonly purpose: string;
  readonly day: CalendarDay;
  readonly amount: Fen;
}

/** What stands set aside for a purpose; fen. */
export interface ReserveStanding {
  readonly purpose: string;
  readonly amount: Fen;
}

/** What of a pool stands set aside at the end of a day. */
export function reservedAt(moves: readonly ReserveMove[], day: CalendarDay): Fen {
  return sumFen(moves.filter((move) => move.day <= day).map(({ amount }) => amount));
}

/** What stands set aside at the end of a day, by purpose; a purpose of which nothing stands is left out. */
export function reservesAt(moves: readonly ReserveMove[], day: CalendarDay): ReserveStanding[] {
  return [...new Set(moves.map(({ purpose }) => purpose))].flatMap((purpose) => {
    const amount = reservedAt(
      moves.filter((move) => move.purpose === purpose),
      day,
    );
    return amount === 0n ? [] : [{ purpose, amount }];
  });
}

/** What a person types to set money of a pool aside. */
export interface ReserveForm {
  readonly pool: string;
  readonly reservePurpose: string;
  /** Yuan. */
  readonly amount: string;
  readonly reservedOn: string;
  /** The decision it goes back to. */
  readonly paper: string;
}

/** Money set aside, as saved; fen. */
export interface Reserve {
  readonly pool: Pool;
  readonly purpose: string;
  readonly amount: Fen;
  readonly setOn: CalendarDay;
  readonly paper: string;
}

/**
 * Reads what is to be set aside. Only pools that distributions split can be: the others are kept for their
 * purpose as a whole. Codes `form.*`, `money.*`, `calendar.*`, `reserve.ahead`. Source: product decision
 * "Pools and two surpluses".
 */
export function readReserve(
  form: ReserveForm,
  today: CalendarDay,
): { reserve: Reserve; problems: Problem[] } {
  const problems: Problem[] = [];
  const pool = STEPPED_POOLS.find((each) => each === form.pool);
  if (pool === undefined) problems.push({ code: 'form.notAllowed', field: 'pool', value: form.pool });
  const [purpose, paper] = [form.reservePurpose.trim(), form.paper.trim()];
  problems.push(...textProblems({ reservePurpose: purpose, paper }));
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems) ?? 0n;
  const setOn = readPast({ field: 'reservedOn', value: form.reservedOn }, today, problems);
  return { reserve: { pool: pool ?? 'pv', purpose, amount, setOn, paper }, problems };
}

/** What a person types to release money that was set aside. */
export interface ReleaseForm {
  readonly reserveId: string;
  /** Yuan. */
  readonly releaseAmount: string;
  readonly releasedOn: string;
  readonly releaseReason: string;
}

/** A release, as saved; fen. */
export interface ReserveRelease {
  readonly amount: Fen;
  readonly releasedOn: CalendarDay;
  readonly reason: string;
}

/** Reads a release; nothing is released without a reason. Codes as of {@link readReserve}. */
export function readRelease(
  form: Omit<ReleaseForm, 'reserveId'>,
  today: CalendarDay,
): { release: ReserveRelease; problems: Problem[] } {
  const problems: Problem[] = [];
  const reason = form.releaseReason.trim();
  const typed = { field: 'releaseAmount', value: form.releaseAmount };
  const amount = readAmount(typed, 'aboveZero', problems) ?? 0n;
  const releasedOn = readPast({ field: 'releasedOn', value: form.releasedOn }, today, problems);
  problems.push(...textProblems({ releaseReason: reason }));
  return { release: { amount, releasedOn, reason }, problems };
}

function textProblems(texts: Readonly<Record<string, string>>): Problem[] {
  const missing = Object.entries(texts).flatMap(([field, text]) =>
    text === '' ? [{ code: 'form.missing', field }] : [],
  );
  return [...missing, ...privateNumberProblems(texts)];
}

function readPast(
  typed: { readonly field: string; readonly value: string },
  today: CalendarDay,
  problems: Problem[],
): CalendarDay {
  const day = readDay(typed, problems) ?? '';
  if (day > today) problems.push({ code: 'reserve.ahead', ...typed });
  return day;
}
